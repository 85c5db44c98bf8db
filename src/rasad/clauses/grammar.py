"""The grammar words of a language: prepositions and the roles they give, linkers, cues. All from lexicons/grammar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.phrases import Phrases, bare_forms


@dataclass(frozen=True, slots=True)
class Grammar:
    """What small words do. Keys are folded; a phrase of several words is a tuple of keys.

    ``prepositions`` maps a phrase to the role of what follows it (with, to, from, against, on, about, between, in,
    for, by, or other); ``prefixes`` the same for letters written onto a word (Arabic بـ لـ); ``clinging`` are letters
    that join it to what stands before (وـ فـ). ``titles`` and ``heads`` are nouns that a party's name often hangs on:
    with a title the party acts itself, with another head something of it; ``qualities`` are titles that only qualify
    another, ``bodies`` those that a title is tied to by a letter. ``adverbs`` may stand anywhere in a phrase.
    ``breaks`` are marks that part clauses; ``possessed`` are nouns with a pronoun on them, definite without an article;
    ``further`` are complementisers that go on with what the one before began; ``strangers`` are subjects that are no
    party; ``among`` goes on to name those whom the last phrase counted; ``possessives`` end a phrase as its owner.
    """

    prepositions: Mapping[tuple[str, ...], str]
    prefixes: Mapping[str, str]
    conjunctions: frozenset[str]
    complementisers: frozenset[str]
    relatives: frozenset[str]
    linkers: frozenset[str]
    second: frozenset[str]
    object_markers: frozenset[str]
    titles: frozenset[str]
    heads: frozenset[str]
    adverbs: frozenset[str]
    elided: frozenset[str]
    happening: Phrases
    back: Phrases
    undated: Phrases
    incidents: frozenset[str]
    clinging: frozenset[str]
    article: str
    fused: frozenset[str]
    breaks: frozenset[str] = frozenset()
    possessed: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()

    def strip(self, key: str) -> str:
        """Return *key* without the article."""
        return key[len(self.article) :] if self.article and key.startswith(self.article) else key

    def is_head(self, key: str) -> bool:
        """Say whether *key*, with or without the article, is a noun that a party's name often hangs on."""
        bare = self.strip(key)
        return bare in self.titles or bare in self.heads

    def happens(self, keys: Sequence[str]) -> bool:
        """Say whether an act is told as something that happens by itself («رخ داد», "وقع")."""
        return bool(self.happening.names(keys))

    def tells_incident(self, keys: Sequence[str]) -> bool:
        """Say whether *keys* speak of an attack or the like, which may have been anybody's."""
        return any(form in self.incidents for key in keys for form in bare_forms(key, self.happening.language))

    def preposition_before(self, keys: tuple[str, ...], index: int) -> tuple[str, int] | None:
        """The role and first index of the preposition that ends just before ``keys[index]``, longest first."""
        for size in (4, 3, 2, 1):
            first = index - size
            if first >= 0:
                role = self.prepositions.get(keys[first:index])
                if role is not None:
                    return role, first
        return None


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of "fa" or "ar"."""
    words = load(f"grammar/{language}")
    prepositions = {
        tuple(fold_word(p).split()): role for role, phrases in words["prepositions"].items() for p in phrases
    }
    article = fold_word(words.get("article", ""))
    roles: frozenset[str] = frozenset()
    if words.get("titles_of_roles"):
        roles = _role_words(language, article) - {word for phrase in prepositions for word in phrase}
    return Grammar(
        prepositions=prepositions,
        prefixes={fold_word(p): role for p, role in words.get("prefixes", {}).items()},
        conjunctions=_keys(words, "conjunctions"),
        complementisers=_keys(words, "complementisers"),
        relatives=_keys(words, "relatives"),
        linkers=_keys(words, "linkers"),
        second=_keys(words, "second"),
        object_markers=_keys(words, "object_markers"),
        titles=_keys(words, "titles") | _articled(words, "titles", article) | roles,
        heads=_keys(words, "heads"),
        adverbs=_keys(words, "adverbs"),
        elided=_keys(words, "elided"),
        happening=Phrases.of({"happening": words["happening"]}, language),
        back=Phrases.of({"back": words["back"]}, language),
        undated=Phrases.of({"undated": words["undated"]}, language),
        incidents=_keys(words, "incidents"),
        clinging=_keys(words, "clinging"),
        article=article,
        fused=frozenset(load("clitics")[language]["fused"]),
        breaks=_keys(words, "breaks"),
        possessed=_keys(words, "possessed"),
        further=_keys(words, "further"),
        strangers=_keys(words, "strangers"),
        among=_keys(words, "among"),
        qualities=_keys(words, "qualities"),
        bodies=_keys(words, "bodies"),
        possessives=_keys(words, "possessives"),
    )


def _role_words(language: str, article: str) -> frozenset[str]:
    """The words by which offices, their fields and bodies are named, with and without the article."""
    roles = load(f"roles/{language}")
    wordings = [
        *(w for office in roles["offices"].values() for w in office["words"]),
        *(w for field in roles["fields"].values() for w in field["words"]),
        *(w for body in roles["delegates"] for w in body["words"]),
        *roles["honorifics"],
    ]
    keys = {key for wording in wordings for key in fold_word(str(wording)).split()}
    bare = {key[len(article) :] if key.startswith(article) else key for key in keys}
    clitics = load("clitics")[language]
    worn = {fold_word(p) + a for p in clitics["prefixes"] if p for a in clitics["articles"]} | set(clitics["fused"])
    bare = {key for key in bare if not any(key.startswith(w) and (key[len(w) :] in bare or len(w) > 1) for w in worn)}
    return frozenset(key for key in (*bare, *(article + b for b in bare)) if len(key) > 1)


def _articled(words: Mapping[str, list[str]], name: str, article: str) -> frozenset[str]:
    return frozenset(article + key for key in _keys(words, name)) if article else frozenset()


def _keys(words: Mapping[str, list[str]], name: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words.get(name, ()))
