"""Names in running text: with clitics and joiners, in company, inside longer names."""

from __future__ import annotations

import pytest

from rasad.mentions.names import find_names
from rasad.text.article import Article
from rasad.text.folding import fold


def _names(text: str, language: str) -> list[tuple[str, tuple[str, ...], str]]:
    article = Article("made-up", text, fold(text), language=language)
    return [(n.span.of(text), n.ids, n.form) for n in find_names(article)]


def _wordings(text: str, language: str) -> list[str]:
    return [wording for wording, _, _ in _names(text, language)]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("زار الهند", "الهند"),
        ("في علاقاته بالهند", "الهند"),
        ("سفيراً للهند", "للهند"),
        ("وللولايات المتحدة", "للولايات المتحدة"),
        ("الكازاخستانيين", "الكازاخستانيين"),
        ("ليس إيرانياً", "إيرانياً"),
        ("وفد من كازاخستان", "كازاخستان"),
    ],
)
def test_an_arabic_name_is_found_with_what_is_written_on_to_it(text: str, wording: str) -> None:
    """The article and endings belong to the span, conjunctions and prepositions do not."""
    assert _wordings(text, "ar") == [wording]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("قالت هند إنها سعيدة", id="a-woman-not-India"),
        pytest.param("في المشهد السياسي", id="a-scene-not-Mashhad"),
        pytest.param("وقال كلاوس بيكارد", id="Klaus-not-Laos"),
        pytest.param("من هذا كتابي", id="my-book-not-TAPI"),
        pytest.param("بناء على القاعدة القانونية", id="a-rule-not-a-group"),
        pytest.param("الدعم المالي", id="money-not-Mali"),
        pytest.param("في تمام العاشرة بتوقيت مكة المكرمة", id="a-time-not-Mecca"),
    ],
)
def test_an_everyday_word_of_arabic_is_no_name(text: str) -> None:
    """A false name costs more than a missed one."""
    assert _names(text, "ar") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("کمک مالی و ترک کردن میز مذاکره", id="financial-and-leaving"),
        pytest.param("در آستانه سفر", id="on-the-eve-of"),
        pytest.param("نشست شورای امنیت ملی", id="a-national-council"),
        pytest.param("پیرو مذاکرات", id="following"),
        pytest.param("نرخ تورم و خواهان صلح", id="rate-and-wanting"),
        pytest.param("روز ۱۲ مهر و ماه میزان", id="months-not-agencies"),
    ],
)
def test_an_everyday_word_of_persian_is_no_name(text: str) -> None:
    """The same words are names in company: see below."""
    assert _names(text, "fa-IR") == []


@pytest.mark.parametrize(
    ("text", "wording", "id_"),
    [
        ("همتای ترک او", "ترک", "TUR"),
        ("کشور مالی", "مالی", "MLI"),
        ("خبرگزاری مهر نوشت", "مهر", "media:mehr"),
        ("ولسوالی نرخ", "نرخ", "place:nerkh"),
        ("کشورهای غربی", "کشورهای غربی", "region:west"),
        ("وارد آستانه شد", "آستانه", "KAZ"),
    ],
)
def test_some_words_are_names_only_in_company(text: str, wording: str, id_: str) -> None:
    """The word before tells the nation from the verb, the agency from the month."""
    [(found, ids, _)] = _names(text, "fa-IR")

    assert found == wording
    assert id_ in ids


@pytest.mark.parametrize(
    "text",
    [
        "سازمان همکاری‌های شانگهای",
        "سازمان همکاریهای شانگهای",
        "سازمان همکاری های شانگهای",
        "سازمان همكاري‌هاي شانگهاي",
    ],
)
def test_a_joiner_may_be_kept_lost_or_a_space(text: str) -> None:
    """One wording in the data stands for all its spellings."""
    assert [ids for _, ids, _ in _names(text, "fa-AF")] == [("org:sco",)]


@pytest.mark.parametrize("text", ["اتحادیه اروپا", "اتحادیهٔ اروپا", "اتحادیه‌ی اروپا", "اتحادیه ی اروپا"])
def test_an_ezafe_may_be_written(text: str) -> None:
    """However the link between two words is spelled, the name is one."""
    assert _names(text, "fa-IR") == [(text, ("org:eu",), "name")]


def test_the_parties_inside_a_forum_s_name_are_found_too() -> None:
    """A summit named after two parties says that they meet."""
    found = {wording: ids[0] for wording, ids, _ in _names("نشست سران آسیای میانه و جرمنی", "fa-AF")}

    assert found == {
        "نشست سران آسیای میانه و جرمنی": "forum:central-asia-germany",
        "آسیای میانه": "region:central-asia",
        "جرمنی": "DEU",
    }


def test_a_city_that_a_longer_name_holds_is_not_found_alone() -> None:
    """A body's name is one name."""
    assert _names("بانک مرکزی روسیه", "fa-IR") == [("بانک مرکزی روسیه", ("org:central-bank-of-russia",), "name")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("سفیر جمهوری قزاقستان", "جمهوری قزاقستان", id="official-name"),
        pytest.param("رئیس جمهوری قزاقستان", "قزاقستان", id="president-of"),
        pytest.param("ریاست جمهوری قزاقستان", "قزاقستان", id="presidency-of"),
    ],
)
def test_the_republic_in_a_president_s_title_is_not_part_of_the_state_s_name(text: str, name: str) -> None:
    """«رئیس جمهوری» is the office, «جمهوری قزاقستان» the state."""
    assert _names(text, "fa-IR") == [(name, ("KAZ",), "name")]


def test_a_republic_that_is_no_name_without_the_word_keeps_it() -> None:
    """«اسلامی ایران» names nothing."""
    assert _names("رئیس جمهوری اسلامی ایران", "fa-IR") == [("جمهوری اسلامی ایران", ("IRN",), "name")]


def test_a_state_s_english_name_is_not_looked_for_in_persian_text() -> None:
    """Jordan is a given name in most Latin wordings; abbreviations are not."""
    assert _names("Jordan USA", "fa-IR") == [("USA", ("USA",), "name")]


def test_a_language_without_words_gives_no_names() -> None:
    """A text in a language that is not read is read without names."""
    assert _names("Astana", "und") == []
