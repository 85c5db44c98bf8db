"""The version of the coder: the package's number and a digest of the code, words and facts that it reads with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from rasad import __version__

#: The packages whose content decides what is read.
_NOT_READING = frozenset({"sources", "pipeline", "ledger", "analysis", "executors", "evaluation", "views"})
#: Files that others stand for.
_MADE = (".pyc", ".onnx", ".npz", "tokenizer.json")


@cache
def version() -> str:
    """Return such as "0.1.0+3f9c01d2a47b": any change of code, words or facts is another version.

    The compiled knowledge base is made of these when it is first needed, and says nothing more; the files of a model
    are pinned by its card.
    """
    digest = hashlib.sha256()
    for name, file in _files(files("rasad"), "rasad"):
        digest.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir() and item.name != "__pycache__" and item.name not in _NOT_READING:
            yield from _files(item, f"{name}/{item.name}")
        elif item.is_file() and not item.name.endswith(_MADE) and ".sqlite" not in item.name:
            yield f"{name}/{item.name}", item
