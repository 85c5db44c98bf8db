from __future__ import annotations

from collections.abc import Callable

Read = Callable[[str, str], list[tuple[str | None, str]]]

LAVROV = "person:sergey-lavrov"


def test_answers_of_an_interview_are_statements_of_whoever_is_asked(said: Read) -> None:
    """Every sentence of an answer with a verb is one; questions are none."""
    text = (
        "سرگئی لاوروف در گفتگو با روزنامه ما از آینده می‌گوید.\n"
        "پرسش: کار راه آهن به کجا رسید؟\n"
        "پاسخ: کار آن آغاز شده است. هزینه آن را بانک می‌دهد.\n"
        "پرسش: خطر کدام است؟\n"
        "پاسخ: خطری نیست.\n"
    )

    answers = [words for speaker, words in said(text, "fa-AF") if speaker == LAVROV]

    assert [a.removeprefix("پاسخ: ") for a in answers][-3:] == [
        "کار آن آغاز شده است",
        "هزینه آن را بانک می‌دهد",
        "خطری نیست",
    ]


def test_unmarked_questions_on_lines_of_their_own_make_an_interview_too(said: Read) -> None:
    """A short line that ends in a question mark asks; what follows it answers."""
    text = (
        "حوار مع سيرغي لافروف\n"
        "ماذا حدث في المنطقة؟\n"
        "بدأ العمل في السد الجديد.\n"
        "وماذا عن التمويل؟\n"
        "يدفع البنك كل التكاليف.\n"
    )

    assert said(text, "ar") == [(LAVROV, "بدأ العمل في السد الجديد"), (LAVROV, "يدفع البنك كل التكاليف")]


def test_one_question_in_a_text_makes_no_interview(said: Read) -> None:
    """A heading that asks is not a talk."""
    text = "لاوروف در گفتگو با خبرنگاران بود.\nچه خواهد شد؟\nکار راه آهن آغاز شده است.\n"

    assert said(text, "fa-IR") == []
