"""Whatever script and press a name is written in, it is read to sounds, and its spellings share a key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.spelling.letters import fold_word
from rasad.spelling.sounds import sound_keys, sounds
from tests.spelling.names import SPELLINGS


@pytest.mark.parametrize("names", SPELLINGS, ids=lambda names: names[-2])
def test_spellings_of_a_name_share_a_key_with_the_english_one(names: tuple[str, ...]) -> None:
    """The presses of Iran, Afghanistan, the Arab world and Russia are looked up by one key."""
    english = names[-2]

    assert [name for name in names if not sound_keys(name) & sound_keys(english)] == []


@pytest.mark.parametrize("names", SPELLINGS, ids=lambda names: names[-2])
def test_a_folded_name_keeps_a_key_of_the_name(names: tuple[str, ...]) -> None:
    """Marks that folding drops («Ç», «й», «أ») change no name so far that it is not found."""
    assert [name for name in names if not sound_keys(name) & sound_keys(fold_word(name))] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ас-Сабах", "аль-Сабах", id="the article takes on a letter of the sun"),
        pytest.param("ад-Дин", "ud-Din", id="the article within a name"),
        pytest.param("J. Smith", "J Smith", id="an initial with and without its stop"),
        pytest.param("Дж. Байден", "Байден", id="an initial may be left out"),
        pytest.param("McMaster", "Макмастер", id="Mc is Mac"),
        pytest.param("O'Brien", "اوبراین", id="an apostrophe changes no script"),
        pytest.param("Карл III", "Карл", id="letters of two scripts in a name"),
        pytest.param("Qin Gang", "Цинь Ган", id="Pinyin and Palladius"),
        pytest.param("Shinzo Abe", "Синдзо Абэ", id="Hepburn and Polivanov"),
        pytest.param("Oʻtkir", "Ўткир", id="Uzbek letters"),
        pytest.param("Gʻaniyev", "Ғаниев", id="Uzbek letters with a mark"),
        pytest.param("Қасым-Жомарт", "Qasym-Jomart", id="Kazakh letters"),
        pytest.param("Гурбангулы", "Gurbanguly", id="Turkmen"),
        pytest.param("Ҷумъахон", "Jumakhon", id="Tajik letters"),
        pytest.param("Євген", "Yevhen", id="Ukrainian letters"),
        pytest.param("Їжакевич", "Yizhakevych", id="Ukrainian yi"),
        pytest.param("Воўк", "Vouk", id="Belarusian letters"),
        pytest.param("Өнөржаргал", "Onorjargal", id="Mongolian letters"),
        pytest.param("Ђоковић", "Djokovic", id="Serbian letters"),
        pytest.param("ښاغلی", "Shaghlay", id="Pashto letters"),
        pytest.param("ټوپک", "Topak", id="Pashto t"),
        pytest.param("بٹ", "Butt", id="Urdu letters"),
        pytest.param("نیچیرڤان", "Nechirvan", id="Sorani letters"),
        pytest.param("ئىلھام", "Ilham", id="Uyghur letters"),
        pytest.param("باڭ", "Bang", id="Uyghur ng"),
    ],
)
def test_letters_and_habits_meet(one: str, other: str) -> None:
    """What alphabets and romanisations write otherwise is found by one key."""
    assert sound_keys(one) & sound_keys(other)


def test_alternatives_stand_in_the_order_of_likelihood() -> None:
    """«ث» is first a th; what else it may be comes after."""
    [[first, *others]] = sounds("ث")

    assert first == "T"
    assert set(others) == {"s", "t"}


@given(st.text(max_size=200))
def test_reading_ends_for_any_text(text: str) -> None:
    """No text raises or has more keys than sixteen; the same text has the same keys."""
    assert sound_keys(text) == sound_keys(text)
    assert len(sound_keys(text)) <= 16
    assert "" not in sound_keys(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("🙂👩‍👩‍👧", id="emoji"),
        pytest.param("\u202e\u2066\u2069\ufeff", id="bidi controls"),
        pytest.param("123 ۱۲۳", id="digits"),
        pytest.param("\x00\ud800", id="no characters"),
        pytest.param("- . -.", id="marks alone"),
    ],
)
def test_text_without_letters_has_no_key(text: str) -> None:
    """What names nobody is looked up by nothing."""
    assert sounds(text) == ()
    assert sound_keys(text) == frozenset()


@pytest.mark.parametrize("letter", ["ا", "و", "ج", "وج", "خغ", "c", "ng", "цз", "-", ". ", "a-", "\u0301", "🙂"])
def test_ten_thousand_letters_are_answered_at_once(letter: str) -> None:
    """Every letter may stand for several; a name of nothing else is cut, and its readings are not all tried."""
    text = (letter * 10_000)[:10_000]

    assert len(sounds(text)) <= 200
    assert sound_keys(text) == sound_keys(text[:1_000])


@pytest.mark.parametrize("name", ["\u202eتوکایف\u202c", "تـوکـایـف", "تُوکایِف", "TOKAYEV", "  Tokayev  ", "Tokayev🙂"])
def test_marks_and_case_change_no_key(name: str) -> None:
    """Harakat, tatweel, bidi controls, capitals and signs are not heard."""
    assert sound_keys(name) & sound_keys("Tokayev")
