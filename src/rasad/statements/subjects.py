"""The subjects of reports: where each language puts them, and whom a report without one falls back on."""

from __future__ import annotations

from rasad.clauses.grammar import grammar
from rasad.statements.report import Report, Sentence, begin_of_clause
from rasad.statements.reporting import group
from rasad.statements.speaker import Speakers, Thread, source_of, subject_of
from rasad.statements.words import content_start

#: How many words of a sentence are its opening ("في مقال لتوكاييف، أشار …").
_OPENING = 6
#: How far after a verb a person may stand whose title opens the phrase.
_TITLE = 9


def subject(
    sentence: Sentence, report: Report, before: Report | None, language: str, thread: Thread
) -> Speakers | None:
    """Return the subject of a reporting verb: where its language puts it, else elsewhere in its sentence.

    Empty where none is worded, None where somebody speaks who is no party.
    """
    keys, arguments = sentence.keys, sentence.arguments
    floor = before.last if before is not None and before.kind != "source" else 0
    begin = max(floor, begin_of_clause(sentence, report) if language == "fa" else report.clause[0])
    places = [(begin, report.first)]
    if language == "ar":
        end = content_start(sentence, report, len(keys), language) or len(keys)
        places.insert(0, (report.last, min(end, report.clause[1])))
    elif floor == 0:
        places.append((0, report.first))
    if language == "ar" and before is None:
        places += _earlier(sentence, report, language)
    if report.of is not None:
        cited, _ = source_of(arguments, keys, report.of, language, thread)
        if cited:
            return cited
    for first, last in places:
        speakers = subject_of(arguments, keys, first, last, language, thread)
        if speakers and (first, last) == places[0] and _is_undergone(sentence, report, language):
            continue
        if speakers is None or speakers:
            return speakers
    if language == "ar" and not report.object and (titled := _titled(sentence, report)):
        return titled
    if language == "ar" and _is_somebody(sentence, report):
        return None
    if language == "ar" and before is None:
        opening = {
            a.entity for a in arguments if a.first < min(_OPENING, report.first) and a.entity.startswith("person:")
        }
        return tuple(opening) if len(opening) == 1 else ()
    return ()


def opening(sentence: Sentence, report: Report, language: str, thread: Thread) -> Speakers | None:
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


def fallback(sentence: Sentence, report: Report, language: str, thread: Thread) -> Speakers:
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
        and first == begin_of_clause(sentence, report) == 0
    ):
        return (None,)
    return thread.speakers


def _titled(sentence: Sentence, report: Report) -> Speakers:
    """The person at the end of the noun phrase after an Arabic verb ("قال المتحدث باسم الخارجية الصينية ماو نينغ")."""
    after = [
        a for a in sentence.arguments
        if report.last < a.first < report.last + _TITLE and a.role in {"object", "to"} and a.phrase < a.first
    ]  # fmt: skip
    return tuple(a.entity for a in after if a.entity.startswith("person:"))[:1]


def _is_somebody(sentence: Sentence, report: Report) -> bool:
    """Whether a definite noun that is no party stands right before an Arabic verb ("الأرقام تقول لا")."""
    if report.first == 0 or sentence.keys[report.first][:1] in grammar("ar").conjunctions:
        return False
    key = sentence.keys[report.first - 1]
    if any(a.first <= report.first - 1 < a.last for a in sentence.arguments):
        return False
    return key.startswith(grammar("ar").article) and not any(
        group("ar", "speakers").at(sentence.keys, report.first - 1)
    )


def _earlier(sentence: Sentence, report: Report, language: str) -> list[tuple[int, int]]:
    """Where the subjects of a sentence's earlier clauses stand, the last first: "واعتمد القادة …، وأيدوا …"."""
    relatives = grammar(language).relatives
    return [
        (clause.verb.last, clause.last)
        for clause in reversed(sentence.clauses)
        if clause.verb is not None and clause.last <= report.clause[0] and not clause.complement
        and sentence.keys[clause.first] not in relatives
    ]  # fmt: skip


def _is_undergone(sentence: Sentence, report: Report, language: str) -> bool:
    """Whether the one party after an Arabic verb is asked, not asking: "وصفت …، وطالبت كييف بعدم تكراره"."""
    joined = sentence.keys[report.first][:1] in grammar(language).conjunctions
    if language != "ar" or not report.object or not joined:
        return False
    after = [
        a for a in sentence.arguments if report.last <= a.first < report.clause[1] and a.role in {"subject", "object"}
    ]
    earlier = any(a.role == "subject" and a.first < report.first for a in sentence.arguments)
    return earlier and len({a.entity for a in after}) == 1
