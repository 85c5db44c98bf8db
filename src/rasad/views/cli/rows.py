"""Rows on standard output: as a table to look at, as JSON lines, or as CSV.

A table gives each row one line of short values and, beneath it, a line for each long one (a quote, a title), cut to the
width of the terminal. What articles say is isolated from the direction of the line and stripped of control characters,
so that no article can move the cursor or turn a line around.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

_ISOLATE, _END = "\u2068", "\u2069"
_RTL = {"R", "AL", "AN"}
#: Controls that could turn a line around; joiners inside words stay.
_TURNING = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
_UNBOUNDED = 100_000
_NARROWEST, _INDENT = 3, 4
#: Columns that are never cut.
_WHOLE = frozenset({"id", "article", "published"})


def print_rows(
    rows: Iterable[Mapping[str, Any]], layout: str, columns: Sequence[str] = (), below: Sequence[str] = ()
) -> int:
    """Print *rows* and return how many there were.

    Args:
        layout: "table", "jsonl" or "csv"; the latter two give every column.
        columns: those that a table shows side by side.
        below: those that a table shows beneath, a line each.
    """
    if layout == "jsonl":
        return _print_jsonl(rows)
    if layout == "csv":
        return _print_csv(list(rows))
    return _print_table(list(rows), columns, below)


def plain(value: Any, width: int = _UNBOUNDED) -> str:
    """Return *value* as a line of at most *width* cells without control characters, isolated where right to left."""
    text = cut(_wording(value), width)
    if any(unicodedata.bidirectional(c) in _RTL for c in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def amount(value: float) -> str:
    """Return a number as people write it: 28,000,000,000 or 4.5."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def cut(text: str, width: int) -> str:
    """Return *text*, its end replaced by an ellipsis where it takes more than *width* cells."""
    if len(text) <= width or cells(text) <= width:
        return text
    room, kept = width - 1, 0
    for kept, char in enumerate(text):  # noqa: B007 - where the loop ends is what is asked
        room -= cells(char)
        if room < 0:
            break
    return text[:kept].rstrip() + "…"


def cells(text: str) -> int:
    """Return how many cells of a terminal *text* takes: none for marks, joiners and isolates, two for wide letters."""
    return sum(
        0 if unicodedata.category(c) in {"Mn", "Me", "Cf"} else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def terminal_width() -> int:
    """Return how wide a table may be: as the terminal or COLUMNS has it, without bound in a pipe."""
    if os.environ.get("COLUMNS", "").isdigit() or sys.stdout.isatty():
        return max(40, shutil.get_terminal_size().columns)
    return _UNBOUNDED


def _wording(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return amount(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_wording, value))
    return "".join(_shown(c) for c in " ".join(str(value).split()))


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
        writer.writerows({name: _csv_cell(value) for name, value in row.items()} for row in rows)
        click.echo(stream.getvalue(), nl=False)
    return len(rows)


def _csv_cell(value: Any) -> Any:
    """A value of CSV: lists as their items with semicolons between, objects as JSON."""
    if isinstance(value, (list, tuple)):
        return "; ".join(str(v) for v in value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


def _print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], below: Sequence[str]) -> int:
    if not rows:
        return 0
    screen = terminal_width()
    shown = [c for c in columns or rows[0] if any(row.get(c) not in (None, "", [], ()) for row in rows)]
    table = [[_wording(row.get(c)) for c in shown] for row in rows]
    heads = [c.replace("_", " ") for c in shown]
    widths = [max(cells(head), *(cells(line[n]) for line in table)) for n, head in enumerate(heads)]
    widths = _fitted(widths, screen, [c in _WHOLE for c in shown])
    numbers = [all(isinstance(row.get(c), (int, float, type(None))) for row in rows) for c in shown]
    click.echo(_line(heads, widths, numbers))
    for row, line in zip(rows, table, strict=True):
        click.echo(_line(line, widths, numbers))
        for name in below:
            if row.get(name) not in (None, "", [], ()):
                marks = ("«", "»") if name in {"quote", "snippet"} else ("", "")
                text = plain(row[name], screen - _INDENT - 2)
                click.echo(f"{' ' * _INDENT}{marks[0]}{text}{marks[1]}")
    return len(rows)


def _fitted(widths: list[int], screen: int, whole: Sequence[bool]) -> list[int]:
    """Take from the widest columns, one cell after another, until the line fits or nothing is left to take."""
    widths = list(widths)
    while sum(widths) + 2 * (len(widths) - 1) > screen:
        widest = max(range(len(widths)), key=lambda n: -1 if whole[n] else widths[n])
        if whole[widest] or widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    return widths


def _line(line: Sequence[str], widths: Sequence[int], numbers: Sequence[bool]) -> str:
    parts = []
    for text, width, number in zip(line, widths, numbers, strict=True):
        shown = plain(text, width)
        space = " " * max(0, width - cells(shown))
        parts.append(space + shown if number else shown + space)
    return "  ".join(parts).rstrip()
