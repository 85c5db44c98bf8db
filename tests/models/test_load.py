from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from rasad.coding.labels import digest
from rasad.errors import ModelError
from rasad.models import load as loading
from rasad.models.load import FILES, folder, load, shipped
from rasad.models.names import DEFAULT


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped model that may be spoilt."""
    home = tmp_path / "copied"
    shutil.copytree(folder(DEFAULT), home)
    monkeypatch.setattr(loading, "folder", lambda name: tmp_path / name)
    return home


def test_the_shipped_model_is_what_its_card_pins_and_not_too_large() -> None:
    model = load(DEFAULT, digest())
    assert DEFAULT in shipped()
    assert set(model.card["files"]) == set(FILES)
    assert sum((folder(DEFAULT) / name).stat().st_size for name in FILES) <= 60e6
    assert all(model.card[name] for name in ("licence", "origin", "trained_on"))


def test_an_unknown_model_is_refused_with_those_there_are() -> None:
    with pytest.raises(ModelError, match="expected one of coder, none"):
        load("bert", digest())


def test_a_file_that_was_changed_is_refused(copied: Path) -> None:
    with (copied / "heads.npz").open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(ModelError, match=r"heads\.npz is not the one that its card pins.*--model none"):
        load("copied", digest())


def test_a_file_that_is_missing_is_named(copied: Path) -> None:
    (copied / "dates.onnx").unlink()
    with pytest.raises(ModelError, match=r"dates\.onnx is missing"):
        load("copied", digest())


def test_a_model_of_other_labels_is_refused(copied: Path) -> None:
    card = json.loads((copied / "card.json").read_text())
    (copied / "card.json").write_text(json.dumps({**card, "labels": "0" * 64}))
    with pytest.raises(ModelError, match="other labels"):
        load("copied", digest())
