"""The knowledge base as one file: what is made anew from data/ is what lies beside the code."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.errors import DataError
from rasad.knowledge import compiled
from rasad.knowledge.base import load_base
from rasad.knowledge.compiled import artefact, compile_to, pack, stored_keys, unpack, unpack_senses
from rasad.knowledge.entry import Codes, Entry, Membership, Name, Tenure
from rasad.knowledge.read import read_entries


def _content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as opened:
        return list(opened.iterdump())


@pytest.mark.slow
def test_compiling_again_gives_the_same_content(tmp_path: Path) -> None:
    """The compiled file holds what data/ says today, and compiling is repeatable to the byte of its content."""
    again = tmp_path / "again.sqlite"
    compile_to(again)
    kept = artefact()

    assert isinstance(kept, Path)
    assert _content(kept) == _content(again)


def test_the_base_that_is_looked_up_is_the_one_that_is_read() -> None:
    """Every entry comes out of the compiled file as the files have it."""
    read = {e.id: e for e in read_entries()}
    base = load_base()

    assert list(read) == [e.id for e in base.entries()]
    assert all(base.entry(id_) == entry for id_, entry in read.items())


_days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
_names = st.builds(Name, st.text(min_size=1), st.sampled_from(["fa", "ar"]), st.just("name"), _days, _days)
_entries = st.builds(
    Entry,
    st.just("KAZ"),
    st.just("state"),
    st.text(min_size=1),
    st.tuples(_names),
    tenures=st.tuples(st.builds(Tenure, st.just("president"), st.just("KAZ"), _days, _days, st.just("acting"))),
    memberships=st.tuples(st.builds(Membership, st.just("UZB"), st.just("observer"), _days, _days)),
    codes=st.none() | st.just(Codes("KZ", "398", "705")),
    neighbours=st.sampled_from([(), ("UZB", "KGZ")]),
    coordinates=st.none() | st.just((51.2, 71.4)),
    first=_days,
    last=_days,
)


@given(_entries)
def test_an_entry_survives_being_stored(entry: Entry) -> None:
    """Days, codes and nested values come back as they were."""
    assert unpack(pack(entry)) == entry


def test_a_key_knows_its_senses() -> None:
    """«آستانه» is found as the name of a place and, as a capital, of a government."""
    senses = dict(zip(*stored_keys("fa"), strict=True))["استانه"]

    assert {(s.form, i) for s in unpack_senses(senses) for i in s.ids} >= {
        ("name", "place:astana"),
        ("capital", "KAZ"),
    }


def test_a_file_of_another_state_of_the_data_is_not_taken(tmp_path: Path) -> None:
    """A compiled file says what it was made of; one made of something else is made anew."""
    old = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(old)) as opened:
        opened.execute("CREATE TABLE made_of (digest TEXT)")
        opened.execute("INSERT INTO made_of VALUES ('of yesterday')")
        opened.commit()
    (tmp_path / "torn.sqlite").write_bytes(b"SQLite format 3\0 and no more")

    assert not compiled._is_current(old)
    assert not compiled._is_current(tmp_path / "torn.sqlite")
    assert not compiled._is_current(tmp_path / "none.sqlite")


def test_a_malformed_file_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the file and line, and nothing is written."""

    def torn() -> None:
        raise DataError("knowledge/data/people-iran.yaml, line 7", "found the id None and name None; expected both")

    monkeypatch.setattr(compiled, "read_entries", torn)
    with pytest.raises(DataError, match=r"people-iran\.yaml, line 7"):
        compile_to(tmp_path / "knowledge.sqlite")

    assert list(tmp_path.iterdir()) == []
