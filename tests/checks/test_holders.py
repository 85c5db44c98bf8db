from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasad.checks.check import Check

Find = Callable[..., list[Check]]


@pytest.mark.parametrize(
    ("language", "text", "found", "expected"),
    [
        pytest.param("fa-IR", "هیئت ایرانی به تاشکند، پایتخت قزاقستان رفت.", "KAZ", "UZB", id="capital, comma"),
        pytest.param("fa-AF", "وی به دوشنبه، پایتخت قرغزستان سفر کرد.", "KGZ", "TJK", id="city like a weekday"),
        pytest.param("ar", "وصل الوفد إلى أستانا عاصمة أوزبكستان.", "UZB", "KAZ", id="ar capital"),
        pytest.param("ar", "تستضيف العاصمة الكازاخستانية طشقند القمة.", "KAZ", "UZB", id="ar the capital"),
        pytest.param("fa-IR", "ولادیمیر پوتین، رئیس جمهور اوکراین، در مسکو سخن گفت.", "UKR", "RUS", id="apposition"),
        pytest.param("fa-IR", "سرگئی لاوروف وزیر خارجه بلاروس گفت گفتگوها ادامه دارد.", "BLR", "RUS", id="no comma"),
        pytest.param("fa-AF", "رئیس جمهور قزاقستان شوکت میرزیایف به کابل آمد.", "KAZ", "UZB", id="office first"),
        pytest.param("ar", "قال الرئيس الأوزبكي قاسم جومارت توكاييف إن بلاده مستعدة.", "UZB", "KAZ", id="ar adjective"),
        pytest.param("ar", "التقى نظيره الكازاخستاني شوكت ميرزيوييف في موسكو.", "KAZ", "UZB", id="ar counterpart"),
        pytest.param("fa-IR", "کاسا ۱۰۰۰ برق را از ازبکستان و قرقیزستان به پاکستان می‌برد.", "UZB", "TJK", id="project"),
    ],
)  # fmt: skip
def test_what_belongs_to_another_state_is_a_wrong_entity(
    check: Find, language: str, text: str, found: str, expected: str
) -> None:
    """Capitals, offices and closed projects prove which state is meant."""
    assert [(c.kind, c.found, c.expected) for c in check(text, language)] == [("wrong-entity", found, expected)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "هیئت ایرانی به تاشکند، پایتخت ازبکستان رفت.", id="right capital"),
        pytest.param("fa-IR", "روز دوشنبه، پایتخت قزاقستان شاهد برف سنگینی بود.", id="Monday"),
        pytest.param("fa-IR", "از تاشکند به پایتخت قزاقستان پرواز کرد.", id="from one to another"),
        pytest.param("fa-IR", "تاشکند، پایتخت فرهنگی جهان اسلام شد.", id="capital of culture"),
        pytest.param("fa-IR", "قدس، پایتخت فلسطین است.", id="disputed"),
        pytest.param("ar", "القدس عاصمة فلسطين.", id="ar disputed"),
        pytest.param("ar", "مسقط عاصمة عمان.", id="a state named like a capital"),
        pytest.param("ar", "سيول عاصمة كوريا.", id="one of two Koreas"),
        pytest.param("fa-IR", "رئیس جمهور ایران و همتای تاجیک او، امامعلی رحمان، آمدند.", id="counterpart of his"),
        pytest.param("fa-IR", "ولادیمیر پوتین، رئیس جمهور اوکراین و صدراعظم آلمان دیدار کردند.", id="list of three"),
        pytest.param("fa-IR", "رئیس جمهور قزاقستان ولادیمیر پوتین را به آستانه دعوت کرد.", id="object"),
        pytest.param("fa-IR", "ولادیمیر پوتین رئیس جمهور قزاقستان را به مسکو دعوت کرد.", id="subject and object"),
        pytest.param("ar", "حضر فلاديمير بوتين ، والرئيس التركي رجب طيب أردوغان.", id="ar list"),
        pytest.param("ar", "استقبل الرئيس الأوكراني فلاديمير بوتين.", id="ar verb, subject, object"),
        pytest.param("ar", "التقى سفير روسيا في كازاخستان أليكسي بوروداوكين.", id="ambassador"),
        pytest.param("fa-IR", "شوکت میرزیایف، رئیس جمهور ازبکستان، در آستانه سخن گفت.", id="right holder"),
        pytest.param("fa-IR", "خواست از ازبکستان و قرقیزستان پیوستن به کاسا ۱۰۰۰ است.", id="joining"),
        pytest.param("fa-IR", "طرح کاسا ۱۰۰۰ برق را از تاجیکستان و قرقیزستان به افغانستان می‌رساند.", id="members"),
    ],
)  # fmt: skip
def test_what_may_be_read_rightly_is_left_alone(check: Find, language: str, text: str) -> None:
    """Lists, objects, disputed cities and days of the week are no slips."""
    assert [c for c in check(text, language) if c.kind == "wrong-entity"] == []


def test_an_office_not_yet_taken_proves_nothing(check: Find) -> None:
    """Before the tenure the name is somebody else's."""
    text = "نیکول پاشینیان، نخست وزیر گرجستان، در این نشست سخن گفت."

    assert check(text, on=date(2009, 5, 1)) == []
    assert [c.expected for c in check(text, on=date(2025, 5, 1))] == ["ARM"]
