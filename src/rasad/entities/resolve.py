"""Whom the wordings of an article mean, as of its date: one pass in reading order, nothing decided twice.

«رئیس جمهور قزاقستان» is Nazarbayev in 2017 and Tokayev in 2024; «آستانه» is a place after «در» and a government where
it acts; «دو کشور» are the two states that the text has just dealt with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rasad.entities.corrections import correct, find_corrections
from rasad.entities.entity import Entity, Reference, Resolution, Role
from rasad.entities.offices import OfficeWording, find_offices
from rasad.entities.salience import Salience
from rasad.entities.strangers import Stranger, find_strangers
from rasad.entities.wordings import Wordings, wordings
from rasad.knowledge.base import Base, load_base
from rasad.knowledge.entry import Entry
from rasad.mentions.mention import NameMention
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word, words_of

#: Entity types that act in events.
_PARTIES = frozenset({"state", "organisation", "forum"})


@dataclass(slots=True)
class _Scene:
    """What is known so far in the article being read."""

    article: Article
    base: Base
    words: Wordings
    on: date | None
    home: str | None
    entities: dict[str, Entity] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    salience: Salience = field(default_factory=Salience)
    holders: dict[tuple[str, str], str] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)


def resolve(article: Article, names: Sequence[NameMention]) -> Resolution:
    """Return the entities of *article* and every wording that stands for one.

    Args:
        names: the names found in it, as ``mentions`` gives them.
    """
    language = article.base_language
    if language not in {"fa", "ar"}:
        return Resolution((), ())
    base = load_base()
    on = article.published.day if article.published else None
    usable = [n for n in names if not article.in_furniture(n.span)]
    scene = _Scene(article, base, wordings(language), on, _home(article, base, usable))
    for sentence_number, sentence in enumerate(article.sentences):
        words = words_of(article, sentence)
        inside = [n for n in usable if sentence.covers(n.span)]
        _read_sentence(scene, sentence_number, words, inside)
    for name in names:
        if article.in_furniture(name.span):
            media = next((i for i in name.ids if i.startswith("media:")), None)
            if media is not None and media in scene.entities:
                _mention(scene, media, name.span)
    corrections = find_corrections(article, scene.references, base, on)
    if corrections:
        scene.references = correct(scene.references, scene.entities, corrections, base)
    _add_parties(scene)
    references = sorted(dict.fromkeys(scene.references), key=lambda r: (r.span.start, r.span.end))
    return Resolution(tuple(scene.entities.values()), tuple(references), corrections)


def _home(article: Article, base: Base, names: Sequence[NameMention]) -> str | None:
    """The state an article is written from: its outlet's, else its variety's."""
    for name in names[:8]:
        for id_ in name.ids:
            if id_.startswith("media:") and (entry := base.entry(id_)) is not None and entry.state:
                return entry.state
    return {"fa-AF": "AFG", "fa-IR": "IRN"}.get(article.language)


def _read_sentence(scene: _Scene, number: int, words: Sequence[Word], names: Sequence[NameMention]) -> None:
    keys = [w.key for w in words]
    places = {_first_word(words, n.span): n for n in names}
    offices = {o.first: o for o in find_offices(keys, scene.article.base_language)}
    spans = [(_first_word(words, n.span), _last_word(words, n.span)) for n in names]
    unknown = find_strangers(words, [(o.first, o.last) for o in offices.values()], spans, scene.words.honorifics)
    strangers = {s.first: s for s in unknown}
    covered = {i for first, last in spans for i in range(first, last)}
    scene.salience.begin(number)
    pending: list[OfficeWording] = []
    for index in range(len(words)):
        office = offices.get(index)
        if office is not None:
            pending.append(office)
        name = places.get(index)
        if name is not None:
            _read_name(scene, words, index, name)
        elif index in strangers:
            _read_stranger(scene, words, strangers[index])
        elif index not in covered and words[index].key in scene.surnames:
            _read_surname(scene, words[index])
        _read_group(scene, words, index)
        if pending and index >= pending[0].last:
            _settle(scene, words, pending.pop(0))
    for office in pending:
        _settle(scene, words, office)


def _read_stranger(scene: _Scene, words: Sequence[Word], stranger: Stranger) -> None:
    """Enter somebody unknown; the last word of the name then means them for the rest of the article."""
    id_ = f"person:{stranger.slug}"
    state = _state_near(scene, words, stranger.first)
    span = words[stranger.first].span.to(words[stranger.last - 1].span)
    if id_ not in scene.entities:
        known = next((i for i in (scene.surnames.get(words[stranger.last - 1].key),) if i is not None), None)
        if known is not None and stranger.last - stranger.first == 1:
            id_ = known
        else:
            scene.entities[id_] = Entity(id_, "person", stranger.name, (), state=state, known=False)
            scene.surnames.setdefault(words[stranger.last - 1].key, id_)
    _mention(scene, id_, span)
    _refer(scene, Reference(span, id_, scene.entities[id_].state, "person"))


def _read_surname(scene: _Scene, word: Word) -> None:
    id_ = scene.surnames[word.key]
    _mention(scene, id_, word.span)
    _refer(scene, Reference(word.span, id_, scene.entities[id_].state, "person"))


def _first_word(words: Sequence[Word], span: Span) -> int:
    return next((i for i, w in enumerate(words) if w.span.end > span.start), 0)


def _last_word(words: Sequence[Word], span: Span) -> int:
    return next((i for i, w in enumerate(words) if w.span.end >= span.end), len(words) - 1) + 1


# ---------------------------------------------------------------- names


def _read_name(scene: _Scene, words: Sequence[Word], index: int, name: NameMention) -> None:
    entry = _choose(scene, words, index, name)
    if entry is None:
        return
    if entry.type == "state" and name.form == "capital":
        seat = next((e for i in name.ids if i.startswith("place:") and (e := scene.base.entry(i)) is not None), None)
        if seat is not None and _locative(scene, words, index):
            _enter(scene, seat, name.span)
            _refer(scene, Reference(name.span, seat.id, entry.id if _goal(scene, words, index) else None, "capital"))
            return
    _enter(scene, entry, name.span)
    if entry.type == "person":
        party = _party_of(scene, entry)
        _refer(scene, Reference(name.span, entry.id, party, "person"))
    elif entry.type in _PARTIES:
        _refer(scene, Reference(name.span, entry.id, entry.id, name.form))
    else:
        _refer(scene, Reference(name.span, entry.id, None, name.form))


def _choose(scene: _Scene, words: Sequence[Word], index: int, name: NameMention) -> Entry | None:
    """The entry a wording means here, or None."""
    entries = [e for i in name.ids if (e := scene.base.entry(i)) is not None]
    if not entries:
        return None
    known = [e for e in entries if e.id in scene.entities]
    if name.form == "short":
        if known:
            return known[0]
        fitting = [
            e for e in entries if e.type == "person" and (_in_office(scene, e) or _introduced(scene, words, index))
        ]
        return fitting[0] if len(fitting) == 1 or (fitting and _in_office(scene, fitting[0])) else None
    states = [e for e in entries if e.type == "state"]
    if states:
        return states[0]
    people = [e for e in entries if e.type == "person"]
    if len(people) > 1 and len(people) == len(entries):
        return next(iter([e for e in people if e in known] or [e for e in people if _in_office(scene, e)] or people))
    return known[0] if known else entries[0]


def _in_office(scene: _Scene, person: Entry) -> bool:
    if scene.on is None:
        return any(t.last is None for t in person.tenures)
    return any(t.holds(scene.on) for t in person.tenures)


def _introduced(scene: _Scene, words: Sequence[Word], index: int) -> bool:
    """Whether a title or office stands just before a surname."""
    return index > 0 and (words[index - 1].key in scene.words.honorifics or words[index - 1].key in scene.words.office_words)


def _party_of(scene: _Scene, person: Entry) -> str | None:
    """The party a person acts for as of the article's date."""
    tenures = person.tenures
    if scene.on is not None:
        tenures = tuple(t for t in tenures if t.holds(scene.on)) or tuple(t for t in tenures if t.first is None or t.first <= scene.on)
    if tenures:
        of = tenures[-1].of
        entry = scene.base.entry(of)
        return of if entry is None or entry.type in _PARTIES else person.state
    return person.state


