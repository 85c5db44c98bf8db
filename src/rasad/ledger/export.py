"""The ledger as files for others: sorted JSON lines, and Parquet a table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from rasad.errors import MissingExtra
from rasad.ledger.assertion import canonical

#: Columns that are left out everywhere: bytes, clock times, and numbers that only order rows of one file.
_LEFT_OUT = {
    "capture": {"raw", "captured", "found_at"}, "run": {"begun"}, "article": {"number", "folded"},
    "reading": {"number"},
}  # fmt: skip
TABLES = (
    "capture", "article", "telling", "run", "reading", "part", "record", "assertion", "evidence", "party", "entity",
    "event", "figure", "statement", "risk", "response", "check_", "skipped", "decision",
)  # fmt: skip


def write_jsonl(connection: sqlite3.Connection, stream: TextIO) -> int:
    """Write the rows of every table as JSON, one object a line, in the order of their content."""
    count = 0
    for table in TABLES:
        for line in sorted(canonical({"table": table, **row}) for row in _rows(connection, table)):
            stream.write(line + "\n")
            count += 1
    return count


def write_parquet(connection: sqlite3.Connection, folder: Path) -> list[Path]:
    """Write every table into *folder* as ``TABLE.parquet``, rows in the order of their content; return the files.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("exporting Parquet", "parquet") from error
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}
    written = []
    for table in TABLES:
        schema = pa.schema([(name, kinds[kind]) for name, kind in _columns(connection, table)])
        rows = sorted(_rows(connection, table), key=canonical)
        path = folder / f"{table.rstrip('_')}.parquet"
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)
        written.append(path)
    return written


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    described = connection.execute(f"SELECT name, type FROM pragma_table_info('{table}') ORDER BY cid")  # noqa: S608
    return [(name, kind) for name, kind in described if name not in _LEFT_OUT.get(table, set())]


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    names = [name for name, _ in _columns(connection, table)]
    numbered = ""
    if table == "reading":  # its place among the readings of its article
        numbered = ", row_number() OVER (PARTITION BY article ORDER BY number) AS nth"
    for row in connection.execute(f"SELECT {', '.join(names)}{numbered} FROM {table}"):  # noqa: S608
        yield dict(zip([*names, *(["nth"] if numbered else [])], tuple(row), strict=True))
