"""Page furniture: what a page says around its article, by its words and by its place."""

from __future__ import annotations

import pytest

from rasad.lexicons import load
from rasad.text.folding import fold
from rasad.text.furniture import find_furniture
from rasad.text.lines import lines_of
from rasad.text.title import find_title

TITLE = "سفر توکایف به تاشکند پایان یافت"
LEAD = "رئیس‌جمهور قزاقستان روز دوشنبه در سفر به تاشکند با همتای خود دیدار کرد و چند سند به امضا رسید."
ARABIC_TITLE = "كازاخستان تعزز علاقاتها مع الجوار"
ARABIC_LEAD = "أعلنت وزارة الخارجية أمس أن الوزير سيزور أستانا في الأسبوع المقبل لبحث التعاون بين البلدين."


def furniture(text: str) -> list[str]:
    folded = fold(text)
    lines = lines_of(text, folded)
    return [item.span.of(text) for item in find_furniture(text, folded, lines, find_title(text, lines))]


@pytest.mark.parametrize(
    "line",
    [
        "خانه › جهان › آسیای میانه",
        "آژانس باختر » اقتصاد » هیأت قزاقستان",
        "گفتگوی ویژه",
        "جهان‌نما | اوراسیا",
        "دیپلماسی پلاس / گفتگو",
        "د افغانستان اسلامي امارت",
        "وزارت امور خارجه - مرکز رسانه",
        "کد خبر: ۸۵۷۲۱۴۴۰",
    ],
)
def test_what_stands_above_the_headline_is_furniture(line: str) -> None:
    """Paths, rubrics, letterheads and codes."""
    assert furniture(f"{line}\n{TITLE}\n{LEAD}") == [line]


@pytest.mark.parametrize("line", ["وزیر خارجه در گفتگو با ما:", "۱۲ حمل ۱۴۰۳", "سه‌شنبه، ۲۴ جدی ۱۴۰۳"])
def test_kickers_and_dates_above_the_headline_are_text(line: str) -> None:
    """A kicker belongs to its headline, and a date tells when."""
    assert furniture(f"{line}\n{TITLE}\n{LEAD}") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("فیسبوک  ایکس  واتساپ  چاپ", ["فیسبوک  ایکس  واتساپ  چاپ"]),
        ("تازه ترین ها | پربیننده | ویدیو", ["تازه ترین ها | پربیننده | ویدیو"]),
        ("🔊 شنیدن خبر    📤 بازنشر", ["🔊 شنیدن خبر    📤 بازنشر"]),
        ("۲۱ دی ۱۴۰۰ - ۱۹:۰۶   بازدید: ۹٬۴۱۲", ["بازدید: ۹٬۴۱۲"]),
        ("پنجشنبه ۲۳ مرداد ۱۴۰۴ - شماره ۶۱۰۲ - صفحه ۴", ["- شماره ۶۱۰۲ - صفحه ۴"]),
        ("کد خبر: ۸۵۷۲۱۴۴۰ ۲۷ دی ۱۴۰۳، ۱۵:۳۲", ["کد خبر: ۸۵۷۲۱۴۴۰"]),
        ("الأربعاء 3 ديسمبر 2025 | قراءة 3 دقائق | A+ A-", ["| قراءة 3 دقائق | A+ A-"]),
        ("20/10/2025 آخر تحديث: 11:42 (توقيت مكة المكرمة)", []),
        ("حفظ   شارك   استمع (4 دقائق)", ["حفظ   شارك   استمع (4 دقائق)"]),
        ("0\n133", ["0", "133"]),
        ("نویسنده: احمد رحیمی", []),
        ("کارکنان یونیپاث", []),
        ("کابل، ۱۲ حمل ۱۴۰۳", []),
    ],
)
def test_between_headline_and_text_buttons_and_counters_are_furniture_and_dates_and_authors_are_not(
    line: str, expected: list[str]
) -> None:
    """Of a line that holds both, only the furniture is marked, with the marks that set it off."""
    assert furniture(f"{TITLE}\n{line}\n\n{LEAD}") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Comments",
        "نظر (0)",
        "نظرات بسته شده است.",
        "دیدگاه خود را بنویسید (۳ نظر)",
        "نظر شما؟ (۱۷)   ارسال به دوستان",
        "انتهای پیام",
        "// انتهى //",
        "برچسب‌ها: قزاقستان | تاشکند | رحمان",
        "۱۲ نفر این خبر را پسندیدند",
        "منبع: خبرگزاری ایسنا",
        "منبع: https://example.vn/tong-thong-tham-kazakhstan-295356.html",
        "خبرنگار: م. صدیقی",
        "المصدر: وكالات",
        "عکس: آرشیف",
        "کپی شد!  منبع: خبرگزاری ایسنا",
        "دیدگاه ها: 4 در انتظار بررسی: 0",
        "لینک کوتاه کپی شد",
        "طباعة  إرسال  تكبير الخط",
        "جميع الحقوق محفوظة",
        "شارك: تويتر فيسبوك واتساب",
        "اشترك في نشرتنا البريدية",
        "مواضيع ذات صلة: النفط | كازاخستان",
        "الأكثر قراءة: أسعار الذهب اليوم",
        "© ۱۴۰۳ تمام حقوق محفوظ است",
        "انتشار یادداشت به معنای تایید محتوای آن نیست.",
        "بازدید: ۴۱۲   نظریات: ۰   هم‌رسانی: فیسبوک | تلگرام",
    ],
)
def test_what_stands_below_the_text_is_furniture(line: str) -> None:
    """Comments, shares, tags, credits, rights, marks of the end."""
    assert furniture(f"{TITLE}\n{LEAD}\n\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "21 سنبله 1396, 12:28 کابل",
        "گفتگو: ۹ خرداد ۱۴۰۲",
        LEAD,
        "این نشست با صدور بیانیه مشترک پایان یافت",
    ],
)
def test_dates_and_sentences_below_the_text_are_text(line: str) -> None:
    """A dateline at the end and a sentence without its full stop are kept."""
    assert furniture(f"{TITLE}\n{LEAD}\n\n{line}") == []


