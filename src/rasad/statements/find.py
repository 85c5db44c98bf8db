"""Statements of one article: who is reported as saying what, one a reporting verb or a sentence of a quotation.

A reporting verb («گفت که …», "وأكد أن …"), an act that is done by speaking («خواستار … شد», "رحب بـ"), a participle
inside somebody's sentence ("مشيرا إلى"), a phrase that names a source («به گفته لاوروف»), and the sentences of a
quotation, which have the speaker of the verb that opened it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rasad.clauses.clause import Argument, Clause, clauses_of
from rasad.clauses.grammar import grammar
from rasad.entities.entity import Resolution
from rasad.statements.interview import answers
from rasad.statements.quotation import quotations, trimmed
from rasad.statements.reporting import participle_at, reporting, source_at
from rasad.statements.speaker import Speakers, Thread, source_of, subject_of
from rasad.statements.statement import Statement
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word

_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Report:
    """One reporting wording of a sentence: its words ``[first, last)``, and ``clause``, the words of its clause."""

    kind: str  # verb, participle or source
    first: int
    last: int
    clause: tuple[int, int]
    act: bool
    speakers: Speakers = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with all that is read in it."""

    number: int
    span: Span
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    clauses: tuple[Clause, ...]
    arguments: tuple[Argument, ...]


def find_statements(article: Article, resolution: Resolution) -> tuple[Statement, ...]:
    """Return the statements of *article* in reading order; those of the title only where it has no body."""
    language = article.base_language
    if language not in {"fa", "ar"}:
        return ()
    found = list(_found(article, resolution, language))
    body = [s for s in found if article.title is None or not article.title.meets(s.evidence)]
    return tuple(_once(body or found))


def _once(statements: Sequence[Statement]) -> Iterator[Statement]:
    seen: set[tuple[str | None, Span]] = set()
    for statement in sorted(statements, key=lambda s: (s.evidence.start, -s.evidence.end)):
        key = (statement.speaker, statement.evidence)
        if key not in seen:
            seen.add(key)
            yield statement


def _sentences(article: Article, resolution: Resolution) -> Iterator[_Sentence]:
    for number, group in groupby(clauses_of(article, resolution), key=lambda clause: clause.sentence):
        clauses = tuple(group)
        words = clauses[0].words
        arguments = tuple(sorted((a for c in clauses for a in c.arguments), key=lambda a: a.first))
        yield _Sentence(number, article.sentences[number], words, tuple(w.key for w in words), clauses, arguments)


def _found(article: Article, resolution: Resolution, language: str) -> Iterator[Statement]:
    thread = Thread()
    quotes = quotations(article)
    owners: dict[Span, Speakers] = {}
    said_in: dict[int, Speakers] = {}
    interview = answers(article, resolution)
    for sentence in _sentences(article, resolution):
        running = next((q for q in quotes if q.start < sentence.span.start < q.end - 1), None)
        if running is not None and running in owners:
            span = Span(sentence.span.start, min(sentence.span.end, running.end - 1))
            yield from _statements(article, resolution, owners[running], span, quotes)
            said_in[sentence.number] = owners[running]
            continue
        reports = _reports(sentence, language, thread)
        for index, report in enumerate(reports):
            following = reports[index + 1] if index + 1 < len(reports) else None
            span = _said(sentence, report, following, language, quotes)
            yield from _statements(article, resolution, report.speakers, span, quotes)
            said_in[sentence.number] = report.speakers
            end = sentence.words[following.first].span.start if following else sentence.span.end
            for quote in quotes:
                if sentence.words[report.clause[0]].span.start <= quote.start < end:
                    owners[quote] = report.speakers
        speaker = interview.get(sentence.number)
        if speaker is not None:
            if any(not r.act for r in reports) or all(c.verb is None for c in sentence.clauses):
                continue
            yield from _statements(
                article, resolution, (speaker,), trimmed(article.text, sentence.span), (sentence.span,)
            )
            thread.note((speaker,), sentence.number)
        elif not reports:
            before = said_in.get(sentence.number - 1, ())
            opened = [q for q in quotes if sentence.span.covers(Span(q.start, q.start + 1))]
            if before and _goes_on(article, sentence, opened):
                yield from _statements(article, resolution, before, trimmed(article.text, sentence.span), quotes)
                said_in[sentence.number] = before
                owners.update(dict.fromkeys(opened, before))
            else:
                _turn(sentence, thread)


