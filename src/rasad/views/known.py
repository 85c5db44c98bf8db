"""The knowledge base as rows: whom a wording may mean, and what held of a party on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from rasad.entities import party as parties
from rasad.entities import who as wordings
from rasad.entities.body_ids import body_title
from rasad.entities.candidates import Candidate
from rasad.entities.party import Party
from rasad.entities.who import Answer
from rasad.knowledge.base import Base, load_base
from rasad.knowledge.entry import Entry, Tenure
from rasad.knowledge.naming import known_language, name_of, office_name, tenure_on


def who(
    wording: str,
    *,
    on: date | None = None,
    language: str | None = None,
    near: Sequence[str] = (),
    names: str | None = None,
) -> list[dict[str, Any]]:
    """Return whom a wording means as of a day: candidates, best first; the one with ``meant`` is the answer.

    Of a refusal the first row has no id and says the reason in ``why``.

    Args:
        wording: a name, office, body or pronoun, such as «رئیس جمهور قزاقستان».
        on: the day; None is today.
        language: the wording's, a BCP 47 tag; None is read off its letters.
        near: ids of those named beside it, the most salient first.
        names: the language of the names in the rows; None is the wording's.

    Raises:
        QueryError: an unknown language, or an id in *near* that does not exist; the error says what there is.
    """
    reader = known_language(names) if names is not None else None
    answer = wordings.who(wording, on=on, language=language, near=near)
    return answer_rows(answer, load_base(), reader)


def party(id: str, *, on: date | None = None, language: str = "en") -> dict[str, Any]:
    """Return what held of a state, organisation or forum on a day: names, capital, office holders, memberships.

    Raises:
        QueryError: no such party, or a language without names.
    """
    return party_row(parties.party(id, on=on), load_base(), known_language(language))


def answer_rows(answer: Answer, base: Base, language: str | None = None) -> list[dict[str, Any]]:
    """Return a row a candidate, best first; of a refusal first a row without id, with the reason in ``why``.

    Columns: meant (bool), id, type, name (in *language*, else that of the wording), state, office (an object of office,
    title, of, first and last day, or None), score, share in [0, 1], features (objects of name, weight, value), why.
    """
    tag = language or answer.language
    rows = [_candidate_row(c, c.id == answer.id, answer.on, tag, base) for c in answer.candidates]
    if answer.id is None:
        nobody = dict.fromkeys(("id", "type", "name", "state", "office", "score"))
        rows.insert(0, {"meant": True, **nobody, "share": None, "features": [], "why": answer.why})
    else:
        for row in rows:
            if row["meant"] and answer.why:
                row["why"] = answer.why
    return rows


def _candidate_row(candidate: Candidate, meant: bool, on: date | None, language: str, base: Base) -> dict[str, Any]:
    entry = base.entry(candidate.id)
    type_, name, state = "organisation", body_title(candidate.id) if ":" in candidate.id else candidate.id, None
    if entry is not None:
        type_, name, state = entry.type, name_of(entry, language, on), entry.state
    return {
        "meant": meant,
        "id": candidate.id,
        "type": type_,
        "name": name,
        "state": state,
        "office": _office(tenure_on(entry, on), language, base) if entry is not None else None,
        "score": round(candidate.score, 3),
        "share": round(candidate.share, 3),
        "features": [{"name": f.name, "weight": f.weight, "value": round(f.value, 3)} for f in candidate.features],
        "why": ", ".join(f"{f.name} {f.score:+.1f}" for f in candidate.features),
    }


def _office(tenure: Tenure | None, language: str, base: Base) -> dict[str, Any] | None:
    if tenure is None:
        return None
    return {
        "office": tenure.office,
        "title": office_name(tenure.office, language),
        "of": tenure.of,
        "first": _day(tenure.first),
        "last": _day(tenure.last),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def party_row(party: Party, base: Base, language: str = "en") -> dict[str, Any]:
    """Return what held of a party as one object, names in *language*."""
    entry = party.entry
    names: dict[str, list[str]] = {}
    for name in entry.names:
        if name.form in {"name", "official"} and name.text not in names.setdefault(name.language, []):
            names[name.language].append(name.text)
    return {
        "id": entry.id,
        "type": entry.type,
        "name": name_of(entry, language, party.on),
        "on": _day(party.on),
        "exists": party.lives,
        "kind": entry.kind,
        "parent": entry.parent,
        "codes": _codes(entry),
        "wikidata": entry.wikidata,
        "capital": _place(party.capital, party.on, language),
        "seat": _place(party.seat, party.on, language),
        "neighbours": list(entry.neighbours),
        "offices": [
            {
                **(_office(h.tenure, language, base) or {}),
                "mark": h.tenure.mark or None,
                "id": h.person.id,
                "name": name_of(h.person, language, party.on),
            }
            for h in party.holders
        ],
        "member_of": [
            {"id": p.of.id, "name": name_of(p.of, language, party.on), "standing": p.standing, "since": _day(p.first)}
            for p in party.places
        ],
        "members": list(party.members),
        "names": names,
    }


def _codes(entry: Entry) -> dict[str, str | None] | None:
    if entry.codes is None:
        return None
    return {"iso2": entry.codes.iso2, "iso3": entry.id, "numeric": entry.codes.numeric, "cow": entry.codes.cow}


def _place(place: Entry | None, on: date | None, language: str) -> dict[str, str] | None:
    return {"id": place.id, "name": name_of(place, language, on)} if place is not None else None
