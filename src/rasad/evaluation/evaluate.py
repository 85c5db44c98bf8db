"""Evaluating: the pipeline reads a gold folder's texts, and what it marks is scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rasad.evaluation.gold import Gold, Marks, load_gold, marks
from rasad.evaluation.scores import Report, score
from rasad.models.names import DEFAULT
from rasad.pipeline.annotation import annotation
from rasad.pipeline.read import read_capture
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture, Skipped

Reader = Callable[[Capture], Reading | Skipped]


def evaluate(folder: Path | str, *, language: str | None = None, model: str = DEFAULT) -> Report:
    """Read the gold articles of *folder* with *model* and return how well.

    *language* takes only those in it, such as "fa-AF".

    Raises:
        SourceMissing: no such folder, or nothing annotated in it.
        DataError: a gold file is not well-formed.
    """
    golds = of_language(load_gold(Path(folder)), language)
    return score(golds, answers(golds, read=partial(read_capture, model=model)))


def of_language(golds: Sequence[Gold], language: str | None) -> list[Gold]:
    """Return those of *golds* in *language*, all where it is None."""
    return [gold for gold in golds if language is None or gold.marks.language == language]


def answers(golds: Sequence[Gold], *, read: Reader = read_capture) -> dict[str, Marks]:
    """Return what *read* marks in each article, by its name; one that is skipped is left out."""
    found = {}
    for gold in golds:
        reading = read(capture_of(gold))
        if isinstance(reading, Reading):
            found[gold.name] = marks(annotation(reading), gold.text)
    return found


def capture_of(gold: Gold) -> Capture:
    """Return the article as a file of text gives it, line ends as they lie on disk."""
    taken = datetime.fromtimestamp(0, UTC)
    return Capture(gold.name, str(gold.path), gold.raw, gold.text, "text", "utf-8", taken, gold.declared)
