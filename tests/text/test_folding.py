"""What folding promises: spellings of one word meet, and every folded letter knows where it stands in the text."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.text.folding import Folded, fold, fold_word
from rasad.text.span import Span

#: What news texts are made of, the odd included: harakat, tatweel, joiners, ligatures, three sets of digits, line ends.
LETTERS = (
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكةىئؤءأإآٱۀﷲﻻﭘabcÀéБёј۱٢3½«»…"
    "٬٫٪\u0654\u064b\u0651\u0640\u200c\u200d\u200f\ufeff \t\u00a0\n\r\u2028😀"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("كازاخستاني", "کازاخستانی", id="Arabic and Persian kaf and yeh"),
        pytest.param("معنى", "معنی", id="alif maqsura and yeh"),
        pytest.param("اتفاقية", "اتفاقیه", id="teh marbuta and heh"),
        pytest.param("حملۀ", "حمله", id="heh with hamza"),
        pytest.param("حملهٔ", "حمله", id="heh with a hamza above it"),
        pytest.param("رئیس", "رییس", id="yeh with hamza"),
        pytest.param("أمن", "امن", id="alif with hamza above"),
        pytest.param("إعلان", "اعلان", id="alif with hamza below"),
        pytest.param("آسیا", "اسیا", id="alif with madda"),
        pytest.param("مسؤول", "مسوول", id="waw with hamza"),
        pytest.param("وزراء", "وزرا", id="hamza alone"),
        pytest.param("مُحَمَّدٌ", "محمد", id="harakat"),
        pytest.param("كـــابل", "کابل", id="tatweel"),
        pytest.param("۱۴۰۴", "1404", id="Persian digits"),
        pytest.param("١٤٠٤", "1404", id="Arabic digits"),
        pytest.param("می‌گوید", "میگوید", id="joiner kept and lost"),
        pytest.param("\u200fکابل\u200e", "کابل", id="marks of direction"),
        pytest.param("ﻻﺟﺊ", "لاجی", id="shapes of letters"),
        pytest.param("۹٬۴۱۲٫۵", "9,412.5", id="Persian thousands and decimals"),
        pytest.param("۵٪", "5%", id="Arabic percent"),
        pytest.param("Қазақстан", "қазақстан", id="capitals"),
        pytest.param("“کابل”", '"کابل"', id="quotation marks"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same_letters(one: str, other: str) -> None:
    """What a reader takes for one word is one word to a lexicon."""
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize("word", ["آسیا", "رئیس", "مسؤول", "أفغانستان", "إيران", "هيئة", "réunion", "й"])
def test_composed_and_decomposed_letters_fold_alike(word: str) -> None:
    """NFC and NFD of a word have one folded form."""
    assert fold_word(unicodedata.normalize("NFC", word)) == fold_word(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        pytest.param("وزیر می‌گوید که", "میگوید", id="a joiner inside"),
        pytest.param("قال مُحَمَّدٌ أمس", "محمد", id="harakat after each letter"),
        pytest.param("به كـــابل رفت", "کابل", id="tatweel inside"),
        pytest.param("سال ۱۴۰۴ بود", "1404", id="digits"),
        pytest.param("دو  \u00a0 فاصله", "دو فاصله", id="a run of spaces"),
        pytest.param("صَلَّى ﷲ عليه", "الله", id="one character that folds to four"),
        pytest.param("وزراء الخارجية", "وزرا الخارجیه", id="a letter that folds to nothing"),
        pytest.param("یک… دو", "یک... دو", id="an ellipsis"),
    ],
)
@pytest.mark.parametrize("padding", ["", "ابجد " * 200], ids=["short text", "long text"])
def test_a_folded_wording_is_cut_from_the_original_as_it_stands_there(text: str, wording: str, padding: str) -> None:
    """The map leads from a folded stretch to the very characters that it was folded from."""
    folded = fold(padding + text)
    start = folded.text.index(wording, len(fold(padding).text))

    span = folded.span(start, start + len(wording))

    assert fold(span.of(padding + text)).text == wording


def test_line_ends_stay_and_other_blanks_become_one_space() -> None:
    """Nothing is matched across a line; a line opens without a space."""
    assert fold("یک\t\u00a0دو \r\n سه\u2028چهار").text == "یک دو \n\nسه\nچهار"


@given(st.text(alphabet=LETTERS, max_size=60), st.integers(0, 1))
def test_long_texts_fold_as_short_ones_do(text: str, long: int) -> None:
    """Folding stretch by stretch gives what folding character by character gives."""
    pad = "سلام " * 100
    whole, alone = fold(pad + "\n" + text + "\n" + pad), fold("\n" + text + "\n")

    start = whole.at(len(pad))
    length = len(alone.text)

    assert whole.text[start : start + length] == alone.text
    assert [o - len(pad) for o in whole.offsets[start : start + length]] == list(alone.offsets)


@given(st.text(max_size=200))
def test_every_folded_letter_stands_within_the_text_in_order(text: str) -> None:
    """Offsets never fall, never leave the text, and there is one for each folded letter."""
    folded = fold(text * 3)

    assert len(folded.text) == len(folded.offsets)
    assert folded.length == len(text) * 3
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset < len(text) * 3 for offset in folded.offsets)


@given(st.text(alphabet=LETTERS, max_size=80))
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    """A folded text is its own folded form."""
    once = fold(text).text

    assert fold(once).text == once


@given(st.text(alphabet=LETTERS, min_size=1, max_size=80), st.integers(0, 80))
def test_an_offset_finds_the_first_folded_letter_at_or_after_it(text: str, offset: int) -> None:
    """`at` is the inverse of the map."""
    folded = fold(text)

    place = folded.at(offset)

    assert all(o < offset for o in folded.offsets[:place])
    assert all(o >= offset for o in folded.offsets[place:])


def test_a_span_reaches_to_the_end_of_its_last_letter() -> None:
    """A joiner after the last letter is left out, one within is kept."""
    text = "نمی‌خواهند\u200c ."
    folded: Folded = fold(text)

    assert folded.span(0, len("نمیخواهند")) == Span(0, 10)


@pytest.mark.slow
def test_a_million_characters_fold_in_little_time() -> None:
    """Folding is no bottleneck: a megabyte takes well under a second and a half."""
    text = ("وزیران خارجهٔ قزاقستان و ازبکستان ۱۲ خرداد دیدار کردند و می‌گویند توافق شد.\n" * 14_000)[:1_000_000]

    began = time.perf_counter()
    fold(text)

    assert time.perf_counter() - began < 1.5
