"""Steps: plain functions that say what they read and what they write, strung together.

A missing link is reported before anything runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rasad.errors import PipelineError


@dataclass(frozen=True, slots=True)
class Step:
    """One stage: ``run`` takes the values named in ``reads``, in that order, and returns the one named ``writes``."""

    name: str
    reads: tuple[str, ...]
    writes: str
    run: Callable[..., Any]


class StepFailed(Exception):
    """A step raised: *step* names it, *why* words what it raised; its cause is the error itself."""

    def __init__(self, step: str, why: str) -> None:
        super().__init__(step, why)
        self.step, self.why = step, why


def missing_links(steps: Iterable[Step], given: Iterable[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for each value that is read before written, written twice, or wanted and never written."""
    have = set(given)
    links = []
    for step in steps:
        links += [f"step {step.name!r} reads {name!r}, which no step before it writes" for name in step.reads
                  if name not in have]  # fmt: skip
        if step.writes in have:
            links.append(f"step {step.name!r} writes {step.writes!r}, which is there already")
        have.add(step.writes)
    links += [f"{name!r} is wanted and no step writes it" for name in wanted if name not in have]
    return tuple(links)


def chain(steps: Iterable[Step], *, given: Iterable[str], wanted: Iterable[str]) -> tuple[Step, ...]:
    """Return *steps* as a tuple once every link between them is found to be there.

    Raises:
        PipelineError: a link is missing; the error lists all that are.
    """
    steps = tuple(steps)
    if links := missing_links(steps, given, wanted):
        raise PipelineError(links)
    return steps


def run(step: Step, values: Mapping[str, Any]) -> Any:
    """Run one step on *values* and return what it writes.

    Raises:
        StepFailed: the step raised; nothing that one article holds may stop the reading of the others.
    """
    try:
        return step.run(*(values[name] for name in step.reads))
    except Exception as error:
        raise StepFailed(step.name, f"{type(error).__name__}: {error}") from error
