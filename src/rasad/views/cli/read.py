"""``rasad read``: articles into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from rasad.views.cli.options import ledger_option


@click.command()
@click.argument("places", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@ledger_option
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 512), help="How many processes read.")
@click.option("--executor", default="local", show_default=True, type=click.Choice(["local", "ray"]),
              help="Processes of this machine, or actors of a Ray cluster (RAY_ADDRESS).")  # fmt: skip
def read(places: tuple[str, ...], ledger: str, jobs: int, executor: str) -> None:
    """Read articles into the ledger; reading the same thing twice changes nothing.

    Takes text files, HTML pages, JSON lines, WARC archives, feeds, sitemaps, addresses, folders of any of these, and
    "-" for standard input. What cannot be read is kept with its reason (`rasad skipped`).

    \b
    Example:
      rasad read examples --ledger demo.db
      rasad read crawl.warc.gz https://example.org/feed.xml --jobs 4
    """
    from rasad.views.python import read as read_places

    with _progress() as step:
        counts = read_places(*places, ledger=ledger, jobs=jobs, executor=executor, progress=step)
    known = counts.read - counts.new
    click.echo(
        f"{counts.read} {_articles(counts.read)} read into {ledger}"
        + (f", {known} of them there already" if known else "")
        + (f"; {counts.skipped} skipped: `rasad skipped --ledger {ledger}` says why" if counts.skipped else "")
        + ".",
        err=True,
    )
    if not counts.read:
        raise click.exceptions.Exit(1)


def _articles(count: int) -> str:
    return "article" if count == 1 else "articles"


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A bar on standard error where somebody watches it."""
    if not sys.stderr.isatty():
        yield lambda where: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} read"), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda where: bar.update(task, advance=1, description=where[-60:].replace("[", "("))
