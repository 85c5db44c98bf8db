"""Names of Latin script in the 26 letters of English: Şimşek is shimshek, Gʻulomov ghulomov, António antonio."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rasad.lexicons import load


@cache
def _plain() -> tuple[re.Pattern[str], dict[str, str]]:
    letters = {str(letter): str(plain) for letter, plain in load("spelling/latin")["plain"].items()}
    return re.compile("|".join(map(re.escape, sorted(letters, key=len, reverse=True)))), letters


def plain(name: str) -> list[str]:
    """Return the words of a name, lower case, in the letters a to z; what is no Latin letter is left out."""
    wording, letters = _plain()
    text = unicodedata.normalize("NFC", name).lower().replace("-", " ")
    text = unicodedata.normalize("NFD", wording.sub(lambda found: letters[found.group()], text))
    words = ("".join(c for c in word if "a" <= c <= "z") for word in text.split())
    return [word for word in words if word]


def slug(name: str) -> str:
    """Return a name as ids have it: lower case, words parted by hyphens, nothing but Latin letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")
