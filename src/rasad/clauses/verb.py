"""A finite verb in running words, whatever its language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb group: ``words[first:last]`` of its sentence.

    ``lemma`` is a key of lexicons/verbs. ``tense`` is past, perfect, pluperfect, imperfect, present, future,
    subjunctive or participle; ``number`` is "singular" or "plural"; ``person`` 1, 2 or 3 (0 unknown).
    Where it only carries a noun that tells the act ("تم توقيع", "قام بزيارة"), ``act`` is that noun's verb and ``noun``
    the index of its word. ``bound`` says that an object pronoun is written onto it ("وقّعه").
    """

    lemma: str
    first: int
    last: int
    tense: str
    negated: bool = False
    passive: bool = False
    number: str = "singular"
    person: int = 3
    act: str | None = None
    noun: int | None = None
    bound: bool = False
