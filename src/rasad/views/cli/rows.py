"""Rows on standard output: as a table to look at, as JSON lines, or as CSV.

In a table what articles say is isolated from the direction of the line and stripped of control characters, so that no
article can move the cursor or turn a line around.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

_ISOLATE, _END = "\u2068", "\u2069"
_RTL = {"R", "AL", "AN"}
#: Controls that could turn a line around; joiners inside words stay.
_TURNING = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}


def print_rows(rows: Iterable[Mapping[str, Any]], layout: str, columns: Sequence[str] = ()) -> int:
    """Print *rows* and return how many there were.

    Args:
        layout: "table", "jsonl" or "csv"; a table shows *columns* only, the others all.
    """
    if layout == "jsonl":
        return _print_jsonl(rows)
    if layout == "csv":
        return _print_csv(list(rows))
    return _print_table(list(rows), columns)


def plain(value: Any) -> str:
    """Return *value* as one line of text without control characters, isolated where it runs from right to left."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(plain(v) for v in value)
    text = "".join(_shown(c) for c in " ".join(str(value).split()))
    if any(unicodedata.bidirectional(c) in _RTL for c in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def _shown(char: str) -> str:
    if char in _TURNING:
        return ""
    return "\ufffd" if unicodedata.category(char) in {"Cc", "Cs"} else char


def _print_jsonl(rows: Iterable[Mapping[str, Any]]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the count is what is returned
        click.echo(json.dumps(row, ensure_ascii=False))
    return count


def _print_csv(rows: Sequence[Mapping[str, Any]]) -> int:
    if rows:
        stream = io.StringIO()
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
        click.echo(stream.getvalue(), nl=False)
    return len(rows)


def _cell(value: Any) -> Any:
    """A value of CSV: lists as their items with spaces between, objects as JSON."""
    if isinstance(value, (list, tuple)):
        return " ".join(str(v) for v in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


def _print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> int:
    if rows:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=None, pad_edge=False, header_style="bold")
        shown = [c for c in columns or rows[0] if any(row.get(c) not in (None, "", [], ()) for row in rows)]
        for column in shown:
            table.add_column(column.replace("_", " "), overflow="fold", no_wrap=column in {"id", "article"})
        for row in rows:
            table.add_row(*(Text(plain(row.get(c))) for c in shown))
        console = Console(highlight=False)
        console.print(table, width=console.width if console.is_terminal else 160)
    return len(rows)
