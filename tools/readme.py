"""Writes into README.md what `make demo` prints, shortened, and the figures of `make gold`: python tools/readme.py"""

from __future__ import annotations

import contextlib
import io
import os
import re
import runpy
import sys
import tempfile
from datetime import date
from pathlib import Path

from rasad.evaluation.__main__ import measure
from rasad.evaluation.floors import CEILING, measured
from rasad.evaluation.scores import WORDINGS

ROOT = Path(__file__).resolve().parent.parent
FIGURES = (
    "language", "published", "title", "furniture", "surfaces", "links", "people", "events found", "events",
    "events full", "figures", "figures full", "statements", "risks", "responses", "checks",
)  # fmt: skip
COLUMNS = {"all": "all", "fa-AF": "Dari", "fa-IR": "Persian of Iran", "ar": "Arabic"}
_SHOWN = 2


def figures() -> str:
    """Return F1 of every figure by language, as a table."""
    reports = measure(ROOT / "gold" / "dev")
    rows = [f"| F1 of | {' | '.join(COLUMNS.values())} |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name in (*FIGURES, CEILING):
        values = " | ".join(f"{measured(reports[language], name):.2f}" for language in COLUMNS)
        rows.append(f"| {'false checks an article' if name == CEILING else WORDINGS.get(name, name)} | {values} |")
    return "\n".join(rows) + "\n"


def demo() -> str:
    """Return what the demo prints, two records of each kind and without the next steps."""
    printed = io.StringIO()
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
        os.chdir(folder)
        try:
            runpy.run_path(str(ROOT / "examples" / "demo.py"))["main"]()
        finally:
            os.chdir(before)
    kept: list[str] = []
    shown = 0
    for line in printed.getvalue().partition("\nIt was read by")[0].splitlines():
        if not line.startswith(" "):
            shown = 0
        elif re.match(r"  (ar|fa-\w\w) ", line):
            shown += 1
        if shown <= _SHOWN:
            kept.append(re.sub("[\u2068\u2069]", "", line).rstrip())
    return "\n".join(kept).strip() + "\n"


def main() -> int:
    """Write both into the README."""
    path = ROOT / "README.md"
    page = path.read_text(encoding="utf-8")
    for pattern, made in (
        (r"(?<=```text\n)Reading the articles.*?(?=```)", demo()),
        (r"\| F1 of .*?(?=\n\n)", figures().rstrip()),
        (r"(?<=`make gold`, )[\d-]+", date.today().isoformat()),
    ):
        page, count = re.subn(pattern, made.replace("\\", "\\\\"), page, count=1, flags=re.S)
        if not count:
            print(f"README.md has no place for {pattern}", file=sys.stderr)
            return 1
    path.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