def _goes_on(article: Article, sentence: _Sentence, opened: Sequence[Span]) -> bool:
    """Whether a sentence without a reporting verb goes on with a quotation of the one before it."""
    if not opened:
        return False
    before = article.text[max(0, sentence.span.start - 3) : sentence.span.start]
    return "\n" not in before and any(len(q.of(article.text).split()) >= _SHORTEST for q in opened)


def _turn(sentence: _Sentence, thread: Thread) -> None:
    """Note who acts in a sentence that reports nothing."""
    for clause in sentence.clauses:
        if clause.verb is None or clause.complement:
            continue
        subject = next((a for a in clause.arguments if a.role == "subject" and a.direct and a.form != "pronoun"), None)
        if subject is not None and not subject.entity.startswith("place:"):
            thread.turn(subject.entity)


def _statements(
    article: Article, resolution: Resolution, speakers: Speakers, span: Span, quotes: Sequence[Span]
) -> Iterator[Statement]:
    kind = "direct" if any(q.meets(span) for q in quotes) else "reported"
    clean = trimmed(article.text, span)
    for speaker in speakers:
        yield Statement(speaker, _about(resolution, clean, speaker), kind, clean)


def _about(resolution: Resolution, span: Span, speaker: str | None) -> tuple[str, ...]:
    """The parties and projects worded in what was said, in reading order."""
    return tuple(
        dict.fromkeys(
            r.party or r.entity
            for r in resolution.references
            if span.covers(r.span)
            and r.entity != speaker
            and (r.party or r.entity.startswith(("project:", "document:")))
        )
    )


# ---------------------------------------------------------------- the reports of a sentence


def _reports(sentence: _Sentence, language: str, thread: Thread) -> list[_Report]:
    """Every reporting wording of a sentence in reading order, with its speakers."""
    found: list[_Report] = []
    keys, count = sentence.keys, len(sentence.keys)
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or verb.person != 3 or _after_preposition(keys, verb.first, language):
            continue
        way = reporting(keys, clause.first, clause.last, verb, language)
        if way is not None:
            found.append(_Report("verb", verb.first, verb.last, (clause.first, clause.last), way.act))
    verbs = {i for r in found for i in range(r.first, r.last)}
    for index in range(count):
        if index in verbs:
            continue
        end = next((c.last for c in sentence.clauses if c.first <= index < c.last), count)
        participle = participle_at(keys, index, language)
        if participle is not None and index > 0:
            found.append(_Report("participle", index, participle.last, (index, count), participle.act))
            continue
        source = source_at(keys, index, language)
        if source is not None:
            speakers, last = source_of(sentence.arguments, keys, source, language, thread)
            if speakers:
                found.append(_Report("source", index, last, (index, max(end, last)), False, speakers))
    return _with_speakers(sentence, sorted(found, key=lambda r: (r.first, r.last)), language, thread)


def _after_preposition(keys: tuple[str, ...], index: int, language: str) -> bool:
    """Whether what looks like an Arabic verb is a noun, for a preposition stands before it."""
    return language == "ar" and index > 0 and grammar(language).preposition_before(keys, index) is not None


def _with_speakers(sentence: _Sentence, found: Sequence[_Report], language: str, thread: Thread) -> list[_Report]:
    out: list[_Report] = []
    for report in found:
        speakers = report.speakers
        if report.kind == "verb":
            speakers = _subject(sentence, report, out[-1] if out else None, language, thread)
        elif report.kind == "participle":
            speakers = out[-1].speakers if out else _opening(sentence, report, language, thread)
        if not speakers:
            continue
        thread.note(speakers, sentence.number)
        out.append(_Report(report.kind, report.first, report.last, report.clause, report.act, speakers))
    return out


def _subject(sentence: _Sentence, report: _Report, before: _Report | None, language: str, thread: Thread) -> Speakers:
    """The subject of a reporting verb: in its clause, else earlier in its sentence, else whoever spoke last."""
    keys, arguments = sentence.keys, sentence.arguments
    floor = before.last if before is not None else 0
    if language == "fa":
        speakers = subject_of(arguments, keys, max(floor, report.clause[0]), report.first, language, thread)
        if not speakers and before is None:
            speakers = subject_of(arguments, keys, 0, report.first, language, thread)
        return speakers or thread.speakers
    end = _content_start(sentence, report, len(keys), language) or len(keys)
    speakers = subject_of(arguments, keys, report.last, min(end, report.clause[1]), language, thread)
    if not speakers:
        speakers = subject_of(arguments, keys, max(floor, report.clause[0]), report.first, language, thread)
    return speakers or thread.speakers


