from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasad.clauses.clause import find_clauses
from rasad.entities.resolve import resolve
from rasad.events.event import Event
from rasad.events.find import find_events
from rasad.mentions.dates import find_dates
from rasad.mentions.names import find_names
from rasad.text.article import Article, Published
from rasad.text.folding import fold
from rasad.text.lines import lines_of
from rasad.text.sentences import sentences_of

Told = tuple[str, str, frozenset[str]]


@pytest.fixture
def events() -> Callable[[str, str], tuple[Event, ...]]:
    """Read the events of a text of 4 March 2024."""

    def read(text: str, language: str) -> tuple[Event, ...]:
        folded = fold(text)
        sentences = sentences_of(text, lines_of(text, folded), (), None)
        article = Article("made", text, folded, language, published=Published(date(2024, 3, 4)), sentences=sentences)
        resolution = resolve(article, find_names(article))
        return find_events(article, resolution, find_clauses(article, resolution), find_dates(article))

    return read


@pytest.fixture
def told(events: Callable[[str, str], tuple[Event, ...]]) -> Callable[[str, str], list[Told]]:
    """Read a text's events as type, status and parties."""
    return lambda text, language: [
        (e.type, e.status, frozenset((*e.actors, *e.recipients))) for e in events(text, language)
    ]
