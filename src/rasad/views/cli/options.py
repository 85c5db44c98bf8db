"""Options that several commands share, and what they check before anything runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from rasad.models.names import DEFAULT

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "jsonl", "csv")
_PARTY = re.compile(r"[A-Z]{3}|[a-z]+:[a-z0-9][a-z0-9-]*")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?")


def ledger_option(command: Command) -> Command:
    """``--ledger``: the file of the ledger."""
    return click.option(
        "--ledger", default="rasad.db", show_default=True, envvar="RASAD_LEDGER", show_envvar=True, metavar="FILE",
        type=click.Path(dir_okay=False), help="The file of the ledger.",
    )(command)  # fmt: skip


def model_option(command: Command) -> Command:
    """``--model``: what judges the drafts of the lexicons."""
    return click.option(
        "--model", default=DEFAULT, show_default=True, envvar="RASAD_MODEL", show_envvar=True, metavar="NAME",
        help='The model that reads with the lexicons; "none" for the lexicons alone.',
    )(command)  # fmt: skip


def format_option(command: Command) -> Command:
    """``--format``: how rows are printed."""
    return click.option(
        "--format", "layout", default="table", show_default=True, type=click.Choice(FORMATS),
        help="A table to look at, or all columns as JSON lines or CSV.",
    )(command)  # fmt: skip


def language_option(command: Command) -> Command:
    """``--language``: a BCP 47 tag."""
    return click.option(
        "--language", metavar="TAG", callback=_language,
        help="Only articles in this language: fa-AF, fa (both varieties), ar.",
    )(command)  # fmt: skip


def limit_option(command: Command) -> Command:
    """``--limit``: how many rows at most."""
    return click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many rows.")(command)


def score_option(command: Command) -> Command:
    """``--score``: how sure the model must be."""
    return click.option(
        "--score", type=click.FloatRange(0, 1), metavar="SHARE",
        help="Only what a model is at least so sure of, such as 0.8; what no model scored is left out.",
    )(command)  # fmt: skip


def days_options(command: Command) -> Command:
    """``--since`` and ``--until``: days, both included."""
    for name, says in (("--until", "Only up to this day."), ("--since", "Only from this day on, such as 2024-06-30.")):
        day = click.option(name, metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), callback=_day, help=says)
        command = day(command)
    return command


def party_options(command: Command) -> Command:
    """``--between`` and ``--party``: whom a record touches."""
    command = click.option(
        "--party", metavar="ID", callback=_party,
        help="Only what touches this party, person or project: KAZ, org:csto, person:emomali-rahmon.",
    )(command)  # fmt: skip
    return click.option(
        "--between", nargs=2, metavar="ID ID", callback=_pair, help="Only what touches both parties, such as KAZ AFG."
    )(command)


def word_option(name: str, says: str, words: Callable[[], tuple[str, ...]] | None) -> Callable[[Command], Command]:
    """``--type`` or ``--status``: one of *words*, looked up when it is used, or any where there is no list."""

    def known(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is None or words is None:
            return value
        for word in words():
            if word.lower() == value.lower():
                return word
        raise click.BadParameter(f"there is no {value!r}. There are: {', '.join(words())}.")

    destination = {"--type": "type_"}.get(name, name.strip("-"))
    return click.option(name, destination, metavar=name.strip("-").upper(), callback=known, help=says)


def narrowing(*, type_: str | None = None, **rest: Any) -> dict[str, Any]:
    """Return the filters as the keyword arguments of a listing.

    Raises:
        click.UsageError: the period ends before it begins, or a pair is of one party with itself.
    """
    since, until, between = rest.get("since"), rest.get("until"), rest.get("between")
    if since is not None and until is not None and until < since:
        raise click.UsageError(f"--until {until} lies before --since {since}. Should they change places?")
    if between and between[0] == between[1]:
        raise click.UsageError(f"--between wants two parties, found {between[0]} twice. Try --party {between[0]}.")
    return {name: value for name, value in {**rest, "type": type_}.items() if value not in (None, ())}


def _day(context: click.Context, parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value is not None else None


def _language(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    found = _LANGUAGE.fullmatch(value)
    if not found:
        raise click.BadParameter(f"{value!r} is no tag of a language; expected such as fa-AF, fa-IR, fa or ar.")
    return found[1].lower() + (f"-{found[2].upper()}" if found[2] else "")


def _party(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    ident = value.upper() if re.fullmatch(r"[A-Za-z]{3}", value) else value.lower()
    if not _PARTY.fullmatch(ident):
        raise click.BadParameter(
            f"{value!r} is no id of a party; expected three letters of ISO 3166 such as KAZ, or such as "
            "org:csto. `rasad entities` lists those of a ledger."
        )
    return ident


def _pair(context: click.Context, parameter: click.Parameter, value: tuple[str, str] | None) -> tuple[str, ...]:
    return tuple(str(_party(context, parameter, one)) for one in value or ())
