"""Listings: articles, events, figures, statements, risks, responses, checks, entities, and what was skipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from rasad.views.cli import options
from rasad.views.cli.rows import amount, print_rows

if TYPE_CHECKING:
    from rasad.ledger import View

Option = Callable[[Any], Any]


def _event_types() -> tuple[str, ...]:
    from rasad.events.event import TYPES

    return TYPES


def _event_statuses() -> tuple[str, ...]:
    from rasad.events.event import STATUSES

    return STATUSES


def _risk_categories() -> tuple[str, ...]:
    from rasad.risks.risk import CATEGORIES

    return CATEGORIES


def _response_kinds() -> tuple[str, ...]:
    from rasad.risks.risk import RESPONSE_KINDS

    return RESPONSE_KINDS


def _check_kinds() -> tuple[str, ...]:
    from rasad.checks.check import KINDS

    return KINDS


def _entity_types() -> tuple[str, ...]:
    from rasad.entities.entity import TYPES

    return TYPES


@dataclass(frozen=True, slots=True)
class _Listing:
    """What a command lists: its help, an example, the columns of its table, the lines beneath, and its own options."""

    says: str
    example: str
    columns: tuple[str, ...]
    below: tuple[str, ...]
    narrowed_by: tuple[Option, ...] = ()
    type_column: str = "type"


_COMMON: tuple[Option, ...] = (
    options.party_options, options.days_options, options.language_option, options.limit_option
)  # fmt: skip
_RECORDS: tuple[Option, ...] = (*_COMMON, options.score_option)
_COUNTED = ("events", "figures", "statements", "risks", "responses", "checks")
_type, _status = "--type", "--status"

LISTED = {
    "articles": _Listing(
        "List the articles that were read, with how many records each gave.",
        "rasad articles --language fa-AF --since 2024-01-01",
        ("id", "published", "language", "found_at"),
        ("title", "records"),
        _COMMON,
    ),
    "events": _Listing(
        "List events: who did what to, with or about whom, when, and whether it happened.",
        "rasad events --between KAZ AFG --type CONSULT",
        ("id", "type", "mode", "status", "who", "when", "place", "score"),
        ("quote",),
        (*_RECORDS,
         options.word_option(_type, "Only this type of PLOVER, such as CONSULT.", _event_types),
         options.word_option(_status, "Only happened, ongoing, planned, proposed or denied.", _event_statuses)),
    ),
    "figures": _Listing(
        "List the numbers that articles claim about parties.",
        "rasad figures --party UZB --type USD --format csv",
        ("id", "measure", "amount", "unit", "status", "of", "when"),
        ("quote",),
        (*_RECORDS,
         options.word_option(_type, "Only this unit, such as USD, percent or persons.", None),
         options.word_option(_status, "Only observed, target, proposed or forecast.",
                             lambda: ("observed", "target", "proposed", "forecast"))),
        "unit",
    ),
    "statements": _Listing(
        "List who is reported as saying what about whom.",
        "rasad statements --party person:kassym-jomart-tokayev",
        ("id", "kind", "speaker", "about"),
        ("quote",),
        (*_RECORDS, options.word_option(_type, "Only direct or reported speech.", lambda: ("direct", "reported"))),
        "kind",
    ),
    "risks": _Listing(
        "List the dangers that articles name, with who raises them and whom they touch.",
        "rasad risks --type water --since 2023-01-01",
        ("id", "category", "raised_by", "affects"),
        ("quote",),
        (*_RECORDS, options.word_option(_type, "Only this category, such as terrorism or water.", _risk_categories)),
        "category",
    ),
    "responses": _Listing(
        "List the mechanisms that articles present: forums, treaties, programmes, projects, forces.",
        "rasad responses --party org:sco",
        ("id", "kind", "parties", "answers"),
        ("quote",),
        (*_RECORDS, options.word_option(_type, "Only this kind, such as treaty or forum.", _response_kinds)),
        "kind",
    ),
    "checks": _Listing(
        "List where a source is wrong, contradicts itself or shows damage.",
        "rasad checks --type wrong-entity --format jsonl",
        ("id", "kind", "found", "expected"),
        ("why", "quote"),
        (*_RECORDS, options.word_option(_type, "Only this kind, such as wrong-date.", _check_kinds)),
        "kind",
    ),
    "entities": _Listing(
        "List whom and what articles name, over all of them, with every wording.",
        "rasad entities --type person --party TJK",
        ("id", "type", "name", "state", "articles", "mentions"),
        ("surfaces",),
        (*_COMMON, options.word_option(_type, "Only this type, such as state or person.", _entity_types)),
    ),
    "skipped": _Listing(
        "List what was met and not read, and why.",
        "rasad skipped --format jsonl",
        ("found_at", "article"),
        ("why",),
        (options.limit_option,),
    ),
}  # fmt: skip


def _command(name: str, listing: _Listing) -> click.Command:
    def list_(ledger: str, layout: str, **filters: Any) -> None:
        from rasad.ledger import View

        asked = options.narrowing(**filters)
        with View(ledger) as view:
            rows = getattr(view, name)(**asked)
            if layout == "table":
                rows = [_shaped(row) for row in rows]
            if not print_rows(rows, layout, listing.columns, listing.below):
                click.echo(_nothing(view, name, listing, asked), err=True)

    command: Any = list_
    for option in (options.ledger_option, options.format_option, *reversed(listing.narrowed_by)):
        command = option(command)
    made: click.Command = click.command(
        name,
        short_help=listing.says.partition(":")[0].partition(",")[0].rstrip(".") + ".",
        help=f"{listing.says}\n\n\b\nExample:\n  {listing.example}",
    )(command)
    return made


def _shaped(row: dict[str, Any]) -> dict[str, Any]:
    """The row with columns that a table puts together: who, when, an amount with its qualifier, counts."""
    made = dict(row)
    if "first_day" in row:
        first, last = row["first_day"], row["last_day"]
        made["when"] = first if first == last else f"{first}/{last}"
    if "events" in row:
        counts = (f"{row[kind]} {kind if row[kind] != 1 else kind[:-1]}" for kind in _COUNTED if row[kind])
        made["records"] = ", ".join(counts) or "no records"
    if "actors" in row:
        sides = [", ".join(row["actors"]), ", ".join(row["recipients"])]
        made["who"] = " → ".join(sides) if sides[1] else sides[0]
    if "qualifier" in row:
        qualifier = "" if row["qualifier"] == "exact" else f"{row['qualifier']} "
        made["amount"] = qualifier + amount(row["value"])
    return made


def _nothing(view: View, name: str, listing: _Listing, asked: dict[str, Any]) -> str:
    """Say why there is nothing to list, and what there is."""
    rows = getattr(view, name)()
    if not rows and name == "skipped":
        return f"Nothing to list: all that was met for the ledger {view.path} was read."
    if not rows:
        fill = "; `rasad read` fills it" if not view.summary()["articles"] else ""
        return f"Nothing to list: the ledger {view.path} holds no {name}{fill}."
    lines = [f"Nothing to list: the ledger {view.path} holds {len(rows)} {name}; none of them fits the filters."]
    if "type" in asked:
        lines.append(f"By {listing.type_column} it has {_counted(rows, listing.type_column)}.")
    if "status" in asked:
        lines.append(f"By status it has {_counted(rows, 'status')}.")
    if "language" in asked:
        languages = ", ".join(f"{tag} {count}" for tag, count in view.summary()["languages"].items())
        lines.append(f"Its articles are in {languages}.")
    entities = {row["id"]: row["name"] for row in view.entities()}
    for party in [*asked.get("between", ()), *([asked["party"]] if "party" in asked else [])]:
        if party not in entities:
            lines.append(f"It does not name {party}{_meant(party, entities)}.")
    return "\n".join(lines)


def _counted(rows: list[dict[str, Any]], column: str) -> str:
    return ", ".join(f"{value} {count}" for value, count in Counter(row[column] for row in rows).most_common())


def _meant(party: str, entities: dict[str, str]) -> str:
    """Ids that are spelt like *party*, or whose names or ids hold it."""
    slug = party.partition(":")[2] or party.lower()
    near = [ident for ident, name in entities.items() if slug in ident or slug.replace("-", " ") in name.lower()]
    near += [ident for ident in get_close_matches(party, entities, n=3, cutoff=0.66) if ident not in near]
    return f"; it does name {', '.join(f'{ident} ({entities[ident]})' for ident in near[:4])}" if near else ""


LISTINGS = tuple(_command(name, listing) for name, listing in LISTED.items())
