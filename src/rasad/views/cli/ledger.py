"""Commands over one ledger: show a record, find words, sum up, audit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click

from rasad.views.cli.options import format_option, ledger_option
from rasad.views.cli.rows import plain, print_rows


@click.command()
@click.argument("id")
@ledger_option
@click.option("--format", "layout", default="text", show_default=True, type=click.Choice(["text", "jsonl"]))
def show(id: str, ledger: str, layout: str) -> None:
    """Show a record or article: what it says, its quote in its sentence, and where that was found.

    \b
    Example:
      rasad show evt-0123456789abcdef0123 --ledger demo.db
    """
    from rasad.ledger import View

    with View(ledger) as view:
        shown = view.show(id)
    if layout == "jsonl":
        click.echo(json.dumps(shown, ensure_ascii=False))
        return
    for name, value in shown.items():
        if name not in {"evidence", "readings", "text"} and value not in (None, "", [], ()):
            click.echo(f"{name.replace('_', ' '):15} {plain(value)}")
    for evidence in shown.get("evidence", ()):
        click.echo(f"\n{'words':15} {_marked(evidence)}   [{evidence['start']}, {evidence['end']})")
    for reading in shown.get("readings", ()):
        stands = "stands" if reading["stands"] else "replaced by a newer reading"
        click.echo(f"{'read by':15} {reading['coder']} {reading['version']} ({stands})")
    if "text" in shown:
        click.echo("\n" + "\n".join(plain(line) for line in shown["text"].splitlines()))


def _marked(evidence: Mapping[str, Any]) -> str:
    """The sentence with the quote between brackets."""
    return plain(f"{evidence['before']}⟦{evidence['quote']}⟧{evidence['after']}")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--language", metavar="TAG", help="Only articles in this language: fa-AF, fa (both varieties), ar.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="At most so many articles.")
@format_option
@ledger_option
def find(words: tuple[str, ...], language: str | None, limit: int, layout: str, ledger: str) -> None:
    """Find the articles that hold all WORDS, however they are spelt (ي or ی, with or without joiners, any digits).

    A star at the end of a word takes all words that begin so; words in double quotes must stand together.

    \b
    Example:
      rasad find قزاقستان تجارت*
    """
    from rasad.ledger import View

    with View(ledger) as view:
        rows = view.find(" ".join(words), language=language, limit=limit)
    if not print_rows(rows, layout, ("article", "published", "language", "title", "snippet")):
        click.echo(f"No article in {ledger} holds all of these words.", err=True)


@click.command()
@ledger_option
@click.option("--format", "layout", default="text", show_default=True, type=click.Choice(["text", "jsonl"]))
def summary(ledger: str, layout: str) -> None:
    """Sum up the ledger: articles, languages, days covered, records of each kind.

    \b
    Example:
      rasad summary --ledger demo.db
    """
    from rasad.ledger import View

    with View(ledger) as view:
        counted = view.summary()
    if layout == "jsonl":
        click.echo(json.dumps(counted, ensure_ascii=False))
        return
    for name, value in counted.items():
        if isinstance(value, dict):
            value = ", ".join(f"{key} {count}" for key, count in value.items())
        if value is not None and value != "":
            click.echo(f"{name.replace('_', ' '):15} {value}")


@click.command()
@ledger_option
def audit(ledger: str) -> None:
    """Prove in SQL that every record's quote is what its span holds, and that every other invariant holds.

    Exits with 1 if one does not.

    \b
    Example:
      rasad audit --ledger demo.db
    """
    from rasad.ledger import audit as audit_ledger
    from rasad.ledger.audit import INVARIANTS

    faults = audit_ledger(ledger)
    for fault in faults:
        click.echo(str(fault))
    if faults:
        click.echo(f"{len(faults)} rows break an invariant. Keep a copy and read the sources into a new ledger.", err=True)
        raise click.exceptions.Exit(1)
    click.echo(f"All {len(INVARIANTS)} invariants hold.", err=True)
