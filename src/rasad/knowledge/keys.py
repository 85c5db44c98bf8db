"""Keys: the folded spellings by which a wording of the knowledge base is looked for in a text.

«سی‌پنج» is written joined, apart and with a joiner; «وزارت خارجهٔ» with its ezafe and without; "الهند" is kept as "هند"
that needs its article.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rasad.lexicons import load
from rasad.spelling.letters import fold_word

#: Which wordings are looked for in which texts: their own language, and names and abbreviations in Latin letters. Of
#: states the abbreviations alone: in a Persian text "Jordan" is rarely the kingdom.
READ_IN: Mapping[str, tuple[str, ...]] = {"fa": ("fa", "fa-AF", "fa-IR", "en"), "ar": ("ar", "en")}

#: States have ids of three letters.
_STATE = 3

#: The form of an everyday phrase that holds a name's letters and means nobody («شورای امنیت ملی»).
NOTHING = "nothing"


#: What is named in many words or by many names keeps its spaces: too few lose them to look for both.
_APART = ("person:", "forum:", "project:", "document:", "media:")


@dataclass(frozen=True, slots=True)
class Sense:
    """One way in which a key names: its form, whether it needs the article of Arabic ("الهند", "للهند"), the ids."""

    form: str
    definite: bool
    ids: tuple[str, ...]


def spellings(wording: str, language: str, *, joined: bool = True) -> set[str]:
    """Return the folded spellings of a wording: joiners join or part, an ezafe is written.

    Args:
        joined: whether spaces may be lost too, as between the words of an organisation's name («سازمانملل»).
    """
    whole = fold_word(wording)
    parted = fold_word(wording.replace("\u200c", " ")) if "\u200c" in wording else whole
    found = {whole, parted}
    if joined:
        found.add(whole.replace(" ", ""))
    for bare, written in load("clitics").get(language.split("-")[0], {}).get("ezafe", ()):
        found |= {spelling.replace(bare, written) for spelling in (whole, parted)}
    return found


def keys(wordings: Iterable[tuple[str, str, str, str]], language: str) -> dict[str, tuple[Sense, ...]]:
    """Return the keys that texts in *language* ("fa", "ar") are searched for, with the senses of each.

    Args:
        wordings: rows of wording, its language, the id it means, and its form.
    """
    languages = READ_IN[language]
    article = load("clitics")["ar"]["articles"][-1]
    ordinary = load("ordinary")
    ignored = {fold_word(w) for w in ordinary.get(language, ())}
    found: dict[str, dict[tuple[str, bool], list[str]]] = {}
    for wording, of, id_, form in wordings:
        if of not in languages or (of == "en" and len(id_) == _STATE and form != "capital" and not wording.isupper()):
            continue
        definite = of == "ar" and wording.startswith(article)
        for key in spellings(wording, of, joined=not id_.startswith(_APART)):
            if len(key) < 2 or key in ignored:
                continue
            ids = found.setdefault(key[len(article) :] if definite else key, {}).setdefault((form, definite), [])
            if id_ not in ids:
                ids.append(id_)
    for wording in ordinary["phrases"].get(language, ()):
        for key in spellings(wording, language):
            found.setdefault(key, {})[(NOTHING, False)] = []
    return {
        key: tuple(Sense(form, definite, tuple(ids)) for (form, definite), ids in senses.items())
        for key, senses in found.items()
    }
