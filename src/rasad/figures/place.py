"""Where a quantity stands: its clause, the words that hold it, what it measures, and who is dealt with around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause
from rasad.entities.entity import Reference, Resolution
from rasad.figures.words import Measure, regions, unions
from rasad.knowledge.base import load_base
from rasad.mentions.mention import Quantity
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word

#: How many sentences back two parties still are the ones dealt with.
_STAYS = 3
#: How many sentences back a project still is the one told of.
_PROJECT = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A quantity in ``words[first:last]`` of its sentence, inside ``clause``; ``sentence`` holds all its clauses."""

    quantity: Quantity
    number: int
    clause: Clause
    sentence: tuple[Clause, ...]
    first: int
    last: int
    measure: Measure

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.clause.words

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded words of the sentence."""
        return tuple(w.key for w in self.clause.words)


@dataclass(frozen=True, slots=True)
class Scene:
    """Whom an article deals with, sentence by sentence; made once an article by :func:`scene_of`.

    ``states`` holds the state of each place and organisation, ``projects`` the projects by the sentences naming them,
    ``listed`` the parties that each sentence names one by one, ``bodies`` those that have members, most told of first.
    """

    sentences: tuple[tuple[str, ...], ...]
    listed: tuple[frozenset[str], ...]
    title: tuple[str, ...]
    focus: tuple[str, ...]
    names: Mapping[str, str] = field(repr=False)
    states: Mapping[str, str] = field(repr=False)
    projects: tuple[tuple[int, str], ...] = ()
    bodies: tuple[str, ...] = ()

    def named(self, number: int) -> tuple[str, ...]:
        """The parties that sentence *number* names."""
        return self.sentences[number] if 0 <= number < len(self.sentences) else ()

    def states_named(self, number: int) -> frozenset[str]:
        """The states that sentence *number* names one by one."""
        return self.listed[number] if 0 <= number < len(self.listed) else frozenset()

    def pair(self, number: int, having: Sequence[str] = (), without: Sequence[str] = ()) -> tuple[str, ...]:
        """The two parties dealt with at sentence *number*, *having* among them; empty where that is not known.

        Args:
            without: parties that are only a source.
        """
        wanted = set(having)
        for back in range(number, max(-1, number - _STAYS - 1), -1):
            two = tuple(p for p in self.named(back) if (len(p) == 3 or p in unions()) and p not in without)
            if len(two) == 2 and wanted <= set(two):
                return two
        for two in (self.title, self.focus):
            if len(two) == 2 and wanted <= set(two):
                return two
        if len(wanted) == 1:
            named = (*self.named(number), *self.title, *self.focus)
            others = [p for p in named if p not in wanted and p not in without]
            if others:
                return (*having, others[0])
        return ()

    def project(self, number: int) -> str | None:
        """The project told of last at sentence *number*."""
        near = [p for at, p in self.projects if at <= number and number - at <= _PROJECT]
        return near[-1] if near else None


def scene_of(article: Article, resolution: Resolution) -> Scene:
    """Return whom *article* deals with."""
    sentences: list[tuple[str, ...]] = []
    listed: list[frozenset[str]] = []
    projects: list[tuple[int, str]] = []
    for number, sentence in enumerate(article.sentences):
        here = [r for r in resolution.references if sentence.covers(r.span)]
        sentences.append(tuple(dict.fromkeys(p for r in here if (p := party_of(r)))))
        listed.append(frozenset(r.party for r in here if r.party and r.form != "group"))
        projects.extend((number, r.entity) for r in here if r.entity.startswith("project:"))
    counts = Counter(r.party for r in resolution.references if r.party is not None and len(r.party) == 3)
    focus = tuple(p for p, _ in counts.most_common(2))
    grouped = Counter(r.entity for r in resolution.references if r.entity.startswith(("org:", "forum:")))
    return Scene(
        tuple(sentences), tuple(listed), _of_title(article.title, resolution.references), focus,
        {e.id: e.name for e in resolution.entities},
        {e.id: e.state for e in resolution.entities if e.type not in {"state", "person"} and e.state is not None},
        tuple(projects), tuple(b for b, _ in grouped.most_common() if load_base().members(b)),
    )  # fmt: skip


def _of_title(title: Span | None, references: Sequence[Reference]) -> tuple[str, ...]:
    if title is None:
        return ()
    return tuple(dict.fromkeys(p for r in references if title.covers(r.span) and (p := party_of(r))))


def party_of(named: Reference | Argument) -> str:
    """The party that a wording means, a region's included; "" for none."""
    return named.party or regions().get(named.entity, "")
