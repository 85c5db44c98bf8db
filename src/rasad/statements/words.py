"""The words said: what follows a report up to the next one, or the clause of an act done by speaking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasad.clauses.grammar import grammar
from rasad.statements.report import Report, Sentence, begin_of_clause
from rasad.text.span import Span

#: How few words are none worth a statement.
SHORTEST = 3
#: How far after an Arabic verb the words said may begin.
_REACH = 24
#: How many words the wording of a source may go on after whom it names.
_SOURCE = 6
_ENDS = frozenset({";", "؛", "."})
_MARKS = frozenset({"«", '"', "“", "‹"})


def words_said(sentence: Sentence, reports: Sequence[Report], language: str) -> Iterator[tuple[Report, Span]]:
    """Yield each report with the words said: what follows it up to the next report; for an act, its clause with it.

    A report whose words are another report («گفت که وزیر گفته است …») yields nothing: the words are the other's.
    """
    count = len(sentence.words)
    for index, report in enumerate(reports):
        following = reports[index + 1] if index + 1 < len(reports) else None
        limit = _start_of(following, language) if following is not None else count
        start = content_start(sentence, report, limit, language)
        if start is not None and following is not None and limit - start < SHORTEST and following.complement:
            continue
        if start is None or report.act:
            begin = begin_of_clause(sentence, report) if language == "fa" else report.first
            begin = max(begin, reports[index - 1].last if index and reports[index - 1].kind != "source" else 0)
            end = (
                limit
                if start is not None or report.kind == "source"
                else _end_of_act(sentence, report, limit, language)
            )
            yield report, _between(sentence, begin, end, language)
        else:
            yield report, _between(sentence, start, limit, language)


def content_start(sentence: Sentence, report: Report, limit: int, language: str) -> int | None:
    """Where the words said begin, or None where they are the report's own clause («… را بی‌اساس خواند»)."""
    known = grammar(language)
    words, keys = sentence.words, sentence.keys
    if report.closed:
        return None
    if report.kind == "source":
        index = _after_source(sentence, report)
        while index < limit and words[index].is_mark:
            index += 1
        return index if limit - index >= SHORTEST else None
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
    for index in range(report.last, min(limit, report.last + _REACH)):
        if keys[index] in known.complementisers:
            return index + 1 if keys[index] in _bare(language) else index
        if keys[index] == ":" or (words[index].is_mark and _opens((keys[index],)) and not report.act):
            return index + 1 if index + 1 < limit else None
    return None


def _after_source(sentence: Sentence, report: Report) -> int:
    """Where the wording of a source ends: at the comma soon after it, if nothing is told before that."""
    near = range(report.last, min(len(sentence.words), report.last + _SOURCE))
    verbs = {i for c in sentence.clauses if c.verb is not None for i in range(c.verb.first, c.verb.last)}
    mark = next((i for i in near if sentence.words[i].is_mark or i in verbs), None)
    return mark if mark is not None and mark not in verbs else report.last


def _start_of(report: Report, language: str) -> int:
    return report.clause[0] if language == "fa" and report.kind == "verb" else report.first


def _between(sentence: Sentence, first: int, last: int, language: str) -> Span:
    joint = grammar(language).conjunctions
    words = sentence.words[first:last] or sentence.words[first : first + 1]
    while len(words) > 1 and (words[-1].is_mark or words[-1].key in joint):
        words = words[:-1]
    while len(words) > 1 and words[0].is_mark:
        words = words[1:]
    return words[0].span.to(words[-1].span)


def _opens(keys: Sequence[str]) -> bool:
    return any(k in _MARKS for k in keys)


def _bare(language: str) -> frozenset[str]:
    """Complementisers that carry no pronoun: the words said begin after them."""
    return frozenset(k for k in grammar(language).complementisers if len(k) <= SHORTEST)


def _end_of_act(sentence: Sentence, report: Report, limit: int, language: str) -> int:
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
