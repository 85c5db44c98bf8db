"""Figures of one article: the quantities it claims, with whose they are, for when, and how far they are facts.

«گردش تجاری در سال 2023 به 28 میلیارد دلار رسید» is 28,000,000,000 USD of bilateral trade, of the two states the text
deals with, for 2023, observed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rasad.clauses.clause import Clause
from rasad.entities.entity import Resolution
from rasad.figures.figure import Figure
from rasad.figures.kept import is_figure
from rasad.figures.measure import wording
from rasad.figures.owners import owners_of
from rasad.figures.parts import broken_down, counted_bodies, totalled, valued, whole_of
from rasad.figures.periods import Times
from rasad.figures.place import Place, Scene, scene_of
from rasad.figures.words import Measure, ends_with, exceeding, kind_of, measure_near, named, stands, status_near
from rasad.mentions.mention import DateMention, Quantity
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word

#: How many sentences back a figure may stand that a number without a measure of its own goes on from.
_GOES_ON = 2
#: How many words before a number its measure may stand to be shown with it.
_SHOWN = 4
#: Measures whose present tense tells what is expected.
_WEATHER = frozenset({"temperature", "wind", "speed"})
#: What a group that a text goes back to («الدول الخمس») has been counted in before.
_SIZED = frozenset({"states", "members", "persons"})
#: How many words may part the two values of «از شش به ده کشتی».
_SPAN = 10
#: What is as it is whatever somebody wants to do with it.
_LASTING = frozenset({"length", "border", "depth", "distance", "area", "duration", "members", "population"})
#: A clause of so few words only sets the mood of the next.
_SHORT = 6
#: So many words after a number its noun may end as an object.
_OBJECT = 6
#: So near to its clause's beginning a counted subject stands.
_SUBJECT = 2


def find_figures(
    article: Article,
    resolution: Resolution,
    clauses: Sequence[Clause],
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
) -> tuple[Figure, ...]:
    """Return the figures of *article* in reading order; those of the title only where the body does not repeat them."""
    if article.base_language not in {"fa", "ar"}:
        return ()
    counting = [q for q in quantities if q.unit]
    found = list(_found(article, resolution, clauses, counting, dates)) if quantities else []
    body = {(f.value, f.unit) for f in found if not _in_title(article, f.evidence)}
    kept = [f for f in found if not _in_title(article, f.evidence) or (f.value, f.unit) not in body]
    return tuple(dict.fromkeys(kept))


def _in_title(article: Article, span: Span) -> bool:
    return article.title is not None and article.title.meets(span)


def _found(
    article: Article,
    resolution: Resolution,
    clauses: Sequence[Clause],
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
) -> Iterator[Figure]:
    scene, times, language = scene_of(article, resolution), Times(article, dates, quantities), article.base_language
    groups = [r.span for r in resolution.references if r.form == "group"]
    told: list[tuple[Place, Figure]] = []
    sizes: set[float] = set()
    for number, sentence in enumerate(article.sentences):
        inside = [q for q in quantities if sentence.covers(q.number)]
        if not inside:
            continue
        near_by = tuple(c for c in clauses if c.sentence == number)
        places = [p for q in inside if (p := _place(q, number, near_by, language)) is not None]
        near = [d for d in dates if sentence.meets(d.span)]
        for place in places:
            if not is_figure(place, near, groups, places, language):
                continue
            place = _continued(place, told[-1] if told else None)
            figure = _figure(place, places, scene, times, told, language)
            if any(g.meets(place.quantity.number) for g in groups):
                if figure.value in sizes:
                    continue
                figure = replace(figure, unit="members") if figure.unit == "states" and len(figure.of) == 1 else figure
            if figure.unit in _SIZED:
                sizes.add(figure.value)
            told.append((place, figure))
            yield figure


def _place(quantity: Quantity, number: int, clauses: tuple[Clause, ...], language: str) -> Place | None:
    """Where a quantity stands; its measure by its clause, else by the clause before in its sentence."""
    own = [c for c in clauses if c.span.meets(quantity.number)]
    if not own:
        return None
    clause = own[0]
    first, last = _words(clause.words, quantity.span)
    keys = clause.keys
    measure = measure_near(keys, first - clause.first, last - clause.first, quantity.unit, language)
    if measure is not None:
        if measure.first >= 0:
            measure = replace(measure, first=measure.first + clause.first, last=measure.last + clause.first)
    elif kind_of(quantity.unit) != "count":
        whole = tuple(w.key for w in clause.words)
        measure = measure_near(whole[: clause.last], first, last, quantity.unit, language)
        if measure is None and kind_of(quantity.unit) == "people":
            measure = _carried(clause, clauses, first, last, quantity.unit, language)
    return Place(quantity, number, clause, clauses, first, last, measure or Measure(""))


def _carried(
    clause: Clause, clauses: tuple[Clause, ...], first: int, last: int, unit: str, language: str
) -> Measure | None:
    """What a later verb of the same sentence does to the object of this clause («… را به گلوله بستند و کشتند»)."""
    if not stands(clause.keys[last - clause.first :][:_OBJECT], "object_mark", language):
        return None
    for later in clauses:
        if later.first > clause.first and not later.complement:
            if stands(later.keys, "object_mark", language):
                return None
            keys = tuple(w.key for w in clause.words)
            joined = keys[:last] + keys[later.first : later.last]
            if (measure := measure_near(joined, first, last, unit, language)) is not None:
                return replace(measure, first=-1, last=-1)
    return None


def _words(words: Sequence[Word], span: Span) -> tuple[int, int]:
    """The words of a sentence that a quantity covers."""
    first = next((i for i, w in enumerate(words) if w.span.end > span.start), 0)
    last = first
    while last < len(words) and words[last].span.start < span.end:
        last += 1
    return first, max(last, first + 1)


def _continued(place: Place, last: tuple[Place, Figure] | None) -> Place:
    """A number whose measure goes without saying measures what the last of its unit did («این رقم»)."""
    if place.measure.name or last is None or place.number - last[0].number > _GOES_ON:
        return place
    earlier = last[0]
    changed = place.measure.change is not None and place.number == earlier.number
    if earlier.measure.name and (earlier.quantity.unit == place.quantity.unit or changed):
        if kind_of(place.quantity.unit) in {"count", "people", "time"}:
            return place
        return replace(place, measure=named(earlier.measure.name, change=place.measure.change))
    return place


def _figure(
    place: Place,
    places: Sequence[Place],
    scene: Scene,
    times: Times,
    told: Sequence[tuple[Place, Figure]],
    language: str,
) -> Figure:
    quantity = place.quantity
    item = broken_down(place, told)
    whole = item or valued(place, told) or whole_of(place, told, language)
    previous: tuple[str, ...] = ()
    if whole is not None or (told and _same_thing(place, told[-1][0])):
        previous = (whole or told[-1][1]).of
    of = item.of if item is not None else totalled(place, told, language)
    twins = [p.first for p in places if p.clause is place.clause and p.quantity.unit == quantity.unit]
    of = of or owners_of(place, scene, language, previous, counted_bodies(place, told), twins)
    status = item.status if item is not None else _status(place, places, times, language)
    period = (
        None if _is_doer(place, language) and quantity.unit == "states" else times.of(place, status, places, language)
    )
    if period is None and whole is not None:
        period = whole.period
    return Figure(
        wording(place, of, scene), of, quantity.value, quantity.unit, _evidence(place), _qualifier(place, language),
        period, status,
    )  # fmt: skip


def _same_thing(place: Place, earlier: Place) -> bool:
    """Whether a number goes on about what the one before it was about."""
    if place.number == earlier.number:
        return place.measure.of == earlier.measure.of and not _has_turned(place, earlier)
    same = place.measure.name == earlier.measure.name and place.quantity.unit == earlier.quantity.unit
    return same and bool(place.measure.name) and place.number - earlier.number <= _GOES_ON and place.measure.first < 0


def _has_turned(place: Place, earlier: Place) -> bool:
    """Whether a clause between two numbers has a subject of its own («… فرستاد و اتحادیه اروپا متعهد شد که …»)."""
    between = [c for c in place.sentence if earlier.clause.last <= c.first < place.clause.first]
    known = {a.party for a in earlier.clause.arguments}
    return any(a.role == "subject" and a.party and a.party not in known for c in between for a in c.arguments)


def _evidence(place: Place) -> Span:
    """The number with its unit, from the word that says what it measures where that stands close before."""
    start = place.measure.first
    if place.clause.first <= start < place.first and place.first - start <= _SHOWN:
        return place.words[start].span.to(place.quantity.span)
    return place.quantity.span


def _qualifier(place: Place, language: str) -> str:
    """The quantity's own, turned around by a negation: «بیش از ده روز طول نمی‌کشد»."""
    verb, own = place.clause.verb, place.quantity.qualifier
    if verb is None or not verb.negated:
        return own
    return (
        "under"
        if (own == "over" and language == "fa") or (own == "exact" and verb.lemma in exceeding(language))
        else own
    )


