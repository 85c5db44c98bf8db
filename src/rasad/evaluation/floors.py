"""Floors: figures under which no change may take the project, pinned to the gold that they were measured on."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rasad.errors import DataError, FloorError
from rasad.evaluation.scores import FIGURES, Report

#: The figure that has a ceiling in place of a floor.
CEILING = "false checks"
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors of one set of gold: its digest, and F1 by figure for each language, "all" among them."""

    digest: str
    figures: Mapping[str, Mapping[str, float]]


def load_floors(path: Path) -> dict[str, Floors]:
    """Return the floors kept in *path*, by the name of the set; none where there is no such file.

    Raises:
        DataError: the file is not what :func:`save_floors` writes.
    """
    if not path.exists():
        return {}
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {name: Floors(str(one["digest"]), one["figures"]) for name, one in kept.items()}
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise DataError(str(path), f"expected sets with digest and figures, found {error!r}") from error


def save_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write *floors* to *path* as JSON, one figure a line."""
    kept = {name: {"digest": one.digest, "figures": one.figures} for name, one in sorted(floors.items())}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def under(reports: Mapping[str, Report], digest: str, floors: Floors) -> list[str]:
    """Return a sentence for each figure of *reports* (by language) that stands under its floor."""
    if digest != floors.digest:
        return [f"the gold has changed: its digest is {digest[:12]}, the floors are of {floors.digest[:12]}"]
    lines = []
    for language, kept in floors.figures.items():
        report = reports.get(language)
        if report is None:
            lines.append(f"nothing was measured for {language}")
            continue
        for name, floor in kept.items():
            value = measured(report, name)
            if (value > floor + 1e-9) if name == CEILING else (value < floor - 1e-9):
                lines.append(
                    f"{language}, {name}: {value:.3f}, {'at most' if name == CEILING else 'at least'} {floor:.3f}"
                )
    return lines


def check(reports: Mapping[str, Report], digest: str, floors: Floors) -> None:
    """Raise if a figure stands under its floor.

    Raises:
        FloorError: with a sentence for each.
    """
    if lines := under(reports, digest, floors):
        raise FloorError(tuple(lines))


def raised(
    reports: Mapping[str, Report], digest: str, floors: Floors | None, *, lower: bool = False
) -> Floors:
    """Return floors a hundredth under the figures measured, never under those that stand unless *lower* says so.

    Raises:
        FloorError: the gold has changed, so that floors of two golds would be mixed; *lower* begins anew.
    """
    if floors is not None and floors.digest != digest and not lower:
        raise FloorError((*under(reports, digest, floors), "say --lower to begin anew with this gold"))
    figures: dict[str, dict[str, float]] = {}
    for language, report in reports.items():
        standing = {} if floors is None or lower else floors.figures.get(language, {})
        figures[language] = {name: _floor(report, name, standing.get(name)) for name in (*_FLOORED, CEILING)}
    return Floors(digest, figures)


def measured(report: Report, name: str) -> float:
    """Return the F1 of the figure *name*, or the false checks an article."""
    return report.false_checks if name == CEILING else report.figures[name].f1


def _floor(report: Report, name: str, standing: float | None) -> float:
    value = measured(report, name)
    if name == CEILING:
        ceiling = math.ceil(value * 100) / 100 + _SLACK
        return round(ceiling if standing is None else min(ceiling, standing), 2)
    floor = max(0.0, math.floor(value * 100) / 100 - _SLACK)
    return round(floor if standing is None else max(floor, standing), 2)


_FLOORED = tuple(name for name in FIGURES if name not in {"event dates", "event status"})
