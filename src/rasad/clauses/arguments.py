"""The roles that grammar gives the parties in a sentence: who stands as subject, object, after «با», "إلى" or «میان».

Each wording of a party is walked back to what governs its noun phrase: a preposition, a verb, a mark, another phrase.
«وزیر خارجه ایران» is the party IRN itself, «تجهیزات نظامی افغانستان» something of AFG's.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from rasad.clauses.grammar import Grammar
from rasad.entities.entity import Reference
from rasad.text.span import Span
from rasad.text.words import Word

#: How many words a noun phrase may hold before the party it names.
_WALK = 10
#: What "some of" is said with: it gives no role of its own.
_PART = "part"


@dataclass(frozen=True, slots=True)
class Argument:
    """A party in a sentence: its grammatical ``role``, and the words ``[first, last)`` that hold it.

    ``direct`` is False where the party only qualifies a thing; ``phrase`` is where its noun phrase begins: wordings of
    one phrase («رئیس جمهور قزاقستان توکایف») share it, and so do the members of a list.
    """

    role: str
    party: str
    entity: str
    form: str
    first: int
    last: int
    direct: bool
    phrase: int = -1


def find_arguments(
    words: Sequence[Word], references: Sequence[Reference], verbs: Set[int], known: Grammar
) -> tuple[Argument, ...]:
    """Return an argument for each of *references*, in reading order.

    Args:
        words: of one sentence.
        references: those of the sentence, in reading order.
        verbs: the indices of words that finite verbs cover.
    """
    return _Sentence(words, verbs, known).read(references)


class _Sentence:
    def __init__(self, words: Sequence[Word], verbs: Set[int], known: Grammar) -> None:
        self.words, self.verbs, self.known = words, verbs, known
        self.keys = tuple(w.key for w in words)
        self.done: list[Argument] = []
        self.covered: dict[int, Argument] = {}

    def read(self, references: Sequence[Reference]) -> tuple[Argument, ...]:
        places = [(p, r) for r in references if (p := self._place(r.span)) is not None]
        self.named = {i for (first, last), _ in places for i in range(first, last)}
        for (first, last), reference in places:
            twin = next((a for a in self.done[-4:] if (a.first, a.last) == (first, last)), None)
            if twin is not None:
                argument = replace(twin, party=reference.party or "", entity=reference.entity, form=reference.form)
            else:
                argument = self._argument(first, last, reference)
            self.done.append(argument)
            self.covered.update((i, argument) for i in range(first, last))
        return tuple(self.done)

    def _place(self, span: Span) -> tuple[int, int] | None:
        first = next((i for i, w in enumerate(self.words) if w.span.end > span.start), None)
        if first is None or not self.words[first].span.meets(span):
            return None
        last = first
        while last < len(self.words) and self.words[last].span.start < span.end:
            last += 1
        return first, last

    def _argument(self, first: int, last: int, reference: Reference) -> Argument:
        role, direct, phrase = self._role(first, last, reference)
        marked = last < len(self.keys) and self.keys[last] in self.known.object_markers
        if marked and (role == "subject" or not direct):
            role = "object"
        return Argument(role, reference.party or "", reference.entity, reference.form, first, last, direct, phrase)

    def _role(self, first: int, last: int, reference: Reference) -> tuple[str, bool, int]:
        """The role of the noun phrase holding ``words[first:last]``, whether the party is its head, and its start."""
        clung, prefix = self._letters(first, reference)
        if prefix is not None:
            return prefix, True, first
        if clung:
            return self._after_border(first, first, last, reference, 0, conjunction=True)
        others, index, known = 0, first, self.known
        while index > 0 and first - index < _WALK:
            before = index - 1
            key = self.keys[before]
            if before in self.covered:
                return self._after_phrase(index, first, reference, others)
            if before in self.verbs:
                break
            governor = known.preposition_before(self.keys, index)
            if governor is not None and not any(i in self.named for i in range(governor[1], index)):
                if governor[0] == _PART:
                    index = governor[1]
                    continue
                return governor[0], others == 0, index
            if self.words[before].is_mark or key in known.conjunctions:
                return self._after_border(before, first, last, reference, others, conjunction=key in known.conjunctions)
            if key in known.linkers or key in known.complementisers or key in known.object_markers:
                break
            if known.prefixes:
                worn = self._worn(key)
                if worn is not None:
                    role, head = worn
                    if role is None:
                        return self._after_border(before, first, last, reference, others, conjunction=True)
                    return role, others == 0 and head, before
            if key not in known.titles and key not in known.adverbs and not key[0].isdigit():
                others += 1
            index -= 1
        return "subject", others == 0, index

    def _letters(self, first: int, reference: Reference) -> tuple[bool, str | None]:
        """Letters written onto the name's word: whether one joins it to what stands before, and the role they give."""
        word, known = self.words[first], self.known
        if not known.prefixes:
            return False, None
        if word.key[:2] in known.fused or (word.key[1:3] in known.fused and word.key[0] in known.clinging):
            return False, known.prefixes.get(next(iter(known.fused))[0], "to")
        if reference.span.start <= word.span.start:
            return False, None
        key, clung = word.key, False
        if key[0] in known.clinging:
            key, clung = key[1:], True
        for prefix, role in known.prefixes.items():
            if key.startswith(prefix) and len(key) > 2 and reference.span.start > word.span.start + int(clung):
                return clung, role
        return clung, None

    def _worn(self, key: str) -> tuple[str | None, bool] | None:
        """The role that letters written onto a title or other head give («لوزير …»), None for a mere joiner."""
        known, bare, clung = self.known, key, False
        if bare[0] in known.clinging and known.is_head(bare[1:]):
            return None, True
        if bare[0] in known.clinging and len(bare) > 3:
            bare, clung = bare[1:], True
        for prefix, role in known.prefixes.items():
            if bare.startswith(prefix) and known.is_head(bare[len(prefix) :]) and not known.is_head(bare):
                return role, known.strip(bare[len(prefix) :]) in known.titles
        return (None, False) if clung and known.is_head(bare) else None

    def _after_phrase(self, index: int, first: int, reference: Reference, others: int) -> tuple[str, bool, int]:
        """Straight after another party's wording: one phrase with it, or a new one."""
        previous = self.covered[index - 1]
        same = previous.party == (reference.party or "") or previous.entity == reference.entity
        if index == first and (same or (reference.form in {"adjective", "name"} and previous.form == "role")):
            return previous.role, previous.direct and others == 0, previous.phrase
        if index == first and reference.form == "adjective" and previous.form not in {"person"}:
            return previous.role, False, previous.phrase
        return "subject", others == 0, index

    def _after_border(
        self, border: int, first: int, last: int, reference: Reference, others: int, *, conjunction: bool
    ) -> tuple[str, bool, int]:
        """After a comma or «و»: one more of a list, an apposition, or a new noun phrase."""
        end = border
        while end > 0 and (self.words[end - 1].is_mark or self.keys[end - 1] in self.known.conjunctions):
            conjunction = conjunction or self.keys[end - 1] in self.known.conjunctions
            end -= 1
        if 0 < end < border + 1 and end - 1 not in self.covered and self.keys[end - 1] in self.known.possessives:
            end -= 1
        previous = self.covered.get(end - 1) if end > 0 else None
        if previous is None:
            return "subject", others == 0, first
        if conjunction:
            return previous.role, previous.direct and others == 0, previous.phrase
        if previous.party == (reference.party or ""):
            return previous.role, previous.direct and others == 0, previous.phrase
        follows = self.keys[last] if last < len(self.keys) else ""
        listed = previous.form == reference.form and (
            follows in self.known.conjunctions
            or (follows[:1] in self.known.clinging and last in self.named)
            or (last < len(self.words) and self.words[last].is_mark and follows not in ".:؛")
        )
        if listed or previous.role == "subject":
            return previous.role, previous.direct and others == 0, previous.phrase
        return "subject", others == 0, first
