"""Ids of bodies of state, made by the patterns of lexicons/bodies: org:ministry-of-foreign-affairs-of-kazakhstan."""

from __future__ import annotations

from rasad.entities.wordings import Wordings
from rasad.knowledge.base import Base


def body_id(
    words: Wordings, base: Base, kind: str, key: str, of: str, host: str | None = None, city: str | None = None
) -> str | None:
    """Return the id of a state's body, or None where bodies of that kind have none of their own.

    Args:
        kind: the kind of body, a key of lexicons/bodies (ministry, embassy, army, …).
        key: the field of a ministry.
        of: whose body it is.
        host: the state where an embassy stands; without it an embassy has no id.
        city: the place where a consulate stands; without it a consulate has no id.
    """
    pattern = words.bodies.get(kind)
    if pattern is None or ("{host}" in pattern and host is None) or ("{city}" in pattern and city is None):
        return None
    id_ = pattern.format(
        state=state_slug(words, base, of),
        field=key,
        host=state_slug(words, base, host) if host is not None else "",
        city=city.partition(":")[2] if city is not None else "",
    )
    return words.same.get(id_, id_)


def state_slug(words: Wordings, base: Base, state: str) -> str:
    """Return how a state is called in the ids of its bodies."""
    if (slug := words.slugs.get(state)) is not None:
        return slug
    entry = base.entry(state)
    return (entry.name if entry else state).lower().replace(" ", "-")


def body_title(id_: str) -> str:
    """Return the English name of a body from its id: Ministry of Foreign Affairs of Kazakhstan."""
    return " ".join(w if w in {"of", "in", "and"} else w.capitalize() for w in id_.split(":", 1)[1].split("-"))
