"""``rasad`` and its commands; whatever is heavy is imported by the command that needs it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from rasad import __version__
from rasad.errors import RasadError
from rasad.views.cli.annotate import annotate
from rasad.views.cli.evaluate import evaluate
from rasad.views.cli.known import links, party, who
from rasad.views.cli.ledger import audit, export, find, show, summary
from rasad.views.cli.listings import LISTINGS
from rasad.views.cli.read import read

COMMANDS = (read, annotate, links, who, party, *LISTINGS, show, find, summary, audit, export, evaluate)


class _InOrder(click.Group):
    """A group that lists its commands in the order of the work: read, then look, then prove."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="rasad")
def cli() -> None:
    """Read news in Dari, Persian and Arabic into a ledger of who did what to whom, each record with its words.

    \b
    Example:
      rasad read examples/articles --ledger demo.db
      rasad events --ledger demo.db --between KAZ AFG
    """


for command in COMMANDS:
    cli.add_command(command)


def main() -> None:
    """Run the command line; an error of ours ends it with exit code 1 and its own words."""
    # What is loaded stays: to look through it for garbage as often as is usual makes starting slow.
    gc.set_threshold(20_000, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command, of the process where *arguments* are not given, and return its exit code."""
    try:
        code = cli.main(arguments, standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as misuse:
        misuse.show()
        return misuse.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was read is kept; the same command goes on from there.", err=True)
        return 130
    except BrokenPipeError:  # whoever reads our rows has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RasadError as error:
        click.echo(f"rasad: {error}", err=True)
        return 1
    except OSError as error:
        click.echo(f"rasad: {error.filename or 'the system'}: {error.strerror or error}.", err=True)
        return 1
    except Exception as error:
        if "RASAD_TRACE" in os.environ:
            raise
        click.echo(
            f"rasad: a fault of rasad itself ({type(error).__name__}: {error}). What was read is kept. "
            "RASAD_TRACE=1 shows where it arose; please report it.",
            err=True,
        )
        return 1
    return code if isinstance(code, int) else 0
