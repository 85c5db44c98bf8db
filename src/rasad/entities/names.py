"""What the names in one sentence mean: known ones by the knowledge base, others by transliteration."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from rasad.entities.candidates import Context, Link, Reading, rank, settle
from rasad.entities.entity import Entity, Reference
from rasad.entities.offices import OfficeWording
from rasad.entities.scene import PARTIES, Scene
from rasad.entities.strangers import Stranger, find_strangers, may_name
from rasad.knowledge.alike import alike
from rasad.knowledge.entry import Entry
from rasad.mentions.mention import NameMention
from rasad.text.folding import fold_word
from rasad.text.span import Span
from rasad.text.words import Word

#: The furthest that a stranger's own state may stand before their name, in characters.
_NEAR = 40
#: The language in which the first word of a clause is its verb, and no name ("وأكد توكاييف").
_VERB_FIRST = "ar"
#: The mark of a doubled letter of Arabic.
_SHADDA = "\u0651"
#: Where the second name of a list stands that a sentence opens with («آستانه، تاشکند و …»).
_SECOND = 2


def read_names(
    scene: Scene, words: Sequence[Word], names: Sequence[NameMention], offices: Sequence[OfficeWording]
) -> None:
    """Enter whom *names* mean, and people unknown to the knowledge base, in the order of their words."""
    names = [n for n in names if not _of_another(scene, words, n)]
    places = {_first_word(words, n.span): n for n in names}
    capitals = {index for index, name in places.items() if name.form == "capital"}
    spans = [(_first_word(words, n.span), _last_word(words, n.span)) for n in names]
    offices_at = [(o.first, o.last) for o in offices]
    unknown = find_strangers(words, offices_at, spans, scene.words.honorifics, scene.words.occupations)
    strangers = {s.first: s for s in unknown}
    covered = {i for first, last in spans for i in range(first, last)}
    for index, word in enumerate(words):
        if index in places and _is_said_before(scene, word, places[index]):
            _read_surname(scene, word)
        elif index in places:
            _read_name(scene, words, index, places[index], capitals, _office_before(index, offices, spans))
        elif index in strangers:
            _read_stranger(scene, words, strangers[index], _office_before(index, offices, spans))
        elif index not in covered and word.key in scene.surnames:
            _read_surname(scene, word)


def _is_said_before(scene: Scene, word: Word, name: NameMention) -> bool:
    """Whether a surname is that of somebody whom the article has named, and of nobody the wording may mean else."""
    said = scene.surnames.get(word.key)
    return name.form == "short" and said is not None and said not in name.ids and name.span == word.span


def _of_another(scene: Scene, words: Sequence[Word], name: NameMention) -> bool:
    """Whether a surname stands behind the first name of somebody else («سلیمان هاشمی» is not Tariq al-Hashimi)."""
    index = _first_word(words, name.span)
    if name.form != "short" or index == 0:
        return False
    first = words[index - 1].key
    opens = index == 1 or words[index - 2].is_mark
    if opens and scene.article.base_language == _VERB_FIRST:
        return False
    if first in scene.words.honorifics or first in scene.words.office_parts or not may_name(first):
        return False
    entries = (scene.base.entry(id_) for id_ in name.ids)
    return not any(first in fold_word(n.text).split() for e in entries if e is not None for n in e.names)


def _office_before(index: int, offices: Sequence[OfficeWording], names: Sequence[tuple[int, int]]) -> str | None:
    """The office worded right before a name, its state between them or not («وزیر خارجه روسیه لاوروف»)."""
    reached = {index} | {first for first, last in names if last == index}
    return next((o.key for o in offices if o.kind == "office" and o.last in reached), None)


def _first_word(words: Sequence[Word], span: Span) -> int:
    return next((i for i, w in enumerate(words) if w.span.end > span.start), 0)


def _last_word(words: Sequence[Word], span: Span) -> int:
    return next((i for i, w in enumerate(words) if w.span.end >= span.end), len(words) - 1) + 1


def _known_as(scene: Scene, span: Span, office: str | None) -> Entry | None:
    """Who is known by another spelling of a name («سرگی لاوورف»), if the state or office beside it speaks for them."""
    people = [row for row in alike(span.of(scene.article.text), scene.base, whole=True) if row[0].type == "person"]
    if not people:
        return None
    context = Context(on=scene.on, named=scene.entities.keys(), near=scene.near(span.start), office=office)
    link = settle(span, rank(scene.base, [Reading(entry, "name", like) for entry, like, _ in people], context))
    if not link.confident or link.id is None:
        return None
    scene.links.append(link)
    return scene.base.entry(link.id)


def _read_stranger(scene: Scene, words: Sequence[Word], stranger: Stranger, office: str | None) -> None:
    """Enter somebody unknown; the last word of the name then means them for the rest of the article."""
    id_ = f"person:{stranger.slug}"
    span = words[stranger.first].span.to(words[stranger.last - 1].span)
    if stranger.last - stranger.first > 1 and (entry := _known_as(scene, span, office)) is not None:
        scene.enter(entry, span)
        scene.refer(Reference(span, entry.id, scene.party_of(entry), "person"))
        scene.surnames.setdefault(words[stranger.last - 1].key, entry.id)
        return
    known = scene.surnames.get(words[stranger.last - 1].key)
    if id_ not in scene.entities:
        if known is not None and stranger.last - stranger.first == 1:
            id_ = known
        else:
            state = None if stranger.private else _state_near(scene, span)
            scene.entities[id_] = Entity(id_, "person", stranger.name, (), state=state, known=False)
            scene.surnames.setdefault(words[stranger.last - 1].key, id_)
    scene.mention(id_, span)
    scene.refer(Reference(span, id_, scene.entities[id_].state, "person"), "stranger")


def _state_near(scene: Scene, span: Span) -> str | None:
    near = [
        r for r in scene.references[-4:] if r.party and len(r.party) == 3 and 0 <= span.start - r.span.end < _NEAR
    ]  # fmt: skip
    return near[-1].party if near else scene.salience.last_state(span.start)


def _read_surname(scene: Scene, word: Word) -> None:
    id_ = scene.surnames[word.key]
    scene.mention(id_, word.span)
    entry = scene.base.entry(id_)
    party = scene.party_of(entry) if entry is not None else scene.entities[id_].state
    scene.refer(Reference(word.span, id_, party, "person"), "surname" if entry is not None else "stranger")


def _read_name(
    scene: Scene, words: Sequence[Word], index: int, name: NameMention, capitals: Set[int], office: str | None
) -> None:
    link = _weigh(scene, words, index, name, office)
    entry = scene.base.entry(link.id) if link.id is not None else None
    if entry is None:
        scene.links.append(link)
        return
    if entry.type == "state" and name.form == "capital":
        if words[index].key in scene.words.weekdays and not _is_city(scene, words, index):
            scene.links.append(replace(link, id=None, why="a day of the week, by the words beside it"))
            return
        sits = scene.base.entry(scene.words.seats.get(entry.id, ""))
        if sits is not None and entry.id not in scene.entities:
            entry = sits
        seat = next((e for i in name.ids if i.startswith("place:") and (e := scene.base.entry(i)) is not None), None)
        if seat is not None and _locative(scene, words, index, capitals):
            scene.enter(seat, name.span)
            scene.refer(Reference(name.span, seat.id, entry.id if _goal(scene, words, index) else None, "capital"))
            scene.links.append(replace(link, id=seat.id))
            return
    if name.form == "adjective" and index > 0 and words[index - 1].key in scene.words.geographic:
        scene.links.append(replace(link, id=None, why="a part of a geographic name or a language"))
        return
    scene.links.append(replace(link, id=entry.id))
    scene.enter(entry, name.span)
    if entry.type == "person":
        scene.refer(Reference(name.span, entry.id, scene.party_of(entry), "person"))
        last = words[_last_word(words, name.span) - 1]
        if last.span.start > name.span.start:
            scene.surnames.setdefault(last.key, entry.id)
    elif entry.type in PARTIES:
        scene.refer(Reference(name.span, entry.id, scene.acts_for(entry), name.form))
    else:
        scene.refer(Reference(name.span, entry.id, None, name.form))


def _weigh(scene: Scene, words: Sequence[Word], index: int, name: NameMention, office: str | None) -> Link:
    """Whom a wording means here, by all that speaks for each."""
    key = "".join(w.key for w in words[index : _last_word(words, name.span)])
    known = [e for i in name.ids if (e := scene.base.entry(i)) is not None]
    days = next((days for e in known if any(days := _in_use(e, key))), (None, None))
    readings = []
    for id_ in name.ids:
        entry = scene.base.entry(id_)
        if entry is not None:
            marked = _marked(entry, name.span.of(scene.article.text))
            readings.append(Reading(entry, name.form_of(id_), dated=days, as_written=marked))
    context = Context(
        on=scene.on,
        named=scene.entities.keys(),
        near=scene.near(name.span.start),
        introduced=_introduced(scene, words, index),
        office=office,
        leading=scene.words.leading,
    )
    return settle(name.span, rank(scene.base, readings, context))


def _marked(entry: Entry, wording: str) -> bool:
    """Whether a wording has a shadda where one of the entry's names has it too ("عمّان")."""
    return _SHADDA in wording and any(_SHADDA in n.text and n.text in wording for n in entry.names)


