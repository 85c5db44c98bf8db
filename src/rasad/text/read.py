"""From a capture to an article: everything that stands on its face, read once and never edited."""

from __future__ import annotations

from rasad.sources.capture import Capture
from rasad.text.article import Article
from rasad.text.byline import find_byline
from rasad.text.folding import fold
from rasad.text.furniture import find_furniture
from rasad.text.language import language_of
from rasad.text.lines import lines_of
from rasad.text.published import find_published
from rasad.text.sentences import sentences_of
from rasad.text.source_language import translated_from
from rasad.text.title import find_title
from rasad.text.words import words_between


def read_article(capture: Capture) -> Article:
    """Read what stands on the face of *capture*: language, title, byline, date, furniture and sentences.

    Nothing is believed of what the source declares that its text does not show, save a date that the text lacks.
    """
    text, declared = capture.text, capture.declared
    folded = fold(text)
    lines = lines_of(text, folded)
    language = language_of(text, folded, declared=declared.language, url=declared.url)
    title = find_title(text, lines, declared=declared.title)
    furniture = find_furniture(text, folded, lines, title)
    sentences = sentences_of(text, lines, (item.span for item in furniture), title)
    base = language.split("-")[0]
    return Article(
        name=capture.name,
        text=text,
        folded=folded,
        language=language,
        title=title,
        byline=find_byline(text, folded, lines, title, author=declared.author),
        published=find_published(text, folded, language, declared, title),
        translated_from=translated_from(text, folded, lines, language),
        furniture=furniture,
        sentences=sentences,
        words={s: words_between(folded, folded.at(s.start), folded.at(s.end), base) for s in sentences},
    )
