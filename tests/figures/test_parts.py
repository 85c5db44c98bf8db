from __future__ import annotations

from tests.figures.test_find import figures


def test_a_total_is_of_all_that_were_counted() -> None:
    """«در مجموع ۶۵ تن» after the dead of two states is of both."""
    told = figures("در این جنگ ۳۶ باشنده قرغزستان و ۱۹ باشنده تاجکستان، در مجموع ۶۵ تن، کشته شدند", "fa-AF")
    assert [f.value for f in told] == [36, 19, 65]
    assert set(told[1].of) == {"TJK"} and set(told[2].of) == {"KGZ", "TJK"}


def test_items_after_a_colon_are_of_the_sum() -> None:
    """A breakdown has the parties of what it breaks down."""
    told = figures("ژاپن به ازبکستان وعده دوازده میلیارد دلار داد: سه میلیارد دلار برای آب و نه میلیارد دلار برای راه")
    assert {f.value for f in told} == {12e9, 3e9, 9e9}
    assert {frozenset(f.of) for f in told} == {frozenset({"JPN", "UZB"})}


def test_a_part_is_of_its_whole() -> None:
    """«از این میان» goes on with whose the figure before was."""
    told = figures("صادرات قزاقستان به چین ده میلیارد دلار بود. از این میان سه میلیارد دلار سهم گاز بود")
    assert [set(f.of) for f in told] == [{"KAZ", "CHN"}] * 2
