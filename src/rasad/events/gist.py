"""An English gist of an event, made from its codes: what an analyst reads in a list before the quote itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rasad.lexicons import load


def gist(
    type_: str, mode: str | None, status: str, actors: Sequence[str], recipients: Sequence[str], topics: Sequence[str],
    name: Callable[[str], str],
) -> str:  # fmt: skip
    """Return one English sentence for an event.

    Args:
        name: gives the English name of a party's id.
    """
    words = load("gist")
    phrases = words["types"][type_]
    phrase = phrases.get(mode or "", phrases[""])
    verb, preposition = phrase[1 if len(actors) > 1 else 0], phrase[2]
    lead = words["statuses"].get(status, "")
    subject = _list([name(a) for a in actors]) or words["somebody"]
    parts = [subject, lead, verb] if lead else [subject, verb]
    if recipients:
        parts += [preposition, _list([name(r) for r in recipients])]
    if topics:
        parts.append(f'{words["on"]} {_list(list(topics))})')
    return " ".join(p for p in parts if p) + "."


def _list(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]
