from __future__ import annotations

import pytest

from rasad.views.cli.rows import cells, cut, plain


def test_text_that_runs_from_right_to_left_is_isolated() -> None:
    assert plain("کابل") == "\u2068کابل\u2069"
    assert plain("Kabul") == "Kabul"


def test_no_article_can_move_the_cursor_or_turn_the_line() -> None:
    assert plain("a\x1b[2Jb\u202ec\nd") == "a\ufffd[2Jbc d"


def test_joiners_inside_words_stay() -> None:
    assert plain("می\u200cرود") == "\u2068می\u200cرود\u2069"


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (True, "yes"), (2.8e10, "28,000,000,000"), (["KAZ", "AFG"], "KAZ, AFG"), (0, "0")]
)
def test_values_are_worded(value: object, shown: str) -> None:
    assert plain(value) == shown


def test_cells_count_what_a_terminal_shows() -> None:
    assert cells("مُحَمَّد") == 4
    assert cells("می\u200cرود") == 5
    assert cells("中") == 2


def test_a_cut_text_ends_with_an_ellipsis_and_fits() -> None:
    assert cut("abcdef", 4) == "abc…"
    assert cut("مُحَمَّد", 4) == "مُحَمَّد"
