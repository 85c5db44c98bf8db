"""A report of fidelity, made by code: figures with intervals, by variety and type, confusions, ablation, calibration.

Intervals are percentile bootstraps over articles (Efron 1979), with a fixed seed: articles are drawn with replacement
as many as there are, and figures computed anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from rasad.evaluation.gold import EventMark, Gold, Marks
from rasad.evaluation.scores import FIGURES, WORDINGS, Report, Tally, matched_events, score, scored_records, sentence

#: How often articles are drawn, and the share of draws that an interval holds.
_DRAWS, _SHARE, _SEED = 1_000, 0.95, 20
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure's F1 with the bounds between which 95 % of the draws lie."""

    f1: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.f1:.3f} [{self.low:.3f}, {self.high:.3f}]"


@dataclass(frozen=True, slots=True)
class Bin:
    """Records scored between ``low`` and ``high``: how many, and how many of them are right."""

    low: float
    high: float
    records: int
    right: int


def intervals(golds: Sequence[Gold], systems: Mapping[str, Marks]) -> dict[str, Interval]:
    """Return each figure, and each type as "type X", with its interval."""
    apart = [score([gold], systems) for gold in golds]
    tallies = [{**r.figures, **{f"type {name}": t for name, t in r.types.items()}} for r in apart]
    names = [*FIGURES, *sorted({name for t in tallies for name in t if name.startswith("type ")})]
    chance = Random(_SEED)  # noqa: S311 - no secret
    draws = [[chance.randrange(len(golds)) for _ in golds] for _ in range(_DRAWS)] if golds else []
    found = {}
    for name in names:
        parts = [t.get(name, Tally()) for t in tallies]
        whole = sum(parts, Tally())
        values = sorted(_f1(parts, draw) for draw in draws)
        cut = round((1 - _SHARE) / 2 * len(values))
        low, high = (values[cut], values[-1 - cut]) if values else (0.0, 0.0)
        found[name] = Interval(whole.f1, low, high)
    return found


def _f1(parts: Sequence[Tally], draw: Sequence[int]) -> float:
    right = gold = system = 0
    for i in draw:
        part = parts[i]
        right, gold, system = right + part.right, gold + part.gold, system + part.system
    return Tally(right, gold, system).f1


def confusions(golds: Sequence[Gold], systems: Mapping[str, Marks]) -> Counter[tuple[str, str]]:
    """Count (gold's type, system's type) of events in one sentence that are not of one type; "none" where one lacks."""
    found: Counter[tuple[str, str]] = Counter()
    for gold in golds:
        system = systems.get(gold.name)
        if system is None:
            continue
        matched = matched_events(gold, system)
        theirs = _unmatched(gold.marks.events, [g for g, _ in matched])
        ours = _unmatched(system.events, [s for _, s in matched])
        for event in theirs:
            place = sentence(gold.text, event.extent)
            near = [s for s in ours if place is not None and sentence(gold.text, s.extent) == place]
            twin = max(near, key=lambda s: len(s.parties & event.parties), default=None)
            if twin is not None:
                ours.remove(twin)
            found[event.type, twin.type if twin is not None else _NONE] += 1
        found.update((_NONE, s.type) for s in ours)
    return found


def _unmatched(events: Sequence[EventMark], taken: Sequence[EventMark]) -> list[EventMark]:
    names = {id(e) for e in taken}
    return [e for e in events if id(e) not in names]


def calibration(golds: Sequence[Gold], systems: Mapping[str, Marks], bins: int = 10) -> dict[str, list[Bin]]:
    """Return how many of the scored records of each kind are right, by score in *bins* of equal width."""
    counts: dict[str, list[list[int]]] = {}
    for gold in golds:
        if gold.name in systems:
            for kind, given, good in scored_records(gold, systems[gold.name]):
                at = counts.setdefault(kind, [[0, 0] for _ in range(bins)])[min(bins - 1, int(given * bins))]
                at[0] += 1
                at[1] += good
    return {
        kind: [Bin(i / bins, (i + 1) / bins, n, r) for i, (n, r) in enumerate(table)] for kind, table in counts.items()
    }


