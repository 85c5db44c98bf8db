"""Statements of one article: who is reported as saying what, one a reporting verb or a sentence of a quotation.

A reporting verb («گفت که …», "وأكد أن …"), an act that is done by speaking («خواستار … شد», "رحب بـ"), a participle
inside somebody's sentence ("مشيرا إلى"), a phrase that names a source («به گفته لاوروف»), and the sentences of a
quotation, which have the speaker of the verb that opened it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause, clauses_of
from rasad.clauses.grammar import grammar
from rasad.entities.entity import Resolution
from rasad.statements.interview import answers
from rasad.statements.quotation import quotations, trimmed
from rasad.statements.reporting import group, participle_at, reporting, source_at
from rasad.statements.speaker import Speakers, Thread, source_of, subject_of
from rasad.statements.statement import Statement
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word

#: How few words are none worth a statement.
_SHORTEST = 3
#: How many words of a sentence are its opening ("في مقال لتوكاييف، أشار …").
_OPENING = 6


@dataclass(frozen=True, slots=True)
class _Report:
    """One reporting wording of a sentence: its words ``[first, last)``, and ``clause``, the words of its clause."""

    kind: str  # verb, participle or source
    first: int
    last: int
    clause: tuple[int, int]
    act: bool
    speakers: Speakers = ()
    plural: bool = False
    complement: bool = False
    same: bool = False
    object: bool = False
    present: bool = False
    closed: bool = False


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
    for number, together in groupby(clauses_of(article, resolution), key=lambda clause: clause.sentence):
        clauses = tuple(together)
        words = clauses[0].words
        arguments = tuple(sorted((a for c in clauses for a in c.arguments), key=lambda a: a.first))
        yield _Sentence(number, article.sentences[number], words, tuple(w.key for w in words), clauses, arguments)


def _found(article: Article, resolution: Resolution, language: str) -> Iterator[Statement]:
    thread = Thread()
    quotes = quotations(article)
    owners: dict[Span, Speakers] = {}
    said_in: dict[int, Speakers] = {}
    interview = answers(article, resolution)
    forums = sorted((m, e.id) for e in resolution.entities if e.type == "forum" for m in e.mentions)
    for sentence in _sentences(article, resolution):
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
        for report, said in _with_words(sentence, reports, language):
            yield from _statements(article, resolution, report.speakers, said, quotes)
            said_in[number] = report.speakers
            owners.update({q: report.speakers for q in quotes if said.start - 2 <= q.start < said.end})
        speaker = interview.get(number)
        if speaker is not None:
            if any(r.act for r in reports) or not reports and any(c.verb is not None for c in sentence.clauses):
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


def _goes_on(article: Article, sentence: _Sentence, opened: Sequence[Span]) -> bool:
    """Whether a sentence without a reporting verb goes on with a quotation of the one before it."""
    if not opened:
        return False
    before = article.text[max(0, sentence.span.start - 3) : sentence.span.start]
    return "\n" not in before and any(len(q.of(article.text).split()) >= _SHORTEST for q in opened)


def _turn(sentence: _Sentence, thread: Thread, language: str) -> None:
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


def _reports(sentence: _Sentence, language: str, thread: Thread, quotes: Sequence[Span]) -> list[_Report]:
    """Every reporting wording of a sentence in reading order, with its speakers."""
    found = [*_verbs(sentence, language), *_participles_and_sources(sentence, language, thread)]
    out: list[_Report] = []
    for report in sorted(found, key=lambda r: (r.first, r.last)):
        before = out[-1] if out else None
        if before is not None and (_is_quoted(sentence, report, quotes) or _is_told(sentence, report, before)):
            continue
        if report.same and before is not None and before.kind == "verb":
            out[-1] = replace(before, last=report.last, act=False)
            continue
        speakers: Speakers | None = report.speakers
        if report.kind == "participle":
            speakers = before.speakers if before is not None else _opening(sentence, report, language, thread)
        elif report.kind == "verb":
            speakers = _subject(sentence, report, before, language, thread)
        if speakers is not None and not speakers:
            speakers = _fallback(sentence, report, language, thread)
        if speakers:
            thread.note(speakers, sentence.number)
            out.append(replace(report, speakers=speakers))
    return out


def _verbs(sentence: _Sentence, language: str) -> Iterator[_Report]:
    keys = sentence.keys
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or verb.person != 3 or _after_preposition(keys, verb.first, language):
            continue
        way = reporting(keys, clause.first, clause.last, verb, language)
        if way is not None:
            kind = "participle" if language == "ar" and verb.tense == "participle" else "verb"
            words = (clause.first, clause.last)
            yield _Report(
                kind,
                verb.first,
                verb.last,
                words,
                way.act,
                plural=verb.number == "plural",
                complement=clause.complement,
                object=way.object,
                present=verb.tense == "present",
                closed=way.closed,
            )


def _participles_and_sources(sentence: _Sentence, language: str, thread: Thread) -> Iterator[_Report]:
    keys, count = sentence.keys, len(sentence.keys)
    verbs = {i for c in sentence.clauses if c.verb is not None for i in range(c.verb.first, c.verb.last)}
    for index in range(count):
        end = next((c.last for c in sentence.clauses if c.first <= index < c.last), count)
        participle = participle_at(keys, index, language) if index > 0 else None
        if participle is not None and (index not in verbs or participle.same):
            yield _Report("participle", index, participle.last, (index, count), participle.act, same=participle.same)
            continue
        source = source_at(keys, index, language) if index not in verbs else None
        if source is not None:
            speakers, last = source_of(sentence.arguments, keys, source, language, thread)
            if speakers:
                yield _Report("source", index, last, (index, max(end, last)), False, speakers)


def _after_preposition(keys: tuple[str, ...], index: int, language: str) -> bool:
    """Whether what looks like an Arabic verb is a noun, for a preposition stands before it."""
    return language == "ar" and index > 0 and (keys[index - 1],) in grammar(language).prepositions


def _is_quoted(sentence: _Sentence, report: _Report, quotes: Sequence[Span]) -> bool:
    """Whether a report stands inside words that are quoted: then it is the speaker's own."""
    place = sentence.words[report.first].span
    return any(q.covers(place) for q in quotes)


