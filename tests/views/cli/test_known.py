from __future__ import annotations

import json
from pathlib import Path

from tests.views.cli.conftest import Run


def test_who_ranks_candidates_and_says_what_speaks_for_each(rasad: Run) -> None:
    ran = rasad("who", "رئیس جمهور قزاقستان", "--on", "2017-09-12", "--format", "jsonl")
    best = json.loads(ran.out.splitlines()[0])

    assert ran.code == 0
    assert best["meant"] and best["id"] == "person:nursultan-nazarbayev"
    assert best["office"] == {
        "office": "president", "title": "رئیس جمهور", "of": "KAZ", "first": "1990-04-24", "last": "2019-03-19"
    }  # fmt: skip
    assert {"name": "office", "weight": 6.0, "value": 1.0} in best["features"]


def test_who_names_in_the_reader_s_language(rasad: Run) -> None:
    ran = rasad("who", "Токаев", "--on", "2024-01-01", "--names", "en", "--format", "jsonl")

    assert json.loads(ran.out.splitlines()[0])["name"] == "Kassym-Jomart Tokayev"


def test_a_refusal_says_why(rasad: Run) -> None:
    table = rasad("who", "رئیس جمهور")
    lines = rasad("who", "رئیس جمهور", "--format", "jsonl")

    assert table.code == 0 and table.out == "" and "Nobody for certain" in table.err
    first = json.loads(lines.out.splitlines()[0])
    assert first["id"] is None and "names no state" in first["why"]


def test_an_unknown_language_lists_what_exists(rasad: Run) -> None:
    ran = rasad("who", "توکایف", "--language", "xx")

    assert ran.code == 1
    assert "'xx' is not known" in ran.err and "fa-AF" in ran.err


def test_an_unknown_day_shows_how_one_is_written(rasad: Run) -> None:
    ran = rasad("who", "توکایف", "--on", "12 Khordad")

    assert ran.code == 2
    assert "%Y-%m-%d" in ran.err


def test_an_unknown_id_beside_is_an_error(rasad: Run) -> None:
    ran = rasad("who", "وزیر", "--near", "KZ")

    assert ran.code == 1 and "'KZ' is not known" in ran.err


def test_a_wording_of_ten_thousand_letters_means_nobody(rasad: Run) -> None:
    ran = rasad("who", "ا" * 10_000)

    assert ran.code == 0 and "10,000 characters" in ran.err


def test_party_tells_what_held_on_a_day(rasad: Run) -> None:
    ran = rasad("party", "KAZ", "--on", "2020-06-01", "--format", "json", "--language", "fa")
    told = json.loads(ran.out)

    assert told["capital"] == {"id": "place:astana", "name": "نورسلطان"}
    assert {"KZ", "398"} <= set(told["codes"].values())
    assert [o["id"] for o in told["offices"] if o["office"] == "president"] == ["person:kassym-jomart-tokayev"]
    assert "org:csto" in {p["id"] for p in told["member_of"]}


def test_party_is_told_in_lines_to_look_at(rasad: Run) -> None:
    ran = rasad("party", "org:csto", "--on", "2010-01-01")

    assert ran.code == 0
    assert ran.out.splitlines()[0] == "CSTO (org:csto), as of 2010-01-01"
    assert "UZB" in next(line for line in ran.out.splitlines() if line.startswith("  members:"))


def test_links_say_what_they_rest_on(rasad: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "سفر وزیر خارجه قزاقستان به کابل\n۲ جون ۲۰۲۵\nمراد نورتلیو، وزیر امور خارجه قزاقستان، به کابل سفر کرد. "
        "رئیس جمهور تاجیکستان این سفر را ستود.\n",
        encoding="utf-8",
    )
    ran = rasad("links", str(article))
    links = [json.loads(line) for line in ran.out.splitlines()]
    state = next(link for link in links if link["id"] == "TJK")

    assert ran.code == 0
    assert state["quote"] == "تاجیکستان" and state["confident"]
    assert {f["name"] for f in state["candidates"][0]["features"]} == {"name", "state"}
    assert all(link["quote"] for link in links)
