from __future__ import annotations

from collections.abc import Callable

import pytest

Read = Callable[[str, str], list[tuple[str | None, str]]]

TOKAYEV = "person:kassym-jomart-tokayev"
PUTIN = "person:vladimir-putin"


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        pytest.param("fa-IR", "قاسم جومارت توکایف، رئیس جمهور قزاقستان، گفت که کار آغاز شد.", TOKAYEV, id="person"),
        pytest.param(
            "fa-IR", "وزارت خارجه ایران گفت که کار آغاز شد.", "org:ministry-of-foreign-affairs-of-iran", id="ministry"
        ),
        pytest.param(
            "fa-AF", "سفارت چین در دوشنبه گفت که کار آغاز شد.", "org:embassy-of-china-in-tajikistan", id="embassy"
        ),
        pytest.param(
            "fa-IR", "سخنگوی وزارت خارجه روسیه گفت که کار آغاز شد.", "org:ministry-of-foreign-affairs-of-russia",
            id="spokesman without a name",
        ),
        pytest.param("fa-IR", "تهران گفت که کار آغاز شد.", "IRN", id="capital"),
        pytest.param("fa-IR", "مقامات تاجیک گفتند که کار آغاز شد.", "TJK", id="officials"),
        pytest.param("ar", "وقالت وزارة الطاقة الكازاخستانية إن العمل بدأ.", "org:ministry-of-energy-of-kazakhstan",
            id="ar"),
        pytest.param("fa-IR", "تحلیلگران گفتند که کار آغاز شد.", None, id="unnamed"),
        pytest.param("ar", "ويرى محللون أن العمل بدأ بالفعل.", None, id="ar unnamed"),
        pytest.param("fa-AF", "می‌گویند کار بند برق آغاز شده است.", None, id="people say"),
    ],
)  # fmt: skip
def test_the_speaker_is_whoever_speaks_named_as_narrowly_as_the_text_does(
    said: Read, language: str, text: str, speaker: str | None
) -> None:
    """A person, else a ministry, embassy or army by its own id, else the state; None for groups without a name."""
    [(found, _)] = said(text, language)

    assert found == speaker


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        pytest.param("fa-IR", "کابل و دوشنبه گفتند که مرز امن است.", ["AFG", "TJK"], id="fa"),
        pytest.param("ar", "ودعت الصين وروسيا الجانبين إلى ضبط النفس.", ["CHN", "RUS"], id="ar"),
    ],
)
def test_those_who_speak_together_have_a_statement_each(
    said: Read, language: str, text: str, speakers: list[str]
) -> None:
    """Joint subjects are joined by «و»; each of them said it."""
    assert [speaker for speaker, _ in said(text, language)] == speakers


@pytest.mark.parametrize("second", ["وی افزود که هزینه بالاست.", "او همچنین تأکید کرد هزینه بالاست."])
def test_he_is_whoever_spoke_last(said: Read, second: str) -> None:
    """«وی» after a statement means its speaker, whoever else was named in it."""
    found = said(f"توکایف گفت که با پوتین دیدار خواهد کرد. {second}", "fa-IR")

    assert [speaker for speaker, _ in found] == [TOKAYEV, TOKAYEV]


def test_a_subject_may_stand_before_its_linker(said: Read) -> None:
    """In «چین اما این گام را ستود» China praises, not who spoke before."""
    found = said("توکایف گفت که شتابی نیست. چین اما این گام را ستود.", "fa-IR")

    assert found[1][0] == "CHN"


def test_an_arabic_verb_joined_to_another_keeps_its_subject_where_one_party_is_asked(said: Read) -> None:
    """ "وصفت كازاخستان …، وطالبت كييف بعدم تكراره": Kazakhstan asks Kyiv."""
    found = said("وصفت كازاخستان الهجوم بأنه خطير، وطالبت كييف بعدم تكراره.", "ar")

    assert [speaker for speaker, _ in found] == ["KAZ", "KAZ"]


def test_a_noun_that_is_nobodys_party_speaks_for_nobody(said: Read) -> None:
    """Figures may "say" something; they are no speaker, nor is who spoke before."""
    found = said("قال توكاييف إن العمل بدأ. الأرقام تقول غير ذلك.", "ar")

    assert [speaker for speaker, _ in found] == [TOKAYEV]
