"""Reading on Ray: actors that load words and models once, write shards, and are started again when they die."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from rasad.errors import MissingExtra
from rasad.executors.batch import BATCH, Counts, Found, Reader, batches, read_batch
from rasad.executors.local import Intake, OnSkipped, Progress
from rasad.executors.shard import read_shard, write_shard
from rasad.ledger.writer import Writer
from rasad.models.names import DEFAULT
from rasad.pipeline.read import read_capture

_AHEAD = 4
_RESTARTS = 3


def read_into(
    writer: Writer,
    found: Iterable[Found],
    *,
    jobs: int = 2,
    progress: Progress | None = None,
    skipped: OnSkipped | None = None,
    read: Reader = read_capture,
    model: str = DEFAULT,
    batch: int = BATCH,
    shards: Path | None = None,
    address: str | None = None,
) -> Counts:
    """Read everything *found* into the ledger of *writer* with *jobs* actors; one process makes the same.

    Args:
        writer, found, progress, skipped, read, model, batch: as in :func:`rasad.executors.local.read_into`.
        jobs: how many actors, of one CPU each.
        shards: a folder that all machines share; beside the ledger if left out. Its files may be deleted afterwards,
            and :func:`absorb_shards` takes in those that a killed run left.
        address: a cluster to join; without it that of RAY_ADDRESS, else one on this machine while this lasts.

    Raises:
        MissingExtra: Ray or pyarrow is not installed.
    """
    ray = _ray()
    folder = (shards or writer.path.with_name(writer.path.name + ".shards")).absolute()
    intake = Intake(writer, progress, skipped, model=model)
    ours = not ray.is_initialized()
    if ours:
        _start(ray, jobs, address)
    try:
        actor = ray.remote(num_cpus=1, max_restarts=_RESTARTS, max_task_retries=_RESTARTS)(_Reader)
        actors = cycle([actor.remote(read, str(folder)) for _ in range(max(1, jobs))])
        waiting: deque[Any] = deque()
        for group in batches(intake.fresh(found), batch):
            waiting.append(next(actors).read.remote(group))
            if len(waiting) >= jobs * _AHEAD:
                intake.absorb(read_shard(Path(ray.get(waiting.popleft()))))
        while waiting:
            intake.absorb(read_shard(Path(ray.get(waiting.popleft()))))
    finally:
        if ours:
            ray.shutdown()
    return intake.counts


def absorb_shards(writer: Writer, folder: Path) -> Counts:
    """Add every shard in *folder*, as a run that was killed may have left them; what is there already adds nothing."""
    intake = Intake(writer)
    for path in sorted(folder.glob("*.parquet")):
        intake.absorb(read_shard(path))
    return intake.counts


class _Reader:
    """An actor: one process that reads batch after batch."""

    def __init__(self, read: Reader, folder: str) -> None:
        self._read, self._folder = read, Path(folder)

    def read(self, group: Sequence[Found]) -> str:
        return str(write_shard(read_batch(group, read=self._read), self._folder))


def _start(ray: Any, jobs: int, address: str | None) -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    quiet = {"include_dashboard": False, "log_to_driver": False, "logging_level": "error"}
    if address or os.environ.get("RAY_ADDRESS"):
        ray.init(address=address, log_to_driver=False, logging_level="error")
    else:
        ray.init(num_cpus=max(1, jobs), **quiet)


def _ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise MissingExtra("reading on Ray", "ray") from error
    return ray
