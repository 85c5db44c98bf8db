"""Candidates are weighed: each has the features that speak for it, and nobody is one of them."""

from __future__ import annotations

from datetime import date

import pytest

from rasad.entities.candidates import Context, Reading, rank, settle
from rasad.knowledge.base import base_of
from rasad.knowledge.entry import Entry, Name, Tenure
from rasad.text.span import Span

_ELDER = Entry(
    "person:elder", "person", "Elder Noon", (Name("نون", "fa", "short"),), state="ATL",
    tenures=(Tenure("president", "ATL", date(2010, 1, 1), date(2014, 12, 31)),),
)  # fmt: skip
_YOUNGER = Entry(
    "person:younger", "person", "Younger Noon", (Name("نون", "fa", "short"),), state="ATL",
    tenures=(Tenure("president", "ATL", date(2015, 1, 1), None),),
)  # fmt: skip
_FOREIGN = Entry(
    "person:foreign", "person", "Foreign Noon", (Name("نون", "fa", "short"),), state="MUU",
    tenures=(Tenure("poet", "MUU", date(2000, 1, 1), None),),
)  # fmt: skip
_BASE = base_of([_ELDER, _YOUNGER, _FOREIGN])
_SPAN = Span(0, 3)


def _meant(*entries: Entry, form: str = "short", **context: object) -> str | None:
    readings = [Reading(e, form) for e in entries]
    return settle(_SPAN, rank(_BASE, readings, Context(**context))).id  # type: ignore[arg-type]


@pytest.mark.parametrize(("on", "id_"), [(date(2012, 6, 1), "person:elder"), (date(2016, 6, 1), "person:younger")])
def test_a_surname_alone_is_who_held_high_office_then(on: date, id_: str) -> None:
    """«شریف» in 2016 and in 2024 are two people."""
    assert _meant(_ELDER, _YOUNGER, on=on) == id_


def test_a_surname_alone_is_nobody_where_two_fit_alike() -> None:
    """Without day, state or title both Noons are as likely, and neither is taken."""
    link = settle(_SPAN, rank(_BASE, [Reading(_ELDER, "short"), Reading(_FOREIGN, "short")], Context(introduced=True)))

    assert link.id is None or link.share < 0.9
    assert _meant(_FOREIGN) is None


def test_whom_the_article_has_named_is_meant_again() -> None:
    """After the full name the surname means the same person, whoever else is called so."""
    assert _meant(_ELDER, _FOREIGN, named=frozenset({"person:foreign"}), on=date(2012, 6, 1)) == "person:foreign"


def test_an_office_worded_beside_decides() -> None:
    """«رئیس جمهور نون» is the Noon who was president on the day, not the poet of that name."""
    assert _meant(_FOREIGN, _ELDER, office="president", on=date(2013, 1, 1)) == "person:elder"


def test_nobody_is_meant_who_had_no_office_yet() -> None:
    """A text of 2005 cannot mean a president of 2015 by a bare surname."""
    assert _meant(_YOUNGER, on=date(2005, 1, 1)) is None


def test_a_state_that_is_no_more_is_still_spoken_of_and_one_to_come_is_not() -> None:
    """«اتحاد شوروی» in a text of 2024 is the Soviet Union; a text of 1980 does not mean a state of 1991."""
    past = Entry("SUU", "state", "Past", (), state="SUU", last=date(1991, 12, 25))
    to_come = Entry("KAA", "state", "To come", (), state="KAA", first=date(1991, 12, 16))

    assert _meant(past, form="name", on=date(2024, 1, 1)) == "SUU"
    assert _meant(to_come, form="name", on=date(1980, 1, 1)) is None


def test_a_link_says_what_it_rests_on() -> None:
    """The share follows from the features and their weights, and the shares of all with nobody's are one."""
    candidates = rank(_BASE, [Reading(_ELDER, "name"), Reading(_FOREIGN, "name")], Context(near=frozenset({"ATL"})))
    best = candidates[0]

    assert best.id == "person:elder"
    assert {f.name for f in best.features} == {"name", "near"}
    assert best.score == pytest.approx(sum(f.weight * f.value for f in best.features))
    assert 0 < sum(c.share for c in candidates) < 1


def test_what_is_spelt_like_nothing_says_so() -> None:
    """A refusal has a reason."""
    link = settle(_SPAN, ())

    assert link.id is None and not link.confident
    assert "nothing in the knowledge base" in link.why
