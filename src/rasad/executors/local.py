"""Reading on this machine: in this process, or in several that each load words and models once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from rasad.executors.batch import BATCH, Counts, Found, Reader, Unit, batches, read_batch
from rasad.ledger.writer import Writer
from rasad.models.names import DEFAULT
from rasad.pipeline.read import coder, read_capture
from rasad.pipeline.version import version
from rasad.sources.capture import Capture, Skipped

Progress = Callable[[str], None]
OnSkipped = Callable[[Skipped], None]
_AHEAD = 4


def read_into(
    writer: Writer,
    found: Iterable[Found],
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    skipped: OnSkipped | None = None,
    read: Reader = read_capture,
    model: str = DEFAULT,
    batch: int = BATCH,
) -> Counts:
    """Read everything *found* into the ledger of *writer*; it is the same ledger whatever the number of *jobs*.

    Args:
        writer: the ledger; each capture is one transaction of it.
        found: captures, and what their sources skipped; taken a few batches ahead, never all at once.
        jobs: how many processes read; 1 reads in this one.
        progress: called with where each was found, once it is in the ledger.
        skipped: called with each thing that was not read, and why, once that is in the ledger.
        read: what reads a capture; with several jobs a function that a fresh process can import.
        model: what *read* reads with, as its readings say.
        batch: how many captures travel together.

    Returns:
        How many captures were read, how many of them were new to the ledger, and how many were skipped.
    """
    intake = Intake(writer, progress, skipped, model=model)
    fresh = intake.fresh(found)
    if jobs <= 1:
        for group in batches(fresh, 1):
            intake.absorb(read_batch(group, read=read))
    else:
        for units in _read_apart(fresh, jobs=jobs, read=read, batch=batch):
            intake.absorb(units)
    return intake.counts


class Intake:
    """The one place where a run meets its ledger: passes over what is read already, absorbs units, and counts."""

    def __init__(
        self, writer: Writer, progress: Progress | None = None, skipped: OnSkipped | None = None, *,
        model: str = DEFAULT,
    ) -> None:  # fmt: skip
        self.counts = Counts()
        self._coder = coder(model)
        self._writer, self._progress, self._skipped = writer, progress, skipped

    def fresh(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield those of *found* that this version has not read; of the others keep where they were found."""
        for item in found:
            if isinstance(item, Capture) and self._writer.add_telling(item, self._coder, version()):
                self._count(item.where, Counts(read=1))
            else:
                yield item

    def absorb(self, units: Iterable[Unit]) -> None:
        """Add *units* to the ledger, one transaction each."""
        for unit in units:
            new = self._writer.add_rows(unit.rows)
            if self._skipped is not None:
                for skipped in unit.skipped():
                    self._skipped(skipped)
            self._count(unit.where, Counts(int(unit.read), int(unit.read and new), int(not unit.read)))

    def _count(self, where: str, counts: Counts) -> None:
        self.counts += counts
        if self._progress is not None:
            self._progress(where)


def _read_apart(found: Iterable[Found], *, jobs: int, read: Reader, batch: int) -> Iterator[list[Unit]]:
    """Yield the units of *found* in order, batch by batch, read by *jobs* processes."""
    waiting: deque[tuple[Sequence[Found], Future[list[Unit]]]] = deque()
    readers = _Readers(jobs, read)
    try:
        for group in batches(found, batch):
            waiting.append((group, readers.submit(group)))
            if len(waiting) >= jobs * _AHEAD:
                yield readers.result(*waiting.popleft())
        while waiting:
            yield readers.result(*waiting.popleft())
    finally:
        readers.close()


class _Readers:
    """Processes that read; when one dies of what it reads, the others go on and the culprit is set aside."""

    def __init__(self, jobs: int, read: Reader) -> None:
        self._jobs, self._read = jobs, read
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")  # forked copies of threads and locks would not be safe
        return ProcessPoolExecutor(self._jobs, mp_context=spawn, initializer=_belong_to_the_parent)

    def submit(self, group: Sequence[Found]) -> Future[list[Unit]]:
        try:
            return self._pool.submit(read_batch, group, read=self._read)
        except BrokenProcessPool:
            self.close()
            self._pool = self._start()
            return self._pool.submit(read_batch, group, read=self._read)

    def result(self, group: Sequence[Found], future: Future[list[Unit]]) -> list[Unit]:
        try:
            return future.result()
        except BrokenProcessPool:
            return [unit for item in group for unit in self._alone(item)]

    def _alone(self, item: Found) -> list[Unit]:
        try:
            return self.submit([item]).result()
        except BrokenProcessPool:
            why = "The process that read it died; it may want more memory than there is."
            return read_batch([Skipped(item.where, why)])

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


def _belong_to_the_parent() -> None:
    """Leave interrupts to the parent, and end when it ends, killed or not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