def _locative(scene: _Scene, words: Sequence[Word], index: int) -> bool:
    """Whether a capital's name is a place here: after «در», "في", «شهر», on the way there, or opening a dateline."""
    if index == 0:
        following = words[1].key if len(words) > 1 else ""
        return following in scene.words.dateline_marks
    before = words[index - 1].key
    if before in scene.words.locatives or _prefixed_in(scene, words, index):
        return True
    return _goal(scene, words, index)


def _goal(scene: _Scene, words: Sequence[Word], index: int) -> bool:
    """Whether a capital's name is where somebody goes: «به کابل سفر کرد», "زيارة إلى أستانا"."""
    if index == 0 or words[index - 1].key not in scene.words.goals:
        return False
    near = {w.key for w in words[max(0, index - 4) : index + 5]}
    return any(any(k.startswith(t) or k.endswith(t) for t in scene.words.travel) for k in near)


def _prefixed_in(scene: _Scene, words: Sequence[Word], index: int) -> bool:
    return any(words[index].key.startswith(p) for p in scene.words.locative_prefixes) and words[index].span.start < words[index].span.end


def _enter(scene: _Scene, entry: Entry, span: Span) -> None:
    if entry.id not in scene.entities:
        state = entry.state
        role = None
        if entry.type == "person":
            state = _party_of(scene, entry)
            tenure = next((t for t in entry.tenures if scene.on is None or t.holds(scene.on)), None)
            role = Role(tenure.office.replace("-", " "), tenure.of) if tenure else None
            if tenure is not None:
                scene.holders.setdefault((tenure.office, tenure.of), entry.id)
        scene.entities[entry.id] = Entity(entry.id, entry.type, entry.name, (), role=role, state=state)
    _mention(scene, entry.id, span)


