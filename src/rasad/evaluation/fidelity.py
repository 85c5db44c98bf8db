"""The page docs/fidelity.md, made by code: ``python -m rasad.evaluation.fidelity gold/dev gold/test > page.md``.

Every set is read three ways, by the lexicons alone, by the model alone, and by both, and the last is told in full.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from rasad.errors import RasadError
from rasad.evaluation.evaluate import answers
from rasad.evaluation.gold import Gold, Marks, load_gold
from rasad.evaluation.report import ablation, calibration_lines, confusion_lines, table, traps
from rasad.evaluation.scores import Tally
from rasad.models.names import DEFAULT, NONE
from rasad.pipeline.read import read_capture, steps_of

_HEAD = """\
# Fidelity

How well `rasad` codes events, and what its lexicons and its model each give. This page is made by code and not edited:

```bash
{command}
```

F1 stands with the bounds between which 95 % of a thousand draws of articles lie (bootstrap over articles); where few
articles were read, the bounds are wide and small differences mean nothing. "Both" is what `rasad read` does;
`--model none` reads by the lexicons alone. [Evaluation](evaluation.md) says how records are matched,
[gold/README.md](../gold/README.md) what the sets are.
"""
BOTH, LEXICONS, MODEL = "both", "lexicons alone", "model alone"


def readings(golds: Sequence[Gold], model: str = DEFAULT) -> dict[str, dict[str, Marks]]:
    """Return what each reader marks in *golds*: the lexicons alone, the model alone, and both."""
    return {
        LEXICONS: answers(golds, read=partial(read_capture, model=NONE)),
        MODEL: answers(golds, read=partial(read_capture, model=model, steps=steps_of(model, alone=True))),
        BOTH: answers(golds, read=partial(read_capture, model=model)),
    }


def page(folders: Sequence[Path]) -> Iterator[str]:
    """Yield the lines of the page.

    Raises:
        SourceMissing, DataError: a folder is no gold.
    """
    yield from _HEAD.format(command="python -m rasad.evaluation.fidelity " + " ".join(map(str, folders))).splitlines()
    for folder in folders:
        golds = load_gold(folder)
        found = readings(golds)
        what = "pieces" if golds[0].declared.language else "articles"
        yield from ("", f"## {folder.name}", "", f"{len(golds)} {what}.", "")
        yield from ablation(golds, found)
        if any(gold.trap for gold in golds):
            yield from ("", "### Traps of the codebook", "", *_traps(golds, found))
            continue
        yield from ("", "### In full", "", *table(golds, found[BOTH]))
        yield from ("", "### Confusions of types", "", *confusion_lines(golds, found[BOTH]))
        yield from ("", "### Scores", "", "How many records with such a score are right (events in parties too):", "")
        yield from calibration_lines(golds, found[BOTH])


def _traps(golds: Sequence[Gold], found: Mapping[str, Mapping[str, Marks]]) -> Iterator[str]:
    languages = sorted({gold.marks.language for gold in golds})
    yield "F1 of the event's type in its sentence; a piece holds one turn of phrase of the trap, or only looks like it."
    yield ""
    yield f"| trap | pieces | {LEXICONS} | {MODEL} | {BOTH} | " + " | ".join(languages) + " |"
    yield "|---|---|---|---|---|" + "---|" * len(languages)
    whole = {reader: traps(golds, systems) for reader, systems in found.items()}
    apart = {name: traps([g for g in golds if g.marks.language == name], found[BOTH]) for name in languages}
    for trap in whole[BOTH]:
        pieces = sum(gold.trap == trap for gold in golds)
        others = " | ".join(f"{apart[name].get(trap, Tally()).f1:.2f}" for name in languages)
        three = " | ".join(f"{whole[reader][trap].f1:.2f}" for reader in (LEXICONS, MODEL, BOTH))
        yield f"| {trap} | {pieces} | {three} | {others} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the page."""
    parser = argparse.ArgumentParser(prog="python -m rasad.evaluation.fidelity", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="GOLD_DIR")
    asked = parser.parse_args(arguments)
    try:
        for line in page(asked.folders):
            print(line)
    except RasadError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
