"""What must hold between the entries of the knowledge base: lives, memberships, capitals, spellings."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from importlib.resources import files
from itertools import combinations, pairwise

import pytest

from rasad.knowledge.base import load_base
from rasad.knowledge.entry import Entry
from rasad.knowledge.naming import is_held_by_several
from rasad.spelling.letters import fold_word


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(load_base().entries())


def test_memberships_lie_within_the_lives_of_both(entries: list[Entry]) -> None:
    """No state is in anything before it exists or after it ended, and nothing has members before it is founded."""
    base = load_base()
    wrong = []
    for body in entries:
        for place in body.memberships:
            member = base.entry(place.member)
            for day in (place.first, place.last):
                if day is not None and not (body.holds(day) and (member is None or member.holds(day))):
                    wrong.append((body.id, place.member, day))

    assert wrong == []


def test_nobody_is_a_member_twice_on_one_day(entries: list[Entry]) -> None:
    """Who left and came back has two rows that do not meet; a member is no observer of the same body on that day."""
    wrong = []
    for body in entries:
        rows = defaultdict(list)
        for place in body.memberships:
            rows[place.member].append((place.first or date.min, place.last or date.max))
        for member, stays in rows.items():
            stays.sort()
            wrong += [(body.id, member) for a, b in pairwise(stays) if b[0] <= a[1]]

    assert wrong == []


def test_no_office_outlives_its_party(entries: list[Entry]) -> None:
    """Nobody is president of a state that has ended. Offices of Soviet republics may go back before independence."""
    base = load_base()
    wrong = [
        (person.id, tenure.office, tenure.of)
        for person in entries
        for tenure in person.tenures
        if (party := base.entry(tenure.of)) is not None and party.last is not None
        and ((tenure.last or date.max) > party.last or (tenure.first or date.min) > party.last)
    ]  # fmt: skip

    assert wrong == []


def test_an_office_without_several_holders_is_held_by_one_person_a_day(entries: list[Entry]) -> None:
    """Two presidents on one day are a mistake, unless a mark says why: acting, joint, rival, exile."""
    held = defaultdict(list)
    for person in entries:
        for tenure in person.tenures:
            if not is_held_by_several(tenure.office) and not tenure.mark:
                days = (tenure.first or date.min, tenure.last or date.max)
                held[tenure.office, tenure.of].append((*days, person.id))
    wrong = []
    for office, stays in held.items():
        for (_, last, one), (first, _, other) in combinations(sorted(stays), 2):
            if first <= last and one != other:
                wrong.append((office, one, other))

    assert wrong == []


def test_the_capitals_of_a_state_follow_one_another(entries: list[Entry]) -> None:
    """Former capitals have days that do not meet, and the one of today is the last."""
    for state in entries:
        stays = sorted((c.first or date.min, c.last or date.max, c.of) for c in state.capitals)
        assert all(b[0] > a[1] for a, b in pairwise(stays)), state.id
        assert not stays or stays[-1][2] == state.capital or stays[-1][1] < date.max, state.id


def test_parents_make_no_circle(entries: list[Entry]) -> None:
    """Whoever asks what a body belongs to comes to an end."""
    parents = {e.id: e.parent for e in entries if e.parent is not None}
    for start in parents:
        seen, at = {start}, parents.get(start)
        while at is not None:
            assert at not in seen, start
            seen.add(at)
            at = parents.get(at)


def test_every_name_folds_to_something_that_folds_no_further(entries: list[Entry]) -> None:
    """A key is a fixed point of folding: what is looked for and what a text is folded to are the same letters."""
    for entry in entries:
        for name in entry.names:
            key = fold_word(name.text)
            assert key and fold_word(key) == key, (entry.id, name.text)


def test_every_file_names_its_source_and_its_date() -> None:
    """A fact can be traced to where it was taken from."""
    for file in files("rasad.knowledge").joinpath("data").iterdir():
        head = file.read_text(encoding="utf-8")[:2000]
        assert "source: " in head and "date: 20" in head, file.name


def test_a_day_after_an_office_ends_it_is_not_held() -> None:
    """The last day is included, the one after it is not."""
    base = load_base()
    last = date(2019, 3, 19)

    assert [p.id for p in base.holders("president", "KAZ", last)] == ["person:nursultan-nazarbayev"]
    assert [p.id for p in base.holders("president", "KAZ", last + timedelta(1))] == ["person:kassym-jomart-tokayev"]
