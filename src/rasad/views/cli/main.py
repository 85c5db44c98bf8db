"""``rasad`` and its commands; whatever is heavy is imported by the command that needs it."""

from __future__ import annotations

import sys

import click

from rasad import __version__
from rasad.errors import RasadError
from rasad.views.cli.annotate import annotate
from rasad.views.cli.evaluate import evaluate
from rasad.views.cli.ledger import audit, find, show, summary
from rasad.views.cli.listings import LISTINGS
from rasad.views.cli.read import read


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rasad")
def cli() -> None:
    """Read news in Dari, Persian and Arabic into a ledger of who did what to whom, each record with its words.

    \b
    Example:
      rasad read examples --ledger demo.db
      rasad events --ledger demo.db --between KAZ AFG
    """


for command in (read, annotate, *LISTINGS, show, find, summary, audit, evaluate):
    cli.add_command(command)


def main() -> None:
    """Run the command line; an error of ours ends it with exit code 1 and its own words."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as misuse:
        misuse.show()
        sys.exit(misuse.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was read is kept; the same command goes on from there.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except RasadError as error:
        click.echo(f"rasad: {error}", err=True)
        sys.exit(1)
