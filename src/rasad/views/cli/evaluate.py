"""``rasad evaluate``: how well annotated articles are read."""

from __future__ import annotations

import click

from rasad.views.cli.options import format_option, language_option, model_option
from rasad.views.cli.rows import print_rows


@click.command(short_help="Score the reading of annotated articles.")
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False))
@language_option
@format_option
@model_option
def evaluate(gold_dir: str, language: str | None, layout: str, model: str) -> None:
    """Read the annotated articles in GOLD_DIR and print precision, recall and F1 of every kind of record.

    \b
    Example:
      rasad evaluate gold/dev --language ar
    """
    from rasad.views.python import evaluate as evaluate_folder

    report = evaluate_folder(gold_dir, language=language, model=model)
    if not report.articles:
        click.echo(f"No article in {gold_dir} is annotated as {language}.", err=True)
        raise click.exceptions.Exit(1)
    rows = report.rows()
    if layout == "table":
        rows = [{n: f"{v:.3f}" if isinstance(v, float) else v for n, v in row.items()} for row in rows]
    print_rows(rows, layout, ("figure", "precision", "recall", "f1", "right", "gold", "system", "counts"))
    click.echo(
        f"{report.answered} of {report.articles} articles answered; {report.false_checks:.2f} false checks an article.",
        err=True,
    )
