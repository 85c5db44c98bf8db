"""Writes docs/cli.md from the commands themselves: python docs/make_cli.py"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rasad.views.cli.main import COMMANDS, cli

HERE = Path(__file__).resolve().parent
_WIDTH = 100
_HEAD = """# The command line

<!-- Written by docs/make_cli.py from the commands; change them, then run it. -->

Rows go to standard output, talk to standard error. Every listing prints a table to look at (`--format table`), JSON
lines or CSV; the latter two hold every column, whole. A table is cut to the width of the terminal, and not at all in a
pipe. `RASAD_LEDGER` names the ledger where `--ledger` does not.

Exit codes: 0 if it went well (for `read` and `annotate`: something was read), 1 if nothing was read or the ledger is
not what it should be, 2 for a command that was worded wrongly, 130 if it was stopped.

"""


def page() -> str:
    """Return the page: what `--help` says of every command."""
    parts = [_HEAD, _help(cli, "rasad")]
    for command in COMMANDS:
        parts.append(f"\n## {command.name}\n\n{_help(command, f'rasad {command.name}')}")
    return "".join(parts)


def _help(command: click.Command, called: str) -> str:
    context = click.Context(command, info_name=called, terminal_width=_WIDTH, max_content_width=_WIDTH,
                            help_option_names=["-h", "--help"])  # fmt: skip
    return f"```text\n{command.get_help(context)}\n```\n"


def main() -> int:
    """Write the page."""
    (HERE / "cli.md").write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
