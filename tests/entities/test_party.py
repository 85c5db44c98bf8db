"""A party as of a day: capital, office holders and memberships of then, not of now."""

from __future__ import annotations

from datetime import date

import pytest

from rasad.entities.party import party
from rasad.errors import QueryError


def test_a_state_is_told_as_of_the_day() -> None:
    """In September 2017 Kazakhstan had Nazarbayev as president, Abdrakhmanov as foreign minister, and Astana."""
    told = party("KAZ", on=date(2017, 9, 12))
    held = {h.tenure.office: h.person.id for h in told.holders}

    assert held["president"] == "person:nursultan-nazarbayev"
    assert held["foreign-minister"] == "person:kairat-abdrakhmanov"
    assert told.capital is not None and told.capital.id == "place:astana"
    assert told.lives


def test_memberships_are_those_of_the_day() -> None:
    """Uzbekistan was in the CSTO from 2006 to 2012 and in the OTS from 2019."""
    then = {p.of.id for p in party("UZB", on=date(2010, 1, 1)).places}
    later = {p.of.id for p in party("UZB", on=date(2020, 1, 1)).places}

    assert "org:csto" in then and "org:csto" not in later
    assert "org:ots" in later and "org:ots" not in then


def test_heads_come_first() -> None:
    """Whoever reads the answer wants the president before the mayor."""
    offices = [h.tenure.office for h in party("KAZ", on=date(2024, 1, 1)).holders]

    assert offices[:3] == ["president", "prime-minister", "foreign-minister"]


def test_a_party_that_does_not_exist_is_an_error_that_says_what_to_write() -> None:
    """KZ is no id; the error shows what an id looks like."""
    with pytest.raises(QueryError, match="KAZ or org:sco"):
        party("KZ")
    with pytest.raises(QueryError, match="person:emomali-rahmon"):
        party("person:emomali-rahmon")
