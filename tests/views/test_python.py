from __future__ import annotations

from pathlib import Path

import click
import pytest

import rasad
from rasad.errors import SourceMissing
from rasad.ledger import View
from rasad.sources.capture import Capture, Skipped
from rasad.views.cli.main import COMMANDS
from rasad.views.python import sources


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_has_its_twin_in_python(command: click.Command) -> None:
    """A command is a function of the package or a method of View, of the same name, with its own docstring."""
    name = str(command.name)
    twin = getattr(View, name, None) or getattr(rasad, name)

    assert callable(twin) and twin.__doc__


def test_what_the_package_offers_is_there() -> None:
    assert {"read", "annotate", "View", "audit", "evaluate", "export"} <= set(dir(rasad))
    assert all(getattr(rasad, name) for name in dir(rasad))
    with pytest.raises(AttributeError, match="nothing"):
        _ = rasad.nothing


def test_the_only_place_must_be_there_and_one_of_several_is_skipped(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("وزیر خارجه قزاقستان به کابل سفر کرد.", encoding="utf-8")

    with pytest.raises(SourceMissing):
        sources(tmp_path / "missing.txt")
    with pytest.raises(SourceMissing, match="empty"):
        sources("")
    first, second = sources(tmp_path / "missing.txt", good)
    assert isinstance(first, Skipped) and isinstance(second, Capture)