def _is_beginning(place: Place, places: Sequence[Place], language: str) -> bool:
    """Whether a number is the value that a change begins from: «از شش به ده کشتی برساند»."""
    if not ends_with(place.keys[max(0, place.first - 3) : place.first], "beginning", language):
        return False
    return any(
        p.quantity.unit == place.quantity.unit and p.quantity.number.start > place.quantity.number.start
        and p.clause is place.clause and p.first - place.first <= _SPAN
        for p in places
    )  # fmt: skip


def _mood(place: Place) -> int:
    """Where what sets the mood of a number begins: its clause, or one before («قرار است …», "تعهد بأن …")."""
    before = [c for c in place.sentence if c.last <= place.clause.first]
    if before and (place.clause.complement or before[-1].last - before[-1].first <= _SHORT):
        return before[-1].first
    return place.clause.first


def _status(place: Place, places: Sequence[Place], times: Times, language: str) -> str:
    clause = place.clause
    if _is_beginning(place, places, language) or _is_doer(place, language):
        return "observed"
    begin = clause.first if place.measure.name in _LASTING else _mood(place)
    keys = place.keys[begin : clause.last]
    cue = status_near(keys, place.first - begin, place.last - begin, language)
    tense = clause.verb.tense if clause.verb is not None else None
    if cue == "forecast" and stands(keys, "estimate", language) and times.is_over(place):
        return "observed"
    if tense == "future" and cue in {None, "target"} and stands(place.keys[: clause.last], "foretelling", language):
        return "forecast"
    if cue is not None:
        return cue
    if stands(place.keys[clause.first : place.first], "risk", language):
        return "forecast"
    wished = tense == "subjunctive" if language == "fa" else _is_wished(clause)
    if (wished or times.is_ahead(place, language)) and place.measure.name not in _LASTING:
        return "target"
    if place.measure.name in _WEATHER and tense in {"present", "future", "imperfect"}:
        return "forecast"
    return "target" if tense == "future" else "observed"


def _is_doer(place: Place, language: str) -> bool:
    """Whether those counted are to do something, and so are there already («یک میلیون افغان باید بروند»)."""
    if place.quantity.unit not in {"persons", "states"} or place.measure.name:
        return False
    keys = place.keys
    if ends_with(keys[max(0, place.first - 2) : place.first], "agent", language):
        return True
    object_ = stands(_before_mood(keys[place.last : place.clause.last], language)[:_OBJECT], "object_mark", language)
    return language == "fa" and place.first - place.clause.first <= _SUBJECT and not object_


def _before_mood(keys: Sequence[str], language: str) -> Sequence[str]:
    """The words up to the first that sets a mood («هزار افغان | باید این کشور را ترک کنند»)."""
    end = next((i for i in range(len(keys)) if status_near(keys[i : i + 1], 0, 1, language)), len(keys))
    return keys[:end]


def _is_wished(clause: Clause) -> bool:
    """Whether an Arabic clause is a wish or an agreement: a verb in the present right after its complementiser."""
    verb = clause.verb
    return verb is not None and clause.complement and verb.tense == "present" and verb.first - clause.first == 1
