"""The verbs of the command line as functions of Python, of the same names: annotate, read, evaluate, audit.

Listings (articles, events, figures, …), show, find and summary are methods of :class:`rasad.ledger.View`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rasad.evaluation.evaluate import evaluate
from rasad.executors import local
from rasad.executors.batch import Counts
from rasad.executors.local import Progress
from rasad.ledger import View, Writer, audit
from rasad.pipeline.annotation import annotation
from rasad.pipeline.read import read_capture
from rasad.pipeline.reading import Reading
from rasad.sources import Bounds, open_source
from rasad.sources.capture import Capture, Skipped

__all__ = ["View", "annotate", "audit", "evaluate", "read", "sources"]


def sources(*where: str | Path, bounds: Bounds | None = None) -> Iterator[Capture | Skipped]:
    """Yield everything found in files, folders, addresses or "-" (standard input), in the order given.

    Raises:
        SourceMissing, SourceRefused: nothing at all can be read at one of the places.
    """
    for place in where:
        yield from open_source(place, bounds=bounds or Bounds())


def annotate(*where: str | Path, bounds: Bounds | None = None) -> Iterator[dict[str, Any] | Skipped]:
    """Yield what is read in each article as plain values in the shape of the gold, storing nothing.

    What cannot be read is yielded as Skipped, with its reason.
    """
    for found in sources(*where, bounds=bounds):
        read = read_capture(found) if isinstance(found, Capture) else found
        if isinstance(read, Reading):
            yield annotation(read)
            if read.unread is not None and isinstance(found, Capture):
                yield Skipped(found.where, read.unread)
        else:
            yield read


def read(
    *where: str | Path,
    ledger: Path | str,
    jobs: int = 1,
    executor: str = "local",
    bounds: Bounds | None = None,
    progress: Progress | None = None,
) -> Counts:
    """Read everything at *where* into the file *ledger*, and return how much was read, new and skipped.

    Args:
        jobs: how many processes (or actors) read.
        executor: "local", or "ray" for Ray actors on this machine or the cluster named in RAY_ADDRESS.
        progress: called with where each article was found, once it is in the ledger.

    Raises:
        LedgerError: the ledger cannot be written.
        MissingExtra: Ray is asked for and not installed.
    """
    with Writer(ledger) as writer:
        found = sources(*where, bounds=bounds)
        if executor == "ray":
            from rasad.executors import ray

            return ray.read_into(writer, found, jobs=jobs, progress=progress)
        return local.read_into(writer, found, jobs=jobs, progress=progress)
