"""Figures: which quantities are claimed, of whom, for when and how far as facts."""

from __future__ import annotations

from datetime import date

import pytest

from rasad.clauses.clause import find_clauses
from rasad.entities.resolve import resolve
from rasad.figures.figure import Figure
from rasad.figures.find import find_figures
from rasad.mentions.dates import find_dates
from rasad.mentions.names import find_names
from rasad.mentions.quantities import find_quantities
from rasad.text.article import Article, Published
from rasad.text.folding import fold
from rasad.text.span import Span

DAY = date(2024, 6, 3)


def article(text: str, language: str) -> Article:
    bare = Article("made-up", text, fold(text), language=language, published=Published(DAY))
    spans = []
    at = 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Article("made-up", text, bare.folded, language=language, published=bare.published, sentences=tuple(spans))


def figures(text: str, language: str = "fa-IR") -> tuple[Figure, ...]:
    read = article(text, language)
    resolution = resolve(read, find_names(read))
    return find_figures(read, resolution, find_clauses(read, resolution), find_quantities(read), find_dates(read))


def one(text: str, language: str = "fa-IR") -> Figure:
    [figure] = figures(text, language)
    return figure


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa-IR", "ایران و عمان دیدار کردند و دو کشور بیانیه دادند"),
        ("fa-AF", "یک مقام ارشد ترکمنستان به کابل رفت"),
        ("fa-IR", "سه روز پس از نشست باکو، مسکو بیانیه داد"),
        ("fa-IR", "دومین نشست ایران و عمان برگزار شد"),
        ("fa-IR", "برای مسکو دو دلیل وجود دارد"),
        ("ar", "وصل الوزير إلى طشقند بعد يومين"),
    ],
)
def test_numbers_that_count_nothing_claimed_are_no_figures(language: str, text: str) -> None:
    """Both sides, one official, so many days after something, a place in a row: the text claims nothing by these."""
    assert figures(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa-IR", "حجم تجارت ایران و عمان در سال ۲۰۲۳ به دو میلیارد دلار رسید"),
        ("fa-AF", "حجم تجارت ایران و عمان در سال ۲۰۲۳ به دو میلیارد دالر رسید"),
        ("ar", "بلغ حجم التجارة بين إيران وسلطنة عمان ملياري دولار في عام 2023"),
    ],
)
def test_trade_is_of_both_who_trade(language: str, text: str) -> None:
    """Trade of a year between two states is one figure in every variety."""
    figure = one(text, language)

    assert (figure.value, figure.unit, figure.measure) == (2e9, "USD", "bilateral trade")
    assert set(figure.of) == {"IRN", "OMN"}
    assert figure.period == (date(2023, 1, 1), date(2023, 12, 31))
    assert figure.status == "observed"


def test_a_target_is_no_fact() -> None:
    """«برسانند» tells of what is wanted; a number without a measure goes on from the one before."""
    first, second = figures(
        "تجارت ایران و عمان سال گذشته به دو میلیارد دلار رسید\nدو کشور می‌خواهند این رقم را به پنج میلیارد دلار برسانند"
    )

    assert (first.status, second.status) == ("observed", "target")
    assert second.measure == "bilateral trade"
    assert set(second.of) == {"IRN", "OMN"}
    assert second.period is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa-IR", "در حمله دیروز در تاشکند پنج شهروند هندی کشته شدند"),
        ("fa-AF", "در حمله دیروز در تاشکند پنج شهروند هندی کشته شدند"),
    ],
)
def test_people_killed_are_of_their_own_state(language: str, text: str) -> None:
    """Their nationality comes before the place; the day is the act's."""
    figure = one(text, language)

    assert figure.of == ("IND",)
    assert figure.measure == "citizens killed"
    assert figure.period == (date(2024, 6, 2), date(2024, 6, 2))


def test_a_length_has_no_period() -> None:
    """What stands as it is has no day, though a date stands near."""
    figure = one("ایران در سال ۲۰۲۳ دیواری به طول ۳۰۰ کیلومتر در مرز ترکیه داشت")

    assert figure.unit == "km"
    assert figure.period is None


def test_a_span_of_years_gives_each_value_its_own_year() -> None:
    """Of "from … to …" the first value has the first year, the second the last."""
    first, second = figures(
        "من 2018 إلى 2023 ارتفع حجم التجارة بين إيران وسلطنة عمان من مليار دولار إلى 4 مليارات دولار", "ar"
    )

    assert first.period == (date(2018, 1, 1), date(2018, 12, 31))
    assert second.period == (date(2023, 1, 1), date(2023, 12, 31))


def test_a_date_that_is_only_compared_with_is_not_the_period() -> None:
    """«نسبت به سال ۲۰۲۲» does not date the growth."""
    figure = one("تجارت ایران و عمان در سال ۲۰۲۳ نسبت به سال ۲۰۲۲ حدود ۲۰ درصد رشد کرد")

    assert figure.period == (date(2023, 1, 1), date(2023, 12, 31))
    assert figure.measure == "growth of bilateral trade"
    assert figure.qualifier == "about"


def test_evidence_holds_the_number() -> None:
    """The words that prove a figure are never empty and lie in one sentence."""
    text = "ترکمنستان به افغانستان چهل تُن گندم کمک کرد"
    figure = one(text, "fa-AF")

    assert "چهل تُن" in figure.evidence.of(text)
    assert set(figure.of) == {"AFG", "TKM"}


def test_nothing_is_read_in_other_languages() -> None:
    """An article in English has no figures."""
    assert figures("Trade reached 5 billion dollars", "en") == ()
