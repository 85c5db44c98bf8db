"""The knowledge base answers who and what a wording may mean, and what was true on a day."""

from __future__ import annotations

from datetime import date

import pytest

from rasad.knowledge.base import base_of, load_base
from rasad.knowledge.entry import Entry, Name, Tenure
from rasad.text.folding import fold_word


def _ids(wording: str, language: str) -> set[str]:
    key = fold_word(wording)
    return {
        id_ for text, of, id_, _ in load_base().wordings() if of.split("-")[0] == language and fold_word(text) == key
    }


@pytest.mark.parametrize(
    ("wording", "language", "state"),
    [
        ("قزاقستان", "fa", "KAZ"),
        ("کازاخستان", "fa", "KAZ"),
        ("كازاخستان", "ar", "KAZ"),
        ("ازبیکستان", "fa", "UZB"),
        ("أوزبكستان", "ar", "UZB"),
        ("قرغزستان", "fa", "KGZ"),
        ("قيرغيزستان", "ar", "KGZ"),
        ("قرغيزستان", "ar", "KGZ"),
        ("طاجيكستان", "ar", "TJK"),
        ("ایالات متحده", "fa", "USA"),
        ("آمریکا", "fa", "USA"),
        ("امریکا", "fa", "USA"),
        ("الولايات المتحدة", "ar", "USA"),
        ("انگلستان", "fa", "GBR"),
        ("جرمنی", "fa", "DEU"),
        ("جاپان", "fa", "JPN"),
        ("هسپانیه", "fa", "ESP"),
        ("امارت اسلامی افغانستان", "fa", "AFG"),
        ("الاتحاد الروسي", "ar", "RUS"),
        ("اتحاد شوروی", "fa", "SUN"),
        ("كوسوفو", "ar", "XKX"),
        ("السلطة الفلسطينية", "ar", "PSE"),
    ],
)
def test_spellings_of_the_press_mean_their_state(wording: str, language: str, state: str) -> None:
    """Iranian, Afghan and Arab spellings of one state lead to one id."""
    assert _ids(wording, language) == {state}


@pytest.mark.parametrize(
    ("wording", "language", "ids"),
    [
        ("آستانه", "fa", {"KAZ", "place:astana"}),
        ("طشقند", "ar", {"UZB", "place:tashkent"}),
        ("دوشنبه", "fa", {"TJK", "place:dushanbe"}),
        ("کرملین", "fa", {"RUS", "place:kremlin"}),
        ("البيت الأبيض", "ar", {"USA", "place:white-house"}),
    ],
)
def test_a_capital_or_palace_means_a_place_and_its_government(wording: str, language: str, ids: set[str]) -> None:
    """Both ids are offered: which one is meant is decided where the text is read."""
    assert _ids(wording, language) == ids


@pytest.mark.parametrize(
    ("wording", "language", "id_"),
    [
        ("سازمان همکاری شانگهای", "fa", "org:sco"),
        ("پیمان امنیت جمعی", "fa", "org:csto"),
        ("منظمة معاهدة الأمن الجماعي", "ar", "org:csto"),
        ("ملل متحد", "fa", "org:un"),
        ("کاسا ۱۰۰۰", "fa", "project:casa-1000"),
        ("تاپی", "fa", "project:tapi"),
        ("کریدور شمال - جنوب", "fa", "project:north-south-corridor"),
        ("آسیای میانه", "fa", "region:central-asia"),
        ("آسيا الوسطى", "ar", "region:central-asia"),
        ("حیرتان", "fa", "place:hairatan"),
        ("تورخم", "ar", "place:torkham"),
        ("دریای خزر", "fa", "place:caspian-sea"),
        ("خامه پرس", "fa", "media:khaama-press"),
        ("برجام", "fa", "document:jcpoa"),
    ],
)
def test_bodies_places_and_projects_are_known_by_their_short_names(wording: str, language: str, id_: str) -> None:
    """What headlines call a body, project, place or paper is enough to find it."""
    assert _ids(wording, language) == {id_}


def test_a_name_that_was_in_use_for_a_time_says_when() -> None:
    """Astana was Nur-Sultan from 2019 to 2022."""
    [nur_sultan] = [n for n in _entry("place:astana").names if n.text == "نورسلطان" and n.language == "fa"]

    assert nur_sultan.first == date(2019, 3, 23)
    assert nur_sultan.last == date(2022, 9, 16)


def test_a_state_that_moved_its_capital_has_one_capital_a_day() -> None:
    """Almaty was the capital until December 1997; today it is a city among others."""
    base = load_base()

    assert base.capital("KAZ", date(1995, 5, 1)) == "place:almaty"
    assert base.capital("KAZ", date(2024, 5, 1)) == base.capital("KAZ") == "place:astana"
    assert base.state_of_capital("place:astana") == "KAZ"
    assert base.state_of_capital("place:almaty") is None


def test_an_office_has_the_holder_of_the_day() -> None:
    """The president of Kazakhstan is one man in 2018 and another in 2024."""
    base = load_base()

    assert [p.id for p in base.holders("president", "KAZ", date(2018, 1, 1))] == ["person:nursultan-nazarbayev"]
    assert [p.id for p in base.holders("president", "KAZ", date(2024, 1, 1))] == ["person:kassym-jomart-tokayev"]
    assert base.holders("president", "org:nobody") == ()


def test_members_are_those_of_the_day() -> None:
    """India joined the Shanghai organisation in 2017; Uzbekistan left the security treaty in 2012."""
    base = load_base()

    assert "IND" not in base.members("org:sco", date(2016, 1, 1))
    assert "IND" in base.members("org:sco", date(2018, 1, 1))
    assert "UZB" in base.members("org:csto", date(2010, 1, 1))
    assert "UZB" not in base.members("org:csto")
    assert set(base.members("forum:c5", date(2024, 1, 1))) == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}


def test_a_base_of_few_entries_can_be_made_by_hand() -> None:
    """A capital's names are also its state's; an unknown id is None."""
    city = Entry("place:atlantis", "place", "Atlantis", (Name("آتلانتیس", "fa"),), state="ATL")
    king = Entry("person:atlas", "person", "Atlas", (), tenures=(Tenure("king", "ATL"),))
    base = base_of([Entry("ATL", "state", "Atlantis", (), capital="place:atlantis"), city, king])

    assert list(base.wordings()) == [
        ("آتلانتیس", "fa", "place:atlantis", "name"),
        ("آتلانتیس", "fa", "ATL", "capital"),
    ]
    assert base.holders("king", "ATL", date(1000, 1, 1)) == (king,)
    assert base.entry("place:nowhere") is None


def _entry(id_: str) -> Entry:
    entry = load_base().entry(id_)
    assert entry is not None
    return entry
