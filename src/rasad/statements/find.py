"""Statements of one article: who is reported as saying what, one a reporting verb or a sentence of a quotation.

A reporting verb («گفت که …», "وأكد أن …"), an act that is done by speaking («خواستار … شد», "رحب بـ"), a participle
inside somebody's sentence ("مشيرا إلى"), a phrase that names a source («به گفته لاوروف»), and the sentences of a
quotation, which have the speaker of the verb that opened it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rasad.clauses.clause import Clause
from rasad.clauses.grammar import grammar
from rasad.entities.entity import Resolution
from rasad.statements.interview import answers
from rasad.statements.quotation import quotations, trimmed
from rasad.statements.report import Report, Sentence, participles_and_sources, sentences_of, verbs_of_saying
from rasad.statements.speaker import Speakers, Thread, subject_of
from rasad.statements.statement import Statement
from rasad.statements.subjects import fallback, opening, subject
from rasad.statements.words import SHORTEST, words_said
from rasad.text.article import Article
from rasad.text.span import Span


def find_statements(article: Article, resolution: Resolution, clauses: Sequence[Clause]) -> tuple[Statement, ...]:
    """Return the statements of *article* in reading order; those of the title only where it has no body."""
    language = article.base_language
    if language not in {"fa", "ar"}:
        return ()
    found = list(_found(article, resolution, clauses, language))
    body = [s for s in found if article.title is None or not article.title.meets(s.evidence)]
    return tuple(_once(body or found))


def _once(statements: Sequence[Statement]) -> Iterator[Statement]:
    seen: set[tuple[str | None, Span]] = set()
    for statement in sorted(statements, key=lambda s: (s.evidence.start, -s.evidence.end)):
        key = (statement.speaker, statement.evidence)
        if key not in seen:
            seen.add(key)
            yield statement


def _found(article: Article, resolution: Resolution, clauses: Sequence[Clause], language: str) -> Iterator[Statement]:
    thread = Thread()
    quotes = quotations(article)
    owners: dict[Span, Speakers] = {}
    said_in: dict[int, Speakers] = {}
    interview = answers(article, resolution)
    forums = sorted((m, e.id) for e in resolution.entities if e.type == "forum" for m in e.mentions)
    for sentence in sentences_of(article, clauses):
        number, span = sentence.number, sentence.span
        thread.forum = next(((id_,) for m, id_ in reversed(forums) if m.start < span.end), ())
        running = next((q for q in quotes if q.start < span.start < q.end - 1), None)
        if running is not None and running in owners:
            inside = Span(span.start, min(span.end, running.end - 1))
            yield from _statements(article, resolution, owners[running], inside, quotes)
            said_in[number] = owners[running]
            continue
        reports = _reports(sentence, language, thread, quotes)
        if number in interview and interview[number] is None and _asks(article, span):
            continue
        for report, said in words_said(sentence, reports, language):
            yield from _statements(article, resolution, report.speakers, said, quotes)
            said_in[number] = report.speakers
            owners.update({q: report.speakers for q in quotes if said.start - 2 <= q.start < said.end})
        speaker = interview.get(number)
        if speaker is not None:
            if any(r.act for r in reports) or (not reports and any(c.verb is not None for c in sentence.clauses)):
                yield from _statements(article, resolution, (speaker,), trimmed(article.text, span), (span,))
            thread.note((speaker,), number)
        elif not reports:
            opened = [q for q in quotes if span.covers(Span(q.start, q.start + 1))]
            before = said_in.get(number - 1, ())
            if before and _goes_on(article, sentence, opened):
                yield from _statements(article, resolution, before, trimmed(article.text, span), quotes)
                said_in[number] = before
                owners.update(dict.fromkeys(opened, before))
            else:
                _turn(sentence, thread, language)


def _asks(article: Article, span: Span) -> bool:
    return span.of(article.text).endswith(("؟", "?"))


def _goes_on(article: Article, sentence: Sentence, opened: Sequence[Span]) -> bool:
    """Whether a sentence without a reporting verb goes on with a quotation of the one before it."""
    if not opened:
        return False
    before = article.text[max(0, sentence.span.start - 3) : sentence.span.start]
    return "\n" not in before and any(len(q.of(article.text).split()) >= SHORTEST for q in opened)


def _turn(sentence: Sentence, thread: Thread, language: str) -> None:
    """Note who acts in a sentence that reports nothing."""
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or clause.complement or sentence.keys[clause.first] in grammar(language).relatives:
            continue
        places = (
            [(clause.first, verb.first)] if language == "fa" else [(verb.last, clause.last), (clause.first, verb.first)]
        )
        for first, last in places:
            speakers = subject_of(clause.arguments, sentence.keys, first, last, language, thread)
            if speakers and speakers != (None,):
                thread.turn(speakers)
                break


def _reports(sentence: Sentence, language: str, thread: Thread, quotes: Sequence[Span]) -> list[Report]:
    """Every reporting wording of a sentence in reading order, with its speakers."""
    found = [*verbs_of_saying(sentence, language), *participles_and_sources(sentence, language, thread)]
    out: list[Report] = []
    for report in sorted(found, key=lambda r: (r.first, r.last)):
        before = out[-1] if out else None
        if before is not None and (_is_quoted(sentence, report, quotes) or _is_told(sentence, report, before)):
            continue
        if report.same and before is not None and before.kind == "verb":
            out[-1] = replace(before, last=report.last, act=False)
            continue
        if (
            report.kind == "verb"
            and before is not None
            and before.kind == "source"
            and report.first - before.last < SHORTEST
        ):
            # "به نقل از یک مقام … گزارش داد": the words are the source's
            out[-1] = replace(report, speakers=before.speakers)
            continue
        speakers: Speakers | None = report.speakers
        if report.kind == "participle":
            speakers = before.speakers if before is not None else opening(sentence, report, language, thread)
        elif report.kind == "verb":
            speakers = subject(sentence, report, before, language, thread)
        if speakers is not None and not speakers:
            speakers = fallback(sentence, report, language, thread)
        if speakers:
            thread.note(speakers, sentence.number)
            out.append(replace(report, speakers=speakers))
    return out


def _is_quoted(sentence: Sentence, report: Report, quotes: Sequence[Span]) -> bool:
    """Whether a report stands inside words that are quoted: then it is the speaker's own."""
    place = sentence.words[report.first].span
    return any(q.covers(place) for q in quotes)


def _is_told(sentence: Sentence, report: Report, before: Report) -> bool:
    """Whether an act is only told of in what somebody says («گفت که کشورش خواستار … است»)."""
    return report.kind == "verb" and report.act and report.complement and before.kind == "verb"


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