def _mention(scene: _Scene, id_: str, span: Span) -> None:
    entity = scene.entities[id_]
    if span not in entity.mentions:
        scene.entities[id_] = replace(entity, mentions=(*entity.mentions, span))


def _refer(scene: _Scene, reference: Reference) -> None:
    scene.references.append(reference)
    scene.salience.note(reference)


# ---------------------------------------------------------------- offices and bodies


def _settle(scene: _Scene, words: Sequence[Word], office: OfficeWording) -> None:
    """Give an office or body its holder and state: worded beside it, else from what the article has said."""
    span = words[office.first].span.to(words[office.last - 1].span)
    beside = _beside(scene, words, office)
    state = next((r.party for r in beside if r.form != "person" and r.party and len(r.party) == 3), None)
    person = next((r for r in beside if r.form == "person"), None)
    if office.kind == "office":
        if person is not None:
            entity = scene.entities[person.entity]
            of = state or person.party or entity.state
            if of is not None:
                scene.holders[(office.key, of)] = person.entity
            if entity.role is None:
                scene.entities[person.entity] = replace(entity, role=Role(office.title, of), state=entity.state or of)
            return
        of = state or _absent_state(scene, office)
        if of is None:
            return
        holder = scene.holders.get((office.key, of))
        if state is None or holder is not None:
            _refer(scene, Reference(span, holder or of, of, "role"))
        return
    body = _body(scene, office, words, state)
    if body is None:
        return
    id_, of = body
    if id_ not in scene.entities:
        scene.entities[id_] = Entity(id_, "organisation", _title(id_), (), state=of)
    whole = span
    for reference in beside:
        if reference.party == of and reference.form in {"name", "adjective", "capital"} and reference.span.start >= span.end:
            whole = span.to(reference.span)
    _mention(scene, id_, whole)
    _refer(scene, Reference(span, id_, of, "role"))