def _is_told(sentence: _Sentence, report: _Report, before: _Report) -> bool:
    """Whether an act is only told of in what somebody says («گفت که کشورش خواستار … است»)."""
    return report.kind == "verb" and report.act and report.complement and before.kind == "verb"


def _subject(
    sentence: _Sentence, report: _Report, before: _Report | None, language: str, thread: Thread
) -> Speakers | None:
    """The subject of a reporting verb: where its language puts it, else elsewhere in its clause, else in its sentence."""
    keys, arguments = sentence.keys, sentence.arguments
    floor = before.last if before is not None and before.kind != "source" else 0
    begin = max(floor, _begin_of_clause(sentence, report) if language == "fa" else report.clause[0])
    places = [(begin, report.first)]
    if language == "ar":
        end = _content_start(sentence, report, len(keys), language) or len(keys)
        places.insert(0, (report.last, min(end, report.clause[1])))
    elif floor == 0:
        places.append((0, report.first))
    if language == "ar" and before is None:
        places += _earlier(sentence, report, language)
    for first, last in places:
        speakers = subject_of(arguments, keys, first, last, language, thread)
        if speakers and (first, last) == places[0] and _is_undergone(sentence, report, language):
            continue
        if speakers is None or speakers:
            return speakers
    if language == "ar" and _is_somebody(sentence, report):
        return None
    if language == "ar" and before is None:
        opening = {
            a.entity for a in arguments if a.first < min(_OPENING, report.first) and a.entity.startswith("person:")
        }
        return tuple(opening) if len(opening) == 1 else ()
    return ()


def _is_somebody(sentence: _Sentence, report: _Report) -> bool:
    """Whether a definite noun that is no party stands right before an Arabic verb ("الأرقام تقول لا")."""
    if report.first == 0 or sentence.keys[report.first][:1] in grammar("ar").conjunctions:
        return False
    key = sentence.keys[report.first - 1]
    if any(a.first <= report.first - 1 < a.last for a in sentence.arguments):
        return False
    return key.startswith(grammar("ar").article) and not any(
        group("ar", "speakers").at(sentence.keys, report.first - 1)
    )


