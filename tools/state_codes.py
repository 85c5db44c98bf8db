"""Write src/rasad/knowledge/data/state-codes.tsv: codes, Wikidata ids, neighbours and official names of all states.

Usage: python tools/state_codes.py DATA > src/rasad/knowledge/data/state-codes.tsv

DATA is a folder with ``internacia-db`` and ``rigour-territories``. Which states there are is read off states.yaml.
Codes of the Correlates of War stand in state-cow.tsv, written by hand. Not used at run time.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HEAD = """\
# source: internacia-db (MIT) and rigour (MIT): ISO 3166-1 codes, Wikidata ids, land borders, official names
# date: 2026-11
# made by tools/state_codes.py; do not edit. Columns: ids of states, | between neighbours
id\tiso2\tnumeric\twikidata\tneighbours\tofficial_en"""

STATES = Path(__file__).parent.parent / "src/rasad/knowledge/data/states.yaml"

#: Where the sources differ from each other or from the official name in use today.
OFFICIAL = {
    "BRN": "Brunei Darussalam",
    "GUF": "French Guiana",
    "IRL": "Ireland",
    "KIR": "Republic of Kiribati",
    "SJM": "Svalbard and Jan Mayen",
    "TUR": "Republic of Türkiye",
    "TWN": "Republic of China",
    "VIR": "United States Virgin Islands",
    "VGB": "British Virgin Islands",
}

#: The items of states where the sources have none, or that of a kingdom with its overseas parts.
WIKIDATA = {
    "COL": "Q739",
    "CSK": "Q33946",
    "DDR": "Q16957",
    "DNK": "Q35",
    "ESH": "Q6250",
    "NIC": "Q811",
    "NLD": "Q55",
    "PRT": "Q45",
    "SCG": "Q37024",
    "SJM": "Q842829",
    "SUN": "Q15180",
    "XKX": "Q1246",
    "YUG": "Q36704",
}

#: Kosovo's user-assigned code, and what ISO 3166-3 says of states that are no more.
OTHER: Mapping[str, tuple[str, ...]] = {
    "XKX": ("XK", "", "Republic of Kosovo"),
    "SUN": ("SU", "810", "Union of Soviet Socialist Republics"),
    "YUG": ("YU", "891", "Socialist Federal Republic of Yugoslavia"),
    "SCG": ("CS", "891", "State Union of Serbia and Montenegro"),
    "CSK": ("CS", "200", "Czechoslovak Socialist Republic"),
    "DDR": ("DD", "278", "German Democratic Republic"),
}

#: Codes of internacia-db that are none of ISO 3166-1.
ASSIGNED = {"KSV": "XKX"}


@dataclass(frozen=True, slots=True)
class Row:
    """A state's line of the table; what is unknown is empty."""

    id: str
    iso2: str
    numeric: str
    wikidata: str
    neighbours: tuple[str, ...]
    official: str

    def cells(self) -> tuple[str, ...]:
        """Return the cells of its line."""
        return self.id, self.iso2, self.numeric, self.wikidata, "|".join(self.neighbours), self.official


def countries(data: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the countries of internacia-db by alpha-3 code."""
    lines = (data / "internacia-db" / "countries.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return {ASSIGNED.get(r["iso3code"], r["iso3code"]): r for r in rows}


def territories(data: Path) -> Mapping[str, Mapping[str, Any]]:
    """Return the territories of rigour by alpha-3 code, the living one first."""
    found: dict[str, Mapping[str, Any]] = {}
    with gzip.open(data / "rigour-territories" / "territories.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in (json.loads(line) for line in lines):
            if row.get("alpha3") and len(row["code"]) == 2:
                found.setdefault(row["alpha3"].upper(), row)
    return found


def borders(rows: Mapping[str, Mapping[str, Any]], ids: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the neighbours of each state; a border that one side names is the other's too."""
    found: dict[str, set[str]] = {id_: set() for id_ in ids}
    for id_, row in rows.items():
        for other in row.get("borders") or ():
            other = ASSIGNED.get(other, other)
            if id_ in ids and other in ids:
                found[id_].add(other)
                found[other].add(id_)
    return {id_: tuple(sorted(others)) for id_, others in found.items()}


def rows_of(data: Path, ids: frozenset[str]) -> Iterator[Row]:
    """Yield the rows of all states, by id."""
    known, named = countries(data), territories(data)
    near = borders(known, ids)
    for id_ in sorted(ids):
        row, other = known.get(id_, {}), named.get(id_, {})
        listed = tuple(str(row.get(key, "")) for key in ("code", "numeric_code", "official_name"))
        iso2, numeric, official = OTHER.get(id_, listed)
        item = WIKIDATA.get(id_, other.get("qid", ""))
        if id_ not in WIKIDATA and row.get("wikidata_id") not in {None, item}:
            raise SystemExit(f"{id_}: found two items, {item} and {row['wikidata_id']}; say which in WIKIDATA")
        yield Row(id_, iso2, numeric, item, near[id_], OFFICIAL.get(id_, official))


def main() -> None:
    """Print the table."""
    ids = frozenset(re.findall(r"^- \{id: ([A-Z]{3}),", STATES.read_text(encoding="utf-8"), re.MULTILINE))
    print(HEAD)
    for row in rows_of(Path(sys.argv[1]), ids):
        print(*row.cells(), sep="\t")


if __name__ == "__main__":
    main()
