"""Wordings written down blind to the code: whom each means as of a day, or that it means nobody for certain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rasad.entities.who import who

#: The open ones; tests/entities/probes-kept.tsv is for measuring alone.
OPEN = Path(__file__).parent / "probes-open.tsv"
#: What was reached when this was written; never lowered.
RIGHT, REFUSED = 0.99, 0.97


def _probes(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith(("#", "wording\t")):
            yield line.split("\t")


def _answer(cells: list[str]) -> str:
    wording, language, on, near = cells[:4]
    if wording.startswith("repeat:"):
        _, letters, times = wording.split(":")
        wording = letters * int(times)
    day = date.fromisoformat(on) if on else None
    return who(wording, on=day, language=language or None, near=[i for i in near.split(",") if i]).id or "-"


def test_wordings_mean_whom_a_careful_reader_says() -> None:
    """Shares of right answers, and of right refusals, over the open ones."""
    right: list[bool] = []
    refused: list[bool] = []
    for cells in _probes(OPEN):
        (refused if cells[4] == "-" else right).append(_answer(cells) == cells[4])

    assert sum(right) / len(right) >= RIGHT
    assert sum(refused) / len(refused) >= REFUSED
