"""Write the card of a model: what it is, what it was trained on, its files by SHA-256, how its scores are to be taken.

Run in the project's environment, after export.py and trees.py. Reads annotated articles that the model was not trained
on, and fits how likely an event is right in type and parties from what the model says of it (logistic regression by
Newton's method, with a small ridge; Platt 1999 for the use).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from rasad.coding.labels import digest
from rasad.coding.scores import log_odds
from rasad.evaluation.evaluate import answers
from rasad.evaluation.gold import load_gold
from rasad.evaluation.scores import scored_records
from rasad.models.load import FILES

RIDGE, ROUNDS = 1.0, 50


def main() -> None:
    """Write ``card.json`` into a model's folder: first one without a score's weights, then with those fitted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="the folder of the model, in src/rasad/models")
    parser.add_argument("gold", nargs="+", type=Path, help="annotated articles that the model was not trained on")
    parser.add_argument("--reports", nargs="*", type=Path, default=[], help="reports of training, kept in the card")
    parser.add_argument("--bars", default="{}", help="JSON of rasad.coding.judge.Bars")
    asked = parser.parse_args()
    card: dict[str, Any] = {
        "name": asked.model.name,
        "what": "Finds events (PLOVER 2.0), their parties, dates and status in Persian, Dari and Arabic news.",
        "licence": "Apache-2.0; the encoder was tuned from multilingual-e5-small (MIT)",
        "origin": "multilingual-e5-small (intfloat), vocabulary trimmed to 67,044 pieces; tuned by training/",
        "trained_on": "gold/train (gold/README.md says by whom it was written and annotated)",
        "labels": digest(),
        "files": {name: hashlib.sha256((asked.model / name).read_bytes()).hexdigest() for name in FILES},
        "bars": json.loads(asked.bars),
        "reports": {path.stem: json.loads(path.read_text()) for path in asked.reports},
    }  # fmt: skip
    _write(asked.model, card)
    card["scores"], card["scored_on"] = {}, {"gold": [path.name for path in asked.gold]}
    for kind, (told, right) in _told(asked.gold).items():
        card["scores"][kind] = [round(float(w), 4) for w in fitted(told, right)]
        card["scored_on"][kind] = {"records": len(right), "right": int(right.sum())}
    _write(asked.model, card)
    print(json.dumps({"scores": card["scores"], **card["scored_on"]}))


def _write(model: Path, card: dict[str, Any]) -> None:
    (model / "card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n")


def _told(folders: list[Path]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """What the model says of each record that it reads in *folders*, as log odds, and whether it is right, by kind."""
    told: dict[str, list[float]] = {}
    right: dict[str, list[float]] = {}
    for folder in folders:
        golds = load_gold(folder)
        systems = answers(golds)
        for gold in golds:
            if gold.name in systems:
                for kind, score, good in scored_records(gold, systems[gold.name]):
                    told.setdefault(kind, []).append(log_odds(score))
                    right.setdefault(kind, []).append(float(good))
    return {kind: (np.array(told[kind]), np.array(right[kind])) for kind in sorted(told)}


def fitted(told: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return constant and slope of a logistic regression, the slope with a small ridge."""
    rows = np.stack([np.ones(len(told)), told], 1)
    weights, ridge = np.zeros(2), np.diag([0.0, RIDGE])
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share - right) + ridge @ weights
        curve = (rows * (share * (1 - share))[:, None]).T @ rows + ridge
        weights -= np.linalg.solve(curve, slope)
    return weights


if __name__ == "__main__":
    main()
