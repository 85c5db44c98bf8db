from __future__ import annotations

from collections.abc import Callable

import pytest

from rasad.clauses.clause import find_clauses
from rasad.entities.entity import Resolution
from rasad.lexicons import load
from rasad.risks.find import find_risks
from rasad.risks.risk import CATEGORIES, RESPONSE_KINDS, Risk
from rasad.text.article import Article

Read = Callable[..., tuple[Article, Resolution]]


def risks_of(article: Article, resolution: Resolution) -> tuple[Risk, ...]:
    """Find the risks among the clauses of *article*."""
    return find_risks(article, find_clauses(article, resolution))


@pytest.mark.parametrize(
    ("language", "text", "category"),
    [
        pytest.param("fa-IR", "دو طرف از مبارزه با تروریسم سخن گفتند.", "terrorism", id="terrorism"),
        pytest.param("fa-AF", "قاچاق مواد مخدر از مرز می‌گذرد.", "narcotics", id="narcotics"),
        pytest.param("fa-IR", "رقابت قدرت‌های بزرگ در منطقه بالا گرفته است.", "great-power-rivalry", id="rivalry"),
        pytest.param("fa-AF", "خشکسالی زمین‌ها را ویران ساخته است.", "climate", id="climate"),
        pytest.param("ar", "ناقش الوزيران مكافحة الإرهاب.", "terrorism", id="ar terrorism"),
        pytest.param("ar", "تعاني القرى من الجفاف منذ عامين.", "climate", id="ar climate"),
        pytest.param("ar", "ملف الهجرة غير الشرعية معقد.", "migration", id="ar migration"),
    ],
)
def test_a_danger_by_its_own_name_is_a_risk(read: Read, language: str, text: str, category: str) -> None:
    """Some things are dangers wherever they are named."""
    assert [risk.category for risk in risks_of(*read(text, language))] == [category]


@pytest.mark.parametrize(
    ("language", "presented", "told", "category"),
    [
        pytest.param("fa-IR", "خطر تحریم‌ها بزرگ است.", "تحریم‌ها دیروز لغو شد.", "sanctions-exposure", id="fa"),
        pytest.param(
            "fa-AF", "او از مهاجرت جوانان ابراز نگرانی کرد.", "وزیر مهاجرت به کابل آمد.", "migration", id="fa-AF"
        ),
        pytest.param("ar", "حذر من العقوبات الجديدة.", "رفعت العقوبات أمس.", "sanctions-exposure", id="ar"),
    ],
)
def test_other_things_are_risks_only_where_words_present_them_as_dangers(
    read: Read, language: str, presented: str, told: str, category: str
) -> None:
    """«خطر», «نگرانی», "حذر" make a risk of what is none by itself."""
    assert [risk.category for risk in risks_of(*read(presented, language))] == [category]
    assert risks_of(*read(told, language)) == ()


@pytest.mark.parametrize(
    ("language", "text", "category"),
    [
        pytest.param("fa-AF", "کمبود شدید آب دهقانان را به شهر راند.", "water", id="water"),
        pytest.param("fa-IR", "قطع برق کارخانه‌ها را بست.", "energy", id="energy"),
        pytest.param("ar", "يشكو السكان من نقص المواد الغذائية.", "food", id="food"),
    ],
)
def test_scarcity_of_what_people_need_is_a_risk(read: Read, language: str, text: str, category: str) -> None:
    """Water, power and bread are dangers where they are lacking."""
    assert category in {risk.category for risk in risks_of(*read(text, language))}


def test_security_in_general_is_a_risk_only_where_nothing_more_exact_is_named(read: Read) -> None:
    """«چالش‌های امنیتی مثل تروریسم» is terrorism; alone it is instability."""
    exact = risks_of(*read("چالش‌های امنیتی مانند تروریسم رو به افزایش است.", "fa-IR"))
    alone = risks_of(*read("چالش‌های امنیتی رو به افزایش است.", "fa-IR"))

    assert [risk.category for risk in exact] == ["terrorism"]
    assert [risk.category for risk in alone] == ["instability"]


def test_a_threat_that_somebody_makes_is_no_danger_named(read: Read) -> None:
    """«تهدید کرد» is an act; what it threatens with is not presented as a danger."""
    assert risks_of(*read("او تهدید کرد که حقابه را قطع می‌کند.", "fa-IR")) == ()


def test_one_risk_a_category_and_sentence(read: Read) -> None:
    """A danger named twice in a sentence is one risk, in the next sentence another."""
    risks = risks_of(*read("تروریسم و باز هم تروریسم. تروریسم پایان ندارد.", "fa-IR"))

    assert [risk.category for risk in risks] == ["terrorism", "terrorism"]


def test_the_title_names_no_risk(read: Read) -> None:
    """Risks are taken from the body."""
    article, resolution = read("خطر تروریسم\nکار راه آهن آغاز شد.\n", "fa-IR", titled=True)

    assert risks_of(article, resolution) == ()


def test_a_risk_says_who_raised_it_and_whom_it_touches(read: Read) -> None:
    """The subject of the sentence raises it; the regions and parties it is said of are affected."""
    article, resolution = read("توکایف از خطر افراط‌گرایی در آسیای میانه هشدار داد.", "fa-IR")
    [risk] = risks_of(article, resolution)

    assert risk.raised_by == "person:kassym-jomart-tokayev"
    assert "region:central-asia" in risk.affects
    assert risk.evidence.of(article.text) == "افراط‌گرایی"


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_the_lexicon_knows_only_categories_and_kinds_of_the_ledger(language: str) -> None:
    """Every category has words, and no other is named."""
    lexicon = load(f"risks/{language}")

    assert set(lexicon["categories"]) == set(CATEGORIES)
    assert set(lexicon["mechanisms"]) == {*RESPONSE_KINDS, "none"}
    assert all(set(words) <= {"named", "words", "scarce", "general"} for words in lexicon["categories"].values())


@pytest.mark.parametrize("text", ["", "خطر", "!؟", "تروریسم", "إرهاب", "مكافحة"])
@pytest.mark.parametrize("language", ["fa-IR", "ar", "und"])
def test_no_text_raises(read: Read, text: str, language: str) -> None:
    """Whatever a text holds, risks are a value."""
    assert isinstance(risks_of(*read(text, language)), tuple)
