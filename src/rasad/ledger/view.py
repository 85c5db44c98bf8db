"""Reading a ledger: listings with filters, one record with its words, full text, a summary."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO, TypedDict, Unpack

from rasad.errors import LedgerError
from rasad.ledger import export
from rasad.ledger.file import open_to_read
from rasad.ledger.filters import Filters
from rasad.text.folding import fold, fold_word

#: One row of a listing: column to text, number, list or None.
Listed = dict[str, Any]


class Narrowing(TypedDict, total=False):
    """The keyword arguments of every listing; :class:`rasad.ledger.filters.Filters` says what each means."""

    between: Iterable[str]
    party: str | None
    since: date | None
    until: date | None
    type: str | None
    status: str | None
    language: str | None
    score: float | None
    limit: int | None


#: Of each kind of record: its table, its columns in order, its column for `type`, for `status`, and its days.
_KINDS: dict[str, tuple[str, tuple[str, ...], str, str | None, tuple[str, str] | None]] = {
    "event": (
        "event", ("type", "mode", "status", "first_day", "last_day", "precision", "place", "topics", "gist"),
        "type", "status", ("first_day", "last_day"),
    ),
    "figure": (
        "figure", ("measure", "value", "unit", "qualifier", "status", "first_day", "last_day"),
        "unit", "status", ("first_day", "last_day"),
    ),
    "statement": ("statement", ("kind",), "kind", None, None),
    "risk": ("risk", ("category",), "category", None, None),
    "response": ("response", ("name", "kind", "answers"), "kind", None, None),
    "check": ("check_", ("kind", "found", "expected", "why"), "kind", None, None),
}  # fmt: skip
#: Each kind's roles of parties, as columns of a listing, and whether a record has one of it at most.
_ROLES: dict[str, dict[str, tuple[str, bool]]] = {
    "event": {"actors": ("actor", False), "recipients": ("recipient", False), "people": ("person", False)},
    "figure": {"of": ("of", False)},
    "statement": {"speaker": ("speaker", True), "about": ("about", False)},
    "risk": {"raised_by": ("raised_by", True), "affects": ("affects", False)},
    "response": {"parties": ("member", False)},
    "check": {},
}
_LISTS = {"topics", "answers"}
_AROUND = 60


class View:
    """A ledger, read only. Each article stands as its newest reading has it.

    Listings come in the order of publication (unknown first), then of the text. Use it as a context manager, or call
    :meth:`close`.

    Raises:
        LedgerError: no such file, or it is no ledger of this version.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._connection = open_to_read(self.path)

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def articles(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List articles: id, language, published, title, found_at (everywhere), and how many records of each kind.

        ``party`` and ``between`` ask for articles that name the parties; ``type`` and ``status`` have no meaning here.
        """
        filters = _filters(narrowing)
        conditions, values = [], []
        for party in [*filters.between, *([filters.party] if filters.party else [])]:
            conditions.append("""standing.article IN (SELECT record.article FROM entity
                JOIN standing AS said ON said.record = entity.id JOIN record ON record.id = entity.id
                WHERE entity.entity = ?)""")
            values.append(party)
        rest = Filters(since=filters.since, until=filters.until, language=filters.language)
        condition, more = rest.where(parties=None)
        rows = self._all(
            f"""
            SELECT standing.article AS id, standing.language, standing.published, standing.id AS reading,
                   substr(article.text, title_start + 1, title_end - title_start) AS title
            FROM newest AS standing JOIN article ON article.id = standing.article
            WHERE {" AND ".join([*conditions, condition])}
            ORDER BY standing.published, standing.number{filters.tail}
            """,
            [*values, *more],
        )
        return [self._article(row) for row in rows]

    def _article(self, row: sqlite3.Row) -> Listed:
        found = [r["found_at"] for r in self._all(_FOUND_AT, [row["id"]])]
        counts = {r["kind"]: r["records"] for r in self._all(_COUNTS, [row["reading"]])}
        listed = {
            "id": row["id"],
            "language": row["language"],
            "published": row["published"],
            "title": row["title"],
        }
        return {
            **listed,
            "found_at": found,
            **{_plural(kind): counts.get(kind, 0) for kind in ("entity", *_KINDS)},
        }

    def events(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List events: id, article, published, type, mode, status, days, place, topics, gist, quote, parties.

        ``actors``, ``recipients`` and ``people`` are lists of ids.
        """
        return self._records("event", _filters(narrowing))

    def figures(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List figures: id, article, published, measure, value, unit, qualifier, status, days, of, quote.

        ``type`` asks for a unit.
        """
        return self._records("figure", _filters(narrowing))

    def statements(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List statements: id, article, published, kind, speaker, about, quote."""
        return self._records("statement", _filters(narrowing))

    def risks(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List risks: id, article, published, category, raised_by, affects, quote."""
        return self._records("risk", _filters(narrowing))

    def responses(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List responses: id, article, published, name, kind, answers, parties, quote."""
        return self._records("response", _filters(narrowing))

    def checks(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List checks: id, article, published, kind, found, expected, why, quote.

        ``party`` asks for one found or expected.
        """
        return self._records("check", _filters(narrowing))

    def entities(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List entities over all articles: id, type, name, state, known, articles and mentions (how many), surfaces."""
        filters = _filters(narrowing)
        condition, values = Filters(
            type=filters.type,
            status=filters.status,
            language=filters.language,
            since=filters.since,
            until=filters.until,
        ).where(type="entity.type")
        for party in [*filters.between, *([filters.party] if filters.party else [])]:
            condition += " AND (entity.entity = ? OR entity.state = ? OR entity.role_of = ?)"
            values += [party] * 3
        rows = self._all(
            f"""
            SELECT entity.entity AS id, min(entity.type) AS type, min(entity.name) AS name, min(entity.state) AS state,
                   max(entity.known) AS known, count(DISTINCT standing.article) AS articles, count(*) AS mentions,
                   json_group_array(DISTINCT evidence.quote) AS surfaces
            FROM standing JOIN entity ON entity.id = standing.record JOIN evidence ON evidence.record = entity.id
            WHERE {condition} GROUP BY entity.entity
            ORDER BY articles DESC, mentions DESC, entity.entity{filters.tail}
            """,
            values,
        )
        return [
            {**dict(row), "known": bool(row["known"]), "surfaces": sorted(json.loads(row["surfaces"]))}
            for row in rows
        ]

    def skipped(self, **narrowing: Unpack[Narrowing]) -> list[Listed]:
        """List what was met and not read: found_at, why, article (where its text is kept); only ``limit`` narrows."""
        tail = _filters(narrowing).tail
        return [
            dict(r)
            for r in self._all(f"SELECT found_at, why, article FROM skipped ORDER BY found_at, why{tail}", [])
        ]

    def _records(self, kind: str, filters: Filters) -> list[Listed]:
        table, columns, type_, status, days = _KINDS[kind]
        condition, values = filters.where(
            type=f"{table}.{type_}",
            status=f"{table}.{status}" if status else None,
            days=(f"{table}.{days[0]}", f"{table}.{days[1]}") if days else None,
            parties=f"{table}.id",
        )
        if kind == "check" and (filters.between or filters.party):
            asked = [*filters.between, *([filters.party] if filters.party else [])]
            condition, values = Filters(
                since=filters.since, until=filters.until, type=filters.type, status=filters.status,
                language=filters.language, score=filters.score,
            ).where(type="check_.kind")  # fmt: skip
            condition += "".join(" AND ? IN (check_.found, check_.expected)" for _ in asked)
            values += asked
        rows = self._all(
            f"""
            SELECT {table}.id, standing.article, standing.published, standing.language, standing.score,
                   {", ".join(f"{table}.{column}" for column in columns)},
                   evidence.quote, evidence.start_char, evidence.end_char
            FROM standing JOIN {table} ON {table}.id = standing.record
            JOIN reading ON reading.id = standing.reading JOIN evidence ON evidence.record = {table}.id
            WHERE {condition}
            ORDER BY standing.published, reading.number, evidence.start_char, evidence.end_char,
                     {table}.id{filters.tail}
            """,
            values,
        )
        return [self._listed(kind, row) for row in rows]

    def _listed(self, kind: str, row: sqlite3.Row) -> Listed:
        columns = _KINDS[kind][1]
        listed: Listed = {name: row[name] for name in ("id", "article", "published", "language")}
        listed |= {name: json.loads(row[name]) if name in _LISTS else row[name] for name in columns}
        touched = self._all("SELECT role, party FROM party WHERE record = ? ORDER BY role, nth", [row["id"]])
        for column, (role, single) in _ROLES[kind].items():
            who = [r["party"] for r in touched if r["role"] == role]
            listed[column] = (who[0] if who else None) if single else who
        where = {"quote": row["quote"], "start": row["start_char"], "end": row["end_char"]}
        return {**listed, **where, "score": row["score"]}

    def show(self, id: str) -> Listed:
        """Return one record or article by its *id*: its columns, each quote in its sentence, and where it was found.

        ``evidence`` holds one object a quote: ``quote, start, end, sentence`` and ``before``/``after``, the sentence's
        text on both sides of the quote. ``readings`` says who reads it so: coder, version, and whether it stands.

        Raises:
            LedgerError: the ledger holds nothing by that id.
        """
        if found := self._all("SELECT kind, article FROM record WHERE id = ?", [id]):
            return self._show_record(id, found[0]["kind"], found[0]["article"])
        for row in self._all(
            """SELECT newest.article AS id, language, published, newest.id AS reading, article.text AS text,
                      substr(article.text, title_start + 1, title_end - title_start) AS title
               FROM newest JOIN article ON article.id = newest.article WHERE newest.article = ?""",
            [id],
        ):
            return {"kind": "article", **self._article(row), "text": row["text"]}
        raise LedgerError(
            str(self.path), f"holds nothing by the id {id!r}. Ids stand in the first column of every listing."
        )

    def _show_record(self, id: str, kind: str, article: str) -> Listed:
        if kind == "entity":
            [row] = self._all("SELECT * FROM entity WHERE id = ?", [id])
            shown: Listed = {**dict(row), "known": bool(row["known"])}
        else:
            table = _KINDS[kind][0]
            [row] = self._all(
                f"""SELECT {table}.*, record.article, published, language, quote, start_char, end_char, score
                    FROM {table}
                    JOIN record USING (id) JOIN evidence ON evidence.record = {table}.id
                    JOIN newest ON newest.article = record.article
                    LEFT JOIN assertion ON assertion.record = {table}.id AND assertion.reading = newest.id
                    WHERE {table}.id = ?""",
                [id],
            )
            shown = self._listed(kind, row)
            for name in ("quote", "start", "end"):
                del shown[name]
        readings = self._all(
            """SELECT coder, version, score, reading.id IN (SELECT id FROM newest) AS stands FROM assertion
               JOIN reading ON reading.id = assertion.reading JOIN run ON run.id = reading.run
               WHERE record = ? ORDER BY reading.number""",
            [id],
        )
        return {
            "kind_of_record": kind, **shown, "article": article, "evidence": self._evidence(id),
            "found_at": [r["found_at"] for r in self._all(_FOUND_AT, [article])],
            "readings": [{**dict(r), "stands": bool(r["stands"])} for r in readings],
        }  # fmt: skip

    def _evidence(self, id: str) -> list[Listed]:
        shown = []
        for row in self._all(
            """SELECT quote, start_char, end_char, evidence.article, text,
                      (SELECT reading FROM assertion WHERE assertion.record = evidence.record
                       ORDER BY (SELECT number FROM reading WHERE reading.id = assertion.reading) DESC LIMIT 1)
                      AS reading
               FROM evidence JOIN article ON article.id = evidence.article WHERE record = ?
               ORDER BY start_char, end_char""",
            [id],
        ):
            start, end = row["start_char"], row["end_char"]
            [around] = self._all(
                """SELECT min(start_char) AS first, max(end_char) AS last FROM part
                   WHERE reading = ? AND kind = 'sentence' AND start_char < ? AND end_char > ?""",
                [row["reading"], end, start],
            )
            first = min(start, around["first"]) if around["first"] is not None else start
            last = max(end, around["last"]) if around["last"] is not None else end
            text = row["text"]
            shown.append({
                "quote": row["quote"], "start": start, "end": end, "sentence": text[first:last],
                "before": text[first:start], "after": text[end:last],
            })  # fmt: skip
        return shown

    def find(self, words: str, *, language: str | None = None, limit: int | None = 20) -> list[Listed]:
        """Return the articles that hold all *words*, best first: article, title, day, language, snippet, start, end.

        Words are folded, so that spellings of one word meet; a star at a word's end takes all that begin so; words in
        double quotes must stand together. ``snippet`` is a stretch of the original around the first word found, and
        ``start``, ``end`` the span of that word. Without a single letter or digit in *words* nothing is found.
        """
        query = _match_expression(words)
        if not query:
            return []
        rows = self._all(
            f"""
            SELECT standing.article AS article, substr(text, title_start + 1, title_end - title_start) AS title,
                   standing.published, standing.language, text, highlight(word, 0, char(2), char(3)) AS marked
            FROM word JOIN article ON article.number = word.rowid
            JOIN newest AS standing ON standing.article = article.id
            WHERE word MATCH ? AND (? IS NULL OR standing.language = ? OR standing.language LIKE ? || '-%')
            ORDER BY bm25(word), article.id{Filters(limit=limit).tail}
            """,  # noqa: S608
            [query, language, language, language],
        )
        return [_found(row) for row in rows]

    def summary(self) -> Listed:
        """Count what stands: articles (by language), captures, skipped, records by kind, events by type."""
        [row] = self._all(
            """SELECT (SELECT count(*) FROM newest) AS articles, (SELECT count(*) FROM capture) AS captures,
                      (SELECT count(*) FROM skipped) AS skipped, (SELECT min(published) FROM newest) AS first_day,
                      (SELECT max(published) FROM newest) AS last_day""",
            [],
        )
        kinds = dict(tuple(r) for r in self._all(
            "SELECT kind, count(*) FROM standing JOIN record ON record.id = standing.record GROUP BY kind", [],
        ))  # fmt: skip
        languages = self._all(
            "SELECT language, count(*) FROM newest GROUP BY language ORDER BY 2 DESC, 1", []
        )
        types = self._all(
            """SELECT type, count(*) FROM standing JOIN event ON event.id = standing.record
               GROUP BY type ORDER BY 2 DESC, 1""",
            [],
        )
        return {
            **dict(row), "languages": dict(tuple(r) for r in languages),
            **{_plural(kind): kinds.get(kind, 0) for kind in ("entity", *_KINDS)},
            "events_by_type": dict(tuple(r) for r in types),
        }  # fmt: skip

    def export_jsonl(self, stream: TextIO) -> int:
        """Write everything the ledger holds, save raw bytes and clock times, as sorted JSON lines; return how many.

        Two ledgers that hold the same write the same bytes.
        """
        return export.write_jsonl(self._connection, stream)

    def export_parquet(self, folder: Path | str) -> list[Path]:
        """Write every table but the captures' bytes into *folder*, one Parquet file a table; return the files.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        return export.write_parquet(self._connection, Path(folder))

    def _all(self, query: str, values: list[Any]) -> list[sqlite3.Row]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise LedgerError(str(self.path), f"cannot be read ({error})") from error


_FOUND_AT = "SELECT DISTINCT found_at FROM telling WHERE article = ? ORDER BY found_at"
_COUNTS = """SELECT kind, count(*) AS records FROM assertion JOIN record ON record.id = assertion.record
             WHERE reading = ? GROUP BY kind"""


def _filters(narrowing: Narrowing) -> Filters:
    given: dict[str, Any] = {**narrowing, "between": tuple(narrowing.get("between") or ())}
    return Filters(**given)


def _plural(kind: str) -> str:
    return "entities" if kind == "entity" else f"{kind}s"


def _match_expression(words: str) -> str:
    """Return *words* in the query language of FTS5, each folded and quoted, so that no wording is an operator."""
    terms = []
    for phrase, star in re.findall(r'("[^"]*"|[^\s"*]+)(\*?)', words):
        folded = " ".join(re.findall(r"\w+", fold_word(phrase)))
        if folded:
            terms.append(f'"{folded}"{"*" if star else ""}')
    return " ".join(terms)


def _found(row: sqlite3.Row) -> Listed:
    """Map the first word marked in the folded copy back to the original text."""
    text, marked = row["text"], row["marked"]
    start = marked.index("\x02")
    end = marked.index("\x03") - 1
    span = fold(text).span(start, max(end, start + 1))
    first, last = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    snippet = " ".join(text[first:last].split())
    listed = {name: row[name] for name in ("article", "title", "published", "language")}
    return {
        **listed, "snippet": f"{'…' if first else ''}{snippet}{'…' if last < len(text) else ''}",
        "start": span.start, "end": span.end,
    }  # fmt: skip
