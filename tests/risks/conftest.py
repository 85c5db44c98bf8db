from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasad.entities.entity import Resolution
from rasad.entities.resolve import resolve
from rasad.mentions.names import find_names
from rasad.text.article import Article, Published
from rasad.text.folding import fold
from rasad.text.lines import lines_of
from rasad.text.sentences import sentences_of
from rasad.text.span import Span

Read = Callable[..., tuple[Article, Resolution]]


@pytest.fixture
def read() -> Read:
    """Resolve a text of March 2024, with its first line as its title where asked."""

    def read_text(text: str, language: str, *, titled: bool = False) -> tuple[Article, Resolution]:
        folded = fold(text)
        title = Span(0, text.index("\n")) if titled else None
        sentences = sentences_of(text, lines_of(text, folded), (), title)
        article = Article(
            "made", text, folded, language, title=title, published=Published(date(2024, 3, 4)), sentences=sentences
        )
        return article, resolve(article, find_names(article))

    return read_text