def _earlier(sentence: _Sentence, report: _Report, language: str) -> list[tuple[int, int]]:
    """Where the subjects of a sentence's earlier clauses stand, the last first: "واعتمد القادة …، وأيدوا …"."""
    relatives = grammar(language).relatives
    return [
        (clause.verb.last, clause.last)
        for clause in reversed(sentence.clauses)
        if clause.verb is not None and clause.last <= report.clause[0] and not clause.complement
        and sentence.keys[clause.first] not in relatives
    ]  # fmt: skip


def _is_undergone(sentence: _Sentence, report: _Report, language: str) -> bool:
    """Whether the one party after an Arabic verb is asked, not asking: "وصفت …، وطالبت كييف بعدم تكراره"."""
    joined = sentence.keys[report.first][:1] in grammar(language).conjunctions
    if language != "ar" or not report.object or not joined:
        return False
    after = [
        a for a in sentence.arguments if report.last <= a.first < report.clause[1] and a.role in {"subject", "object"}
    ]
    earlier = any(a.role == "subject" and a.first < report.first for a in sentence.arguments)
    return earlier and len({a.entity for a in after}) == 1


def _fallback(sentence: _Sentence, report: _Report, language: str, thread: Thread) -> Speakers:
    """Who speaks where no subject is worded: «می‌گویند» is people say, «سخنگو» the person who spoke last."""
    titles = group(language, "speakers")
    first, last = (report.clause[0], report.first) if language == "fa" else (report.last, report.last + 2)
    if thread.person and any(
        True for i in range(first, min(last, len(sentence.keys))) for _ in titles.at(sentence.keys, i)
    ):
        return thread.person
    if (
        report.plural
        and report.present
        and language == "fa"
        and len(thread.speakers) < 2
        and first == _begin_of_clause(sentence, report) == 0
    ):
        return (None,)
    return thread.speakers


def _opening(sentence: _Sentence, report: _Report, language: str, thread: Thread) -> Speakers | None:
    """Who acts before a participle: the first subject of its sentence."""
    speakers = subject_of(sentence.arguments, sentence.keys, 0, report.first, language, thread)
    if speakers is not None and not speakers:
        people = [a.entity for a in sentence.arguments if a.first < report.first and a.entity.startswith("person:")]
        if not people and any(
            grammar(language).strip(k) in grammar(language).strangers for k in sentence.keys[: report.first]
        ):
            return None
        return tuple(people[:1])
    return speakers


def _begin_of_clause(sentence: _Sentence, report: _Report) -> int:
    """Where the clause begins, with what stands before a linker or a relative clause inside it («چین اما … را ستود»)."""
    begin = report.clause[0]
    inner = False
    for clause in reversed([c for c in sentence.clauses if c.last <= begin]):
        if not clause.complement and clause.verb is not None and not inner:
            break
        inner = clause.complement and clause.verb is not None
        begin = clause.first
    return begin


# ---------------------------------------------------------------- the words said


def _with_words(sentence: _Sentence, reports: Sequence[_Report], language: str) -> Iterator[tuple[_Report, Span]]:
    """Yield each report with the words said: what follows it up to the next report; for an act, its clause with it.

    A report whose words are another report («گفت که وزیر گفته است …») yields nothing: the words are the other's.
    """
    count = len(sentence.words)
    for index, report in enumerate(reports):
        following = reports[index + 1] if index + 1 < len(reports) else None
        limit = _start_of(following, language) if following is not None else count
        start = _content_start(sentence, report, limit, language)
        if start is not None and following is not None and limit - start < _SHORTEST and following.complement:
            continue
        if start is None or report.act:
            begin = _begin_of_clause(sentence, report) if language == "fa" else report.first
            begin = max(begin, reports[index - 1].last if index and reports[index - 1].kind != "source" else 0)
            end = (
                limit
                if start is not None or report.kind == "source"
                else _end_of_act(sentence, report, limit, language)
            )
            yield report, _between(sentence, begin, end, language)
        else:
            yield report, _between(sentence, start, limit, language)


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
    if report.closed:
        return None
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


def _end_of_act(sentence: _Sentence, report: _Report, limit: int, language: str) -> int:
    """A Persian act ends with its verb; an Arabic one goes on to the next clause that «و» opens."""
    if language == "fa":
        return report.last
    joint = grammar(language).conjunctions
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or not report.last < verb.first < limit:
            continue
        key = sentence.keys[verb.first]
        if key[:1] in joint and key[1:] and not verb.lemma.startswith(key[:1]):
            return verb.first
    return limit
