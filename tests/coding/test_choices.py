from __future__ import annotations

import numpy as np

from rasad.coding.choices import choice_features, choices
from rasad.coding.labels import CHOICE, EVENT
from rasad.coding.sheet import Floats

NONE = np.zeros(len(EVENT), np.float32)


def likely(*pairs: tuple[float, float]) -> Floats:
    return np.array(pairs, np.float32)


def test_the_lexicons_own_choice_is_always_weighed() -> None:
    drafted = ((4, 5), (0,))
    shares = likely(*[(0.9, 0.1)] * 4, (0.01, 0.01), (0.01, 0.01))
    assert drafted in choices(shares, drafted)


def test_nobody_at_all_is_no_choice_and_nobody_is_on_both_sides_unless_alone() -> None:
    found = choices(likely((0.9, 0.2), (0.3, 0.8), (0.4, 0.4)), None)
    assert ((), ()) not in found
    assert ((0,), (1,)) in found
    assert ((0,), (0,)) in found
    assert ((0, 1), (1,)) not in found
    assert len(found) == len(set(found))


def test_all_who_are_likely_may_act_together() -> None:
    found = choices(likely(*[(0.8, 0.1)] * 6), None)
    assert ((0, 1, 2, 3, 4, 5), ()) in found


def test_a_choice_knows_its_size_its_least_likely_member_and_whom_it_leaves_out() -> None:
    shares = likely((0.9, 0.1), (0.2, 0.8), (0.6, 0.5))
    [row] = choice_features(shares, NONE, [((0,), (1,))], ((0,), (1,)))
    known = dict(zip(CHOICE, row.tolist(), strict=True))
    assert (known["actors"], known["recipients"], known["both"], known["rivals"]) == (1, 1, 2, 3)
    assert known["least actor"] == np.float32(0.9)
    assert known["party out"] == np.float32(0.6)
    assert known["draft"] == 1


def test_without_parties_there_is_no_choice() -> None:
    assert choices(np.zeros((0, 2), np.float32), None) == []
