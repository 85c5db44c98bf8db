"""The knowledge base as one file: what data/ says, read, checked and made ready to be looked up.

``make knowledge`` and the build of the package write it; where it is missing or older than the files it was made from,
it is made anew when first asked for, which takes some seconds.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import fields
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from rasad.errors import DataError
from rasad.knowledge.entry import Codes, Entry, Membership, Name, Tenure
from rasad.knowledge.keys import READ_IN, Sense, keys
from rasad.knowledge.read import read_entries
from rasad.spelling.letters import fold_word
from rasad.spelling.sounds import sound_keys

_SCHEMA = """
CREATE TABLE made_of (digest TEXT NOT NULL);
CREATE TABLE entry (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, facts TEXT NOT NULL);
CREATE TABLE capital (place TEXT NOT NULL, state TEXT NOT NULL);
CREATE TABLE office (office TEXT NOT NULL, of TEXT NOT NULL, person TEXT NOT NULL);
CREATE TABLE keys (language TEXT PRIMARY KEY, keys TEXT NOT NULL, senses TEXT NOT NULL);
CREATE TABLE sound (key TEXT NOT NULL, part TEXT NOT NULL, id TEXT NOT NULL);
CREATE TABLE wording (folded TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, id TEXT NOT NULL,
                      form TEXT NOT NULL, first TEXT, last TEXT);
