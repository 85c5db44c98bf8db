"""From a capture to an article: everything that stands on its face, read once and never edited."""

from __future__ import annotations

from rasad.sources.capture import Capture
from rasad.text.article import Article
from rasad.text.folding import fold
from rasad.text.sentences import split_sentences


def read_article(capture: Capture) -> Article:
    """Read the face of *capture*: language, title, byline, date, furniture and sentences."""
    text = capture.text
    persian = sum(text.count(c) for c in "گچپژیک")
    language = "fa-IR" if persian * 20 > len(text) else "ar"
    return Article(capture.name, text, fold(text), language=language, sentences=split_sentences(text, (), None))
