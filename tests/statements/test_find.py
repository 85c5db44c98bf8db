from __future__ import annotations

from collections.abc import Callable

import pytest

from rasad.statements.statement import Statement

Read = Callable[[str, str], list[tuple[str | None, str]]]

TOKAYEV = "person:kassym-jomart-tokayev"


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("fa-IR", "توکایف گفت که راه تازه به دریا باز می‌شود.", "راه تازه به دریا باز می‌شود", id="که"),
        pytest.param("fa-IR", "توکایف تأکید کرد راه تازه به دریا باز می‌شود.", "راه تازه به دریا باز می‌شود", id="bare"),
        pytest.param(
            "fa-AF", "توکایف اظهار نمود: «راه تازه به دریا باز می‌شود.»", "راه تازه به دریا باز می‌شود", id="colon"
        ),
        pytest.param("ar", "وأكد توكاييف أن الطريق الجديد سيفتح قريبا.", "الطريق الجديد سيفتح قريبا", id="ar أن"),
        pytest.param("ar", "قال توكاييف: «الطريق الجديد سيفتح قريبا».", "الطريق الجديد سيفتح قريبا", id="ar colon"),
    ],
)
def test_the_words_said_follow_the_reporting_verb(said: Read, language: str, text: str, words: str) -> None:
    """Evidence is what was said, without the verb, the complementiser or the marks."""
    assert said(text, language) == [(TOKAYEV, words)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "قزاقستان خواستار پایان درگیری‌ها شد.", id="demand"),
        pytest.param("fa-AF", "قزاقستان این رویداد را تقبیح کرد.", id="blame"),
        pytest.param("fa-IR", "قزاقستان این سخنان را بی‌اساس خواند.", id="naming"),
        pytest.param("fa-AF", "قزاقستان وعده سپرد که گندم می‌فرستد.", id="promise"),
        pytest.param("ar", "دعت كازاخستان إلى وقف القتال.", id="ar demand"),
        pytest.param("ar", "أدانت كازاخستان الهجوم بشدة.", id="ar blame"),
    ],
)
def test_an_act_done_by_speaking_is_a_statement_with_its_whole_clause(said: Read, language: str, text: str) -> None:
    """Demanding, blaming and promising are said: the clause is the evidence."""
    assert said(text, language) == [("KAZ", text[:-1])]


def test_each_reporting_verb_of_a_sentence_gives_a_statement(said: Read) -> None:
    """«گفت … و افزود …» are two, the second by the same speaker."""
    found = said("توکایف گفت که کار آغاز شده است و افزود که هزینه آن بالاست.", "fa-IR")

    assert found == [(TOKAYEV, "کار آغاز شده است"), (TOKAYEV, "هزینه آن بالاست")]


def test_an_arabic_participle_reports_for_the_subject_of_its_sentence(said: Read) -> None:
    """ "مشيرا إلى" is one more statement of whoever the verb before it reports."""
    found = said("أكد توكاييف أن التجارة تنمو، مشيرا إلى أن الصادرات تضاعفت.", "ar")

    assert [speaker for speaker, _ in found] == [TOKAYEV, TOKAYEV]
    assert found[0][1] == "التجارة تنمو"


def test_a_verb_of_saying_inside_another_speakers_words_is_his_own(said: Read) -> None:
    """What stands in quotation marks is not read for further speakers."""
    found = said("توکایف گفت: «ایران هم خواستار صلح شد و ما خوشحالیم.»", "fa-IR")

    assert [speaker for speaker, _ in found] == [TOKAYEV]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "توکایف گفت: «کار آغاز شد. هزینه آن بالاست. همه راضی‌اند.»", id="fa"),
        pytest.param("ar", "قال توكاييف: «بدأ العمل. التكلفة مرتفعة. الجميع راض».", id="ar"),
    ],
)
def test_each_sentence_of_a_quotation_is_a_statement_of_the_one_who_opened_it(
    said: Read, language: str, text: str
) -> None:
    """Sentences inside the marks need no verb of saying of their own."""
    found = said(text, language)

    assert [speaker for speaker, _ in found] == [TOKAYEV] * 3


def test_a_sentence_that_only_quotes_goes_on_with_the_speaker_before(said: Read) -> None:
    """A quotation without a verb, right after a statement, is the same speaker's."""
    found = said("توکایف گفت: «کار آغاز شد.» «هزینه آن هم پرداخته شده است.»", "fa-IR")

    assert found[1] == (TOKAYEV, "هزینه آن هم پرداخته شده است")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("fa-IR", "به گفته توکایف، راه تازه باز می‌شود.", "راه تازه باز می‌شود", id="fa"),
        pytest.param("ar", "وبحسب توكاييف، الطريق الجديد مفتوح الآن.", "الطريق الجديد مفتوح الآن", id="ar"),
    ],
)
def test_a_phrase_that_names_a_source_makes_the_rest_a_statement(
    said: Read, language: str, text: str, words: str
) -> None:
    """«به گفته» and "بحسب" report what stands in their sentence."""
    assert said(text, language) == [(TOKAYEV, words)]


def test_a_news_agency_that_carries_the_text_does_not_speak(said: Read) -> None:
    """«به گزارش ایرنا» says who printed it, not who said it."""
    assert said("به گزارش ایرنا، دو کشور راه تازه‌ای ساختند.", "fa-IR") == []


@pytest.mark.parametrize(
    "text",
    ["باید گفت که راه دشوار است.", "قزاقستان بر شمار پروازها افزود و ظرفیت را افزود.", "او درس خواند و کتاب را خواند."],
)
def test_what_only_looks_like_reporting_is_none(said: Read, text: str) -> None:
    """«باید گفت», adding to a number and reading a book report nobody."""
    assert said(text, "fa-IR") == []


def test_an_act_told_of_in_somebodys_words_is_not_a_statement_of_its_own(said: Read) -> None:
    """In «گفت که کشورش خواستار … است» the speaker speaks, once."""
    found = said("توکایف گفت که کشورش خواهان صلح با همسایگان است.", "fa-IR")

    assert [speaker for speaker, _ in found] == [TOKAYEV]


def test_statements_name_the_parties_that_they_are_about(
    statements: Callable[[str, str], tuple[Statement, ...]],
) -> None:
    """``about`` holds the parties worded in what was said, the speaker aside."""
    [statement] = statements("توکایف گفت که ازبکستان و ترکمنستان همسایگان خوبی هستند.", "fa-IR")

    assert statement.about == ("UZB", "TKM")
    assert statement.kind == "reported"


@pytest.mark.parametrize("text", ["", "؟!", "«", "گفت", "که گفت که گفت", "به گفته", "قال", "أن أن أن", "\n\n«»\n"])
@pytest.mark.parametrize("language", ["fa-IR", "ar", "und"])
def test_no_text_raises(said: Read, text: str, language: str) -> None:
    """Whatever a text holds, statements are a value."""
    assert isinstance(said(text, language), list)
