from __future__ import annotations

from collections.abc import Callable

import pytest

from rasad.clauses.clause import find_clauses
from rasad.entities.entity import Resolution
from rasad.risks.responses import find_responses
from rasad.risks.risk import Response
from rasad.text.article import Article

Read = Callable[..., tuple[Article, Resolution]]


def responses_of(article: Article, resolution: Resolution) -> tuple[Response, ...]:
    """Find the responses among the clauses of *article*."""
    return find_responses(article, resolution, find_clauses(article, resolution))


@pytest.mark.parametrize(
    ("language", "text", "kind", "words"),
    [
        pytest.param(
            "fa-IR",
            "کمیسیون مشترک اقتصادی دو کشور را راه انداختند.",
            "forum",
            "کمیسیون مشترک اقتصادی دو کشور",
            id="forum",
        ),
        pytest.param("fa-AF", "آنان موافقتنامه مهاجرت را امضا کردند.", "treaty", "موافقتنامه مهاجرت", id="treaty"),
        pytest.param("fa-IR", "قرار است تونل استقلال تکمیل و افتتاح شود.", "project", "تونل استقلال", id="built"),
        pytest.param("fa-AF", "گزمه‌های مشترک در مرز آغاز شد.", "force", "گزمه‌های مشترک", id="force"),
        pytest.param("ar", "وقعا مذكرة تفاهم في مجال النقل.", "treaty", "مذكرة تفاهم", id="ar treaty"),
        pytest.param("ar", "بدأ بناء محطة رياح كبيرة.", "project", "محطة رياح كبيرة", id="ar built"),
        pytest.param("ar", "شاركت الوحدات في مناورات عسكرية مشتركة.", "force", "مناورات عسكرية مشتركة", id="ar force"),
    ],
)
def test_a_mechanism_is_told_by_its_head_noun(read: Read, language: str, text: str, kind: str, words: str) -> None:
    """The head says its kind, the noun phrase with it is the evidence."""
    article, resolution = read(text, language)
    found = [(r.kind, r.evidence.of(text)) for r in responses_of(article, resolution)]

    assert (kind, words) in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "او در نشست خبری سخن گفت.", id="press conference"),
        pytest.param("fa-IR", "پل شهر زیبا بود.", id="what is built, not being built"),
        pytest.param("ar", "عقد الوزير مؤتمرا صحفيا.", id="ar press conference"),
        pytest.param("ar", "سلمته مذكرة احتجاج.", id="ar note of protest"),
        pytest.param("ar", "انتهت القمة أمس.", id="ar a definite noun alone"),
    ],
)
def test_what_only_sounds_like_a_mechanism_is_none(read: Read, language: str, text: str) -> None:
    """Press conferences, protest notes, standing bridges and bare definite nouns present nothing."""
    assert responses_of(*read(text, language)) == ()


def test_a_project_is_a_response_where_the_body_first_names_it(read: Read) -> None:
    """One record a mechanism, from its first mention outside the title."""
    text = "کاسا ۱۰۰۰ در راه است\nکار کاسا ۱۰۰۰ آغاز شد.\nکاسا ۱۰۰۰ برق می‌آورد.\n"
    article, resolution = read(text, "fa-AF", titled=True)

    [response] = responses_of(article, resolution)

    assert response.kind == "project"
    assert response.evidence.start > text.index("\n")


def test_an_organisation_is_a_mechanism_where_states_work_within_it(read: Read) -> None:
    """«در چارچوب سازمان همکاری شانگهای» presents it; as one who acts it is a party."""
    within = responses_of(*read("دو کشور در چارچوب سازمان همکاری شانگهای کار می‌کنند.", "fa-IR"))
    acting = responses_of(*read("سازمان همکاری شانگهای این خبر را رد کرد.", "fa-IR"))

    assert len(within) == 1
    assert acting == ()


def test_a_word_that_points_back_presents_nothing_new(read: Read) -> None:
    """«این موافقتنامه» is the one already presented."""
    found = responses_of(*read("آنان موافقتنامه مهاجرت را امضا کردند. این موافقتنامه مهم است.", "fa-IR"))

    assert len(found) == 1


def test_joint_work_against_a_danger_is_a_policy(read: Read) -> None:
    """«همکاری برای مقابله با افراط‌گرایی» answers extremism, where the sentence presents nothing else."""
    [response] = responses_of(*read("بر همکاری برای مقابله با افراط‌گرایی تأکید شد.", "fa-IR"))

    assert (response.kind, response.answers) == ("policy", ("extremism",))


@pytest.mark.parametrize("text", ["", "طرح", "إلى", "«", "قمة", "سازوکار"])
@pytest.mark.parametrize("language", ["fa-IR", "ar", "und"])
def test_no_text_raises(read: Read, text: str, language: str) -> None:
    """Whatever a text holds, responses are a value."""
    assert isinstance(responses_of(*read(text, language)), tuple)
