"""The figures are those of the scorer that the gold came with; where that lies beside the project, both run."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from rasad.evaluation.gold import Gold, Marks, extent, load_gold, marks
from rasad.evaluation.scores import Tally, score, sentence

SHARED = Path(__file__).parents[3] / "shared"
NAMES = {
    "language": "language", "published": "published", "title": "title",
    "furniture": "body kept, furniture dropped (characters)", "surfaces": "entity surfaces",
    "links": "entity links (states, organisations, forums)", "people": "entity links (people)",
    "events found": "event found (type, sentence)", "events": "event type+parties",
    "events directed": "event type+parties+direction",
    "events full": "event full record (type, parties, direction, date, status)",
    "event dates": "event dates, where either has one", "event status": "event status, where found",
    "figures": "figures (value, unit)", "figures full": "figures full (value, unit, of, period, status)",
    "statements": "statements (speaker, words)", "risks": "risks (category, sentence)",
    "responses": "responses (sentence)", "checks": "checks (kind, sentence)",
}  # fmt: skip
TEXT = "الف با ب دیدار کرد. ب گفت: «خوب است.» تجارت ۵ میلیون دالر شد.\n"


def gold_of(annotation: Mapping[str, Any], text: str = TEXT) -> Gold:
    return Gold("a", Path("a.txt"), text.encode(), text, marks(annotation, text))


def at(quote: str, text: str = TEXT) -> dict[str, int]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote)}


def event(**changes: Any) -> dict[str, Any]:
    plain = {
        "type": "CONSULT", "status": "happened", "actors": ["AAA", "BBB"], "recipients": [],
        "date": {"from": "2024-01-01", "to": "2024-01-01"}, "evidence": at("دیدار کرد"),
    }  # fmt: skip
    return {**plain, **changes}


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, (1, 1, 1, 1)),
        ({"status": "planned"}, (1, 1, 1, 0)),
        ({"date": None}, (1, 1, 1, 0)),
        ({"actors": ["BBB"], "recipients": ["AAA"]}, (1, 1, 0, 0)),
        ({"actors": ["AAA"]}, (1, 0, 0, 0)),
        ({"type": "AID"}, (0, 0, 0, 0)),
        ({"evidence": at("تجارت")}, (0, 0, 0, 0)),
        ({"evidence": at("الف با ب")}, (1, 1, 1, 1)),
    ],
)
def test_an_event_counts_as_far_as_it_agrees(changes: dict[str, Any], right: tuple[int, ...]) -> None:
    """Found by type and sentence, then parties, then sides, then date and status."""
    report = score([gold_of({"events": [event()]})], {"a": marks({"events": [event(**changes)]}, TEXT)})

    names = ("events found", "events", "events directed", "events full")
    assert tuple(report.figures[name].right for name in names) == right


def test_two_alike_need_two_answers() -> None:
    report = score([gold_of({"events": [event(), event()]})], {"a": marks({"events": [event()]}, TEXT)})

    assert report.figures["events"] == Tally(1, 2, 1)
    assert report.types["CONSULT"].recall == 0.5


def test_an_article_without_an_answer_counts_as_missed() -> None:
    report = score([gold_of({"language": "fa-AF", "events": [event()]})], {})

    assert report.answered == 0
    assert report.figures["title"] == report.figures["published"] == Tally(0, 1, 1)
    assert report.figures["events"] == Tally(0, 1, 0)


@pytest.mark.parametrize(
    ("value", "unit", "right"), [(5.02e6, "usd", 1), (5.1e6, "USD", 0), (5e6, "EUR", 0), (None, "USD", 0)]
)
def test_figures_agree_to_half_a_percent_in_one_unit(value: float | None, unit: str, right: int) -> None:
    figure = {"value": 5e6, "unit": "USD", "of": ["AAA"], "status": "observed", "evidence": at("۵ میلیون دالر")}
    answer = {**figure, "value": value, "unit": unit}

    report = score([gold_of({"figures": [figure]})], {"a": marks({"figures": [answer]}, TEXT)})
    assert report.figures["figures"].right == right


def test_lost_characters_count_once_an_article_and_anything_beyond_the_gold_is_false() -> None:
    lost = [{"kind": "lost-characters", "evidence": at(word)} for word in ("الف", "ب گفت")]
    wrong = {"kind": "wrong-date", "evidence": at("خوب")}

    report = score([gold_of({"checks": lost})], {"a": marks({"checks": [*reversed(lost), wrong]}, TEXT)})
    assert report.figures["checks"] == Tally(1, 1, 2)
    assert report.false_checks == 1


def test_names_that_mean_one_body_are_one() -> None:
    ours = {"entities": [{"id": "org:shanghai-cooperation-organisation", "type": "organisation"}]}
    theirs = {"entities": [{"id": "org:sco", "type": "organisation"}]}

    assert score([gold_of(ours)], {"a": marks(theirs, TEXT)}).figures["links"].f1 == 1


def test_the_second_occurrence_of_a_quote_is_where_it_says() -> None:
    assert extent("a b a", {"evidence": "a", "occurrence": 2}) == (4, 5)
    assert extent("a b a", {"evidence": "a", "occurrence": 3}) is None


def test_a_decimal_point_ends_no_sentence() -> None:
    text = "Trade was 5.7 billion. It grew."
    assert sentence(text, (0, 5)) == (0, 21)


def _offsets(item: Any, text: str) -> Any:
    where = extent(text, item)
    kept = {name: value for name, value in item.items() if name != "occurrence"} if isinstance(item, dict) else {}
    return {**kept, "evidence": {"start": where[0], "end": where[1]} if where else None}


def _disturbed(annotation: dict[str, Any], text: str, seed: int) -> dict[str, Any]:
    """Return *annotation* as a system would give it, with a share left out, moved or changed."""
    out: dict[str, Any] = {"language": annotation["language"] if seed % 4 else "ru"}
    for name in ("title", "published"):
        out[name] = _offsets(annotation[name], text) if annotation.get(name) and seed % 5 else None
    out["boilerplate"] = [_offsets(piece, text) for n, piece in enumerate(annotation.get("boilerplate") or []) if n % 2]
    out["entities"] = []
    for n, entity in enumerate(annotation.get("entities") or []):
        places = [text.find(word) for word in entity.get("surfaces") or []]
        spans = [{"start": p, "end": p + len(w)} for p, w in zip(places, entity.get("surfaces") or [], strict=True)]
        if (n + seed) % 4:
            out["entities"].append({"id": entity["id"], "type": entity["type"], "mentions": spans})
    for name in ("events", "figures", "statements", "risks", "responses", "checks"):
        out[name] = []
        for n, item in enumerate(annotation.get(name) or []):
            changed = _offsets(item, text)
            match (n * 7 + seed) % 8:
                case 0:
                    continue
                case 1:
                    changed.update({"status": "planned", "value": 1, "speaker": None, "category": "other"})
                case 2:
                    changed.update({"actors": (item.get("actors") or [])[:1], "of": [], "kind": "direct"})
                case 3:
                    changed.update({"date": None, "period": None, "type": item.get("type") and "AGREE"})
                case 4:
                    start = changed["evidence"]["start"]
                    changed["evidence"] = {"start": start, "end": start + 9}
                case 5:
                    out[name].append(dict(changed))
            out[name].append(changed)
    return out


@pytest.mark.parametrize("folder", ["dev", "seeds"])
@pytest.mark.parametrize("seed", [0, 3])
def test_the_figures_are_those_of_the_scorer_that_came_with_the_gold(folder: str, seed: int) -> None:
    tool = SHARED / "tools" / "gold.py"
    if not tool.exists():
        pytest.skip("the scorer does not lie beside the project")
    spec = importlib.util.spec_from_file_location("gold_tool", tool)
    assert spec and spec.loader
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)

    golds = load_gold(SHARED / "gold" / folder)
    given: dict[str, dict[str, Any]] = {}
    for n, path in enumerate(sorted((SHARED / "gold" / folder).glob("*.yaml"))):
        if n % 9 != 8:  # one in nine is not answered
            gold = golds[n]
            given[gold.name] = _disturbed(yaml.safe_load(path.read_text(encoding="utf-8")), gold.text, n + seed)
    ours = score(golds, {gold.name: _marks(given, gold) for gold in golds if gold.name in given})
    expected = theirs.score(theirs.load(SHARED / "gold" / folder), given)

    assert (ours.articles, ours.answered) == (expected["articles"], expected["answered"])
    assert round(ours.false_checks, 2) == expected["false checks per article"]
    for name, theirs_name in NAMES.items():
        tally, other = ours.figures[name], expected["figures"][theirs_name]
        assert (name, tally.right, tally.gold, tally.system) == (name, other["right"], other["gold"], other["system"])
        assert round(tally.f1, 3) == other["F1"]
    for type, tally in ours.types.items():
        other = expected["events by type (type+parties)"][type]
        assert (tally.right, tally.gold, tally.system) == (other["right"], other["gold"], other["system"])


def _marks(given: dict[str, dict[str, Any]], gold: Gold) -> Marks:
    return marks(given[gold.name], gold.text)
