"""Commands over one ledger: show a record, find words, sum up, audit, export."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

import click

from rasad.views.cli.options import format_option, language_option, ledger_option
from rasad.views.cli.rows import plain, print_rows, terminal_width

_LABEL = 16
_text_or_jsonl = click.option(
    "--format", "layout", default="text", show_default=True, type=click.Choice(["text", "jsonl"]),
    help="Lines to look at, or one JSON object.",
)  # fmt: skip


@click.command(short_help="Show a record in its sentence, or an article.")
@click.argument("id")
@_text_or_jsonl
@ledger_option
def show(id: str, ledger: str, layout: str) -> None:
    """Show a record or article: what it says, its quote in its sentence, and where that was found.

    Ids stand in the first column of every listing.

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
            _say(name.replace("_", " "), plain(value))
    for evidence in shown.get("evidence", ()):
        _say("words", f"{_marked(evidence)}   [{evidence['start']}, {evidence['end']})")
    for reading in shown.get("readings", ()):
        stands = "stands" if reading["stands"] else "replaced by a newer reading"
        _say("read by", f"{reading['coder']} {reading['version']} ({stands})")
    if "text" in shown:
        click.echo("\n" + "\n".join(plain(line) for line in shown["text"].splitlines()))


def _say(label: str, value: str) -> None:
    click.echo(f"{label:{_LABEL}}{value}")


def _marked(evidence: Mapping[str, Any]) -> str:
    """The sentence with the quote between brackets."""
    return plain(f"{evidence['before']}⟦{evidence['quote']}⟧{evidence['after']}")


@click.command(short_help="Find articles by their words.")
@click.argument("words", nargs=-1, required=True)
@language_option
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), metavar="N",
              help="At most so many articles.")  # fmt: skip
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

    asked = " ".join(words)
    if not any(char.isalnum() for char in asked):
        raise click.UsageError(f"WORDS wants a letter or digit, found {asked!r}.")
    with View(ledger) as view:
        rows = view.find(asked, language=language, limit=limit)
        if not print_rows(rows, layout, ("article", "published", "language"), ("title", "snippet")):
            total = view.summary()["articles"]
            click.echo(f"None of the {total} articles in {ledger} holds all of these words.", err=True)


@click.command(short_help="Count what the ledger holds.")
@_text_or_jsonl
@ledger_option
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
            click.echo(_wrapped(name.replace("_", " "), str(value)))


def _wrapped(label: str, value: str) -> str:
    return click.wrap_text(
        f"{label:{_LABEL}}".replace(" ", "\xa0") + value, terminal_width(), subsequent_indent=" " * _LABEL
    ).replace("\xa0", " ")


@click.command(short_help="Prove that every quote is what its article holds.")
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
        click.echo(
            f"{len(faults)} rows break an invariant. Keep a copy and read the sources into a new ledger.", err=True
        )
        raise click.exceptions.Exit(1)
    click.echo(f"All {len(INVARIANTS)} invariants of {ledger} hold.", err=True)


@click.command(short_help="Write the ledger out for other programs.")
@click.argument("target", metavar="FILE|FOLDER|-")
@click.option("--as", "layout", default="jsonl", show_default=True, type=click.Choice(["jsonl", "parquet"]),
              help="Every row of every table as sorted JSON lines, or a Parquet file a table.")  # fmt: skip
@ledger_option
def export(target: str, layout: str, ledger: str) -> None:
    """Write the ledger out for other programs: to a file of JSON lines ("-" is standard output) or a folder of Parquet.

    Raw bytes and clock times are left out, so that ledgers that hold the same give the same files. Parquet needs the
    extra `rasad[parquet]`.

    \b
    Example:
      rasad export ledger.jsonl --ledger demo.db
      rasad export tables --as parquet --ledger demo.db
    """
    from rasad.views.python import export as export_ledger

    if target == "-" and layout == "parquet":
        raise click.UsageError("--as parquet writes several files; name a folder in place of -.")
    if target == "-":
        from rasad.ledger import View

        with View(ledger) as view:
            view.export_jsonl(sys.stdout)
        return
    for path in export_ledger(target, ledger=ledger, layout=layout):
        click.echo(str(path))
