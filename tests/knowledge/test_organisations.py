"""What organisations and forums say of themselves: what they are, where they sit, whose part they are, who is in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from rasad.knowledge.base import Base, load_base
from rasad.knowledge.entry import Entry

_DOCS = Path(__file__).parents[2] / "docs" / "knowledge.md"


@pytest.fixture(scope="module")
def base() -> Base:
    return load_base()


def _of_type(base: Base, *types: str) -> list[Entry]:
    return [entry for entry in base.entries() if entry.type in types]


def _documented() -> dict[str, set[str]]:
    """The kinds of the table in docs/knowledge.md, by type of entry."""
    table = _DOCS.read_text(encoding="utf-8").partition("## Kinds")[2]
    rows = re.findall(r"^\| (organisation|forum|project|place|region)s \| (.*) \|$", table, re.MULTILINE)
    return {of: set(re.sub(r" \([^)]*\)", "", kinds).split(", ")) for of, kinds in rows}


def test_there_are_hundreds_and_each_says_what_it_is(base: Base) -> None:
    """Whoever counts meetings of banks, or attacks of armed groups, needs to know which they are."""
    bodies = _of_type(base, "organisation", "forum")

    assert len(bodies) >= 500
    assert [body.id for body in bodies if body.kind is None] == []


def test_every_kind_stands_in_the_docs_and_is_in_use(base: Base) -> None:
    """The kinds are a closed set: whoever adds one adds it to the table, whoever empties one takes it out."""
    used: dict[str, set[str]] = {}
    for entry in base.entries():
        if entry.kind is not None:
            used.setdefault(entry.type, set()).add(entry.kind)
    documented = _documented()

    assert used == documented


def test_a_body_sits_at_a_place(base: Base) -> None:
    """A seat is a place of the knowledge base, and hundreds of seats are known."""
    seats = [(body.id, base.entry(body.seat)) for body in base.entries() if body.seat is not None]

    assert len(seats) >= 400
    assert [id_ for id_, place in seats if place is None or place.type != "place"] == []


def test_nothing_is_a_part_of_itself(base: Base) -> None:
    """Going from part to whole ends somewhere: the Security Council, the United Nations, and no further."""
    for entry in base.entries():
        whole, seen = entry, {entry.id}
        while whole.parent is not None:
            assert whole.parent not in seen, entry.id
            seen.add(whole.parent)
            parent = base.entry(whole.parent)
            assert parent is not None, whole.id
            whole = parent


def test_a_body_is_named_in_the_languages_of_its_readers(base: Base) -> None:
    """English and Russian name every one; Persian or Arabic nearly all, for some are known by an abbreviation alone."""
    bodies = _of_type(base, "organisation", "forum", "project")
    languages = {body.id: {name.language[:2] for name in body.names} for body in bodies}

    assert [id_ for id_, found in languages.items() if "ru" not in found] == []
    assert [id_ for id_, found in languages.items() if "en" not in found] == []
    assert sum(not found & {"fa", "ar"} for found in languages.values()) < 20


_SPOTS = [
    ("org:csto", "UZB", "member", "2007-01-01", True),
    ("org:csto", "UZB", "member", "2013-01-01", False),
    ("org:csto", "AFG", "observer", "2015-01-01", True),
    ("org:cis", "GEO", "member", "2009-08-17", True),
    ("org:cis", "GEO", "member", "2009-08-18", False),
    ("org:cis", "TKM", "partner", "2010-01-01", True),
    ("org:eaeu", "ARM", "member", "2015-01-01", False),
    ("org:eaeu", "KGZ", "member", "2015-08-12", True),
    ("org:eaeu", "UZB", "observer", "2021-01-01", True),
    ("org:eaeu", "IRN", "observer", "2024-12-25", False),
    ("org:sco", "IND", "observer", "2017-06-08", True),
    ("org:sco", "IND", "member", "2017-06-09", True),
    ("org:sco", "IRN", "member", "2023-07-03", False),
    ("org:sco", "BLR", "member", "2024-07-04", True),
    ("org:sco", "AFG", "observer", "2012-06-07", True),
    ("org:ots", "UZB", "member", "2018-01-01", False),
    ("org:ots", "UZB", "member", "2020-01-01", True),
    ("org:ots", "TKM", "observer", "2021-11-12", True),
    ("org:ots", "region:northern-cyprus", "observer", "2022-11-10", False),
    ("org:eco", "KAZ", "member", "1992-11-28", True),
    ("org:eco", "KAZ", "member", "1992-11-27", False),
    ("forum:cica", "KWT", "member", "2022-10-11", False),
    ("forum:cica", "KWT", "member", "2022-10-12", True),
    ("org:oic", "UZB", "member", "1994-01-01", False),
    ("org:oic", "UZB", "member", "1997-01-01", True),
    ("org:oic", "RUS", "observer", "2006-01-01", True),
    ("org:gcc", "QAT", "member", "2018-01-01", True),
    ("org:arab-league", "SYR", "member", "2015-01-01", False),
    ("org:arab-league", "SYR", "member", "2023-05-07", True),
    ("org:brics", "IRN", "member", "2023-12-31", False),
    ("org:brics", "IDN", "member", "2025-01-06", True),
    ("org:brics", "KAZ", "partner", "2025-01-01", True),
    ("org:opec", "QAT", "member", "2018-12-31", True),
    ("org:opec", "QAT", "member", "2019-01-01", False),
    ("org:opec-plus", "KAZ", "member", "2017-01-01", True),
    ("org:nato", "FIN", "member", "2023-04-04", True),
    ("org:nato", "SWE", "member", "2024-03-06", False),
    ("org:eu", "GBR", "member", "2020-01-31", True),
    ("org:eu", "GBR", "member", "2020-02-01", False),
    ("org:eu", "HRV", "member", "2013-07-01", True),
    ("org:un", "KAZ", "member", "1992-03-01", False),
    ("org:un", "KAZ", "member", "1992-03-02", True),
    ("org:un", "SSD", "member", "2011-07-14", True),
    ("org:wto", "KGZ", "member", "1998-12-20", True),
    ("org:wto", "KAZ", "member", "2015-11-29", False),
    ("org:wto", "AFG", "member", "2016-07-29", True),
    ("org:wto", "UZB", "observer", "2024-01-01", True),
    ("org:imf", "TJK", "member", "1993-04-26", False),
    ("org:imf", "TJK", "member", "1993-04-27", True),
    ("org:world-bank", "KAZ", "member", "1992-07-23", True),
    ("org:adb", "TKM", "member", "1999-12-31", False),
    ("org:adb", "TKM", "member", "2000-12-31", True),
    ("org:aiib", "AFG", "member", "2017-10-12", False),
    ("org:ebrd", "CHN", "member", "2016-01-15", True),
    ("org:osce", "MNG", "member", "2012-11-21", True),
    ("org:osce", "AFG", "partner", "2003-04-03", True),
    ("org:council-of-europe", "RUS", "member", "2022-03-15", True),
    ("org:council-of-europe", "RUS", "member", "2022-03-16", False),
    ("org:saarc", "AFG", "member", "2007-04-02", False),
    ("org:saarc", "AFG", "member", "2007-04-03", True),
    ("org:asean", "TLS", "member", "2025-10-26", True),
    ("org:african-union", "MAR", "member", "2016-01-01", False),
    ("org:african-union", "MAR", "member", "2018-01-01", True),
    ("org:d8", "AZE", "member", "2024-12-19", True),
    ("org:guam", "UZB", "member", "2000-01-01", True),
    ("org:guam", "UZB", "member", "2006-01-01", False),
    ("org:eurasec", "UZB", "member", "2007-01-01", True),
    ("org:eurasec", "UZB", "member", "2009-01-01", False),
    ("org:new-development-bank", "BGD", "member", "2021-09-02", True),
    ("org:bsec", "TUR", "member", "1992-06-25", True),
    ("org:carec", "GEO", "member", "2016-01-01", False),
    ("org:ecowas", "MLI", "member", "2025-01-29", False),
    ("org:visegrad-group", "CZE", "member", "1993-01-01", True),
    ("org:aukus", "AUS", "member", "2021-09-14", False),
    ("forum:c5", "AZE", "member", "2025-11-15", False),
    ("forum:c5", "AZE", "member", "2025-11-16", True),
    ("forum:g20", "org:african-union", "member", "2023-09-09", True),
    ("forum:g7", "RUS", "member", "2010-01-01", True),
    ("forum:g7", "RUS", "member", "2014-03-25", False),
]


@pytest.mark.parametrize(("body", "state", "standing", "day", "there"), _SPOTS)
def test_who_was_in_it_on_a_day(base: Base, body: str, state: str, standing: str, day: str, there: bool) -> None:
    """Those who joined, left, were raised from observer or suspended stand where they stood on the article's day."""
    assert (state in base.members(body, date.fromisoformat(day), standing)) is there


def test_whoever_counts_members_of_well_known_bodies_counts_right(base: Base) -> None:
    """The numbers that the bodies give of themselves."""
    day = date(2025, 11, 20)
    counted = {
        "org:un": 193, "org:nato": 32, "org:eu": 27, "org:sco": 10, "org:brics": 10, "org:csto": 6, "org:eaeu": 5,
        "org:eco": 10, "org:ots": 5, "org:oic": 57, "org:arab-league": 22, "org:gcc": 6, "org:saarc": 8,
        "org:asean": 11, "org:osce": 57, "org:council-of-europe": 46, "org:wto": 166, "org:opec": 12,
        "org:opec-plus": 22, "org:african-union": 55, "org:d8": 9, "forum:cica": 28, "org:oecd": 38, "org:apec": 21,
        "org:imf": 191, "org:world-bank": 189, "org:cis": 9, "forum:c5": 6, "forum:g20": 21, "forum:g7": 7,
    }  # fmt: skip

    assert {body: len(base.members(body, day)) for body in counted} == counted
