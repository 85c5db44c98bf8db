"""What a figure measures, in English for its readers: «bilateral trade», «citizens killed», «cost of CASA-1000»."""

from __future__ import annotations

from rasad.figures.place import Place, Scene
from rasad.figures.words import kind_of
from rasad.lexicons import load

_UNSAID = {
    "share": "share",
    "money": "amount",
    "length": "length",
    "area": "area",
    "times": "growth",
    "time": "duration",
    "cold": "temperature",
    "power": "capacity",
    "energy": "energy",
    "goods": "quantity",
    "speed": "speed",
    "rate": "price",
}
#: What was counted already names what was done to it.
_STRIKES = frozenset({"attacks", "strikes", "explosions"})
_OWN = frozenset({"people killed", "people wounded", "prisoners", "detained"})


def wording(place: Place, of: tuple[str, ...], scene: Scene) -> str:
    """Return a short English noun phrase for what the figure at *place* measures."""
    measure, quantity = place.measure, place.quantity
    kind = kind_of(quantity.unit)
    noun = (quantity.noun or quantity.unit) if quantity.unit == "persons" else quantity.unit
    if kind in {"people", "count"}:
        return _counted(noun, measure.name)
    name = measure.name
    if name == "trade" and len(of) == 2:
        name = "bilateral trade"
    name = load("figures/measures")["worded"].get(name, name)
    if measure.change is not None:
        return f"{measure.change} of {name}" if name else measure.change
    if kind in {"share", "times"} and name and name not in {"share", "tariff", "inflation", "economic growth"}:
        name = f"share of {name}" if kind == "share" else f"growth of {name}"
    name = name or _UNSAID.get(kind, quantity.unit)
    project = next((p for p in of if p.startswith("project:")), None)
    if project is not None and scene.names.get(project):
        return f"{name} of {scene.names[project]}"
    return name


def _counted(noun: str, act: str) -> str:
    """People or things with what was done to them: «soldiers killed», «agreements signed»."""
    act = "" if act == "members" or (act == "attacked" and noun in _STRIKES) else act
    if not act or (noun in _OWN and act in {"killed", "wounded", "arrested"}) or noun.endswith(act):
        return noun
    if act == "population":
        return act
    return f"{noun} {act}"
