from __future__ import annotations

import numpy as np

from rasad.coding.labels import CHOICE, DATED, PARTY, TAGS, TOKEN_FEATURES, digest
from rasad.models.load import load
from rasad.models.names import DEFAULT
from rasad.models.network import sigmoid, softmax

MODEL = load(DEFAULT, digest())


def test_a_window_reads_alike_alone_and_among_others() -> None:
    words = [id_ for id_, _, _ in MODEL.tokens.cut("وزیر خارجه ایران دیروز به کابل سفر کرد")]
    text = "وقال الوزير إن بلاده سترسل مساعدات إلى كابل في الأسبوع المقبل بعد المحادثات"
    more = [id_ for id_, _, _ in MODEL.tokens.cut(text)]
    [alone] = MODEL.network.vectors([words])
    together = MODEL.network.vectors([more, words, more[:3]])
    assert [len(v) for v in together] == [len(more), len(words), 3]
    cosine = (alone * together[1]).sum() / np.linalg.norm(alone) / np.linalg.norm(together[1])
    assert cosine > 0.99


def test_nothing_gives_nothing() -> None:
    assert MODEL.network.vectors([]) == []


def test_heads_and_trees_take_what_the_labels_say() -> None:
    hidden = MODEL.network.hidden
    tags = MODEL.network.head("tags", np.zeros((3, hidden + len(TOKEN_FEATURES)), np.float32))
    assert tags.shape == (3, len(TAGS))
    for name, wide, out in (("parties", len(PARTY), 2), ("choices", len(CHOICE), 1), ("dates", len(DATED), 1)):
        shares = MODEL.network.trees(name, np.zeros((5, wide), np.float32))
        assert shares.shape == (5, out)
        assert ((shares >= 0) & (shares <= 1)).all()


def test_shares_are_shares() -> None:
    scores = np.array([[-40.0, 0.0, 40.0]], np.float32)
    assert sigmoid(scores)[0].round(3).tolist() == [0.0, 0.5, 1.0]
    assert softmax(scores).sum() == 1.0
