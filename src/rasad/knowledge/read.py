"""Data files of the knowledge base: ``*.yaml`` with one entry a line, ``*.tsv`` with one name or place a line.

Every file says its ``source`` and ``date``. ``names.yaml`` holds lines such as
``- {id: KAZ, name: Kazakhstan, capital: place:astana, names: {fa: [قزاقستان]}, adjectives: {fa: [قزاق]}}``.
Lines are plain flow mappings, so they are read through JSON, many times as fast as through YAML; a line with quotes
is read as YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources import files
from itertools import product
from typing import Any

import yaml

from rasad.errors import DataError
from rasad.knowledge.entry import Codes, Entry, Membership, Name, Tenure
from rasad.knowledge.summits import with_summits

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: What the prefix of an id says about the type of its entry; states are three capitals.
TYPES = {
    "person": "person",
    "org": "organisation",
    "forum": "forum",
    "project": "project",
    "place": "place",
    "region": "region",
    "media": "media",
    "document": "document",
}

#: The keys of a line that hold wordings, and the form that these have.
_FORMS = {
    "names": "name",
    "adjectives": "adjective",
    "people": "people",
    "seats": "capital",
    "short": "short",
}

#: Why two people may hold one office on one day.
MARKS = ("acting", "joint", "rival", "exile")

_STANDINGS = {"members": "member", "observers": "observer", "partners": "partner"}

_KEYS = frozenset(
    {
        "id",
        "type",
        "name",
        "state",
        "capital",
        "capitals",
        "government",
        "kind",
        "parent",
        "seat",
        "life",
        "offices",
        "coordinates",
        "population",
        "wikidata",
        "dated",
    }
    | _FORMS.keys()
    | _STANDINGS.keys()
)

_SCALAR = re.compile(r"[^\[\]{},\s:][^\[\]{},:]*(?::(?! )[^\[\]{},:]*)*(?<! )")
_STATE = re.compile(r"[A-Z]{3}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_entries() -> Iterator[Entry]:
    """Yield the entries of every file in data/: states first, then the other YAML files, then tables.

    Summits have the names that follow from those of their organisations.

    Raises:
        DataError: a malformed file; the error names file, line, what was found and what was expected.
    """
    return with_summits(_read_files())


def _read_files() -> Iterator[Entry]:
    folder = files("rasad.knowledge").joinpath("data")
    found = {f.name: f for f in folder.iterdir() if f.name.endswith((".yaml", ".tsv"))}
    states = states_of_tables({f: found[f].read_text(encoding="utf-8") for f in _STATE_TABLES if f in found})
    for file in sorted(found.keys() - _STATE_TABLES.keys(), key=lambda n: (n != "states.yaml", n.endswith(".tsv"), n)):
        text = found[file].read_text(encoding="utf-8")
        if file == "states.yaml":
            yield from (states[e.id].add_to(e) if e.id in states else e for e in entries_of_yaml(text, file))
        elif file.endswith(".yaml"):
            yield from entries_of_yaml(text, file)
        else:
            yield from entries_of_table(text, file)


# ---------------------------------------------------------------- YAML, one entry a line


def entries_of_yaml(text: str, file: str) -> Iterator[Entry]:
    """Yield the entries of one YAML file."""
    head: list[str] = []
    lines = enumerate(text.splitlines(), 1)
    for _, line in lines:
        if line.rstrip() == "entries:":
            break
        head.append(line)
    else:
        raise DataError(f"knowledge/data/{file}", "found no line 'entries:'; expected source, date, then entries")
    facts = _yaml("\n".join(head), file, 1)
    for key in ("source", "date"):
        if not isinstance(facts, dict) or key not in facts:
            raise DataError(f"knowledge/data/{file}", f"found no '{key}:' above 'entries:'; expected source and date")
    for number, line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        stripped = line.strip()
        if not (stripped.startswith("- {") and stripped.endswith("}")):
            raise DataError(
                f"knowledge/data/{file}, line {number}",
                f"found {stripped[:60]!r}; expected one entry a line, such as '- {{id: KAZ, name: Kazakhstan}}'",
            )
        yield _entry(_mapping(stripped[2:], file, number), file, number)


def _quoted(scalar: re.Match[str]) -> str:
    return f'"{scalar[0]}"'


def _mapping(line: str, file: str, number: int) -> dict[str, Any]:
    if not any(mark in line for mark in "\"'#\\&*|>"):
        try:
            value = json.loads(_SCALAR.sub(_quoted, line).replace('"null"', "null"))
        except ValueError:
            value = _yaml(line, file, number)
    else:
        value = _yaml(line, file, number)
    if not isinstance(value, dict):
        raise DataError(f"knowledge/data/{file}, line {number}", f"found {line[:60]!r}; expected a mapping")
    return value


def _yaml(text: str, file: str, number: int) -> Any:
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader either way
    except yaml.YAMLError as error:
        raise DataError(f"knowledge/data/{file}, line {number}", f"not well-formed YAML: {error}") from error


def _entry(facts: dict[str, Any], file: str, number: int) -> Entry:
    where = f"knowledge/data/{file}, line {number}"
    odd = facts.keys() - _KEYS
    if odd:
        raise DataError(where, f"found the key {sorted(odd)[0]!r}; expected one of {', '.join(sorted(_KEYS))}")
    id_, name = facts.get("id"), facts.get("name")
    if not isinstance(id_, str) or not isinstance(name, str) or not name:
        raise DataError(where, f"found id {id_!r} and name {name!r}; expected both")
    type_ = _type(id_, where)
    if facts.get("type", type_) != type_:
        raise DataError(where, f"found type {facts['type']!r} of {id_}; expected {type_!r}")
    names: list[Name] = []
    for key, form in _FORMS.items():
        names.extend(_names(facts.get(key), form, where, in_slashes=type_ == "person"))
    names.extend(_dated_names(facts.get("dated", ()), where))
    memberships: list[Membership] = []
    for key, standing in _STANDINGS.items():
        memberships.extend(_memberships(facts.get(key, ()), standing, where))
    capitals = tuple(
        Tenure("capital", place, *_days(days, where)) for place, *days in _rows(facts.get("capitals", ()), where)
    )
    first, last = _days(facts.get("life", []), where)
    return Entry(
        id=id_,
        type=type_,
        name=name,
        names=tuple(names),
        state=facts.get("state", id_ if type_ == "state" else None),
        capital=facts.get("capital"),
        government=facts.get("government"),
        tenures=tuple(_tenures(facts.get("offices", ()), where)),
        memberships=tuple(memberships),
        capitals=capitals,
        coordinates=_coordinates(facts.get("coordinates"), where),
        population=int(facts["population"]) if "population" in facts else None,
        wikidata=facts.get("wikidata"),
        kind=facts.get("kind"),
        parent=facts.get("parent"),
        seat=facts.get("seat"),
        first=first,
        last=last,
    )


def type_of(id_: str) -> str | None:
    """Return the type of the entry with an id, by its form alone; None of what is no id."""
    if _STATE.fullmatch(id_):
        return "state"
    prefix, _, slug = id_.partition(":")
    return TYPES.get(prefix) if slug else None


def _type(id_: str, where: str) -> str:
    type_ = type_of(id_)
    if type_ is None:
        raise DataError(where, f"found the id {id_!r}; expected KAZ or a prefix and a slug: {', '.join(TYPES)}")
    return type_


def _names(value: Any, form: str, where: str, *, in_slashes: bool = False) -> Iterator[Name]:
    if value is None:
        return
    if not isinstance(value, dict):
        raise DataError(where, f"found {value!r}; expected wordings by language, such as {{fa: [قزاقستان]}}")
    for language, wordings in value.items():
        if not isinstance(wordings, list):
            raise DataError(where, f"found {wordings!r} for {language}; expected a list of wordings")
        for text in wordings:
            if not isinstance(text, str) or not text:
                raise DataError(where, f"found {text!r} for {language}; expected a wording")
            for spelling in _alternatives(text) if in_slashes and "/" in text else (text,):
                yield Name(spelling, language, form)


def _alternatives(text: str) -> Iterator[str]:
    """The spellings of a person's name whose words give alternatives: «نظربایف/نظربایوف»."""
    for words in product(*(word.split("/") for word in text.split(" "))):
        yield " ".join(words)


