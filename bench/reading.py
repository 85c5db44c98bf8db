"""How fast articles are read on one core, part by part, and what that costs before the first one.

    python bench/reading.py [FOLDER] [--rounds N]

reads the texts of FOLDER (gold/dev where it is left out) once to warm up, then N times with a clock around every step.
`bench/README.md` says how to read the table.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rasad.pipeline.read import STEPS
from rasad.pipeline.steps import Step, run
from rasad.sources.capture import Capture
from rasad.sources.open import open_source

GOLD = Path(__file__).resolve().parent.parent / "gold" / "dev"
#: What a fresh process does before its first article, each after the one before it.
STARTS = {
    "import of the package": "import rasad.views.python",
    "knowledge base": "from rasad.knowledge.base import load_base; load_base()",
    "automata and word lists": (
        "from datetime import UTC, datetime; from rasad.pipeline.read import read_capture; "
        "from rasad.sources.capture import Capture; text = {text!r}; "
        "read_capture(Capture('a', 'a', text.encode(), text, 'text', 'utf-8', datetime.now(UTC)))"
    ),
}


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that *step* took over all articles of one round."""

    step: str
    seconds: float


def captures(folder: Path) -> list[Capture]:
    """Return the texts of *folder* as captures, in the order of their names."""
    return [
        found
        for path in sorted(folder.glob("*.txt"))
        for found in open_source(path, now=lambda: datetime.fromtimestamp(0, UTC))
        if isinstance(found, Capture)
    ]


def one_round(articles: Iterable[Capture], steps: Sequence[Step] = STEPS) -> list[Spent]:
    """Read *articles* and return what each step took."""
    seconds = dict.fromkeys((step.name for step in steps), 0.0)
    for capture in articles:
        values: dict[str, Any] = {"capture": capture}
        for step in steps:
            begun = time.process_time()
            values[step.writes] = run(step, values)
            seconds[step.name] += time.process_time() - begun
    return [Spent(name, spent) for name, spent in seconds.items()]


def start_up(text: str) -> list[Spent]:
    """Return what a fresh process spends before its first article, *text*, is read, the reading of it included."""
    lines = ["import time, sys"]
    for name, code in STARTS.items():
        lines += ["begun = time.process_time()", code.format(text=text)]
        lines += [f"print({name!r}, time.process_time() - begun, sep='\\t')"]
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return [Spent(name, float(seconds)) for name, seconds in rows]


def memory() -> float:
    """Return the most memory that this process held at once, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time the reading of articles on one core, part by part.")
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--rounds", type=int, default=3, help="how many times all articles are read (3)")
    asked = parser.parse_args(arguments)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    articles = captures(asked.folder)
    if not articles:
        print(f"{asked.folder} holds no texts that can be read.", file=sys.stderr)
        return 1
    one_round(articles)
    rounds = [one_round(articles) for _ in range(max(1, asked.rounds))]
    best = min(rounds, key=lambda spent: sum(one.seconds for one in spent))
    _print(asked.folder, articles, best, rounds)
    return 0


def _print(folder: Path, articles: Sequence[Capture], best: Sequence[Spent], rounds: Sequence[Sequence[Spent]]) -> None:
    seconds = sum(one.seconds for one in best)
    size = sum(len(capture.raw) for capture in articles)
    print(f"{len(articles)} articles of {folder}, {size:,} bytes; Python {platform.python_version()}, one core")
    print(f"best of {len(rounds)} rounds, after one to warm up:\n")
    print(f"  {len(articles) / seconds:10.1f}  articles a second")
    print(f"  {size / seconds / 1e6:10.3f}  MB a second")
    print(f"  {memory():10.0f}  MiB of memory at most\n")
    print("  step          ms an article   share")
    for one in sorted(best, key=lambda spent: -spent.seconds):
        print(f"  {one.step:12}{1000 * one.seconds / len(articles):15.2f}{one.seconds / seconds:8.1%}")
    print("\n  before the first article, in a fresh process")
    for one in start_up(articles[0].text):
        print(f"  {one.step:26}{one.seconds:8.2f} s")


if __name__ == "__main__":
    sys.exit(main())
