"""How far two annotations of the same pieces agree: the second scored against the first, kind by kind.

python tools/agreement.py gold/train gold/second
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rasad.evaluation.gold import load_gold
from rasad.evaluation.scores import WORDINGS, score

_SHOWN = ("links", "events found", "events", "events directed", "events full", "event dates", "event status", "figures",
          "figures full", "statements", "risks", "responses")  # fmt: skip


def main() -> None:
    """Print one line a figure: over all pieces, then by language."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    asked = parser.parse_args()
    second = {gold.name: gold for gold in load_gold(asked.second)}
    both = [gold for gold in load_gold(asked.first) if gold.name in second]
    languages = sorted({gold.marks.language for gold in both})
    told = {name: gold.marks for name, gold in second.items()}
    reports = [
        score([g for g in both if language in (None, g.marks.language)], told) for language in (None, *languages)
    ]
    print(f"{len(both)} pieces annotated twice: F1 of the second against the first")
    print(f"{'':52}{'all':>8}" + "".join(f"{language:>8}" for language in languages))
    for name in _SHOWN:
        print(f"{WORDINGS[name]:52}" + "".join(f"{report.figures[name].f1:8.3f}" for report in reports))


if __name__ == "__main__":
    main()