def traps(golds: Sequence[Gold], systems: Mapping[str, Marks]) -> dict[str, Tally]:
    """Return the tally of events (type in its sentence) of the probes of each trap."""
    names = sorted({gold.trap for gold in golds if gold.trap is not None})
    return {name: score([g for g in golds if g.trap == name], systems).figures["events found"] for name in names}


def table(golds: Sequence[Gold], systems: Mapping[str, Marks]) -> list[str]:
    """Return the lines of a Markdown table: each figure with its interval over all articles, and by variety."""
    languages = sorted({gold.marks.language for gold in golds})
    whole, with_bounds = score(golds, systems), intervals(golds, systems)
    apart = {name: score([g for g in golds if g.marks.language == name], systems) for name in languages}
    lines = [
        "| figure | P | R | F1 [95 %] | " + " | ".join(languages) + " | n |",
        "|---|---|---|---|" + "---|" * (len(languages) + 1),
    ]
    for name in [*FIGURES, *(f"type {t}" for t in whole.types)]:
        tally = _tally(whole, name)
        if not tally.gold and not tally.system:
            continue
        others = " | ".join(f"{_tally(report, name).f1:.3f}" for report in apart.values())
        lines.append(
            f"| {WORDINGS.get(name, name)} | {tally.precision:.3f} | {tally.recall:.3f} | {with_bounds[name]} | "
            f"{others} | {tally.gold} |"
        )
    lines.append(f"\nFalse checks an article: {whole.false_checks:.2f}.")
    return lines


def _tally(report: Report, name: str) -> Tally:
    if name.startswith("type "):
        return report.types.get(name.removeprefix("type "), Tally())
    return report.figures[name]


def ablation(golds: Sequence[Gold], readers: Mapping[str, Mapping[str, Marks]]) -> list[str]:
    """Return the lines of a Markdown table that lays *readers* side by side in what is told of events."""
    names = ("events found", "events", "events directed", "events full", "event dates", "event status")
    lines = ["| read by | " + " | ".join(WORDINGS[n] for n in names) + " |", "|---|" + "---|" * len(names)]
    for reader, systems in readers.items():
        figures = score(golds, systems).figures
        found = figures["events found"]
        first = f"{found.f1:.3f} (P {found.precision:.2f}, R {found.recall:.2f})"
        lines.append(f"| {reader} | {first} | " + " | ".join(f"{figures[n].f1:.3f}" for n in names[1:]) + " |")
    return lines


def confusion_lines(golds: Sequence[Gold], systems: Mapping[str, Marks], most: int = 10) -> list[str]:
    """Return the lines of a Markdown table of the commonest confusions."""
    lines = ["| gold | read as | how often |", "|---|---|---|"]
    told = ((g, s, n) for (g, s), n in confusions(golds, systems).most_common())
    lines += [f"| {g} | {s} | {n} |" for g, s, n in told if _NONE not in (g, s)][:most]
    lines += ["", "Missed and invented, by type:", "", "| type | missed | invented |", "|---|---|---|"]
    counts = confusions(golds, systems)
    types = sorted(
        {t for pair in counts for t in pair if t != _NONE}, key=lambda t: -counts[t, _NONE] - counts[_NONE, t]
    )
    return [*lines, *(f"| {t} | {counts[t, _NONE]} | {counts[_NONE, t]} |" for t in types[:most])]


def calibration_lines(golds: Sequence[Gold], systems: Mapping[str, Marks]) -> list[str]:
    """Return the lines of a Markdown table: records by kind and score, and the share that is right."""
    lines = ["| kind | score | records | right | share |", "|---|---|---|---|---|"]
    for kind, bins in calibration(golds, systems).items():
        for one in bins:
            if one.records:
                share = one.right / one.records
                lines.append(f"| {kind} | {one.low:.1f}–{one.high:.1f} | {one.records} | {one.right} | {share:.3f} |")
    return lines
