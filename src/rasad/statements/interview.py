"""Interviews: in a talk of questions and answers every sentence of an answer is a statement of the one who is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rasad.entities.entity import Resolution
from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.phrases import Phrases
from rasad.text.span import Span
from rasad.text.words import words_of

_ASKING = ("؟", "?")
_LONGEST_QUESTION = 30
_FEWEST = 2


@cache
def _words(language: str) -> tuple[Phrases, frozenset[str], frozenset[str]]:
    lexicon = load(f"statements/{language}")["interview"]
    cues = Phrases.of({"": lexicon["cues"]}, language)
    return cues, _keys(lexicon["questions"]), _keys(lexicon["answers"])


def _keys(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)


def answers(article: Article, resolution: Resolution) -> Mapping[int, str | None]:
    """Return the sentences of a talk by number: those that answer with the id of whoever is asked, questions with None.

    A talk is told by a word for it near the top («در گفتگو با …», "حوار") with a person beside it, and by two or more
    questions that stand on lines of their own, marked («پرسش:») or not.
    """
    language = article.base_language
    paragraphs = _paragraphs(article)
    questions = [n for n, p in enumerate(paragraphs) if _is_question(article, p, language)]
    if len(questions) < _FEWEST:
        return {}
    asked = _asked(article, resolution, [s for p in paragraphs[: questions[0] + 1] for s in p])
    if asked is None:
        return {}
    found: dict[int, str | None] = {}
    numbers = {span: n for n, span in enumerate(article.sentences)}
    for number, paragraph in enumerate(paragraphs[questions[0] :], questions[0]):
        for sentence in paragraph:
            asks = number in questions or sentence.of(article.text).endswith(_ASKING)
            found[numbers[sentence]] = None if asks else asked
    return found


def _paragraphs(article: Article) -> list[list[Span]]:
    out: list[list[Span]] = []
    end = 0
    for sentence in article.sentences:
        if out and "\n" not in article.text[end : sentence.start]:
            out[-1].append(sentence)
        else:
            out.append([sentence])
        end = sentence.end
    return out


def _is_question(article: Article, paragraph: Sequence[Span], language: str) -> bool:
    _, marks, answered = _words(language)
    words = words_of(article, paragraph[0].to(paragraph[-1]))
    if not words:
        return False
    labelled = len(words) > 1 and words[1].key in {":", "-", "."}
    if labelled and words[0].key in marks:
        return True
    if labelled and words[0].key in answered:
        return False
    asks = any(s.of(article.text).endswith(_ASKING) for s in paragraph)
    return asks and len(words) <= _LONGEST_QUESTION


def _asked(article: Article, resolution: Resolution, head: Sequence[Span]) -> str | None:
    """The person named beside the word for a talk, in the sentences before the first answer."""
    cues, _, _ = _words(article.base_language)
    people = [
        (span, entity.id) for entity in resolution.entities if entity.type == "person" for span in entity.mentions
    ]
    best: tuple[int, str] | None = None
    for sentence in head:
        words = words_of(article, sentence)
        for _, first, _ in cues.find(tuple(w.key for w in words)):
            cue = words[first].span
            for span, id_ in people:
                if sentence.covers(span):
                    away = abs(span.start - cue.start)
                    if best is None or away < best[0]:
                        best = (away, id_)
    return best[1] if best is not None else None
