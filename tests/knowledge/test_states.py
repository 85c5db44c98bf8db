"""What is known of every state: codes, names in the languages of the region, neighbours, life and capitals."""

from __future__ import annotations

from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from rasad.errors import DataError
from rasad.knowledge.base import base_of, load_base
from rasad.knowledge.entry import Entry
from rasad.knowledge.read import read_entries, states_of_tables


def _ids(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: The members of the United Nations, as of 2026.
_MEMBERS = _ids("""
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN
CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM
GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ
KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ
MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN
SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA
UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
""")

#: The states of the region and those that its press writes of most.
_NEAR = _ids("""
KAZ UZB KGZ TJK TKM AFG IRN PAK IND CHN RUS TUR AZE ARM GEO BLR UKR MNG SAU ARE QAT KWT OMN BHR IRQ EGY JOR ISR SYR LBN
YEM USA GBR FRA DEU ITA ESP JPN KOR PRK POL HUN
""")

_LANGUAGES = ("en", "fa", "ar", "ru", "kk", "uz", "uz-Cyrl", "ky", "tg", "tk", "tr", "ps")


@pytest.fixture(scope="module")
def states() -> dict[str, Entry]:
    return {e.id: e for e in read_entries() if e.type == "state"}


def _languages(entry: Entry, form: str) -> set[str]:
    return {n.language for n in entry.names if n.form == form}


def test_there_are_193_members_and_others_that_the_press_names(states: dict[str, Entry]) -> None:
    """Kosovo, Taiwan, Palestine, the Vatican, Hong Kong and Macao have entries beside the members."""
    assert len(set(_MEMBERS)) == 193
    assert {*_MEMBERS, "XKX", "TWN", "PSE", "VAT", "HKG", "MAC", "SUN", "YUG", "CSK"} <= states.keys()


def test_each_member_has_all_codes(states: dict[str, Entry]) -> None:
    """ISO 3166-1 alpha-2 and numeric, Correlates of War, Wikidata."""
    for id_ in _MEMBERS:
        codes = states[id_].codes
        assert codes is not None and codes.iso2 and codes.numeric and codes.cow and states[id_].wikidata, id_
        assert len(codes.iso2) == 2 and len(codes.numeric) == 3 and codes.cow.isdigit(), id_


@pytest.mark.parametrize(
    ("id_", "iso2", "numeric", "cow", "wikidata"),
    [
        pytest.param("KAZ", "KZ", "398", "705", "Q232", id="KAZ"),
        pytest.param("AFG", "AF", "004", "700", "Q889", id="AFG"),
        pytest.param("USA", "US", "840", "2", "Q30", id="USA"),
        pytest.param("XKX", "XK", None, "347", "Q1246", id="no-numeric-code"),
        pytest.param("HKG", "HK", "344", None, "Q8646", id="no-state-of-correlates-of-war"),
    ],
)
def test_codes_are_those_of_their_lists(
    states: dict[str, Entry], id_: str, iso2: str, numeric: str | None, cow: str | None, wikidata: str
) -> None:
    """A code that a list does not have is None."""
    codes = states[id_].codes

    assert codes is not None
    assert (codes.iso2, codes.numeric, codes.cow, states[id_].wikidata) == (iso2, numeric, cow, wikidata)


def test_no_two_states_of_today_share_a_code(states: dict[str, Entry]) -> None:
    """Those that are no more may: Serbia has the code of Yugoslavia in the Correlates of War."""
    living = [e for e in states.values() if e.last is None]
    for codes in (
        [e.codes.iso2 for e in living if e.codes],
        [e.codes.numeric for e in living if e.codes],
        [e.codes.cow for e in living if e.codes],
        [e.wikidata for e in states.values()],
    ):
        assert [code for code, n in Counter(codes).items() if code is not None and n > 1] == []


def test_each_member_has_a_name_in_all_languages_of_the_region(states: dict[str, Entry]) -> None:
    """English, Persian, Arabic, Russian, Kazakh, Uzbek in two scripts, Kyrgyz, Tajik, Turkmen, Turkish, Pashto."""
    missing = [(id_, set(_LANGUAGES) - _languages(states[id_], "name")) for id_ in (*_MEMBERS, "XKX", "TWN", "PSE")]

    assert [(id_, languages) for id_, languages in missing if languages] == []


def test_each_member_has_an_official_name(states: dict[str, Entry]) -> None:
    """«جمهوری قزاقستان», "جمهورية كازاخستان", «Республика Казахстан»; in all languages for the states near by."""
    for id_ in _MEMBERS:
        wanted = set(_LANGUAGES if id_ in _NEAR else _LANGUAGES[:4])
        assert wanted <= _languages(states[id_], "official"), (id_, wanted - _languages(states[id_], "official"))


@pytest.mark.parametrize("form", ["adjective", "people"])
def test_adjectives_and_demonyms_are_there_in_all_languages_for_the_states_near_by(
    states: dict[str, Entry], form: str
) -> None:
    """In English, Persian and Arabic for every member, and in Russian for nearly all."""
    for id_ in _MEMBERS:
        wanted = set(_LANGUAGES if id_ in _NEAR else _LANGUAGES[:3])
        assert wanted <= _languages(states[id_], form), (id_, wanted - _languages(states[id_], form))
    russian = [id_ for id_ in _MEMBERS if "ru" in _languages(states[id_], form)]
    assert len(russian) > 180


def test_neighbours_are_so_from_both_sides(states: dict[str, Entry]) -> None:
    """A land border has two sides."""
    for entry in states.values():
        assert [n for n in entry.neighbours if entry.id not in states[n].neighbours] == [], entry.id
    assert states["UZB"].neighbours == ("AFG", "KAZ", "KGZ", "TJK", "TKM")


def test_each_member_has_a_capital(states: dict[str, Entry]) -> None:
    """A state without one has no entry among the members."""
    assert [id_ for id_ in _MEMBERS if states[id_].capital is None] == []


@pytest.mark.parametrize(
    ("state", "on", "capital"),
    [
        pytest.param("KAZ", date(1997, 12, 9), "place:almaty", id="almaty"),
        pytest.param("KAZ", date(1997, 12, 10), "place:astana", id="astana"),
        pytest.param("MMR", date(2001, 1, 1), "place:yangon", id="yangon"),
        pytest.param("BDI", date(2024, 1, 1), "place:gitega", id="gitega"),
        pytest.param("SUN", date(1991, 6, 1), "place:moscow", id="a-state-that-is-no-more"),
        pytest.param("RUS", None, "place:moscow", id="today"),
    ],
)
def test_a_capital_is_that_of_the_day(state: str, on: date | None, capital: str) -> None:
    """Astana is the capital since 10 December 1997."""
    assert load_base().capital(state, on) == capital


def test_a_city_means_its_state_of_today() -> None:
    """Moscow is Russia's, though it was the Soviet Union's."""
    base = base_of(read_entries())

    assert base.state_of_capital("place:moscow") == "RUS"
    assert base.state_of_capital("place:belgrade") == "SRB"


def test_one_state_ends_where_another_begins(states: dict[str, Entry]) -> None:
    """Yugoslavia was renamed Serbia and Montenegro on 4 February 2003."""
    assert not states["YUG"].holds(date(2003, 2, 4)) and states["SCG"].holds(date(2003, 2, 4))
    assert not states["CSK"].holds(date(1993, 1, 1)) and states["CZE"].holds(date(1993, 1, 1))


def test_memberships_lie_within_a_states_life(states: dict[str, Entry]) -> None:
    """Nobody joins before it is born."""
    for entry in load_base().entries():
        for membership in entry.memberships:
            state = states.get(membership.member)
            if state is not None and state.first is not None and membership.first is not None:
                assert state.first <= membership.first, (entry.id, membership)


def test_every_row_of_the_tables_is_of_a_state(states: dict[str, Entry]) -> None:
    """A row of an id without entry would be lost without a word."""
    folder = files("rasad.knowledge").joinpath("data")
    tables = {f.name: f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.startswith("state-")}

    assert states_of_tables(tables).keys() - states.keys() == set()


def test_a_form_that_does_not_exist_names_file_and_line() -> None:
    """Whoever edits a table by hand is told where and what."""
    table = "# source: x\n# date: 2026-11\nid\tlanguage\tform\twording\nKAZ\tru\tadverb\tпо-казахски\n"

    with pytest.raises(DataError, match=r"state-words\.tsv, line 4.*adverb"):
        states_of_tables({"state-words.tsv": table})