def _in_use(entry: Entry, key: str) -> tuple[date | None, date | None]:
    """The days on which a name was in use, where it has such («نورسلطان»)."""
    if not any(n.first or n.last for n in entry.names):
        return None, None
    same = [n for n in entry.names if fold_word(n.text).replace(" ", "") == key]
    return (same[0].first, same[0].last) if same and all(n.first or n.last for n in same) else (None, None)


def _introduced(scene: Scene, words: Sequence[Word], index: int) -> bool:
    """Whether a title or office stands just before a surname."""
    return index > 0 and words[index - 1].key in scene.words.honorifics | scene.words.office_words


def _is_city(scene: Scene, words: Sequence[Word], index: int) -> bool:
    """Whether a day of the week («دوشنبه») is the city of that name: after «در», «به», or before «پایتخت»."""
    before = words[index - 1].key if index > 0 else ""
    after = [w.key for w in words[index + 1 : index + 3]]
    if after and after[0][0].isdigit():
        return False
    return before in scene.words.before_city or (len(after) == 2 and after[1] in scene.words.capital_words)


def _locative(scene: Scene, words: Sequence[Word], index: int, capitals: Set[int]) -> bool:
    """Whether a capital's name is a place here: after «در», "في", «شهر», on the way there, or opening a dateline.

    A list of capitals that opens a sentence acts («آستانه، تاشکند و عشق‌آباد … کردند»).
    """
    if index == 0:
        following = words[1].key if len(words) > 1 else ""
        return following in scene.words.dateline_marks and _SECOND not in capitals
    before, key = words[index - 1].key, words[index].key
    if before in scene.words.locatives or key.startswith(scene.words.locative_prefixes or ("\0",)):
        return True
    return _goal(scene, words, index)


def _goal(scene: Scene, words: Sequence[Word], index: int) -> bool:
    """Whether a capital's name is where somebody goes: «به کابل سفر کرد», "زيارة إلى أستانا"."""
    if index == 0 or words[index - 1].key not in scene.words.goals:
        return False
    near = {w.key for w in words[max(0, index - 4) : index + 5]}
    return any(k.startswith(scene.words.travel) or k.endswith(scene.words.travel) for k in near)
