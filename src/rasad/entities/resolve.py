"""Whom the wordings of an article mean, as of its date: sentence by sentence, names, then offices, then pronouns.

«رئیس جمهور قزاقستان» is Nazarbayev in 2017 and Tokayev in 2024; «آستانه» is a place after «در» and a government where
it acts; «دو کشور» are the two states that the text has just dealt with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasad.entities.bodies import read_offices
from rasad.entities.corrections import correct, find_corrections
from rasad.entities.entity import Correction, Entity, Reference, Resolution
from rasad.entities.groups import in_group, read_groups
from rasad.entities.names import read_names
from rasad.entities.offices import find_offices
from rasad.entities.scene import Scene
from rasad.entities.strangers import author
from rasad.entities.wordings import wordings
from rasad.knowledge.base import Base, load_base
from rasad.mentions.mention import NameMention
from rasad.text.article import Article
from rasad.text.words import words_of

#: How many of the first sentences may open with a dateline, and how long a state's id is.
_DATELINES, _STATE = 4, 3


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
    scene = Scene(article, base, wordings(language), on, _home(article, base, names))
    scene.salience.title = _states_of_title(article, base, usable)
    scene.lead = _lead(article, base, usable)
    for number, sentence in enumerate(article.sentences):
        words = words_of(article, sentence)
        if not words:
            continue
        scene.salience.begin(number)
        here = [n for n in usable if sentence.covers(n.span)]
        people = [n.span for n in here if n.ids[0].startswith("person:")]
        bodies = [n.span for n in here if n.ids[0].startswith("org:")]
        offices = [
            o for o in find_offices([w.key for w in words], language)
            if not any(p.meets(words[o.first].span) for p in people) and not in_group(scene, words, o.first)
            and not any(b.covers(words[o.first].span.to(words[o.last - 1].span)) for b in bodies)
        ]  # fmt: skip
        read_names(scene, words, here, offices)
        read_offices(scene, words, offices)
        read_groups(scene, words)
        if article.title is not None and article.title.meets(sentence) and article.title.end <= sentence.end:
            named = scene.entities.keys() | {e.state for e in scene.entities.values()}
            scene.salience.title = tuple(s for s in scene.salience.title if s in named)
    _read_author(scene)
    for name in names:
        if article.in_furniture(name.span):
            media = next((i for i in name.ids if i.startswith("media:")), None)
            if media is not None and media in scene.entities:
                scene.mention(media, name.span)
    corrections = find_corrections(article, scene.references, base, on)
    if corrections:
        scene.references = _carried(correct(scene.references, scene.entities, corrections, base), corrections)
    _add_parties(scene)
    references = sorted(dict.fromkeys(scene.references), key=lambda r: (r.span.start, r.span.end))
    links = sorted(scene.links, key=lambda link: (link.span.start, link.span.end))
    return Resolution(tuple(scene.entities.values()), tuple(references), corrections, tuple(links))


def _read_author(scene: Scene) -> None:
    """Enter the person who wrote the article, where its byline names one; authors act in nothing."""
    byline = scene.article.byline
    if byline is None:
        return
    words = words_of(scene.article, byline)
    stranger = author(words, scene.words.byline_labels)
    if stranger is None:
        return
    id_ = f"person:{stranger.slug}"
    scene.entities.setdefault(id_, Entity(id_, "person", stranger.name, (), known=False))
    scene.mention(id_, words[stranger.first].span.to(words[stranger.last - 1].span))


def _home(article: Article, base: Base, names: Sequence[NameMention]) -> str | None:
    """The state an article is written from: its outlet's, else its variety's, else its masthead's or dateline's."""
    opening = article.sentences[:_DATELINES]
    for name in [n for n in names if any(s.covers(n.span) for s in opening)]:
        for id_ in name.ids:
            if id_.startswith("media:") and (entry := base.entry(id_)) is not None and entry.state:
                return entry.state
    variety = {"fa-AF": "AFG", "fa-IR": "IRN"}.get(article.language)
    if variety is not None or article.title is None:
        return variety
    starts = {s.start for s in opening}
    for name in names:
        heads = name.form == "name" and name.span.end <= article.title.start and article.in_furniture(name.span)
        if heads or (name.form == "capital" and name.span.start in starts):
            return next((i for i in name.ids if len(i) == _STATE), None)
    return None


def _lead(article: Article, base: Base, names: Sequence[NameMention]) -> str | None:
    """The state that the body names first, by itself or by one of its people."""
    for name in names:
        if article.title is not None and article.title.meets(name.span):
            continue
        entry = base.entry(name.ids[0])
        if entry is not None and entry.type in {"state", "person"}:
            return entry.id if entry.type == "state" else entry.state
    return None


def _states_of_title(article: Article, base: Base, names: Sequence[NameMention]) -> tuple[str, ...]:
    title = article.title
    if title is None:
        return ()
    ids = (n.ids[0] for n in names if title.covers(n.span))
    return tuple(dict.fromkeys(i for i in ids if (e := base.entry(i)) is not None and e.type == "state"))


def _carried(references: Sequence[Reference], corrections: Sequence[Correction]) -> list[Reference]:
    """Let «دو کشور», «این کشور» and the like mean the right party too, where the wrong one is named nowhere rightly."""
    meant = {c.found: c.expected for c in corrections}
    named = {r.party for r in references if r.form not in {"group", "pronoun", "role"}}
    return [
        replace(r, party=meant[r.party], entity=meant[r.party] if r.entity == r.party else r.entity)
        if r.party in meant and r.party not in named and r.party is not None else r
        for r in references
    ]  # fmt: skip


def _add_parties(scene: Scene) -> None:
    """Enter the states that are meant only through their people and capitals: parties without a surface."""
    for reference in scene.references:
        party = reference.party
        if party is not None and party not in scene.entities and (entry := scene.base.entry(party)) is not None:
            scene.entities[party] = Entity(entry.id, entry.type, entry.name, (), state=entry.state)
