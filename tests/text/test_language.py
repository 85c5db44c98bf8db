"""Languages and varieties: told by small words, letters and the wordings of two presses."""

from __future__ import annotations

import pytest

from rasad.lexicons import load
from rasad.text.folding import fold, fold_word
from rasad.text.language import LANGUAGES, language_of


def language(text: str, **hints: str) -> str:
    return language_of(text, fold(text), **hints)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fa-IR", "وزیر امور خارجه روز دوشنبه ۱۲ خرداد در دانشگاه تهران گفت که صادرات به ۵ میلیارد دلار رسید."),
        ("fa-IR", "نخست‌وزیر قرقیزستان در ژوئن به آلمان سفر می‌کند و با نمایندگان استان‌ها دیدار خواهد کرد."),
        ("fa-IR", "رئیس‌جمهور آمریکا رایزنی با دیپلمات‌های ژاپن را در نوامبر آغاز کرد."),
        ("fa-AF", "وزیر خارجه به تاریخ ۱۲ جوزا در پوهنتون کابل گفت که صادرات به ۵ میلیارد دالر رسید."),
        ("fa-AF", "صدراعظم قرغزستان در ماه جون به جرمنی سفر می‌کند و با والی‌های ولایات ملاقات خواهد کرد."),
        ("fa-AF", "باشنده‌گان ولسوالی از نبود شفاخانه و سرک شکایت دارند و می‌گویند موترها نمی‌رسند."),
        ("ar", "قال وزير الخارجية إن بلاده ستعزز التعاون مع كازاخستان في مجالات النقل والطاقة خلال العام المقبل."),
        ("ps", "د افغانستان د بهرنیو چارو وزارت وویل چې له ازبکستان سره به یې سوداګري زیاته شي."),
        ("ur", "پاکستان کے وزیر خارجہ نے کہا ہے کہ افغانستان کے ساتھ تعلقات میں بہتری آئی ہے۔"),
        ("tg", "Президенти Тоҷикистон бо ҳамтои худ аз Қазоқистон дар бораи ҳамкорӣ гуфтугӯ кард."),
        ("ru", "Президент Казахстана встретился с коллегой из Узбекистана и подписал документы о сотрудничестве."),
        ("kk", "Қазақстан Президенті Өзбекстан Президентімен кездесіп, ынтымақтастық туралы айтты."),
        ("ky", "Кыргызстандын президенти Казакстандын президенти менен жолугуп, кызматташуу жөнүндө айтты."),
        ("uz", "O‘zbekiston Prezidenti Qozog‘iston Prezidenti bilan uchrashdi va bir qator hujjatlarni imzoladi."),
        ("uz", "Ўзбекистон Президенти Қозоғистон Президенти билан учрашди ва ҳужжатларни имзолади."),
        ("tk", "Türkmenistanyň Prezidenti Özbegistanyň Prezidenti bilen duşuşyp, hyzmatdaşlyk barada aýtdy."),
        ("tr", "Cumhurbaşkanı, Kazakistan ile iş birliği konusunda birçok anlaşma imzalandığını söyledi."),
        ("en", "The president of Kazakhstan met with his counterpart and signed several documents."),
    ],
)
def test_each_language_is_told_from_a_sentence(tag: str, text: str) -> None:
    """A sentence of news is enough."""
    assert language(text) == tag


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("12:30 - 2024/05/12 %", id="no letter"),
        pytest.param("哈萨克斯坦总统会见了乌兹别克斯坦总统。", id="Chinese"),
        pytest.param("Le président du Kazakhstan a rencontré son homologue ouzbek à Astana hier soir.", id="French"),
        pytest.param("سەرۆکی هەرێمی کوردستان لەگەڵ وەزیری دەرەوەی عێراق کۆبووەوە.", id="Sorani"),
        pytest.param(
            "Azərbaycan Prezidenti Qazaxıstan Prezidenti ilə görüşdü və sənədlər imzalandı.", id="Azerbaijani"
        ),
    ],
)
def test_other_languages_are_undetermined(text: str) -> None:
    """What is not known is not guessed."""
    assert language(text) == "und"


def test_persian_written_with_arabic_letters_is_persian() -> None:
    """«ي» and «ك» do not make a text Arabic."""
    assert language("رئيس جمهوري قزاقستان با همتاي خود ديدار كرد") == "fa-IR"


def test_what_is_declared_decides_only_where_the_words_do_not() -> None:
    """A declared tag or an address tips a text without wordings of either press, and no other."""
    plain, dari = "رئیس دولت با همتای خود دیدار کرد", "باشنده‌گان ولسوالی در شفاخانه و پوهنتون ۱۲ جوزا گفتند"

    assert language(plain) == "fa-IR"
    assert language(plain, declared="fa-AF") == "fa-AF"
    assert language(plain, declared="prs") == "fa-AF"
    assert language(plain, url="https://www.example.af/news") == "fa-AF"
    assert language(dari, declared="fa-IR", url="https://example.ir") == "fa-AF"


def test_afghan_names_alone_do_not_make_a_text_dari() -> None:
    """Iran's press names Afghan things in its own words."""
    text = "سخنگوی وزارت کشور گفت اتباع افغانستانی که از استان‌های مرزی به ولسوالی‌های هرات بازگشتند دلار دریافت کردند."

    assert language(text) == "fa-IR"


def test_no_wording_speaks_for_both_varieties() -> None:
    """In the lexicon of varieties a wording stands on one side, folded or as spelled."""
    data = load("language/varieties")

    assert not {fold_word(w) for w in data["fa-AF"]} & {fold_word(w) for w in data["fa-IR"]}
    assert not set(data["spellings"]["fa-AF"]) & set(data["spellings"]["fa-IR"])
    assert all(weight > 0 for tag in ("fa-AF", "fa-IR") for weight in data[tag].values())


def test_every_language_has_small_words() -> None:
    """Each language that is told has an entry in the lexicon."""
    assert {tag.split("-")[0] for tag in LANGUAGES} == set(load("language/words"))
