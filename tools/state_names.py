"""Write src/rasad/knowledge/data/state-names.tsv: the names of all states in the languages of CLDR.

Variants beside these stand in states.yaml (Persian, Dari, Arabic) and state-words.tsv (other languages).

Usage: python tools/state_names.py DATA > src/rasad/knowledge/data/state-names.tsv

DATA is a folder with ``cldr-48`` (one folder a locale, territories.json) and ``rigour-territories``. Not used at run
time.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

HEAD = """\
# source: Unicode CLDR 48 (Unicode-3.0), territory names of 23 locales; ISO 3166-1 alpha-3 codes from rigour (MIT)
# date: 2026-11
# made by tools/state_names.py; do not edit: spellings of the press belong into states.yaml or state-words.tsv
id\tlanguage\tform\twording"""

#: Codes of CLDR that are no states of ISO 3166-1.
NO_STATES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])

#: User-assigned codes.
ASSIGNED = {"XK": "XKX"}


def alpha3(data: Path) -> dict[str, str]:
    """Return alpha-3 codes by alpha-2 code."""
    codes = dict(ASSIGNED)
    with gzip.open(data / "rigour-territories" / "territories.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if len(row["code"]) == 2 and row.get("alpha3"):
                codes.setdefault(row["code"].upper(), row["alpha3"].upper())
    return codes


def names(data: Path, codes: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield id, language and wording, plain wordings only: «کنگو - کینشاسا» and "Myanmar (Burma)" are passed over."""
    for folder in sorted((data / "cldr-48").iterdir()):
        path = folder / "territories.json"
        if not path.is_file():
            continue
        tree = json.loads(path.read_text(encoding="utf-8"))
        for key, wording in tree["main"][folder.name]["localeDisplayNames"]["territories"].items():
            code = key.split("-")[0]
            if len(code) != 2 or code in NO_STATES or code not in codes or wording == code:
                continue
            if not any(mark in wording for mark in "()[]–—،,") and " - " not in wording:
                yield codes[code], folder.name, wording


def main() -> None:
    """Print the table."""
    data = Path(sys.argv[1])
    print(HEAD)
    by_language: dict[tuple[str, str], list[str]] = {}
    for id_, language, wording in names(data, alpha3(data)):
        by_language.setdefault((id_, language), []).append(wording)
    for (id_, language), wordings in sorted(by_language.items()):
        base = language.split("-")[0]
        known = by_language.get((id_, base), []) if language != base else []
        for wording in dict.fromkeys(wordings):
            if wording not in known:
                print(id_, language, "name", wording, sep="\t")


if __name__ == "__main__":
    main()
