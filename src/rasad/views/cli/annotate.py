"""``rasad annotate``: what is read in articles, as JSON lines; nothing is stored."""

from __future__ import annotations

import json

import click

from rasad.views.cli.options import model_option
from rasad.views.cli.rows import plain


@click.command(short_help="Print what is read in articles as JSON lines.")
@click.argument("places", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@model_option
def annotate(places: tuple[str, ...], model: str) -> None:
    """Print what is read in articles as JSON lines, one an article, and store nothing.

    Offsets count the code points of each article's text, ends excluded; docs/annotate.md describes every key.

    \b
    Example:
      rasad annotate articles/*.txt > annotations.jsonl
    """
    from rasad.sources.capture import Skipped
    from rasad.views.python import annotate as annotate_places

    printed = 0
    for found in annotate_places(*places, model=model):
        if isinstance(found, Skipped):
            click.echo(f"{plain(found.where)}: {plain(found.why)}", err=True)
        else:
            printed += 1
            click.echo(json.dumps(found, ensure_ascii=False))
    if not printed:
        raise click.exceptions.Exit(1)
