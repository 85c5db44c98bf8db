"""From bytes to text: which charset a page or file is written in, and how many bytes of it were broken.

UTF-8 that decodes is UTF-8, whatever a header claims; pages of the region that declare nothing, or Latin-1 out of
habit, are often windows-1256 («خبرگزاري» as C7 and E1 bytes), and some saved pages are UTF-16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_UTF8_BOM = b"\xef\xbb\xbf"
_META = re.compile(rb"<meta\b[^>]{0,256}?\bcharset\s{0,8}=\s{0,8}[\"']?\s{0,8}([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,64}<\?xml\b[^>]{0,256}?\bencoding\s{0,8}=\s{0,8}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4_096
_SAMPLE = 65_536
_SHORT = 200
_CYRILLIC = frozenset({"windows-1251", "koi8-r", "koi8-u", "iso8859-5", "mac-cyrillic", "cp855", "cp866"})
_LATIN = re.compile(r"^(?:windows-125[02478]|iso8859-(?:1|2|3|4|9|1\d)|us-ascii|ascii|mac-roman|macintosh)$")
_USUAL = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\xff\u0400-\u04ff\u0600-\u06ff\u0750-\u077f\u2000-\u206f\ufb50-\ufdff\ufe70-\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read: "utf-8", "windows-1256", "utf-8 (3 bytes replaced)"."""

    text: str = field(repr=False)
    charset: str


def decode(raw: bytes, *, declared: str | None = None, markup: bool = False) -> Decoded:
    """Decode *raw*; whatever it holds, a text comes back, and ``charset`` says what it cost.

    Line ends stay as they are, and so does a byte order mark of UTF-8 (as U+FEFF), so that offsets agree with the
    text as it lies on disk read as UTF-8.

    Args:
        declared: the charset that an HTTP header or archive gives.
        markup: whether to look for a charset in ``<meta>`` and ``<?xml``.
    """
    for bom, charset in _BOMS:
        if raw.startswith(bom):
            return _replacing(raw[len(bom) :], charset)
    broken = 0
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        broken = _broken_bytes(raw)
    else:
        wide = wide_charset(raw) if "\0" in text else None
        return Decoded(raw.decode(wide), wide) if wide else Decoded(text, "utf-8")
    if raw.startswith(_UTF8_BOM) or _mostly_utf8(raw, broken):
        return Decoded(raw.decode("utf-8", "replace"), f"utf-8 ({_bytes(broken)} replaced)")
    for charset in _candidates(raw, declared, markup):
        try:
            return Decoded(raw.decode(charset), charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return Decoded(raw.decode("utf-8", "replace"), f"utf-8 ({_bytes(broken)} replaced)")


def wide_charset(raw: bytes) -> str | None:
    """Return "utf-16-le" or "utf-16-be" where *raw* is text in one of them without a byte order mark, else None."""
    sample = raw[:_SAMPLE] if len(raw) > _SAMPLE else raw
    if len(sample) < 4 or len(sample) % 2 or b"\0" not in sample:
        return None
    for charset in ("utf-16-le", "utf-16-be"):
        try:
            text = sample.decode(charset)
            raw.decode(charset)
        except UnicodeDecodeError:
            continue
        if len(_USUAL.findall(text)) >= 0.97 * len(text):
            return charset
    return None


def starts_with_bom(raw: bytes) -> bool:
    """Say whether *raw* opens with a byte order mark of UTF-8, UTF-16 or UTF-32."""
    return raw.startswith((_UTF8_BOM, *(bom for bom, _ in _BOMS)))


def _candidates(raw: bytes, declared: str | None, markup: bool) -> Iterator[str]:
    arabic = _looks_arabic(raw)
    guess = _standard_name(detect_encoding(raw, html5_compatible=False))
    if (wide := wide_charset(raw)) is not None:
        yield wide
    for label in (declared, *(_declared_inside(raw) if markup else ())):
        charset = _standard_name(label)
        if not charset or charset.startswith(("utf-8", "utf-16")):
            continue
        if not (_LATIN.match(charset) and (arabic or guess in _CYRILLIC)):
            yield charset
    if arabic and guess not in _CYRILLIC and (guess != "iso8859-6" or len(raw) < _SHORT):
        yield "windows-1256"
    if guess and not guess.startswith("utf-"):
        yield guess
    yield "windows-1252"


def _declared_inside(raw: bytes) -> Iterator[str]:
    head = raw[:_HEAD]
    for pattern in (_XML, _META):
        if (found := pattern.search(head)) is not None:
            yield found.group(1).decode("ascii", "ignore")


def _standard_name(label: str | None) -> str | None:
    if not label:
        return None
    name: str | None = map_encoding_to_html5(label.strip().strip("\"'").lower(), fallback_utf8=False)
    return re.sub(r"^cp(125\d)$", r"windows-\1", name.lower()) if name else None


def _looks_arabic(raw: bytes) -> bool:
    """Say whether *raw* makes words of Arabic letters when read as windows-1256, in both halves of that page."""
    sample = raw[:_SAMPLE]
    letters = sum(1 for byte in sample if byte >= 0x80)
    if not letters:
        return False
    text = sample.decode("cp1256", "replace")
    in_words = sum(len(word) for word in re.findall("[\u0600-\u06ff\u200c]{2,}", text))
    low = sum(1 for byte in sample if 0xC0 <= byte <= 0xDF)
    return in_words >= 0.8 * letters and 0.25 * letters <= low <= 0.85 * letters


def _mostly_utf8(raw: bytes, broken: int) -> bool:
    characters = sum(1 for char in raw.decode("utf-8", "ignore") if char > "\x7f")
    return characters >= 4 * broken


def _broken_bytes(raw: bytes) -> int:
    return sum(1 for char in raw.decode("utf-8", "surrogateescape") if "\udc80" <= char <= "\udcff")


def _replacing(raw: bytes, charset: str) -> Decoded:
    try:
        return Decoded(raw.decode(charset), charset)
    except UnicodeDecodeError:
        text = raw.decode(charset, "replace")
        broken = max(1, text.count("\ufffd"))
        return Decoded(text, f"{charset} ({broken} {'place' if broken == 1 else 'places'} replaced)")


def _bytes(count: int) -> str:
    return f"{count} byte" if count == 1 else f"{count} bytes"