def _beside(scene: _Scene, words: Sequence[Word], office: OfficeWording) -> list[Reference]:
    """References of the office's own noun phrase: after it, or a person before it and a comma."""
    first, last = words[office.first].span, words[office.last - 1].span
    stop = words[min(len(words), office.last + 5) - 1].span.end
    out: list[Reference] = []
    reach = last.end
    for reference in scene.references[-12:]:
        if reference.span.start >= last.end and reference.span.end <= stop:
            between = [w for w in words if w.span.start >= reach and w.span.end <= reference.span.start]
            if all(w.key in scene.words.inside_names or (w.is_mark and reference.form == "person" and out) for w in between) or not between:
                out.append(reference)
                reach = reference.span.end
    before = [r for r in scene.references[-6:] if r.span.end <= first.start and r.form == "person"]
    if before:
        gap = [w for w in words if w.span.start >= before[-1].span.end and w.span.end <= first.start]
        if len(gap) == 1 and gap[0].is_mark and not any(r.form == "person" for r in out):
            out.append(before[-1])
    return out


def _absent_state(scene: _Scene, office: OfficeWording) -> str | None:
    """The state of an office or body worded without one."""
    for (key, of), _ in reversed(list(scene.holders.items())):
        if key == office.key and len(of) == 3:
            return of
    recent = scene.salience.last_state()
    if scene.home is not None and scene.home in scene.entities and recent is None:
        return scene.home
    return recent or scene.home


def _state_near(scene: _Scene, words: Sequence[Word], index: int) -> str | None:
    span = words[index].span
    near = [r for r in scene.references[-4:] if r.party and len(r.party) == 3 and 0 <= span.start - r.span.end < 40]
    return near[-1].party if near else scene.salience.last_state()


def _body(scene: _Scene, office: OfficeWording, words: Sequence[Word], state: str | None) -> tuple[str, str] | None:
    """The id of a ministry, embassy, army, … and its state; None for bodies that are just their state."""
    pattern = scene.words.bodies.get(office.kind)
    if pattern is None:
        return None
    of = state or _absent_state(scene, office)
    if of is None:
        return None
    slug = _slug(scene, of)
    if office.kind == "embassy":
        host = scene.salience.host(of) or scene.home
        if host is None or host == of:
            return None
        return pattern.format(state=slug, host=_slug(scene, host)), of
    return pattern.format(state=slug, field=office.key), of


def _slug(scene: _Scene, state: str) -> str:
    entry = scene.base.entry(state)
    return (entry.name if entry else state).lower().replace(" ", "-").replace("ü", "u")


def _title(id_: str) -> str:
    return " ".join(w if w in {"of", "in", "and"} else w.capitalize() for w in id_.split(":", 1)[1].split("-"))


# ---------------------------------------------------------------- groups and pronouns


def _read_group(scene: _Scene, words: Sequence[Word], index: int) -> None:
    found = scene.words.group_at([w.key for w in words[index : index + 4]])
    if found is None:
        return
    key, size = found
    span = words[index].span.to(words[index + size - 1].span)
    if key == "both-sides":
        for state in scene.salience.pair():
            _refer(scene, Reference(span, state, state, "group"))
    elif key in {"this-country", "own-country"}:
        state = scene.salience.subject_state() if key == "own-country" else scene.salience.last_state()
        if state is not None:
            _refer(scene, Reference(span, state, state, "pronoun"))
    elif key == "own-state" and scene.home is not None:
        _refer(scene, Reference(span, scene.home, scene.home, "pronoun"))
    elif key == "he":
        person = scene.salience.person()
        if person is not None:
            _refer(scene, Reference(span, person.entity, person.party, "pronoun"))
    elif key == "they":
        for person in scene.salience.people():
            _refer(scene, Reference(span, person.entity, person.party, "pronoun"))


def _add_parties(scene: _Scene) -> None:
    """Enter the states that are meant only through their people and capitals: parties without a surface."""
    for reference in scene.references:
        party = reference.party
        if party is not None and party not in scene.entities and (entry := scene.base.entry(party)) is not None:
            scene.entities[party] = Entity(entry.id, entry.type, entry.name, (), state=entry.state)
