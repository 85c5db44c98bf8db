"""Gold: articles annotated by careful readers, and what both they and a system mark in a text."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from rasad.errors import DataError, SourceMissing
from rasad.sources.capture import Declared

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: Where something is marked: start and end in code points of the text, the end excluded; None where it cannot be found.
Extent = tuple[int, int] | None
_UNDECLARED = Declared()
#: First and last day as ISO 8601; (None, None) where there is none.
Days = tuple[str | None, str | None]

#: Slugs that name one thing, to the one they are compared as.
_ALIASES = {
    "united-nations": "un", "unga": "un", "un-general-assembly": "un", "european-union": "eu",
    "shanghai-cooperation-organisation": "sco", "shanghai-cooperation-organization": "sco",
    "collective-security-treaty-organisation": "csto", "collective-security-treaty-organization": "csto",
    "eurasian-economic-union": "eaeu", "commonwealth-of-independent-states": "cis",
    "organisation-of-islamic-cooperation": "oic", "organization-of-islamic-cooperation": "oic",
    "gulf-cooperation-council": "gcc", "organisation-of-turkic-states": "ots", "organization-of-turkic-states": "ots",
    "economic-cooperation-organisation": "eco", "economic-cooperation-organization": "eco",
    "conference-on-interaction-and-confidence-building-measures-in-asia": "cica",
    "volodymyr-zelensky": "volodymyr-zelenskyy", "central-asia-five": "c5", "central-asian-five": "c5",
    "central-asian-states": "c5",
}  # fmt: skip
_FOR_THE_UNION = {"european-council", "european-commission"}


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event as it is compared; parties as slugs without prefix. ``score`` is a system's, no part of what is told."""

    type: str
    status: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    days: Days
    extent: Extent
    score: float | None = field(default=None, compare=False)

    @property
    def parties(self) -> frozenset[str]:
        """All parties, whatever their side."""
        return self.actors | self.recipients


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A figure as it is compared; ``value`` is None where it is no number."""

    value: float | None
    unit: str
    of: frozenset[str]
    days: Days
    status: str | None
    extent: Extent
    score: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement, risk, response or check: its label (speaker, category, nothing, kind) and where it is said."""

    label: str
    extent: Extent
    score: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that one annotation says of one text, as it is compared.

    ``surfaces`` holds (type, wording) pairs, ``linked`` (type, slug) pairs of entities, ``furniture`` the offsets of
    its     characters that are not space.
    """

    language: str
    title: Extent
    titled: bool
    published: str | None
    furniture: frozenset[int]
    surfaces: frozenset[tuple[str, str]]
    linked: frozenset[tuple[str, str]]
    events: tuple[EventMark, ...]
    figures: tuple[FigureMark, ...]
    statements: tuple[Mark, ...]
    risks: tuple[Mark, ...]
    responses: tuple[Mark, ...]
    checks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold article: its name, its bytes and text as they lie on disk, and what is marked in it.

    ``declared`` is what is known of it beside its text: of annotated sentences the day and the language. ``trap`` names
    what a probe tries.
    """

    name: str
    path: Path
    raw: bytes
    text: str
    marks: Marks
    declared: Declared = _UNDECLARED
    trap: str | None = None


