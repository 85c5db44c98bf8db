"""Shards: units of rows as Parquet files named by their content, for a writer on another machine to absorb."""

from __future__ import annotations

import hashlib
import io
import json
import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from rasad.errors import MissingExtra
from rasad.executors.batch import Unit
from rasad.ledger.assertion import Row, canonical


def write_shard(units: Sequence[Unit], folder: Path) -> Path:
    """Write *units* into *folder* and return the file; the same content, clock times aside, has the same name.

    One row of Parquet is one row of the ledger: unit INT64 (which capture of the shard), where STRING, read BOOL,
    table STRING, row STRING (JSON of its values), raw BINARY (a capture's bytes, else null).

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    pa, pq = _pyarrow()
    schema = pa.schema(
        [("unit", pa.int64()), ("where", pa.string()), ("read", pa.bool_()), ("table", pa.string()),
         ("row", pa.string()), ("raw", pa.binary())]
    )  # fmt: skip
    rows = [
        {
            "unit": nth, "where": unit.where, "read": unit.read, "table": row.table,
            "row": canonical({name: value for name, value in row.values.items() if name != "raw"}),
            "raw": row.values.get("raw"),
        }
        for nth, unit in enumerate(units)
        for row in unit.rows
    ]  # fmt: skip
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), buffer)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_digest(units)}.parquet"
    if not path.exists():
        partial = path.with_suffix(f".{os.getpid()}.partial")
        partial.write_bytes(buffer.getvalue())
        partial.replace(path)
    return path


def read_shard(path: Path) -> Iterator[Unit]:
    """Yield the units of a shard in their order.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    _, pq = _pyarrow()
    for _, group in groupby(pq.read_table(path).to_pylist(), key=lambda row: row["unit"]):
        rows = list(group)
        yield Unit(rows[0]["where"], rows[0]["read"], tuple(map(_row, rows)))


def _row(kept: dict[str, Any]) -> Row:
    values = json.loads(kept["row"])
    if kept["raw"] is not None:
        values["raw"] = kept["raw"]
    return Row(kept["table"], values)


def _digest(units: Sequence[Unit]) -> str:
    digest = hashlib.sha256()
    for unit in units:
        for row in unit.rows:
            values = {name: value for name, value in row.values.items() if name not in {"raw", "captured"}}
            digest.update(canonical([unit.where, row.table, values]).encode() + b"\n")
    return digest.hexdigest()[:32]


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("shards as Parquet", "parquet") from error
    return pyarrow, pyarrow.parquet
