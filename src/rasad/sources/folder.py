"""Folders: the files in them, sorted, with what was passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from rasad.sources.capture import Skipped
from rasad.sources.kind import BESIDE


def files_in(folder: Path) -> Iterator[Path | Skipped]:
    """Yield the files of *folder* and of the folders within it, sorted by name at each level.

    Hidden files and folders (whose names begin with a full stop) are passed over in silence. A folder met twice, as
    happens where links make a loop, is entered once.
    """
    entered: set[tuple[int, int]] = set()
    waiting: list[Path] = [folder]
    empty = True
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                if (status.st_dev, status.st_ino) in entered:
                    yield Skipped(
                        shown(path), "The link leads to a folder that was read already; it is not read twice."
                    )
                    continue
                entered.add((status.st_dev, status.st_ino))
                seen = sorted((inner for inner in path.iterdir() if not inner.name.startswith(".")), reverse=True)
                waiting.extend(seen)
                continue
        except (OSError, ValueError) as error:
            broken = path.is_symlink() and not path.exists()
            why = "The link leads nowhere." if broken else f"It cannot be looked at ({reason(error)})."
            yield Skipped(shown(path), why)
            empty = False
            continue
        empty = False
        if not stat.S_ISREG(status.st_mode):
            yield Skipped(
                shown(path), "It is no regular file but a pipe, socket or device; expected files and folders."
            )
        elif path.suffix.lower().lstrip(".") in BESIDE:
            why = (
                f"Its ending {path.suffix} says data or a program, not an article. If it is one, give the file itself."
            )
            yield Skipped(shown(path), why)
        else:
            yield path
    if empty:
        yield Skipped(shown(folder), "The folder holds no files, hidden ones aside; expected articles.")


def shown(path: Path) -> str:
    """Return *path* as text that can be kept, whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def reason(error: Exception) -> str:
    """Return what the system says of a failure, without the path, which is said elsewhere."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
