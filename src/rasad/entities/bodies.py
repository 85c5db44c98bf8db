"""Offices and bodies of state in one sentence: who holds them, whose they are, and what they act for.

«وزیر امور خارجه پاکستان» acts for PAK; "السفارة الروسية في كابل" is org:embassy-of-russia-in-afghanistan of RUS;
«وزارت خارجه» alone is the one the article has spoken of, else that of the state it is written from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasad.entities.body_ids import body_id, body_title, state_slug
from rasad.entities.entity import Entity, Reference, Role
from rasad.entities.offices import OfficeWording
from rasad.entities.scene import Scene
from rasad.text.span import Span
from rasad.text.words import Word

#: Bodies that act for their state where they are worded without it; others («جانب», «کشور») need it beside them.
_ALONE = frozenset(
    {
        "government",
        "army",
        "forces",
        "police",
        "border-guard",
        "court",
        "parliament",
        "delegation",
        "central-bank",
        "supreme-court",
        "constitutional-court",
    }
)
#: Bodies and officials that are those of the place named right after them («پلیس در آستانه»).
_LOCAL = frozenset({"official", "police", "court", "border-guard"})
#: Bodies that have an id of their own only where their state is named beside them («پولیس پاکستان»); else they are it.
_FORCES = frozenset(
    {"army", "police", "border-guard", "air-force", "parliament", "central-bank", "supreme-court",
     "constitutional-court"}
)  # fmt: skip
#: Offices worded for many at once («سران», "القادة"): without their states they are a group, not one of them.
_PLURAL = frozenset({"leader", "head-of-state"})
_EMBASSY = "org:embassy-of-{}-in-"
#: How many words after an office its state and holder may stand.
_REACH = 6
#: How many plain words may part an office from its state («سخنگوی حزب حاکم ترکیه»), and forms that name a state.
_PLAIN = 3
_OWNERS = frozenset({"name", "official"})
_NAMING = frozenset({"name", "adjective", "capital"})
_OWN = frozenset({"name", "official", "adjective"})


def read_offices(scene: Scene, words: Sequence[Word], offices: Sequence[OfficeWording]) -> None:
    """Give each of *offices* its holder and state: worded beside it, else from what the article has said."""
    here = sorted(
        (r for r in scene.references if words[0].span.start <= r.span.start <= words[-1].span.end),
        key=lambda r: r.span.start,
    )
    for office in offices:
        span = words[office.first].span.to(words[office.last - 1].span)
        beside = _beside(scene, words, office, here)
        if office.kind == "office":
            _read_office(scene, office, span, beside, _province_of(scene, words, office, here))
        else:
            _read_body(scene, words, office, span, beside, here)


def _read_office(
    scene: Scene, office: OfficeWording, span: Span, beside: Sequence[Reference], province: str | None
) -> None:
    state = _state_of(beside) or province
    if state is None and any(r.party and r.form == "name" and r.span.start >= span.end for r in beside):
        return
    person = next((r for r in beside if r.form == "person"), None)
    if person is not None:
        entity = scene.entities[person.entity]
        of = state or person.party or entity.state
        if of is not None:
            scene.holders[(office.key, of)] = person.entity
        if entity.role is None:
            scene.entities[person.entity] = replace(entity, role=Role(office.title, of), state=entity.state or of)
        return
    if state is None and (office.key in _PLURAL or (office.key in scene.words.private and office.kind == "office")):
        return
    of = state or _own(scene) or _holding(scene, office.key, span.start) or _home(scene)
    of = of or scene.salience.last_state(span.start) or scene.home
    if state is None and len(held := {whose for key, whose in scene.holders if key == office.key}) == 1:
        of = next(iter(held))
    if of is None:
        return
    rule = "place" if state is not None and state == province else "beside" if state is not None else "own"
    holder = scene.holders.get((office.key, of)) or (_general_holder(scene, office.key, of) if state is None else None)
    if holder is None and office.key in scene.words.speak_for:
        _speak_for(scene, scene.words.speak_for[office.key], of, span, beside, rule)
    elif state in {None, province} or holder is not None:
        scene.refer(Reference(span, holder or of, of, "role"), "holder" if holder is not None else rule)


def _province_of(scene: Scene, words: Sequence[Word], office: OfficeWording, here: Sequence[Reference]) -> str | None:
    """The state of the place that an office is of («والی بدخشان»), its name right after it."""
    if office.last >= len(words):
        return None
    entities = (scene.entities.get(r.entity) for r in here if r.span.meets(words[office.last].span))
    return next((e.state for e in entities if e is not None and e.type == "place"), None)


def _general_holder(scene: Scene, key: str, of: str) -> str | None:
    """Who holds an office of *of* that a bare word may mean («سخنگو», "الوزير"): the last one named."""
    held = (
        id_ for (office, state), id_ in reversed(scene.holders.items()) if state == of and office.endswith(f"-{key}")
    )
    return next(held, None)


def _speak_for(
    scene: Scene, body: tuple[str, str], of: str, span: Span, beside: Sequence[Reference], rule: str
) -> None:
    """A spokesman without a name is the body that he speaks for («سخنگوی وزارت خارجه روسیه گفت»)."""
    kind, key = body
    id_ = body_id(scene.words, scene.base, kind, key, of)
    if id_ is None:
        return
    if id_ not in scene.entities:
        scene.entities[id_] = Entity(id_, "organisation", body_title(id_), (), state=of)
    scene.bodies[body] = of
    named = [r for r in beside if r.party == of and r.span.start >= span.end]
    scene.refer(Reference(span.to(named[-1].span) if named else span, id_, of, "role"), rule)


def _own(scene: Scene) -> str | None:
    """The state an article is written from where it is about that state: its bare «وزیر خارجه» is then its own."""
    return scene.home if scene.home is not None and scene.lead == scene.home else None


def _holding(scene: Scene, key: str, place: int) -> str | None:
    """The state whose holder of an office the article has named, the last named where there are several."""
    states = {of for office, of in scene.holders if (office == key or office.endswith(f"-{key}")) and len(of) == 3}
    if len(states) < 2:
        return next(iter(states), None)
    return next(
        (r.party for _, _, r in reversed(scene.salience.seen) if r.span.start < place and r.party in states), None
    )


def _state_of(beside: Sequence[Reference]) -> str | None:
    return next((r.party for r in beside if r.form != "person" and r.party and len(r.party) == 3), None)


def _read_body(
    scene: Scene, words: Sequence[Word], office: OfficeWording, span: Span, beside: Sequence[Reference],
    here: Sequence[Reference],
) -> None:  # fmt: skip
    head = next((r.party for r in beside if r.form == "person" and r.span.start >= span.end), None)
    state = _state_of(beside) or head
    pattern = scene.words.bodies.get(office.kind)
    if pattern is None and office.key == "ministry" and state is None:
        ministry = next((r for r in _before(scene, span) if r.entity.startswith("org:ministry-of-")), None)
        if ministry is not None:
            scene.refer(Reference(span, ministry.entity, ministry.party, "role"), "said")
        return
    if pattern is None:
        if state is None and office.key in _LOCAL and (where := _place_after(scene, words, span, here)) is not None:
            scene.refer(Reference(span, where, where, "role"), "place")
        elif state is None and office.key in _ALONE:
            of = scene.salience.subject_state(span.start) or scene.home
            if of is not None and len(of) == 3:
                scene.refer(Reference(span, of, of, "role"), "own")
        return
    known = (office.kind, office.key)
    where = _place_after(scene, words, span, here) if state is None and office.key in _LOCAL else None
    of = state or where or scene.words.owners.get(office.key) or _said(scene, known, span.start)
    of = of or _home(scene) or scene.salience.last_state(span.start)
    if of is None:
        return
    rule = "beside" if state else "place" if where else "said" if known in scene.bodies else "own"
    host = _host(scene, words, span, of, here)
    id_ = body_id(scene.words, scene.base, office.kind, office.key, of, host, _city(words, span, here))
    named_beside = any(r.party == state and r.form in _OWN for r in beside)
    unsaid = office.kind in _FORCES and not named_beside and id_ not in scene.entities
    if id_ is None or unsaid:
        scene.refer(Reference(span, of, of, "role"), rule)
        return
    scene.bodies[known] = of
    if id_ not in scene.entities:
        scene.entities[id_] = Entity(id_, "organisation", body_title(id_), (), state=of)
        if host is not None:
            scene.hosts[id_] = host
    named = [r for r in beside if r.party == of and r.form in _NAMING and r.span.start >= span.end]
    scene.mention(id_, span.to(named[-1].span) if named else span)
    scene.refer(Reference(span, id_, of, "role"), rule)


def _before(scene: Scene, span: Span) -> list[Reference]:
    """The references before *span*, last first."""
    return [r for _, _, r in reversed(scene.salience.seen) if r.span.start < span.start]


def _place_after(scene: Scene, words: Sequence[Word], span: Span, here: Sequence[Reference]) -> str | None:
    """The state of the place named right after an official («یک مقام امنیتی در ولایت بدخشان»)."""
    close = [w for w in words if w.span.start >= span.end][:_REACH]
    for reference in here:
        if not close or not span.end <= reference.span.start <= close[-1].span.start:
            continue
        entity = scene.entities.get(reference.entity)
        if entity is not None and entity.type in {"place", "state"}:
            return entity.state if entity.type == "place" else entity.id
        return None
    return None


def _said(scene: Scene, known: tuple[str, str], place: int) -> str | None:
    """The state whose body of this kind the article spoke of last; not where another state's turn has come since."""
    return scene.bodies.get(known)


