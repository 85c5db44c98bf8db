"""Examples for training: annotated pieces read by the lexicons, laid out as the coder lays out an article.

Run in the project's environment; writes one NumPy archive a set, which needs nothing of rasad to be trained on.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from rasad.coding.choices import drafted_choice
from rasad.coding.features import anchor, dates_of, event_features, parties_of
from rasad.coding.labels import MODES, TAGS
from rasad.coding.sheet import Records, Sheet, lay_out
from rasad.evaluation.evaluate import capture_of
from rasad.evaluation.gold import EventMark, Gold, load_gold, slug
from rasad.events.event import STATUSES, TYPES
from rasad.models.names import NONE
from rasad.models.tokens import Tokens
from rasad.pipeline.read import steps_of
from rasad.pipeline.steps import run
from rasad.text.span import Span

_TAG = {name: column for column, name in enumerate(TAGS)}


def examples(folder: Path, tokens: Tokens) -> Iterator[dict[str, Any]]:
    """Yield one example for each annotated piece of *folder*, as plain arrays."""
    kept = _items(folder)
    for gold in load_gold(folder):
        sheet = sheet_of(gold, tokens)
        if sheet is not None and len(sheet.ids):
            yield _example(gold, sheet, kept[gold.name])


def _items(folder: Path) -> dict[str, Mapping[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    paths = sorted(folder.glob("*.yaml"))
    return {str(item["id"]): item for path in paths for item in yaml.load(path.read_text("utf-8"), loader)}  # noqa: S506


def sheet_of(gold: Gold, tokens: Tokens) -> Sheet | None:
    """Return an annotated piece as the coder sees it, read by the lexicons."""
    values: dict[str, Any] = {"capture": capture_of(gold)}
    for step in steps_of(NONE):
        values[step.writes] = run(step, values)
    names = ("drafted", "found figures", "found statements", "found risks", "found responses")
    records = Records(*(values[name] for name in names))
    return lay_out(values["article"], values["resolution"], values["clauses"], values["dates"], values["quantities"],
                   records, tokens)  # fmt: skip


def _example(gold: Gold, sheet: Sheet, item: Mapping[str, Any]) -> dict[str, Any]:
    tags = np.zeros((len(sheet.ids), len(TAGS)), np.float32)

    def mark(words: tuple[int, int] | None, name: str) -> tuple[int, int] | None:
        if words is None or name not in _TAG:
            return None
        first, last = sheet.tokens(Span(*words))
        tags[first:last, _TAG[name]] = 1.0
        return (first, last) if first < last else None

    anchors = []
    for event, told in zip(gold.marks.events, item.get("events") or (), strict=True):
        at = mark(event.extent, event.type)
        if at is not None:
            anchors.append(_anchor(sheet, event, str(told.get("mode") or ""), at))
    for risk in gold.marks.risks:
        mark(risk.extent, f"risk:{risk.label}")
    for response in gold.marks.responses:
        mark(response.extent, "response")
    for statement in item.get("statements") or ():
        found = gold.text.find(str(statement.get("verb") or "\0"))
        if found >= 0:
            mark((found, found + len(str(statement["verb"]))), "statement")
    windows = [(w.start, w.first, w.last) for w in sheet.windows]
    return {"name": gold.name, "language": gold.marks.language, "ids": sheet.ids, "features": sheet.features,
            "tags": tags, "windows": windows, "anchors": anchors}  # fmt: skip


def _anchor(sheet: Sheet, event: EventMark, mode: str, at: tuple[int, int]) -> dict[str, Any]:
    found = anchor(sheet, event.type, *at)
    parties, rows = parties_of(sheet, found)
    dates = dates_of(sheet, found)
    slugs = [slug_of(p) for p in parties]
    status = event.status if event.status in STATUSES else "happened"
    days = [(d.period.first.isoformat(), d.period.last.isoformat()) if d.period else (None, None) for d in dates]
    return {
        "span": at, "type": TYPES.index(event.type), "status": STATUSES.index(status),
        "mode": MODES.index(mode) if mode in MODES else 0,
        "draft": STATUSES.index(found.own.event.status) if found.own else -1,
        "draft mode": MODES.index(found.own.event.mode or "") if found.own and found.own.event.mode in MODES else 0,
        "drafted": drafted_choice(found, parties), "parties": rows, "event": event_features(sheet, found),
        "sides": np.array([(s in event.actors, s in event.recipients) for s in slugs], np.float32).reshape(-1, 2),
        "unreachable": len((event.actors | event.recipients) - set(slugs)),
        "dates": np.stack([d.features for d in dates]), "dated": np.array([event.days == d for d in days], np.float32),
    }  # fmt: skip


def slug_of(party: str) -> str:
    """Return a party as gold's parties are compared."""
    bare = slug(party)
    return "eu" if bare in {"european-council", "european-commission"} else bare


def main() -> None:
    """Write the examples of each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument(
        "--out", type=Path, required=True, help="where to write the examples (a pickle of plain arrays)"
    )
    asked = parser.parse_args()
    tokens = Tokens(asked.tokenizer)
    found = [one for folder in asked.folders for one in examples(folder, tokens)]
    asked.out.write_bytes(pickle.dumps(found))
    anchors = [a for e in found for a in e["anchors"]]
    reached = sum(not a["unreachable"] for a in anchors)
    dated = sum(bool(a["dated"].any()) for a in anchors)
    print(
        f"{len(found)} pieces, {sum(len(e['ids']) for e in found)} tokens, {len(anchors)} events; all parties within "
        f"reach in {reached}, the date in {dated}"
    )


if __name__ == "__main__":
    main()
