"""The one writer of a ledger: adds a reading whole or not at all, and the same thing once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from rasad.errors import EvidenceMismatch, LedgerError
from rasad.ledger.assertion import Read, Row, reading_id, reading_rows, skipped_rows, telling_rows
from rasad.ledger.file import open_to_write
from rasad.sources.capture import Capture, Skipped
from rasad.text.article import article_id


class Writer:
    """Adds captures and what was read in them to the ledger at *path*, making it where there is none.

    Each call is one transaction: a run that is killed leaves whole readings only, and running again adds the rest.
    Rows that are there already are left as they are. Use it as a context manager, or call :meth:`close`.

    Raises:
        LedgerError: the file is no ledger, is of a newer version, or cannot be written.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._connection = open_to_write(self.path)

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the writer is of no use afterwards."""
        self._connection.close()

    def add(self, capture: Capture, reading: Read) -> bool:
        """Add *reading* of *capture*; say whether it was new.

        A second reading of an article by the same coder in the same version adds only where it was found.

        Raises:
            EvidenceMismatch: a record's span is not in the article; nothing of the reading is kept then.
        """
        return self.add_rows(reading_rows(capture, reading))

    def add_skipped(self, skipped: Skipped, capture: Capture | None = None) -> bool:
        """Keep what was skipped and why, with its capture where there is one; say whether it was new."""
        return self.add_rows(skipped_rows(skipped, capture))

    def add_telling(self, capture: Capture, coder: str, version: str) -> bool:
        """Keep where *capture* was found if *coder* in *version* has read its text already; say whether that is so."""
        article = article_id(capture.text)
        if not self._holds("reading", reading_id(article, coder, version)):
            return False
        self.add_rows(telling_rows(capture, article))
        return True

    def add_rows(self, rows: Iterable[Row]) -> bool:
        """Add *rows* in one transaction; say whether a reading or a skipped thing among them was new.

        Rows after a reading that the ledger already has belong to it and are passed over.

        Raises:
            EvidenceMismatch: a quote is not what its span holds in the article's text.
        """
        new = False
        with self._transaction():
            texts: dict[str, str] = {}
            for row in rows:
                if row.table == "reading" and self._holds("reading", str(row.values["id"])):
                    break
                if row.table == "article":
                    texts[str(row.values["id"])] = str(row.values["text"])
                if row.table == "evidence":
                    _match(row, texts)
                added = self._insert(row)
                new = new or (added and row.table in {"reading", "skipped"})
        return new

    def _holds(self, table: str, ident: str) -> bool:
        found = self._connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (ident,))  # noqa: S608 - our table names
        return found.fetchone() is not None

    def _insert(self, row: Row) -> bool:
        columns = ", ".join(row.values)
        marks = ", ".join("?" * len(row.values))
        statement = f"INSERT INTO {row.table} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608
        return self._connection.execute(statement, tuple(row.values.values())).rowcount > 0

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        except (sqlite3.Error, UnicodeEncodeError) as error:
            raise LedgerError(str(self.path), f"the row was refused ({error})") from error


def _match(row: Row, texts: dict[str, str]) -> None:
    """Compare a row of evidence with the text of its article."""
    article, quote = str(row.values["article"]), row.values["quote"]
    start, end = row.values["start_char"], row.values["end_char"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise EvidenceMismatch(article, -1, -1, str(quote), "")
    text = texts.get(article, "")
    if not 0 <= start < end <= len(text) or text[start:end] != quote:
        raise EvidenceMismatch(article, start, end, str(quote), text[max(start, 0) : end])
