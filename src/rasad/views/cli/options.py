"""Options that several commands share, and what they check before anything runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "jsonl", "csv")


def ledger_option(command: Command) -> Command:
    """``--ledger``: the file of the ledger."""
    return click.option(
        "--ledger", default="rasad.db", show_default=True, envvar="RASAD_LEDGER", type=click.Path(dir_okay=False),
        help="The file of the ledger.",
    )(command)  # fmt: skip


def format_option(command: Command) -> Command:
    """``--format``: how rows are printed."""
    return click.option(
        "--format", "layout", default="table", show_default=True, type=click.Choice(FORMATS),
        help="A table to look at, or all columns as JSON lines or CSV.",
    )(command)  # fmt: skip


def _day(context: click.Context, parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value is not None else None


_FILTERS = (
    click.option("--between", nargs=2, metavar="A B", help="Only records that touch both parties, such as KAZ AFG."),
    click.option("--party", metavar="ID", help="Only records that touch this party, person or project."),
    click.option("--since", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="Only from this day on."),
    click.option("--until", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help="Only up to this day."),
    click.option("--type", "type_", metavar="TYPE", help="Only this type, kind, category or unit; case does not matter."),
    click.option("--status", metavar="STATUS", help="Only this status, such as planned or observed."),
    click.option("--language", metavar="TAG", help="Only articles in this language: fa-AF, fa (both varieties), ar."),
    click.option("--limit", type=click.IntRange(min=0), help="At most so many rows."),
)


def filter_options(command: Command) -> Command:
    """The filters of every listing."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def narrowing(
    *, between: tuple[str, str] | None, since: date | None, until: date | None, type_: str | None, **rest: Any
) -> dict[str, Any]:
    """Return the filters as the keyword arguments of a listing.

    Raises:
        click.UsageError: the period ends before it begins, or a pair is of one party with itself.
    """
    if since is not None and until is not None and until < since:
        raise click.UsageError(f"--until {until} lies before --since {since}. Should they change places?")
    if between and between[0] == between[1]:
        raise click.UsageError(f"--between wants two parties, found {between[0]} twice. Try --party {between[0]}.")
    return {"between": between or (), "since": since, "until": until, "type": type_, **rest}