def _dated_names(value: Any, where: str) -> Iterator[Name]:
    """Rows of wording, language, first and last day: ``[نورسلطان, fa, 2019-03-23, 2022-09-16]``."""
    for row in _rows(value, where):
        text, language, *days = row
        yield Name(text, language, "name", *_days(days, where))


def _tenures(value: Any, where: str) -> Iterator[Tenure]:
    for row in _rows(value, where):
        if len(row) not in {4, 5} or row[4:] not in ([], *([m] for m in MARKS)):
            raise DataError(
                where, f"found the office {row!r}; expected [office, of, first, last] and, at most, {', '.join(MARKS)}"
            )
        yield Tenure(row[0], row[1], *_days(row[2:4], where), *row[4:])


def _memberships(value: Any, standing: str, where: str) -> Iterator[Membership]:
    """Members named alone or in rows of id, first and last day: ``[KAZ, [IND, 2017-06-09]]``."""
    for item in value:
        if isinstance(item, str):
            yield Membership(item, standing)
        else:
            [(member, *days)] = _rows([item], where)
            yield Membership(member, standing, *_days(days, where))


def _rows(value: Any, where: str) -> Iterator[list[Any]]:
    for row in value or ():
        if not isinstance(row, list) or not row or not isinstance(row[0], str):
            raise DataError(where, f"found {row!r}; expected a list that begins with a word")
        yield row