def _home(scene: Scene) -> str | None:
    return scene.home if scene.home is not None and scene.home in scene.entities else None


def _host(scene: Scene, words: Sequence[Word], span: Span, of: str, here: Sequence[Reference]) -> str | None:
    """The state where an embassy stands: by the place in its sentence, else the state dealt with."""
    for reference in sorted(here, key=lambda r: abs(r.span.start - span.end)):
        entity = scene.entities.get(reference.entity)
        if entity is not None and entity.type == "place" and entity.state and entity.state != of:
            return entity.state
    known = [id_ for id_ in scene.entities if id_.startswith(_EMBASSY.format(state_slug(scene.words, scene.base, of)))]
    if len(known) == 1:
        return scene.hosts.get(known[0])
    host = scene.salience.last_state(span.start, other_than=of) or scene.home
    return host if host != of else None


def _city(words: Sequence[Word], span: Span, here: Sequence[Reference]) -> str | None:
    """The city where a consulate stands, named soon after it («قنسولگری ایران در هرات»)."""
    close = [w for w in words if w.span.start >= span.end][:_REACH]
    places = (
        r.entity for r in here
        if close and span.end <= r.span.start <= close[-1].span.start and r.entity.startswith("place:")
    )  # fmt: skip
    return next(places, None)


def _beside(scene: Scene, words: Sequence[Word], office: OfficeWording, here: Sequence[Reference]) -> list[Reference]:
    """References of the office's own noun phrase: after it, or a person before it and a comma."""
    first, last = words[office.first].span, words[office.last - 1].span
    stop = words[min(len(words), office.last + _REACH) - 1].span.end
    out: list[Reference] = []
    reach = last.end
    for reference in here:
        if reference.span.start < last.end or reference.span.end > stop:
            continue
        between = [w for w in words if w.span.start >= reach and w.span.end <= reference.span.start]
        plain = (
            reference.form in _OWNERS
            and not out
            and len(between) <= _PLAIN
            and not any(w.is_mark or w.key in scene.words.borders for w in between)
        )
        if plain or all(
            w.key in scene.words.inside_names
            or (reference.form == "person" and ((w.is_mark and out) or w.key in scene.words.office_parts))
            for w in between
        ):
            out.append(reference)
            reach = reference.span.end
        else:
            break
    before = [r for r in here if r.span.end <= first.start and r.form == "person"]
    if before:
        gap = [w for w in words if w.span.start >= before[-1].span.end and w.span.end <= first.start]
        if len(gap) == 1 and gap[0].is_mark and not any(r.form == "person" for r in out):
            out.append(before[-1])
    return out