"""
_INDEX = """
CREATE INDEX wording_folded ON wording (folded);
CREATE INDEX sound_key ON sound (key, part);
CREATE INDEX office_of ON office (of, office);
"""

#: What the file is made of, beside data/: the code that makes it and the words that it asks.
_CODE = ("rasad.knowledge", "rasad.spelling")
_WORDS = (
    "clitics.yaml", "folding.yaml", "ordinary.yaml", "summits.yaml",
    "spelling/arabic.yaml", "spelling/cyrillic.yaml", "spelling/latin.yaml", "spelling/sounds.yaml",
)  # fmt: skip

#: Types of entries whose names are transliterated and not translated.
_SPELT = frozenset({"person", "place", "state"})

#: The file's name, beside this module.
FILE = "knowledge.sqlite"


def compile_to(path: Path) -> int:
    """Read every file of data/ and write the compiled knowledge base to *path*; return the number of entries.

    Raises:
        DataError: a malformed file; the error names file, line, what was found and what was expected.
    """
    content = _compile(read_entries())
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(content.serialize())
    beside.replace(path)
    with closing(content):
        [count] = content.execute("SELECT count(*) FROM entry").fetchone()
    return int(count)


def _compile(entries: Iterable[Entry]) -> sqlite3.Connection:
    """Return the knowledge base of *entries* as a file in memory."""
    from rasad.knowledge.base import base_of

    base = base_of(entries)
    content = sqlite3.connect(":memory:", check_same_thread=False)
    content.executescript(_SCHEMA)
    content.execute("INSERT INTO made_of VALUES (?)", [digest()])
    content.executemany("INSERT INTO entry (id, facts) VALUES (?, ?)", ((e.id, pack(e)) for e in base.entries()))
    content.executemany(
        "INSERT INTO office VALUES (?, ?, ?)",
        ((t.office, t.of, e.id) for e in base.entries() for t in dict.fromkeys(e.tenures)),
    )
    capitals = ((e.capital, e.id) for e in base.entries() if e.capital is not None)
    content.executemany("INSERT INTO capital VALUES (?, ?)", capitals)
    content.executemany("INSERT INTO wording VALUES (?, ?, ?, ?, ?, ?, ?)", _wordings(base.entries()))
    content.executemany("INSERT INTO sound VALUES (?, ?, ?)", _sounds(base.entries()))
    rows = list(base.wordings())
    for language in READ_IN:
        found = keys(rows, language)
        in_order = sorted(found)
        senses = "\n".join(_pack_senses(found[key]) for key in in_order)
        content.execute("INSERT INTO keys VALUES (?, ?, ?)", [language, "\n".join(in_order), senses])
    content.executescript(_INDEX)
    content.commit()
    return content


def _sounds(entries: Iterable[Entry]) -> Iterator[tuple[str, str, str]]:
    """Rows of key, part of the name ("whole" or, of people, "last") and id, to find spellings by that nobody listed."""
    for entry in entries:
        if entry.type not in _SPELT:
            continue
        found: dict[tuple[str, str], None] = {}
        for name in entry.names:
            if name.form not in {"name", "short"}:
                continue
            part = "last" if name.form == "short" else "whole"
            found.update(dict.fromkeys((key, part) for key in sorted(sound_keys(name.text))))
            words = name.text.split()
            if part == "whole" and entry.type == "person" and len(words) > 1:
                found.update(dict.fromkeys((key, "last") for key in sorted(sound_keys(words[-1]))))
        yield from ((key, part, entry.id) for key, part in found)


def _wordings(entries: Iterable[Entry]) -> Iterator[tuple[str | None, ...]]:
    for entry in entries:
        for name in dict.fromkeys(entry.names):
            first, last = (day.isoformat() if day else None for day in (name.first, name.last))
            yield fold_word(name.text), name.text, name.language, entry.id, name.form, first, last


@cache
def digest() -> str:
    """Return what tells one state of the data, and of the code that reads it, from another."""
    seen = sha256()
    folders = [files(package) for package in _CODE]
    paths = [f for folder in folders for f in folder.iterdir() if f.name.endswith(".py")]
    paths += [f for f in files("rasad.knowledge").joinpath("data").iterdir() if f.name.endswith((".yaml", ".tsv"))]
    paths += [files("rasad.lexicons").joinpath(*name.split("/")) for name in _WORDS]
    for path in sorted(paths, key=lambda p: p.name):
        seen.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


@cache
def artefact() -> Path | sqlite3.Connection:
    """Return the compiled knowledge base: the file beside this module, or, where none can be written, one in memory.

    Raises:
        DataError: a malformed file of data/, where it has to be compiled.
    """
    path = Path(str(files("rasad.knowledge").joinpath(FILE)))
    if _is_current(path):
        return path
    with suppress(OSError):
        compile_to(path)
        return path
    return _compile(read_entries())


def _is_current(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as opened:
            return bool(opened.execute("SELECT digest FROM made_of").fetchone() == (digest(),))
    except sqlite3.Error:
        return False


def rows(query: str, values: Iterable[str] = ()) -> list[tuple[Any, ...]]:
    """Return the rows that a query gives on the compiled knowledge base."""
    return _reader().execute(query, tuple(values)).fetchall()


def _reader() -> sqlite3.Connection:
    """The connection of this process and thread to the compiled knowledge base; a forked process opens its own."""
    where = artefact()
    if isinstance(where, sqlite3.Connection):
        return where
    opened: tuple[int, sqlite3.Connection] | None = getattr(_here, "opened", None)
    if opened is None or opened[0] != os.getpid():
        opened = (os.getpid(), sqlite3.connect(f"file:{where}?mode=ro&immutable=1", uri=True))
        _here.opened = opened
    return opened[1]


_here = threading.local()


# ---------------------------------------------------------------- an entry as text


def pack(entry: Entry) -> str:
    """Return an entry as JSON, fields at their defaults left out."""
    values = {f.name: getattr(entry, f.name) for f in fields(Entry)}
    return json.dumps({k: _plain(v) for k, v in values.items() if v not in (None, ())}, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, (Name, Tenure, Membership, Codes)):
        return [_plain(getattr(value, f.name)) for f in fields(value)]
    return value


def unpack(facts: str) -> Entry:
    """Return the entry that :func:`pack` gave *facts* of."""
    values: dict[str, Any] = json.loads(facts)
    values["names"] = tuple(Name(*row[:3], *_days(row[3:5])) for row in values.get("names", ()))
    for key in ("tenures", "capitals"):
        values[key] = tuple(Tenure(*row[:2], *_days(row[2:4]), *row[4:]) for row in values.get(key, ()))
    values["memberships"] = tuple(Membership(*row[:2], *_days(row[2:4])) for row in values.get("memberships", ()))
    if "codes" in values:
        values["codes"] = Codes(*values["codes"])
    for key in ("coordinates", "neighbours"):
        if key in values:
            values[key] = tuple(values[key])
    values["first"], values["last"] = _days([values.get("first"), values.get("last")])
    return Entry(**values)


def _days(texts: list[str | None]) -> tuple[date | None, ...]:
    return tuple(date.fromisoformat(text) if text else None for text in texts)


def _pack_senses(senses: tuple[Sense, ...]) -> str:
    return "|".join(f"{s.form},{'1' if s.definite else ''},{' '.join(s.ids)}" for s in senses)


def stored_keys(language: str) -> tuple[list[str], list[str]]:
    """Return the keys that texts in "fa" or "ar" are searched for, and the senses of each for :func:`unpack_senses`."""
    [(keys_, senses)] = rows("SELECT keys, senses FROM keys WHERE language = ?", [language])
    return keys_.split("\n"), senses.split("\n")


@cache
def unpack_senses(text: str) -> tuple[Sense, ...]:
    """Return the senses of a key from their row in the file."""
    parts = (sense.split(",", 2) for sense in text.split("|"))
    return tuple(Sense(form, bool(definite), tuple(ids.split())) for form, definite, ids in parts)


def stored_facts(id_: str) -> str | None:
    """Return the facts of an entry as :func:`unpack` reads them, None where there is no such entry."""
    found = _reader().execute("SELECT facts FROM entry WHERE id = ?", [id_]).fetchone()
    return found[0] if found is not None else None


def stored_ids() -> tuple[str, ...]:
    """Return the ids of all entries, in the order of the files."""
    return tuple(row[0] for row in rows("SELECT id FROM entry ORDER BY place"))


def stored_capitals() -> Mapping[str, str]:
    """Return states by their capital of today."""
    return dict(rows("SELECT place, state FROM capital ORDER BY rowid"))


def stored_holders(office: str, of: str) -> tuple[str, ...]:
    """Return the people who ever held an office of a party, in the order of the files."""
    found = rows("SELECT person FROM office WHERE of = ? AND office = ? ORDER BY rowid", [of, office])
    return tuple(dict.fromkeys(row[0] for row in found))


def stored_named(folded: str) -> tuple[str, ...]:
    """Return the ids that a folded wording names, in any language and form."""
    return tuple(row[0] for row in rows("SELECT DISTINCT id FROM wording WHERE folded = ? ORDER BY id", [folded]))


def stored_offices(of: str) -> tuple[str, ...]:
    """Return the offices of a party of which holders are known."""
    return tuple(row[0] for row in rows("SELECT DISTINCT office FROM office WHERE of = ? ORDER BY office", [of]))


if __name__ == "__main__":
    try:
        count = compile_to(Path(str(files("rasad.knowledge").joinpath(FILE))))
    except DataError as error:
        sys.exit(f"rasad: {error}")
    print(f"{count} entries are compiled into {FILE}.")
