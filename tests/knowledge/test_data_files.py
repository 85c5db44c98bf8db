"""What must hold of every file in knowledge/data, and what a malformed one is answered with."""

from __future__ import annotations

from collections import Counter, defaultdict
from importlib.resources import files

import pytest
import yaml

from rasad.errors import DataError
from rasad.knowledge.base import load_base
from rasad.knowledge.entry import Entry
from rasad.knowledge.read import entries_of_table, entries_of_yaml, read_entries
from rasad.lexicons import load
from rasad.text.folding import fold_word

_HEAD = "source: made up\ndate: 2026-11\nentries:\n"


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(read_entries())


def test_no_id_stands_twice(entries: list[Entry]) -> None:
    """Two entries with one id would hide each other."""
    assert [id_ for id_, n in Counter(e.id for e in entries).items() if n > 1] == []


def test_no_wording_names_two_states() -> None:
    """A name, adjective or people belongs to one state in one language; what a capital means is another matter."""
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for wording, language, id_, form in load_base().wordings():
        if len(id_) == 3 and form in {"name", "adjective", "people"} and language[:2] in {"fa", "ar"}:
            meant[language[:2], fold_word(wording)].add(id_)

    assert {wording: ids for wording, ids in meant.items() if len(ids) > 1} == {}


def test_whatever_an_entry_refers_to_exists(entries: list[Entry]) -> None:
    """States, capitals, seats, members and those in whose offices people are have entries of their own."""
    known = {e.id for e in entries}
    for entry in entries:
        named = [entry.state, entry.capital, entry.government, entry.seat, entry.parent]
        named += [m.member for m in entry.memberships]
        named += [t.of for t in (*entry.tenures, *entry.capitals)]
        assert [(entry.id, id_) for id_ in named if id_ is not None and id_ not in known] == []


def test_an_entry_has_a_name_that_can_be_found(entries: list[Entry]) -> None:
    """Every wording holds a letter or digit and no outer space."""
    for entry in entries:
        for name in entry.names:
            assert any(c.isalnum() for c in name.text) and name.text == name.text.strip(), (entry.id, name.text)


def test_coordinates_lie_on_earth(entries: list[Entry]) -> None:
    """Latitude comes before longitude, both in degrees."""
    for entry in entries:
        if entry.coordinates is not None:
            latitude, longitude = entry.coordinates
            assert -90 <= latitude <= 90 and -180 <= longitude <= 180, entry.id


def test_a_word_that_is_a_name_only_in_company_is_a_name_at_all() -> None:
    """A guard of lexicons/ordinary without a name in the knowledge base would guard nothing."""
    wordings = {(language[:2], fold_word(text)) for text, language, _, _ in load_base().wordings()}
    for language, guards in load("ordinary")["names_after"].items():
        assert [w for g in guards for w in g["words"] if (language, fold_word(w)) not in wordings] == []


@pytest.mark.parametrize("file", ["states.yaml", "projects.yaml", "documents.yaml"])
def test_the_quick_way_reads_what_yaml_reads(file: str) -> None:
    """Lines are read through JSON for speed; the ids and names are those of the YAML that a person sees."""
    text = files("rasad.knowledge").joinpath("data", file).read_text(encoding="utf-8")
    rows = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["entries"]

    quick = list(entries_of_yaml(text, file))

    assert [(e.id, e.name) for e in quick] == [(r["id"], r["name"]) for r in rows]
    assert [[n.text for n in e.names if n.form == "name" and n.first is None] for e in quick] == [
        [w for words in r.get("names", {}).values() for w in words] for r in rows
    ]


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        pytest.param("date: 2026-11\nentries:\n", "", "source", id="no-source"),
        pytest.param("source: x\ndate: 2026-11\n", "", "entries:", id="no-entries"),
        pytest.param(_HEAD + "id: KAZ\n", "line 4", "id: KAZ", id="not-one-entry-a-line"),
        pytest.param(_HEAD + "- {id: KAZ, name: Kazakhstan, colour: blue}\n", "line 4", "colour", id="odd-key"),
        pytest.param(_HEAD + "- {id: kaz, name: Kazakhstan}\n", "line 4", "kaz", id="odd-id"),
        pytest.param(_HEAD + "- {id: KAZ}\n", "line 4", "name None", id="no-name"),
        pytest.param(_HEAD + "- {id: KAZ, name: K, names: {fa: قزاقستان}}\n", "line 4", "قزاقستان", id="no-list"),
        pytest.param(_HEAD + "- {id: org:a, name: A, type: state}\n", "line 4", "'state'", id="odd-type"),
        pytest.param(_HEAD + "- {id: org:a, name: A, members: [[KAZ, soon]]}\n", "line 4", "soon", id="odd-day"),
        pytest.param(
            _HEAD + "- {id: org:a, name: A, members: [[KAZ, 2024-02-31]]}\n", "line 4", "2024-02-31", id="no-such-day"
        ),
        pytest.param(
            _HEAD + "- {id: org:a, name: A, members: [[KAZ, 2024-01-02, 2024-01-01]]}\n",
            "line 4",
            "2024-01-02",
            id="ends-before-it-begins",
        ),
        pytest.param(_HEAD + "- {id: place:a, name: A, coordinates: [north, 1]}\n", "line 4", "north", id="odd-spot"),
        pytest.param(_HEAD + "- {id: KAZ, name: [}\n", "line 4", "YAML", id="not-yaml"),
    ],
)
def test_a_fault_is_named_with_file_line_and_what_was_found(text: str, line: str, found: str) -> None:
    """Whoever edits a file by hand is told where and what."""
    with pytest.raises(DataError) as caught:
        list(entries_of_yaml(text, "made-up.yaml"))

    assert f"made-up.yaml{', ' + line if line else ''}" in str(caught.value)
    assert found in str(caught.value)


def test_a_table_with_a_cell_too_few_names_its_line() -> None:
    """Tables have as many cells a line as they have columns."""
    head = "# source: made up\n# date: 2026-11\nid\tname\tstate\tlatitude\tlongitude\tpopulation\tfa\tar\tru\n"

    with pytest.raises(DataError, match=r"made-up\.tsv, line 4"):
        list(entries_of_table(head + "place:a\tA\tKAZ\n", "made-up.tsv"))