def load_gold(folder: Path) -> list[Gold]:
    """Read every gold article of *folder*: ``NAME.yaml`` beside ``NAME.txt``, or beside the file that it names.

    A file may hold a list of annotated sentences instead, each with its text (gold/README.md, "Sentences"); it is
    called after its language, as ``fa-AF-a.yaml`` is.

    Raises:
        SourceMissing: no such folder, or nothing annotated in it, or an article's text is missing.
        DataError: a file is not well-formed.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise SourceMissing(str(folder), "no folder with gold articles (NAME.yaml beside NAME.txt).")
    return [gold for path in paths for gold in _load(path)]


def digest(folder: Path) -> str:
    """Return the hex SHA-256 over the names and bytes of the gold files of *folder* and their texts."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        annotation = _read(path)
        beside = [] if isinstance(annotation, list) else [_text_path(path, annotation)]
        for file in (path, *beside):
            total.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def marks(annotation: Mapping[str, Any], text: str) -> Marks:
    """Return what *annotation* marks in *text*.

    It may be gold, whose evidence is quoted words (with ``occurrence`` where they stand more than once), or a system's,
    whose evidence is ``{"start", "end"}``.
    """

    def listed(name: str) -> list[Mapping[str, Any]]:
        return annotation.get(name) or []

    def plain(name: str, label: str | None) -> tuple[Mark, ...]:
        return tuple(Mark(_label(item, label), extent(text, item), item.get("score")) for item in listed(name))

    checks = plain("checks", "kind")
    lost = [check for check in checks if check.label == "lost-characters"]
    published = annotation.get("published")
    return Marks(
        language=str(annotation.get("language")),
        title=extent(text, annotation.get("title")),
        titled=bool(annotation.get("title")),
        published=_iso(published.get("date")) if published else None,
        furniture=_furniture(annotation.get("boilerplate") or [], text),
        surfaces=frozenset(
            (str(e.get("type")), _plain_letters(word))
            for e in listed("entities")
            for word in _wordings(e, text)
        ),
        linked=frozenset((str(e.get("type")), slug(e.get("id"))) for e in listed("entities")),
        events=tuple(_event(item, text) for item in listed("events")),
        figures=tuple(_figure(item, text) for item in listed("figures")),
        statements=tuple(
            Mark(slug(item.get("speaker")), extent(text, item), item.get("score")) for item in listed("statements")
        ),
        risks=plain("risks", "category"),
        responses=plain("responses", None),
        checks=(*(check for check in checks if check.label != "lost-characters"), *lost[:1]),
    )


def extent(text: str, item: Any) -> Extent:
    """Return where *item* has its evidence: quoted words, or offsets."""
    if item is None:
        return None
    said = item["evidence"] if isinstance(item, Mapping) and "evidence" in item else item
    if isinstance(said, str):
        return _nth(text, said, item.get("occurrence", 1) if isinstance(item, Mapping) else 1)
    if isinstance(said, Mapping) and "start" in said and "end" in said:
        return int(said["start"]), int(said["end"])
    return None


def slug(ident: object) -> str:
    """Return an id without its prefix, as it is compared; "" for none."""
    if ident is None:
        return ""
    bare = str(ident).split(":", 1)[-1].strip().lower()
    return _ALIASES.get(bare, bare)


def _load(path: Path) -> list[Gold]:
    annotation = _read(path)
    if isinstance(annotation, list):
        return [_sentences(path, item) for item in annotation]
    text_path = _text_path(path, annotation)
    raw = text_path.read_bytes()
    text = raw.decode("utf-8")
    return [Gold(text_path.stem, text_path, raw, text, marks(annotation, text))]


def _sentences(path: Path, item: Any) -> Gold:
    """One item of a list of annotated sentences."""
    if not isinstance(item, Mapping):
        raise DataError(str(path), f"expected a mapping for each annotated sentence, found {type(item).__name__}")
    name = str(item.get("id"))
    quotes = [str(item.get("text") or "")] + ([str(item["title"])] if item.get("title") else [])
    text = "\n\n".join(reversed(quotes))
    wordings = item.get("names") or {}
    annotation = {
        **item,
        "language": path.stem.rpartition("-")[0],
        "published": {"date": item["published"]} if item.get("published") else None,
        "entities": [{"id": id_, "type": _type_of(id_), "surfaces": said} for id_, said in wordings.items()],
        "events": [{**event, "evidence": event.get("trigger")} for event in item.get("events") or ()],
    }
    _prove(path, name, annotation, text)
    found = marks(annotation, text)
    told = Declared(published=found.published, language=found.language)
    return Gold(name, path, text.encode(), text, found, told, item.get("trap"))


def _type_of(id_: str) -> str:
    prefixes = {"org": "organisation"}
    head, colon, _ = str(id_).partition(":")
    return prefixes.get(head, head) if colon else "state"


