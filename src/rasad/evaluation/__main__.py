"""``python -m rasad.evaluation gold/dev``: the figures of a gold folder, held against the floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rasad.errors import FloorError, RasadError
from rasad.evaluation.evaluate import answers, of_language
from rasad.evaluation.floors import check, load_floors, raised, save_floors
from rasad.evaluation.gold import digest, load_gold
from rasad.evaluation.scores import Report, missed_events, score
from rasad.models.names import DEFAULT
from rasad.pipeline.read import check_model, read_capture


def measure(folder: Path, *, show_missed: bool = False, model: str = DEFAULT) -> dict[str, Report]:
    """Read the gold of *folder* once with *model* and return its report by language, "all" first."""
    golds = load_gold(folder)
    found = answers(golds, read=partial(read_capture, model=model))
    if show_missed:
        for missed in missed_events(golds, found):
            event = missed.event
            sides = f"{sorted(event.actors)} -> {sorted(event.recipients)}"
            print(
                f"{missed.article} {'extra ' if missed.extra else 'missed'} {event.type} {sides} {event.days}",
                missed.quote,
            )
    languages = [None, *sorted({gold.marks.language for gold in golds})]
    return {language or "all": score(of_language(golds, language), found) for language in languages}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each folder; return 1 where one stands under its floor."""
    parser = argparse.ArgumentParser(prog="python -m rasad.evaluation", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--floors", type=Path, help="the file of floors to hold the figures against")
    parser.add_argument(
        "--raise", dest="set", action="store_true", help="raise the floors to just under the figures"
    )
    parser.add_argument(
        "--lower", action="store_true", help="set the floors anew, lower ones too; say why in the commit"
    )
    parser.add_argument("--missed", action="store_true", help="list the events that only one side has")
    parser.add_argument("--model", default=DEFAULT, help='"none" for the lexicons alone')
    asked = parser.parse_args(arguments)
    try:
        return max(_one(folder, asked) for folder in asked.folders)
    except RasadError as error:
        print(error, file=sys.stderr)
        return 1


def _one(folder: Path, asked: argparse.Namespace) -> int:
    check_model(asked.model)
    reports = measure(folder, show_missed=asked.missed, model=asked.model)
    _print(folder, reports)
    if asked.floors is None:
        return 0
    floors, name, pin = load_floors(asked.floors), folder.name, digest(folder)
    if asked.set or asked.lower:
        floors[name] = raised(reports, pin, floors.get(name), lower=asked.lower)
        save_floors(asked.floors, floors)
    if name in floors:
        try:
            check(reports, pin, floors[name])
        except FloorError as error:
            print(f"{folder}: {error}", file=sys.stderr)
            return 1
    return 0


def _print(folder: Path, reports: dict[str, Report]) -> None:
    whole = reports["all"]
    others = [language for language in reports if language != "all"]
    print(f"{folder}: {whole.answered} of {whole.articles} articles answered")
    print(
        f"{'':18}{'P':>7}{'R':>7}{'F1':>7}  {'right/gold/system':20}"
        + "".join(f"{name:>8}" for name in others)
    )
    for row in whole.rows():
        counts = f"{row['right']}/{row['gold']}/{row['system']}"
        line = f"{row['name']:18}{row['precision']:7.3f}{row['recall']:7.3f}{row['f1']:7.3f}  {counts:20}"
        tallies = [reports[name].figures.get(row["name"]) for name in others]
        print((line + "".join(f"{tally.f1:8.3f}" if tally else "" for tally in tallies)).rstrip())
    print(f"false checks per article: {whole.false_checks:.2f}\n")


if __name__ == "__main__":
    sys.exit(main())
