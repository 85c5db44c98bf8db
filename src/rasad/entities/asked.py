"""A wording asked about on its own, read as a sentence of an article that has named whoever stands near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rasad.entities.candidates import Link
from rasad.entities.entity import Reference
from rasad.entities.groups import in_group, read_groups
from rasad.entities.names import read_names
from rasad.entities.offices import OfficeWording, find_offices
from rasad.entities.scene import Scene
from rasad.entities.wordings import wordings
from rasad.knowledge.base import Base
from rasad.lexicons import load
from rasad.mentions.mention import NameMention
from rasad.mentions.names import find_names
from rasad.text.article import Article
from rasad.text.folding import fold, fold_word
from rasad.text.span import Span
from rasad.text.words import Word, words_of

_COUNTERPART = "counterpart"
#: Stands for one who is named near the wording.
_NAMED = "\ufffc"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was read in a wording.

    ``head`` is the office or body that it is about, where it is about one («وزیر خارجه روسیه»); ``link`` its name's,
    where it is a name; ``groups`` whom it means as a pronoun; ``rest`` the words that nothing accounts for.
    ``beside`` are the parties it names, ``near`` those that stand near it, the most salient first. ``counterpart`` says
    that somebody's counterpart is asked for («همتای قزاق وی»), ``several`` are the ids where it names more than one,
    ``trades`` the offices and trades worded in it, whether they are its head or not.
    """

    words: tuple[Word, ...]
    language: str
    on: date | None
    head: OfficeWording | None
    link: Link | None
    groups: tuple[Reference, ...]
    beside: tuple[Reference, ...]
    near: tuple[str, ...]
    rest: tuple[Word, ...]
    counterpart: bool = False
    several: tuple[str, ...] = ()
    trades: frozenset[str] = frozenset()


def ask(text: str, language: str, on: date | None, near: Sequence[str], base: Base) -> Asked:
    """Read a wording in Persian, Dari or Arabic, with *near* named before it."""
    shift = len(near) + 1 if near else 0
    whole = _NAMED * len(near) + "\n" * bool(near) + text
    here = Span(shift, len(whole))
    sentences = (Span(0, len(near)), here) if near else (here,)
    article = Article("wording", whole, fold(whole), language, sentences=sentences)
    scene = Scene(article, base, wordings(article.base_language), on, None)
    scene.salience.begin(0)
    for place, id_ in enumerate(reversed(near)):
        _name(scene, id_, Span(place, place + 1))
    parties = tuple(dict.fromkeys(r.party for r in reversed(scene.references) if r.party is not None))
    before = len(scene.references)
    scene.salience.begin(1)
    words = words_of(article, here)
    names = [n for n in find_names(article) if here.covers(n.span)]
    keys = [w.key for w in words]
    offices = [
        o for o in find_offices(keys, article.base_language)
        if not any(_spans(words, o, n) for n in names) and not in_group(scene, words, o.first)
    ]  # fmt: skip
    read_names(scene, words, names, offices)
    named = tuple(scene.references[before:])
    links = [link for link in scene.links if link.rule == "names"]
    read_groups(scene, words)
    groups = tuple(r for r in scene.references[before + len(named) :] if r.form in {"pronoun", "group"})
    person = next((link for link in links if link.id is not None and link.id.startswith("person:")), None)
    head = offices[0] if offices and person is None else None
    return Asked(
        words,
        language,
        on,
        head,
        person or max(links, key=lambda link: link.span.end - link.span.start, default=None),
        groups if not links and head is None else (),
        tuple(r for r in named if r.party is not None or r.entity.startswith("place:")),
        parties,
        _rest(words, _meaning(names, links), offices, groups, article.base_language),
        any((scene.words.group_at(keys[i:]) or ("", 0))[0] == _COUNTERPART for i in range(len(keys))),
        _several(scene, links) if head is None and person is None else (),
        frozenset(o.key for o in offices if o.kind == "office"),
    )


def _several(scene: Scene, links: Sequence[Link]) -> tuple[str, ...]:
    """The ids of names that stand beside one another and are not parts of one («البصرة والكويت»)."""
    ids = tuple(dict.fromkeys(link.id for link in links if link.id is not None))
    apart = all(not a.span.meets(b.span) for a in links for b in links if a is not b)
    states = {e.state for i in ids if (e := scene.base.entry(i)) is not None and e.type != "state"}
    return ids if len(ids) > 1 and apart and states.isdisjoint(ids) else ()


def _name(scene: Scene, id_: str, span: Span) -> None:
    """Let the sentence before the wording name one who stands near it."""
    entry = scene.base.by_id[id_]
    scene.enter(entry, span)
    if entry.type == "person":
        scene.refer(Reference(span, id_, scene.party_of(entry), "person"))
    elif entry.type == "place":
        scene.refer(Reference(span, id_, entry.state, "name"))
    else:
        scene.refer(Reference(span, id_, scene.acts_for(entry), "name"))


def _meaning(names: Sequence[NameMention], links: Sequence[Link]) -> list[NameMention]:
    """The names that mean somebody, where any does: a word that may be a surname is none beside a name of a state."""
    nobody = [link.span for link in links if link.id is None]
    return [n for n in names if n.span not in nobody] or list(names)


def _spans(words: Sequence[Word], office: OfficeWording, name: NameMention) -> bool:
    return name.span.covers(words[office.first].span.to(words[office.last - 1].span))


def _rest(
    words: Sequence[Word],
    names: Sequence[NameMention],
    offices: Sequence[OfficeWording],
    groups: Sequence[Reference],
    language: str,
) -> tuple[Word, ...]:
    inside = {i for o in offices for i in range(o.first, o.last)}
    spans = [*(n.span for n in names), *(g.span for g in groups)]
    known = _accompanying(language)
    return tuple(
        w for i, w in enumerate(words)
        if i not in inside and not w.is_mark and w.key not in known and not any(s.meets(w.span) for s in spans)
    )  # fmt: skip


@cache
def _accompanying(language: str) -> frozenset[str]:
    """Words that may stand beside a name and change nothing: kinds of things, titles, prepositions, «سابق»."""
    words = wordings(language)
    kinds = frozenset(fold_word(w) for w in load("kind_words")[language])
    roles = load(f"roles/{language}")
    times = frozenset(fold_word(w) for name in ("acting", "former", "next") for w in roles.get(name, ()))
    return kinds | times | words.honorifics | words.inside_names | words.locatives | words.goals | words.object_markers