def _prove(path: Path, name: str, annotation: Mapping[str, Any], text: str) -> None:
    """Refuse an item of which something quoted does not stand in its text."""
    quoted = [word for entity in annotation["entities"] for word in entity["surfaces"]]
    for kind in ("events", "figures", "statements", "risks", "responses"):
        quoted += [item.get("evidence") for item in annotation.get(kind) or ()]
    for words in quoted:
        if not words or str(words) not in text:
            raise DataError(str(path), f"{name}: found the quote {words!r}; expected words that stand in its text")


def _read(path: Path) -> Any:
    try:
        annotation = yaml.load(
            path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # noqa: S506 - a safe loader
        )
    except yaml.YAMLError as error:
        raise DataError(str(path), f"not well-formed YAML: {error}") from error
    if not isinstance(annotation, Mapping | list):
        raise DataError(
            str(path), f"expected a mapping with the keys of the gold, found {type(annotation).__name__}"
        )
    return annotation


def _text_path(path: Path, annotation: Mapping[str, Any]) -> Path:
    named = [path.parent / str(annotation["file"])] if annotation.get("file") else []
    for candidate in [*named, path.with_suffix(".txt")]:
        if candidate.is_file():
            return candidate
    raise SourceMissing(str(path), "its text is not beside it.")


def _nth(text: str, words: str, occurrence: int) -> Extent:
    at = -1
    for _ in range(occurrence):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return at, at + len(words)


def _label(item: Mapping[str, Any], name: str | None) -> str:
    return "" if name is None else str(item.get(name))


def _event(item: Mapping[str, Any], text: str) -> EventMark:
    return EventMark(
        str(item.get("type")), item.get("status"), _side(item.get("actors")), _side(item.get("recipients")),
        _days(item.get("date")), extent(text, item), item.get("score"),
    )  # fmt: skip


def _side(idents: Iterable[object] | None) -> frozenset[str]:
    return frozenset("eu" if one in _FOR_THE_UNION else one for one in map(slug, idents or ()))


def _figure(item: Mapping[str, Any], text: str) -> FigureMark:
    try:
        value: float | None = float(item["value"])
    except (KeyError, TypeError, ValueError):
        value = None
    of = frozenset(map(slug, item.get("of") or ()))
    return FigureMark(
        value,
        str(item.get("unit")).lower(),
        of,
        _days(item.get("period")),
        item.get("status"),
        extent(text, item),
        item.get("score"),
    )


def _days(stretch: object) -> Days:
    if not isinstance(stretch, Mapping):
        return None, None
    return _iso(stretch.get("from")), _iso(stretch.get("to"))


def _iso(day: object) -> str | None:
    if isinstance(day, date | datetime):
        return day.strftime("%Y-%m-%d")
    try:
        return date.fromisoformat(str(day)[:10]).isoformat()
    except ValueError:
        return None


def _furniture(items: Iterable[Any], text: str) -> frozenset[int]:
    offsets: set[int] = set()
    for item in items:
        if isinstance(item, str):
            for found in re.finditer(re.escape(item), text):
                offsets.update(range(*found.span()))
        elif where := extent(text, item):
            offsets.update(range(*where))
    return frozenset(offset for offset in offsets if offset < len(text) and not text[offset].isspace())


def _wordings(entity: Mapping[str, Any], text: str) -> list[str]:
    spans = [m for m in entity.get("mentions") or [] if "start" in m and "end" in m]
    return [*(entity.get("surfaces") or []), *(text[m["start"] : m["end"]] for m in spans)]


def _plain_letters(wording: str) -> str:
    return _PUNCTUATION.sub("", unicodedata.normalize("NFKC", wording).translate(_LETTERS))


#: Letters that one sound is written with, and marks that show nothing, in surfaces that are compared.
_LETTERS = {
    0x064A: "\u06cc", 0x0649: "\u06cc", 0x0643: "\u06a9", 0x0629: "\u0647", 0x06C0: "\u0647", 0x0623: "\u0627",
    0x0625: "\u0627", 0x0622: "\u0627", 0x200C: "", 0x200F: "", 0x200E: "",
}  # fmt: skip
_PUNCTUATION = re.compile("[\\s«»\"'“”().,\u060c\u061b:\u061f!-]+")
