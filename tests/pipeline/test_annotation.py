from __future__ import annotations

import json
from datetime import date

from rasad.entities.entity import Entity, Resolution, Role
from rasad.events.event import Event, Period
from rasad.figures.figure import Figure
from rasad.pipeline.annotation import annotation
from rasad.pipeline.reading import Reading
from rasad.text.article import Article, Furniture, Published
from rasad.text.folding import fold
from rasad.text.span import Span

TEXT = "سفر وزیر\nوزیر قزاقستان به کابل رفت.\nنظرات"


def test_a_reading_becomes_plain_values_with_offsets() -> None:
    article = Article(
        "a", TEXT, fold(TEXT), "fa-AF", title=Span(0, 8), published=Published(date(2024, 5, 1)),
        furniture=(Furniture(Span(len(TEXT) - 5, len(TEXT)), "comments"),),
    )  # fmt: skip
    minister = Entity("person:x", "person", "X", (Span(9, 13),), Role("minister", "KAZ"))
    month = Period(date(2024, 4, 1), date(2024, 4, 30), "month")
    reading = Reading(
        article, Resolution((minister,), ()),
        events=(Event("CONSULT", "happened", ("KAZ",), ("AFG",), Span(9, 35), mode="visit", date=month),),
        figures=(Figure("trade", ("KAZ",), 5.0, "USD", Span(9, 13), period=(date(2023, 1, 1), date(2023, 12, 31))),),
    )  # fmt: skip

    made = annotation(reading)

    assert json.loads(json.dumps(made)) == made
    assert made["id"] == "a" and made["language"] == "fa-AF"
    assert made["title"] == {"evidence": {"start": 0, "end": 8}}
    assert made["published"] == {"date": "2024-05-01", "time": None, "precision": "day", "evidence": None}
    [furniture] = made["boilerplate"]
    assert TEXT[furniture["start"] : furniture["end"]] == "نظرات"
    assert made["entities"] == [
        {"id": "person:x", "type": "person", "name": "X", "role": {"title": "minister", "of": "KAZ"},
         "mentions": [{"start": 9, "end": 13}]}
    ]  # fmt: skip
    [event] = made["events"]
    assert event["date"] == {"from": "2024-04-01", "to": "2024-04-30", "precision": "month"}
    assert (event["actors"], event["recipients"], event["place"]) == (["KAZ"], ["AFG"], None)
    assert made["figures"][0]["period"] == {"from": "2023-01-01", "to": "2023-12-31"}
    assert made["checks"] == []