def _opening(sentence: _Sentence, report: _Report, language: str, thread: Thread) -> Speakers:
    """Who acts before a participle: the first subject of its sentence."""
    return subject_of(sentence.arguments, sentence.keys, 0, report.first, language, thread) or thread.speakers


# ---------------------------------------------------------------- the words said


def _said(
    sentence: _Sentence, report: _Report, following: _Report | None, language: str, quotes: Sequence[Span]
) -> Span:
    """The words said: what follows the reporting words up to the next report; for an act, its clause with it."""
    count = len(sentence.words)
    limit = _start_of(following, language) if following is not None else count
    start = _content_start(sentence, report, limit, language)
    if start is not None and following is not None and limit - start < _SHORTEST:
        limit = count
    begin = report.clause[0] if language == "fa" else min(report.first, max(report.clause[0], 0))
    if language == "fa":
        begin = _begin_of_clause(sentence, report)
    if start is None:
        end = report.last if language == "fa" else _end_of_act(sentence, report, limit)
        if report.kind == "source":
            end = limit
        return _between(sentence, begin, end, language)
    if report.act:
        return _between(sentence, begin, limit, language)
    return _between(sentence, start, limit, language)


def _start_of(report: _Report, language: str) -> int:
    return report.clause[0] if language == "fa" and report.kind == "verb" else report.first


def _between(sentence: _Sentence, first: int, last: int, language: str) -> Span:
    joint = grammar(language).conjunctions
    words = sentence.words[first:last] or sentence.words[first : first + 1]
    while len(words) > 1 and (words[-1].is_mark or words[-1].key in joint):
        words = words[:-1]
    while len(words) > 1 and words[0].is_mark:
        words = words[1:]
    return words[0].span.to(words[-1].span)


def _content_start(sentence: _Sentence, report: _Report, limit: int, language: str) -> int | None:
    """Where the words said begin, or None where they are the report's own clause («… را بی‌اساس خواند»)."""
    known = grammar(language)
    words, keys = sentence.words, sentence.keys
    if report.kind == "source":
        index = report.last
        while index < limit and words[index].is_mark:
            index += 1
        return index if limit - index >= _SHORTEST else None
    if language == "fa":
        index = report.last
        colon = False
        while index < limit and words[index].is_mark and keys[index] not in _ENDS:
            colon = colon or keys[index] == ":"
            index += 1
        if index >= limit or (index < limit and keys[index] in known.conjunctions and not colon):
            return None
        if keys[index] in known.complementisers:
            return index + 1 if index + 1 < limit else None
        if index > report.last and not colon and not _opens(keys[report.last : index]):
            return None
        return index if limit - index >= 2 else None
    for index in range(report.last, min(limit, report.last + 24)):
        if keys[index] in known.complementisers:
            return index + 1 if keys[index] in _bare(language) else index
        if keys[index] == ":" or (words[index].is_mark and _opens((keys[index],)) and not report.act):
            return index + 1 if index + 1 < limit else None
    return None


_ENDS = frozenset({";", "؛", "."})


def _opens(keys: Sequence[str]) -> bool:
    return any(k in {"«", '"', "“", "‹"} for k in keys)


def _bare(language: str) -> frozenset[str]:
    """Complementisers that carry no pronoun: the words said begin after them."""
    return frozenset(k for k in grammar(language).complementisers if len(k) <= _SHORTEST)


def _begin_of_clause(sentence: _Sentence, report: _Report) -> int:
    """A Persian clause begins before the relative clauses inside it («تجمعی را که … بود، نمایش خواند»)."""
    begin = report.clause[0]
    for clause in reversed([c for c in sentence.clauses if c.last <= begin]):
        if not clause.complement:
            break
        begin = clause.first
    return begin


def _end_of_act(sentence: _Sentence, report: _Report, limit: int) -> int:
    """An Arabic act goes on to the next clause that «و» opens."""
    joint = grammar("ar").conjunctions
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or not report.last < verb.first < limit:
            continue
        key = sentence.keys[verb.first]
        if key[:1] in joint and key[1:] and not verb.lemma.startswith(key[:1]):
            return verb.first
    return limit