def test_a_list_that_the_text_announces_is_text() -> None:
    """After a colon of the text a list follows, until known furniture does."""
    text = f"{TITLE}\n{LEAD}\nکشورهای عضو:\n• قزاقستان\n• ازبکستان\nنظر (۰)"

    assert furniture(text) == ["نظر (۰)"]


def test_many_unknown_lines_below_the_text_are_text() -> None:
    """A poem or a numbered list without any sign of furniture is kept."""
    lines = ["1) گروه شیراز", "2) گروه هرات", "3) گروه کابل", "4) گروه بلخ", "5) گروه غزنی"]

    assert furniture("\n".join([TITLE, LEAD, *lines])) == []


@pytest.mark.parametrize(
    "lead",
    [
        "سفیر ژاپن ظهر امروز از منطقه آزاد ماکو بازدید کرد.",
        "نتایج یک مطالعه تازه نشان می‌دهد که سایت هسته‌ای سالم است.",
    ],
)
def test_a_short_lead_that_holds_a_word_of_counters_is_text(lead: str) -> None:
    """«بازدید» is a visit far more often than a counter."""
    assert furniture(f"{TITLE}\n{lead}\n{LEAD}") == []


def test_related_links_are_furniture_with_their_heading() -> None:
    """«بیشتر بخوانید» opens a list that ends where the text goes on."""
    text = f"{TITLE}\n{LEAD}\nبیشتر بخوانید:\n• گشایش بازارچه مرزی\n• سفر هیأت ازبکستان\n{LEAD}"

    assert furniture(text) == ["بیشتر بخوانید:", "• گشایش بازارچه مرزی", "• سفر هیأت ازبکستان"]


def test_a_related_link_amid_the_text_is_furniture_alone() -> None:
    """«اقرأ أيضا» with its link on one line takes nothing else."""
    text = f"{ARABIC_TITLE}\n{ARABIC_LEAD}\nاقرأ أيضا: منتدى أستانا ينطلق غدا\nخلفية\n{ARABIC_LEAD}"

    assert furniture(text) == ["اقرأ أيضا: منتدى أستانا ينطلق غدا"]


def test_a_credit_in_brackets_at_the_end_of_a_caption_is_furniture() -> None:
    """The caption is text, its source is not; nor a credit amid a sentence."""
    text = f"{LEAD}\nرئیس‌جمهور و همتای او، ۲۷ نوامبر. (منبع: ریانووستی) |\n{LEAD}"

    assert furniture(text) == ["(منبع: ریانووستی) |"]
    assert furniture(f"{LEAD} (منبع: ریانووستی) و پس از آن رفتند.") == []


def test_what_an_agency_puts_after_the_last_stop_is_furniture() -> None:
    """«انتهای پیام» on the last line of the text, and all below it."""
    text = f"{TITLE}\n{LEAD} انتهای پیام/\nشما در حال پاسخ به نظر یک کاربر هستید."

    assert furniture(text)[0] == "انتهای پیام/"


def test_a_credit_at_the_end_of_a_paragraph_is_text() -> None:
    """«… کرد.» منبع: Dawn» on the line of a paragraph is part of it."""
    assert furniture(f"{TITLE}\n{LEAD}  منبع: Dawn") == []


@pytest.mark.parametrize(
    "heading", ["اقتصاد", "ویدیو", "بحث", "پیشرفت کار", "كيف بدأت الأزمة؟", "خبرنگار: آینده را چگونه می‌بینید؟"]
)
def test_headings_and_questions_amid_the_text_are_text(heading: str) -> None:
    """A word of menus between paragraphs may be a heading."""
    assert furniture(f"{TITLE}\n{LEAD}\n{heading}\n{LEAD}") == []


def test_no_phrase_stands_under_two_kinds() -> None:
    """In the lexicon a phrase has one kind."""
    seen: dict[str, str] = {}
    for kind, phrases in load("furniture/phrases").items():
        for phrase in phrases:
            assert seen.setdefault(str(phrase), kind) == kind, phrase