def _days(days: list[Any], where: str) -> tuple[date | None, date | None]:
    read = [_day(d, where) for d in days]
    first, last = [*read, None, None][:2]
    if len(read) > 2 or (first is not None and last is not None and first > last):
        raise DataError(where, f"found the days {days!r}; expected a first and a last day, or null")
    return first, last


def _day(value: Any, where: str) -> date | None:
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise DataError(where, f"found the day {value!r}; expected one that its month has") from error
    raise DataError(where, f"found {value!r}; expected a day such as 2017-09-12, or null")


def _coordinates(value: Any, where: str) -> tuple[float, float] | None:
    if value is None:
        return None
    try:
        latitude, longitude = (float(v) for v in value)
    except (TypeError, ValueError) as error:
        raise DataError(where, f"found {value!r}; expected [latitude, longitude] in degrees") from error
    return latitude, longitude


# ---------------------------------------------------------------- tables


def _rows_of_table(text: str, file: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    lines = text.splitlines()
    head = [line for line in lines[:20] if line.startswith("#")]
    for key in ("source:", "date:"):
        if not any(key in line for line in head):
            raise DataError(f"knowledge/data/{file}", f"found no comment '# {key}'; expected source and date")
    titled = False
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        cells, where = line.split("\t"), f"knowledge/data/{file}, line {number}"
        if not titled:
            if tuple(cells) != columns:
                raise DataError(where, f"found the columns {cells}; expected {columns}")
            titled = True
        elif len(cells) != len(columns):
            raise DataError(where, f"found {len(cells)} cells; expected {len(columns)}")
        else:
            yield number, cells


#: The tables that add to states.yaml, with their columns.
_STATE_TABLES = {
    "state-names.tsv": ("id", "language", "form", "wording"),
    "state-words.tsv": ("id", "language", "form", "wording"),
    "state-codes.tsv": ("id", "iso2", "numeric", "wikidata", "neighbours", "official_en"),
    "state-cow.tsv": ("id", "cow"),
}

#: The forms of words in them.
_STATE_FORMS = ("name", "official", "adjective", "people")


@dataclass(slots=True)
class OfState:
    """What tables say of a state, beside its line in states.yaml."""

    names: list[Name] = field(default_factory=list)
    codes: Codes = field(default_factory=Codes)
    wikidata: str | None = None
    neighbours: tuple[str, ...] = ()

    def add_to(self, entry: Entry) -> Entry:
        """Return the state's entry with what the tables say."""
        return replace(
            entry,
            names=(*entry.names, *self.names),
            codes=self.codes,
            wikidata=entry.wikidata or self.wikidata,
            neighbours=self.neighbours,
        )


def states_of_tables(tables: Mapping[str, str]) -> dict[str, OfState]:
    """Return what the tables beside states.yaml, texts by file name, say of each state, by id."""
    states: dict[str, OfState] = {}
    for file, text in tables.items():
        for number, (id_, *cells) in _rows_of_table(text, file, _STATE_TABLES[file]):
            state = states.setdefault(id_, OfState())
            if file == "state-codes.tsv":
                iso2, numeric, wikidata, near, official = cells
                state.codes = replace(state.codes, iso2=iso2 or None, numeric=numeric or None)
                state.wikidata, state.neighbours = wikidata or None, tuple(n for n in near.split("|") if n)
                if official:
                    state.names.append(Name(official, "en", "official"))
            elif file == "state-cow.tsv":
                state.codes = replace(state.codes, cow=cells[0])
            else:
                language, form, wording = cells
                if form not in _STATE_FORMS:
                    where = f"knowledge/data/{file}, line {number}"
                    raise DataError(where, f"found the form {form!r}; expected {', '.join(_STATE_FORMS)}")
                state.names.append(Name(wording, language, form))
    return states


def entries_of_table(text: str, file: str) -> Iterator[Entry]:
    """Yield the places of a table: id, name, state, latitude, longitude, population; names by language, | between."""
    columns = ("id", "name", "state", "latitude", "longitude", "population", "fa", "ar", "ru")
    for number, row in _rows_of_table(text, file, columns):
        id_, name, state, latitude, longitude, population, fa, ar, ru = row
        where = f"knowledge/data/{file}, line {number}"
        names = [Name(name, "en")]
        for language, cell in (("fa", fa), ("ar", ar), ("ru", ru)):
            names.extend(Name(w, language) for w in cell.split("|") if w)
        at = _coordinates([latitude, longitude], where) if latitude else None
        size = int(population) if population else None
        type_ = _type(id_, where)
        yield Entry(id_, type_, name, tuple(names), state or None, coordinates=at, population=size, kind="city")
