from __future__ import annotations

import subprocess
import sys
import time

import click
import pytest

from rasad.views.cli.main import COMMANDS
from tests.views.cli.conftest import Run


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_the_help_of_every_command_shows_an_example_of_it(rasad: Run, command: click.Command) -> None:
    ran = rasad(str(command.name), "--help")

    assert ran.code == 0
    assert f"rasad {command.name} " in ran.out.partition("Example:")[2]
    assert all(not isinstance(option, click.Option) or option.help for option in command.params)


def test_help_imports_nothing_heavy() -> None:
    """The words, the facts and the libraries that read are loaded by the command that needs them, not for --help."""
    script = (
        "import sys; from rasad.views.cli.main import run; run(['events', '--help'])\n"
        "heavy = {'sqlite3', 'yaml', 'ahocorasick', 'rich', 'httpx', 'resiliparse', 'rasad.pipeline', 'rasad.ledger'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"
    assert time.perf_counter() - begun < 3, "0.1 s of a core that is not busy"


def test_a_fault_of_our_own_is_said_without_a_traceback(
    rasad: Run, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("rasad.ledger.View.summary", broken)
    ran = rasad("summary", "--ledger", ledger)

    assert ran.code == 1
    assert "a fault of rasad itself (ZeroDivisionError: by nothing)" in ran.err and "Traceback" not in ran.err


def test_an_interrupt_ends_with_130(rasad: Run, ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("rasad.ledger.View.summary", stopped)
    assert rasad("summary", "--ledger", ledger).code == 130


def test_version_is_said(rasad: Run) -> None:
    from rasad import __version__

    assert __version__ in rasad("--version").out
