"""Loading a model: by name, once a process, and only when its files are those that its card pins."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rasad.errors import ModelError
from rasad.models.names import NONE
from rasad.models.network import TREES, Network
from rasad.models.tokens import Tokens

#: The files of a model, each pinned by its card.
FILES = ("encoder.onnx", "heads.npz", "tokenizer.json", *(f"{name}.onnx" for name in TREES))


@dataclass(frozen=True, slots=True)
class Model:
    """A model ready to read: ``card`` says what it is, and how its scores are to be taken."""

    name: str
    card: dict[str, Any]
    tokens: Tokens
    network: Network


def folder(name: str) -> Path:
    """Return where the files of a shipped model lie."""
    return Path(str(files("rasad.models"))) / name


def shipped() -> tuple[str, ...]:
    """Return the names of the models that came with this package."""
    home = Path(str(files("rasad.models")))
    return tuple(sorted(path.parent.name for path in home.glob("*/card.json")))


@cache
def load(name: str, labels: str) -> Model:
    """Load the model *name*.

    Args:
        labels: the digest of the labels and features that the code knows, which must be those it was trained on.

    Raises:
        ModelError: there is no such model, a file is missing or not the one that its card pins, or it was trained on
            other labels.
    """
    home = folder(name)
    card_path = home / "card.json"
    if not card_path.is_file():
        known = ", ".join((*shipped(), NONE))
        raise ModelError(name, f"no model of this name came with rasad; expected one of {known}")
    card = json.loads(card_path.read_text(encoding="utf-8"))
    for file in FILES:
        path = home / file
        if not path.is_file():
            raise ModelError(name, f"its file {file} is missing")
        if hashlib.sha256(path.read_bytes()).hexdigest() != card["files"].get(file):
            raise ModelError(name, f"its file {file} is not the one that its card pins (by SHA-256)")
    if card["labels"] != labels:
        raise ModelError(name, "it was trained on other labels and features than this version of rasad has")
    return Model(name, card, Tokens(home / "tokenizer.json"), Network(home))
