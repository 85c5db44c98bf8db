"""``rasad who``, ``rasad party``, ``rasad links``: what the knowledge base knows, and what reading made of it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import click

from rasad.views.cli import options
from rasad.views.cli.rows import plain, print_rows

_on = click.option(
    "--on", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help="As of this day, such as 2017-09-12; else today."
)


@click.command(short_help="Say whom a wording means as of a day.")
@click.argument("wording")
@_on
@click.option("--language", metavar="TAG", help="The wording's language, such as fa-AF; else read off its letters.")
@click.option("--near", metavar="IDS", default="", help="Who is named beside it, such as KAZ,person:sergey-lavrov.")
@click.option("--names", metavar="TAG", help="The language of the names in the answer; else that of the wording.")
@options.format_option
def who(
    wording: str, on: datetime | None, language: str | None, near: str, names: str | None, layout: str
) -> None:
    """Say whom a wording means as of a day: ranked candidates, and what speaks for each.

    A wording that is generic or may mean several is refused, with the reason.

    \b
    Example:
      rasad who "رئیس جمهور قزاقستان" --on 2017-09-12
      rasad who شریف --near PAK --on 2024-06-01 --format jsonl
    """
    from rasad.views.known import who as who_rows

    day = on.date() if on is not None else None
    ids = [i.strip() for i in near.split(",") if i.strip()]
    rows = who_rows(wording, on=day, language=language, near=ids, names=names)
    if layout == "table":
        for row in rows:
            if row["id"] is None:
                click.echo(f"Nobody for certain: {plain(row['why'])}.", err=True)
        rows = [{**row, "office": _office(row["office"])} for row in rows if row["id"] is not None]
    print_rows(rows, layout, ("id", "type", "name", "office", "share", "meant"), ("why",))


def _office(office: dict[str, Any] | None) -> str:
    if office is None:
        return ""
    return f"{office['title']}, {office['of']}, {office['first'] or ''}..{office['last'] or ''}"


@click.command(short_help="Say what held of a state, organisation or forum on a day.")
@click.argument("party", metavar="ID")
@_on
@click.option("--language", metavar="TAG", default="en", show_default=True, help="The language of the names.")
@click.option("--format", "layout", default="text", show_default=True, type=click.Choice(("text", "json")),
              help="Lines to look at, or one JSON object with everything.")  # fmt: skip
def party(party: str, on: datetime | None, language: str, layout: str) -> None:
    """Say what held of a state, organisation or forum on a day: names, capital, who held which office, where it sat.

    \b
    Example:
      rasad party KAZ --on 2017-09-12
      rasad party org:sco --language fa-AF --format json
    """
    from rasad.views.known import party as party_row

    row = party_row(party, on=on.date() if on is not None else None, language=language)
    if layout == "json":
        click.echo(json.dumps(row, ensure_ascii=False))
        return
    click.echo(f"{row['name']} ({row['id']}), {'as of ' + row['on'] if row['on'] else 'today'}")
    if not row["exists"]:
        click.echo("  did not exist on that day")
    for what in ("capital", "seat"):
        if row[what]:
            click.echo(f"  {what}: {row[what]['name']} ({row[what]['id']})")
    if row["codes"]:
        click.echo("  codes: " + ", ".join(f"{k} {v}" for k, v in row["codes"].items() if v))
    if row["neighbours"]:
        click.echo("  neighbours: " + ", ".join(row["neighbours"]))
    for office in row["offices"]:
        since = f", since {office['first']}" if office["first"] else ""
        mark = f" ({office['mark']})" if office["mark"] else ""
        click.echo(f"  {office['title']}: {plain(office['name'])} ({office['id']}){since}{mark}")
    for place in row["member_of"]:
        since = f" since {place['since']}" if place["since"] else ""
        click.echo(f"  {place['standing']} of {place['name']} ({place['id']}){since}")
    if row["members"]:
        click.echo("  members: " + ", ".join(row["members"]))


@click.command(short_help="Print what each link of an article rests on, as JSON lines.")
@click.argument("places", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...")
@click.option("--refused", is_flag=True, help="Only the wordings that were left without a link, with the reason.")
def links(places: tuple[str, ...], refused: bool) -> None:
    """Print every wording that was linked to somebody, or refused, with candidates, features and weights.

    \b
    Example:
      rasad links article.txt --refused
    """
    from rasad.sources.capture import Skipped
    from rasad.views.python import links as linked

    for found in linked(*places):
        if isinstance(found, Skipped):
            click.echo(f"{plain(found.where)}: {plain(found.why)}", err=True)
        elif not refused or found["id"] is None:
            click.echo(json.dumps(found, ensure_ascii=False))
