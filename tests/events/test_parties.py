from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.conftest import Told

Read = Callable[[str, str], list[Told]]

CENTRAL_ASIA = frozenset({"KAZ", "KGZ", "TJK", "TKM", "UZB"})


def test_five_states_are_the_five_of_the_region(told: Read) -> None:
    """«پنج کشور» after talk of Central Asia are its five states, whoever else was named last."""
    text = "روسیه و چین با کشورهای آسیای مرکزی رقابت می‌کنند. پنج کشور از ترکیه تشکر کردند."
    assert told(text, "fa-IR")[-1][2] == CENTRAL_ASIA | {"TUR"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("سخنگوی حزب حاکم ترکیه از ازبکستان انتقاد کرد.", ("ACCUSE", {"TUR", "UZB"})),
        ("آستانه، تاشکند و عشق‌آباد توافقنامه‌ای امضا کردند.", ("SUPPORT", {"KAZ", "UZB", "TKM"})),
        ("پلیس روسیه شماری از شهروندان قرقیز را بازداشت کرد.", ("COERCE", {"RUS", "KGZ"})),
        ("هند سفارت خود را در کابل بازگشایی کرد.", ("SUPPORT", {"IND", "AFG"})),
    ],
)
def test_a_noun_phrase_is_its_heads(told: Read, text: str, event: tuple[str, set[str]]) -> None:
    """Words between an office and its state, lists of capitals, parts of a group, and places that tell whom."""
    type_, parties = event
    assert (type_, frozenset(parties)) in [(t, p) for t, _, p in told(text, "fa-IR")]
