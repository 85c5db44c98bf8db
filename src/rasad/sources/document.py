"""One document: its bytes decoded, its article's text read out of them, or a sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rasad.errors import SourceRefused
from rasad.sources.bounds import Bounds
from rasad.sources.capture import Capture, Declared, Skipped
from rasad.sources.charset import decode
from rasad.sources.declared import clean, merged, short
from rasad.sources.kind import binary

_NOTHING = Declared()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from: what a capture made of them will say of that, and hints on how to read them.

    ``file`` is a file's name, for its ending; ``charset`` and ``content_type`` are what a server or archive said;
    ``declared`` what was said of the document where it was listed; ``level`` how many listings and packings lie above.
    """

    where: str
    name: str
    captured: datetime
    file: str = ""
    content_type: str = ""
    charset: str | None = None
    declared: Declared = _NOTHING
    level: int = 0


def read_document(
    raw: bytes, origin: Origin, bounds: Bounds, *, markup: bool, kind: str | None = None
) -> Capture | Skipped:
    """Read one text or page.

    Args:
        markup: whether it is HTML, a whole page or a part of one.
        kind: what :attr:`Capture.kind` says; "html" or "text" where it is None.
    """
    if not markup and (found := binary(raw)) is not None:
        return Skipped(origin.where, f"It is a binary file ({found}); expected text or a page.")
    decoded = decode(raw, declared=origin.charset, markup=markup)
    text, declared = clean(decoded.text), origin.declared
    if markup:
        from rasad.sources.page import read_page

        try:
            page = read_page(decoded.text, origin.where, bounds=bounds)
        except SourceRefused as refused:
            return Skipped(origin.where, refused.why)
        text, declared = page.text, merged([page.declared, origin.declared])
    if (fault := unfit(text, bounds, markup=markup)) is not None:
        return Skipped(origin.where, fault)
    label = kind or ("html" if markup else "text")
    return Capture(
        short(origin.name), clean(origin.where), raw, text, label, decoded.charset, origin.captured, declared
    )  # fmt: skip


def unfit(text: str, bounds: Bounds, *, markup: bool = False) -> str | None:
    """Say why *text* cannot be one article, None where it can."""
    if not text.strip("\ufeff \t\r\n"):
        if markup:
            return "The page shows no text. If scripts write it, save it from a browser, or give its text as .txt."
        return "It is empty; expected text."
    if len(text) > bounds.characters:
        return (
            f"It holds {len(text):,} characters of text; the bound for one article is {bounds.characters:,}. "
            "Split it into articles, as files or JSON lines."
        )
    return None
