"""What projects, waters, lines, crossings and sites say of themselves: what they are and which states have a part."""

from __future__ import annotations

import pytest

from rasad.knowledge.base import Base, load_base


@pytest.fixture(scope="module")
def base() -> Base:
    return load_base()


def test_every_project_says_what_it_is(base: Base) -> None:
    """A railway is no dam, though both are built."""
    assert [entry.id for entry in base.entries() if entry.type == "project" and entry.kind is None] == []


def test_hundreds_of_projects_waters_and_sites_have_parties(base: Base) -> None:
    """Whoever reads of a dam wants to know whose it is and who lives below it."""
    with_parties = [
        e for e in base.entries() if e.type in {"project", "place"} and e.kind is not None and e.memberships
    ]

    assert len(with_parties) >= 350
    assert sum(e.type == "place" for e in with_parties) >= 150


@pytest.mark.parametrize(
    ("what", "kind", "parties"),
    [
        ("project:casa-1000", "power-line", {"AFG", "KGZ", "PAK", "TJK"}),
        ("project:tapi", "pipeline", {"AFG", "IND", "PAK", "TKM"}),
        ("project:trans-afghan-railway", "railway", {"AFG", "PAK", "UZB"}),
        ("project:china-kyrgyzstan-uzbekistan-railway", "railway", {"CHN", "KGZ", "UZB"}),
        ("project:kambarata-1", "dam", {"KAZ", "KGZ", "UZB"}),
        ("project:qosh-tepa-canal", "canal", {"AFG"}),
        ("project:tripp", "corridor", {"ARM", "AZE", "USA"}),
        ("project:kazakhstan-china-oil-pipeline", "pipeline", {"CHN", "KAZ"}),
        ("project:line-d", "pipeline", {"CHN", "KGZ", "TJK", "TKM", "UZB"}),
        ("project:arash-durra-field", "field", {"IRN", "KWT", "SAU"}),
        ("project:rooppur-nuclear-power-plant", "nuclear-plant", {"BGD", "RUS"}),
        ("place:amu-darya", "river", {"AFG", "TJK", "TKM", "UZB"}),
        ("place:helmand-river", "river", {"AFG", "IRN"}),
        ("place:harirud", "river", {"AFG", "IRN", "TKM"}),
        ("place:ili", "river", {"CHN", "KAZ"}),
        ("place:aral-sea", "lake", {"KAZ", "UZB"}),
        ("place:caspian-sea", "sea", {"AZE", "IRN", "KAZ", "RUS", "TKM"}),
        ("place:durand-line", "line", {"AFG", "PAK"}),
        ("place:torkham", "crossing", {"AFG", "PAK"}),
        ("place:vorukh", "enclave", {"KGZ", "TJK"}),
        ("place:sokh", "enclave", {"KGZ", "UZB"}),
        ("place:baikonur", "site", {"KAZ", "RUS"}),
        ("place:russian-201st-military-base", "base", {"RUS", "TJK"}),
        ("place:wakhan", "valley", {"AFG", "CHN", "PAK", "TJK"}),
    ],
)
def test_whose_it_is(base: Base, what: str, kind: str, parties: set[str]) -> None:
    """The states that build a project, share a river or face each other at a crossing."""
    entry = base.entry(what)

    assert entry is not None and entry.kind == kind
    assert set(base.members(what)) == parties


def test_the_parties_of_rivers_and_crossings_border_each_other(base: Base) -> None:
    """A crossing joins two neighbours; a river flows from neighbour to neighbour."""
    for entry in base.entries():
        states = {m.member for m in entry.memberships}
        if entry.kind not in {"crossing", "river"} or len(states) < 2:
            continue
        for state in states:
            party = base.entry(state)
            assert party is not None and states & set(party.neighbours), (entry.id, state)
