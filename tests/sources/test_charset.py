from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.sources.charset import decode

PERSIAN = "وزير خارجه ايران گفت که پيوندها گسترش مي يابد."
ARABIC = "دعا الرئيس الكازاخستاني قاسم جومارت توكاييف إلى تعزيز التعاون الدفاعي"
RUSSIAN = "Президент Казахстана заявил о сотрудничестве с соседями"


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        pytest.param("می‌گویند", "utf-8", "utf-8", id="utf-8"),
        pytest.param(PERSIAN, "cp1256", "windows-1256", id="Persian in windows-1256"),
        pytest.param(ARABIC, "cp1256", "windows-1256", id="Arabic in windows-1256"),
        pytest.param(RUSSIAN, "cp1251", "windows-1251", id="Russian in windows-1251"),
        pytest.param(RUSSIAN, "koi8-r", "koi8-r", id="Russian in koi8-r"),
        pytest.param("Où ça ? À Paris, déjà très bien.", "cp1252", "windows-1252", id="French"),
        pytest.param(PERSIAN, "utf-16-le", "utf-16-le", id="utf-16 without a mark"),
        pytest.param(ARABIC, "utf-16-be", "utf-16-be", id="utf-16 big-endian without a mark"),
        pytest.param(ARABIC, "utf-16", "utf-16-le", id="utf-16 with a mark"),
        pytest.param(ARABIC, "utf-32", "utf-32-le", id="utf-32 with a mark"),
    ],
)
def test_a_text_comes_back_from_the_charset_it_was_written_in(text: str, written: str, read: str) -> None:
    """Nothing declares the charset: the bytes alone tell it."""
    decoded = decode(text.encode(written))

    assert (decoded.text, decoded.charset) == (text, read)


@pytest.mark.parametrize("claimed", ["iso-8859-1", "utf-8", "windows-1252", "no-such-charset", ""])
def test_a_server_that_claims_latin_out_of_habit_is_not_believed(claimed: str) -> None:
    """A windows-1256 page under a Latin-1 header reads as Arabic letters."""
    assert decode(ARABIC.encode("cp1256"), declared=claimed).text == ARABIC


def test_utf8_that_decodes_is_utf8_whatever_is_declared() -> None:
    assert decode(ARABIC.encode(), declared="windows-1256").charset == "utf-8"


def test_a_charset_in_the_markup_counts() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-5">Встреча в Ташкенте'

    assert decode(page.encode("iso-8859-5"), markup=True).text == page


def test_broken_utf8_is_replaced_and_counted() -> None:
    """The rest of the text survives, and the charset says how many bytes did not."""
    raw = ARABIC.encode()

    decoded = decode(raw[:7] + b"\xff\xfe\xfd" + raw[7:])

    assert decoded.charset == "utf-8 (3 bytes replaced)"
    assert decoded.text.replace("\ufffd", "") == ARABIC


def test_a_byte_order_mark_of_utf8_stays_so_that_offsets_agree_with_the_file() -> None:
    assert decode(b"\xef\xbb\xbf" + ARABIC.encode()).text == "\ufeff" + ARABIC


@given(st.binary(max_size=300), st.sampled_from([None, "utf-16", "windows-1256", "hex", "idna", "x\0y"]), st.booleans())
def test_any_bytes_decode(raw: bytes, declared: str | None, markup: bool) -> None:
    """Whatever the bytes are and whatever is claimed of them, a text and a charset come back, the same each time."""
    decoded = decode(raw, declared=declared, markup=markup)

    assert decoded.charset
    assert decoded == decode(raw, declared=declared, markup=markup)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_utf8_is_read_code_point_for_code_point(text: str) -> None:
    assert decode(text.encode("utf-8")).text == text
