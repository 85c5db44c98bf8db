from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.models.load import folder
from rasad.models.names import DEFAULT
from rasad.models.tokens import Tokens

TOKENS = Tokens(folder(DEFAULT) / "tokenizer.json")


@pytest.mark.parametrize(
    "text", ["می‌رود", "آستانه، ۱۳ اکتبر", "وبحث مع نظيره", "e\u0301t\u00e9 🙂 ﷺ", "\u202eabc\u202c"]
)
def test_offsets_are_code_points_of_the_text_and_no_letter_is_lost(text: str) -> None:
    cut = TOKENS.cut(text)
    covered = {i for _, start, end in cut for i in range(start, end)}
    assert all(i in covered for i, char in enumerate(text) if char.isalnum())
    assert all(0 <= start < end <= len(text) for _, start, end in cut)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_cut_in_order(text: str) -> None:
    starts = [start for _, start, _ in TOKENS.cut(text)]
    assert starts == sorted(starts)


def test_a_text_longer_than_a_stretch_is_cut_whole() -> None:
    text = "کابل " * 3_000
    assert max(end for _, _, end in TOKENS.cut(text)) >= len(text) - 1
