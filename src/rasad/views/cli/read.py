"""``rasad read``: articles into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rasad.views.cli.options import ledger_option, model_option
from rasad.views.cli.rows import plain

if TYPE_CHECKING:
    from rasad.sources.capture import Skipped

_TOLD = 20


@click.command(short_help="Read articles into the ledger.")
@click.argument("places", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@ledger_option
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 512), metavar="N",
              help="How many processes read.")  # fmt: skip
@click.option("--executor", default="local", show_default=True, type=click.Choice(["local", "ray"]),
              help="Processes of this machine, or actors of a Ray cluster (RAY_ADDRESS).")  # fmt: skip
@model_option
def read(places: tuple[str, ...], ledger: str, jobs: int, executor: str, model: str) -> None:
    """Read articles into the ledger; reading the same thing twice changes nothing.

    Takes text files, HTML pages, JSON lines, WARC archives, feeds, sitemaps, addresses, folders of any of these, and
    "-" for standard input. What cannot be read is told and kept with its reason (`rasad skipped`). A run that was
    stopped is finished by running it again.

    \b
    Example:
      rasad read examples/articles --ledger demo.db
      rasad read crawl.warc.gz https://example.org/feed.xml --jobs 4
    """
    from rasad.views.python import read as read_places

    with _talk() as (progress, skipped):
        counts = read_places(*places, ledger=ledger, jobs=jobs, executor=executor, model=model, progress=progress,
                             skipped=skipped)  # fmt: skip
    known = counts.read - counts.new
    click.echo(
        f"{counts.read} {'article' if counts.read == 1 else 'articles'} read into {ledger}"
        + (f", {known} of them there already" if known else "")
        + (f"; {counts.skipped} skipped: `rasad skipped --ledger {ledger}` says why" if counts.skipped else "")
        + ".",
        err=True,
    )
    if not counts.read:
        raise click.exceptions.Exit(1)


@contextmanager
def _talk() -> Iterator[tuple[Callable[[str], None], Callable[[Skipped], None]]]:
    """A bar on standard error where somebody watches it, and the first reasons why something was not read."""
    told = 0

    def tell(skipped: Skipped) -> None:
        nonlocal told
        told += 1
        if told <= _TOLD:
            click.echo(f"{plain(skipped.where)}: {plain(skipped.why)}", err=True)
        elif told == _TOLD + 1:
            click.echo("More were skipped; their reasons are kept.", err=True)

    if not sys.stderr.isatty():
        yield (lambda where: None), tell
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} read"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield (lambda where: bar.update(task, advance=1, description=plain(where[-60:]).replace("[", "("))), tell
