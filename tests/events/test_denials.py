from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.conftest import Told

Read = Callable[[str, str], list[Told]]


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        pytest.param(
            "fa-AF",
            "وزارت خارجهٔ تاجیکستان گزارش‌ها در مورد گفتگو با روسیه را رد کرد.",
            ("CONSULT", {"TJK", "RUS"}),
            id="a noun in the denial",
        ),
        pytest.param(
            "fa-AF",
            "مسکو خبر بیرون کردن قوا از تاجیکستان را تکذیب نمود.",
            ("RETREAT", {"RUS", "TJK"}),
            id="an infinitive in the denial",
        ),
        pytest.param(
            "fa-IR",
            "پاکستان افغانستان را به پناه دادن به تحریک طالبان پاکستان متهم کرد. کابل این ادعا را بی‌اساس خواند.",
            ("AID", {"AFG", "org:tehrik-i-taliban-pakistan"}),
            id="what was laid to somebody before",
        ),
        pytest.param(
            "ar",
            "نفت روسيا أنها أوقفت استيراد الطماطم من أذربيجان.",
            ("SANCTION", {"RUS", "AZE"}),
            id="the clause that follows",
        ),
    ],
)
def test_what_is_denied_is_told_as_denied(told: Read, language: str, text: str, event: tuple[str, set[str]]) -> None:
    """The denial itself is the evidence; nothing of it is told as having happened."""
    type_, parties = event
    assert (type_, "denied", frozenset(parties)) in told(text, language)
    assert not any(t == type_ and status == "happened" for t, status, _ in told(text, language))


def test_what_is_only_alleged_is_told_as_the_allegation(told: Read) -> None:
    """The act that somebody is accused of is no event of its own."""
    text = "خواجه آصف، وزیر دفاع پاکستان، کابل را متهم کرد که به تحریک طالبان پاکستان پناه داده است."
    assert [type_ for type_, _, _ in told(text, "fa-AF")] == ["ACCUSE"]


def test_a_refused_proposal_is_no_denial(told: Read) -> None:
    """«رد کرد» of a proposal is REJECT."""
    events = told("ایران پیشنهاد آمریکا برای گفتگو را رد کرد.", "fa-IR")
    assert ("REJECT", "happened", frozenset({"IRN", "USA"})) in events
