"""The ledger's invariants, each a query that must return nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rasad.errors import LedgerError
from rasad.ledger.file import open_to_read

#: What must hold, and the query that names whatever breaks it.
INVARIANTS = {
    "a quote is not what its span holds in the article": """
        SELECT record FROM evidence JOIN article ON article.id = evidence.article
        WHERE quote IS NOT substr(text, start_char + 1, end_char - start_char)
            OR length(quote) <> end_char - start_char""",
    "evidence stands in an article that the ledger lacks": """
        SELECT record FROM evidence WHERE article NOT IN (SELECT id FROM article)""",
    "evidence stands in another article than its record": """
        SELECT record FROM evidence JOIN record ON record.id = evidence.record
        WHERE record.article <> evidence.article""",
    "a record has no evidence": """
        SELECT id FROM record WHERE id NOT IN (SELECT record FROM evidence)""",
    "a record is said by no reading": """
        SELECT id FROM record WHERE id NOT IN (SELECT record FROM assertion)""",
    "a record lacks the row of its kind": """
        SELECT id FROM record WHERE id NOT IN (
            SELECT id FROM entity UNION SELECT id FROM event UNION SELECT id FROM figure UNION SELECT id FROM statement
            UNION SELECT id FROM risk UNION SELECT id FROM response UNION SELECT id FROM check_)""",
    "a reading says a record of another article": """
        SELECT record FROM assertion JOIN reading ON reading.id = assertion.reading
        JOIN record ON record.id = assertion.record WHERE record.article <> reading.article""",
    "a person stands as a party of an event": """
        SELECT record FROM party WHERE role IN ('actor', 'recipient') AND party LIKE 'person:%'""",
    "a period ends before it begins": """
        SELECT id FROM event WHERE first_day > last_day UNION SELECT id FROM figure WHERE first_day > last_day""",
    "an article was found nowhere": """
        SELECT id FROM article WHERE id NOT IN (SELECT article FROM telling)""",
    "a part, title or date of an article reaches beyond its text": """
        SELECT reading.id FROM reading JOIN article ON article.id = reading.article
        WHERE max(coalesce(title_end, 0), coalesce(byline_end, 0), coalesce(published_end, 0)) > length(text)
        UNION SELECT reading FROM part JOIN reading ON reading.id = part.reading
        JOIN article ON article.id = reading.article GROUP BY reading HAVING max(end_char) > length(text)""",
    "an article is missing from the full-text index": """
        SELECT id FROM article WHERE number NOT IN (SELECT id FROM word_docsize)""",
    "the full-text index holds an article that the ledger lacks": """
        SELECT id FROM word_docsize WHERE id NOT IN (SELECT number FROM article)""",
    "a row names one that is not there": """
        SELECT "table" || ' ' || rowid FROM pragma_foreign_key_check""",
    "the file is damaged": """
        SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'""",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """An invariant that does not hold: *what* in words, and the id of the row that breaks it (or words of SQLite)."""

    what: str
    id: str

    def __str__(self) -> str:
        return f"{self.what}: {self.id}"


def audit(path: Path | str) -> list[Fault]:
    """Ask the ledger at *path* for whatever breaks an invariant; an empty list says that all hold.

    Raises:
        LedgerError: no such file, or it is no ledger of this version.
    """
    faults = []
    with closing(open_to_read(Path(path))) as connection:
        for what, query in INVARIANTS.items():
            try:
                faults += [Fault(what, str(row[0])) for row in connection.execute(query)]
            except sqlite3.DatabaseError as error:
                raise LedgerError(
                    str(path), f"cannot be read ({error}). Keep a copy and read the sources again."
                ) from error
    return faults
