from __future__ import annotations

from datetime import UTC, datetime

from rasad.entities.entity import Resolution
from rasad.entities.resolve import resolve
from rasad.mentions.names import find_names
from rasad.sources.capture import Capture
from rasad.text.article import Article
from rasad.text.read import read_article

_BODY = (
    "وی به دوشنبه، پایتخت قزاقستان سفر کرد و با امامعلی رحمان دیدار نمود. "
    "همکاری میان پاکستان و قزاقستان در حال گسترش است."
)


def _read(text: str) -> tuple[Article, Resolution]:
    capture = Capture("a", "a", text.encode(), text, "text", "utf-8", datetime.now(UTC))
    article = read_article(capture)
    return article, resolve(article, find_names(article))


def test_a_title_that_names_the_right_state_alone_carries_the_slip_over_the_article() -> None:
    """Where one slip is proven, the wrong name is a slip wherever it stands; the state that is meant is coded."""
    article, resolution = _read(f"توافق پاکستان و تاجیکستان بر گسترش همکاری\n\n{_BODY}")

    assert [c.span.of(article.text) for c in resolution.corrections] == ["دوشنبه، پایتخت قزاقستان", "قزاقستان"]
    assert {(c.found, c.expected) for c in resolution.corrections} == {("KAZ", "TJK")}
    assert resolution.entity("KAZ") is None
    assert not any(r.party == "KAZ" for r in resolution.references)


def test_a_title_that_names_both_states_carries_nothing_over() -> None:
    """Then the other wordings may be right."""
    _, resolution = _read(f"توافق قزاقستان و تاجیکستان بر گسترش همکاری\n\n{_BODY}")

    assert len(resolution.corrections) == 1


def test_a_person_of_the_other_state_keeps_its_name_right() -> None:
    """Where somebody of the state that was named wrongly has a part, it has a part too."""
    text = f"توافق پاکستان و تاجیکستان بر گسترش همکاری\n\n{_BODY} قاسم جومارت توکایف نیز سخن گفت."
    _, resolution = _read(text)

    assert len(resolution.corrections) == 1
    assert any(r.party == "KAZ" for r in resolution.references)
