"""Listings: articles, events, figures, statements, risks, responses, checks, entities, and what was skipped."""

from __future__ import annotations

from typing import Any

import click

from rasad.views.cli.options import filter_options, format_option, ledger_option, narrowing
from rasad.views.cli.rows import print_rows

#: Of each listing: what it lists, the columns of its table, and an example.
_LISTED = {
    "articles": (
        "List the articles that were read, with how many records each gave.",
        ("id", "published", "language", "title", "events", "figures", "statements", "risks", "responses", "checks"),
        "rasad articles --language fa-AF --since 2024-01-01",
    ),
    "events": (
        "List events: who did what to, with or about whom, when, and whether it happened.",
        ("id", "type", "mode", "status", "actors", "recipients", "first_day", "last_day", "place", "quote"),
        "rasad events --between KAZ AFG --type CONSULT",
    ),
    "figures": (
        "List the numbers that articles claim about parties.",
        ("id", "measure", "of", "qualifier", "value", "unit", "status", "first_day", "last_day", "quote"),
        "rasad figures --party UZB --type USD --format csv",
    ),
    "statements": (
        "List who is reported as saying what about whom.",
        ("id", "speaker", "kind", "about", "quote"),
        "rasad statements --party person:kassym-jomart-tokayev",
    ),
    "risks": (
        "List the dangers that articles name, with who raises them and whom they touch.",
        ("id", "category", "raised_by", "affects", "quote"),
        "rasad risks --type water --since 2023-01-01",
    ),
    "responses": (
        "List the mechanisms that articles present: forums, treaties, programmes, projects, forces.",
        ("id", "kind", "name", "parties", "answers", "quote"),
        "rasad responses --party org:sco",
    ),
    "checks": (
        "List where a source is wrong, contradicts itself or shows damage.",
        ("id", "kind", "found", "expected", "why", "quote"),
        "rasad checks --type wrong-entity --format jsonl",
    ),
    "entities": (
        "List whom and what articles name, over all of them, with every wording.",
        ("id", "type", "name", "state", "articles", "mentions", "surfaces"),
        "rasad entities --type person --party TJK",
    ),
    "skipped": (
        "List what was met and not read, and why.",
        ("found_at", "why", "article"),
        "rasad skipped --format jsonl",
    ),
}  # fmt: skip


def _listing(name: str, says: str, columns: tuple[str, ...], example: str) -> click.Command:
    @filter_options
    @format_option
    @ledger_option
    def list_(ledger: str, layout: str, **filters: Any) -> None:
        from rasad.ledger import View

        asked = narrowing(**filters)
        with View(ledger) as view:
            rows = getattr(view, name)(**asked)
            if not print_rows(rows, layout, columns):
                total = len(getattr(view, name)())
                narrowed = "none of them fits the filters" if total else "`rasad read` fills it"
                click.echo(f"Nothing to list: the ledger {ledger} holds {total} {name}; {narrowed}.", err=True)

    return click.command(name, help=f"{says}\n\n\b\nExample:\n  {example}")(list_)


LISTINGS = tuple(_listing(name, *listed) for name, listed in _LISTED.items())
