from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasad.clauses.clause import find_clauses
from rasad.entities.resolve import resolve
from rasad.mentions.names import find_names
from rasad.statements.find import find_statements
from rasad.statements.statement import Statement
from rasad.text.article import Article, Published
from rasad.text.folding import fold
from rasad.text.lines import lines_of
from rasad.text.sentences import sentences_of

Said = list[tuple[str | None, str]]


@pytest.fixture
def statements() -> Callable[[str, str], tuple[Statement, ...]]:
    """Read the statements of a text of March 2024."""

    def read(text: str, language: str) -> tuple[Statement, ...]:
        folded = fold(text)
        sentences = sentences_of(text, lines_of(text, folded), (), None)
        article = Article("made", text, folded, language, published=Published(date(2024, 3, 4)), sentences=sentences)
        resolution = resolve(article, find_names(article))
        return find_statements(article, resolution, find_clauses(article, resolution))

    return read


@pytest.fixture
def said(statements: Callable[[str, str], tuple[Statement, ...]]) -> Callable[[str, str], Said]:
    """Read a text's statements as pairs of speaker and words."""
    return lambda text, language: [(s.speaker, s.evidence.of(text)) for s in statements(text, language)]
