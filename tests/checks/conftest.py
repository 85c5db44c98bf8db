from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from rasad.checks.check import Check
from rasad.checks.find import find_checks
from rasad.entities.resolve import resolve
from rasad.mentions.dates import find_dates
from rasad.mentions.names import find_names
from rasad.mentions.quantities import find_quantities
from rasad.sources.capture import Capture
from rasad.text.article import Article, Published
from rasad.text.read import read_article

#: Sentences that leave no doubt about the language of a short text.
_BODY = {
    "fa-IR": "این خبر را خبرگزاری‌ها منتشر کرده‌اند و جزئیات بیشتری از آن در دست نیست.",
    "fa-AF": "این خبر را آژانس‌ها نشر کرده‌اند و جزئیات بیشتر آن در دست نیست.",
    "ar": "نشرت وكالات الأنباء هذا الخبر ولم ترد تفاصيل أخرى عنه حتى الآن.",
}


def _article(text: str, language: str, published: date | None) -> Article:
    whole = f"{text}\n\n{_BODY[language]}"
    capture = Capture("a", "a", whole.encode(), whole, "text", "utf-8", datetime.now(UTC))
    article = read_article(capture)
    if published is not None:
        object.__setattr__(article, "published", Published(published))
    return article


@pytest.fixture
def check() -> Callable[..., list[Check]]:
    """Read a text, with a plain sentence after it, and return what is found wrong in it."""

    def found(text: str, language: str = "fa-IR", *, on: date | None = None) -> list[Check]:
        article = _article(text, language, on)
        resolution = resolve(article, find_names(article))
        checks = find_checks(article, resolution, find_dates(article), find_quantities(article))
        for one in checks:
            assert one.evidence.of(article.text)
            assert one.why.endswith(".")
        return list(checks)

    return found
