"""The verbs of the command line as functions of Python, of the same names: annotate, read, who, party, links, …

Listings (articles, events, figures, …), show, find and summary are methods of :class:`rasad.ledger.View`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from rasad.errors import LedgerError, SourceError, SourceMissing
from rasad.evaluation.evaluate import evaluate
from rasad.executors import local
from rasad.executors.batch import Counts
from rasad.executors.local import OnSkipped, Progress
from rasad.ledger import View, Writer, audit
from rasad.models.names import DEFAULT
from rasad.pipeline.annotation import annotation
from rasad.pipeline.read import check_model, read_capture
from rasad.pipeline.reading import Reading
from rasad.sources import Bounds, open_source
from rasad.sources.capture import Capture, Skipped
from rasad.views.known import party, who
from rasad.views.links import link_rows

__all__ = ["View", "annotate", "audit", "evaluate", "export", "links", "party", "read", "sources", "who"]


def sources(*where: str | Path, bounds: Bounds | None = None) -> Iterator[Capture | Skipped]:
    """Return everything found in files, folders, addresses or "-" (standard input), in the order given.

    Of several places one that cannot be read at all is yielded as Skipped, like everything else that is not read.

    Raises:
        SourceMissing, SourceRefused: nothing at all can be read at the only place given.
    """
    if len(where) == 1:
        return _open(where[0], bounds or Bounds())
    return _each(where, bounds or Bounds())


def _open(place: str | Path, bounds: Bounds) -> Iterator[Capture | Skipped]:
    if place == "":  # which Path would take for the folder that we are in
        raise SourceMissing("''", "The path is empty; expected a file, a folder or an address.")
    return open_source(place, bounds=bounds)


def _each(where: tuple[str | Path, ...], bounds: Bounds) -> Iterator[Capture | Skipped]:
    for place in where:
        try:
            yield from _open(place, bounds)
        except SourceError as error:
            yield Skipped(error.where, error.why)


def annotate(
    *where: str | Path, bounds: Bounds | None = None, model: str = DEFAULT
) -> Iterator[dict[str, Any] | Skipped]:
    """Yield what is read in each article as plain values in the shape of the gold, storing nothing.

    What cannot be read is yielded as Skipped, with its reason. *model* "none" reads by the lexicons alone.

    Raises:
        ModelError: there is no such model.
    """
    check_model(model)
    for found in sources(*where, bounds=bounds):
        read = read_capture(found, model=model) if isinstance(found, Capture) else found
        if isinstance(read, Reading):
            yield annotation(read)
            if read.unread is not None and isinstance(found, Capture):
                yield Skipped(found.where, read.unread)
        else:
            yield read


def links(*where: str | Path, bounds: Bounds | None = None) -> Iterator[dict[str, Any] | Skipped]:
    """Yield each wording of each article that was linked or refused: candidates, features, weights, rule."""
    for found in sources(*where, bounds=bounds):
        read = read_capture(found) if isinstance(found, Capture) else found
        if isinstance(read, Reading):
            yield from link_rows(read)
        else:
            yield read


def read(
    *where: str | Path,
    ledger: Path | str,
    jobs: int = 1,
    executor: str = "local",
    bounds: Bounds | None = None,
    model: str = DEFAULT,
    progress: Progress | None = None,
    skipped: OnSkipped | None = None,
) -> Counts:
    """Read everything at *where* into the file *ledger*, and return how much was read, new and skipped.

    Args:
        jobs: how many processes (or actors) read.
        executor: "local", or "ray" for Ray actors on this machine or the cluster named in RAY_ADDRESS.
        model: a model that came with rasad, or "none" for the lexicons alone; every reading says which.
        progress: called with where each article was found, once it is in the ledger.
        skipped: called with each thing that was met and not read, and why, once that is in the ledger.

    Raises:
        SourceMissing, SourceRefused: nothing at all can be read at the only place given; no ledger is made then.
        LedgerError: the ledger cannot be written.
        MissingExtra: Ray is asked for and not installed.
        ModelError: there is no such model.
    """
    check_model(model)
    reader = partial(read_capture, model=model)
    found = _save(sources(*where, bounds=bounds), Path(ledger))
    first = list(islice(found, 1))  # an address that is not there says so now, before a ledger is made
    found = chain(first, found)
    with Writer(ledger) as writer:
        if executor == "ray":
            from rasad.executors import ray

            return ray.read_into(writer, found, jobs=jobs, progress=progress, skipped=skipped, read=reader, model=model)
        return local.read_into(writer, found, jobs=jobs, progress=progress, skipped=skipped, read=reader, model=model)


def _save(found: Iterator[Capture | Skipped], ledger: Path) -> Iterator[Capture | Skipped]:
    """Pass over the ledger itself, which may lie in a folder that is read."""
    own = {ledger.resolve().with_name(ledger.name + ending) for ending in ("", "-wal", "-shm", "-journal")}
    return (item for item in found if not (isinstance(item, Skipped) and Path(item.where).resolve() in own))


def export(to: str | Path, *, ledger: Path | str, layout: str = "jsonl") -> list[Path]:
    """Write the ledger out for other programs, and return the files written.

    Args:
        to: the file of JSON lines, or the folder of Parquet files.
        layout: "jsonl" for every row of every table as sorted lines, "parquet" for one file a table.

    Raises:
        LedgerError: there is no such ledger, or *to* cannot be written.
        MissingExtra: Parquet is asked for and pyarrow is not installed.
    """
    to = Path(to)
    with View(ledger) as view:
        try:
            if layout == "parquet":
                return view.export_parquet(to)
            partial = to.with_name(f"{to.name}.{os.getpid()}.partial")
            with partial.open("w", encoding="utf-8", newline="\n") as stream:
                view.export_jsonl(stream)
            partial.replace(to)
        except OSError as error:
            raise LedgerError(str(ledger), f"{to} cannot be written ({error.strerror or error}).") from error
    return [to]
