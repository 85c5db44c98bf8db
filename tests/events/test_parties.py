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


def test_who_is_at_a_summit_turns_to_all_the_others(told: Read) -> None:
    """The body that meets is not asked, its members are; those are counted who are told of only later."""
    text = (
        "نشست سران اکو روز جمعه با حضور رهبران ایران، ترکیه، پاکستان و ازبکستان در تهران برگزار شد. "
        "رئیس جمهور ازبکستان پیشنهاد کرد دبیرخانه‌ای برای انرژی اکو ایجاد شود. "
        "نماینده افغانستان نیز در نشست حضور داشت."
    )
    parties = frozenset({"IRN", "TUR", "PAK", "UZB", "AFG"})
    assert [(t, p) for t, _, p in told(text, "fa-IR")] == [("CONSULT", parties), ("REQUEST", parties)]


def test_one_who_must_do_something_is_asked(told: Read) -> None:
    """«ایران باید …» in somebody's mouth is a demand."""
    assert told("کابل پاسخ داد که ایران باید لحنش را عوض کند.", "fa-AF") == [
        ("REQUEST", "happened", frozenset({"AFG", "IRN"}))
    ]


def test_items_of_a_ticker_have_nothing_to_do_with_one_another(told: Read) -> None:
    """No party is carried over from the item before."""
    text = "▪ اسلام‌آباد: پاکستان و هند گفتگو کردند.\n▪ بدخشان: مردم در فیض‌آباد تظاهرات کردند.\n"
    assert told(text, "fa-AF")[-1] == ("PROTEST", "happened", frozenset({"AFG"}))
