from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rasad.checks.check import Check
from rasad.entities.entity import Entity, Reference, Resolution, Role
from rasad.events.event import Event, Period
from rasad.figures.figure import Figure
from rasad.pipeline.reading import Reading
from rasad.risks.risk import Response, Risk
from rasad.sources.capture import Capture
from rasad.statements.statement import Statement
from rasad.text.article import Article, Furniture, Published
from rasad.text.folding import fold
from rasad.text.span import Span

TEXT = (
    "دیدار در آستانه\n"
    "توکایف، رئیس‌جمهور قزاقستان، روز دوشنبه با متقی از افغانستان دیدار کرد. "
    "تجارت دو کشور به ۶۰۰ میلیون دالر رسید. او گفت: «تروریزم خطر است.»\n"
    "نظرات بسته شده است."
)
MakeCapture = Callable[..., Capture]
MakeReading = Callable[..., Reading]


def span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


@pytest.fixture
def make_capture() -> MakeCapture:
    def make(text: str = TEXT, where: str = "news/a.txt", hour: int = 8) -> Capture:
        taken = datetime(2025, 6, 2, hour, tzinfo=UTC)
        return Capture(Path(where).stem, where, text.encode(), text, "text", "utf-8", taken)

    return make


@pytest.fixture
def make_reading() -> MakeReading:
    def make(text: str = TEXT, version: str = "1", status: str = "happened") -> Reading:
        def at(quote: str) -> Span:
            return span(text, quote)

        monday = date(2025, 6, 2)
        article = Article(
            "a",
            text,
            fold(text),
            "fa-AF",
            title=at("دیدار در آستانه"),
            published=Published(monday),
            furniture=(Furniture(at("نظرات بسته شده است."), "note"),),
            sentences=(
                at("دیدار در آستانه"),
                at("توکایف، رئیس‌جمهور قزاقستان، روز دوشنبه با متقی از افغانستان دیدار کرد."),
                at("تجارت دو کشور به ۶۰۰ میلیون دالر رسید."),
                at("او گفت: «تروریزم خطر است.»"),
            ),
        )
        tokayev = "person:kassym-jomart-tokayev"
        entities = (
            Entity("KAZ", "state", "Kazakhstan", (at("قزاقستان"),)),
            Entity("AFG", "state", "Afghanistan", (at("افغانستان"),)),
            Entity(tokayev, "person", "Kassym-Jomart Tokayev", (at("توکایف"),), Role("president", "KAZ"), "KAZ"),
            Entity("org:parliament-of-kazakhstan", "organisation", "Parliament", (), known=False),
        )
        references = (Reference(at("دو کشور"), "KAZ", "KAZ", "group"), Reference(at("دو کشور"), "AFG", "AFG", "group"))
        return Reading(
            article,
            Resolution(entities, references),
            events=(
                Event(
                    "CONSULT", status, ("KAZ", "AFG"), (), at("با متقی از افغانستان دیدار کرد"), people=(tokayev,),
                    date=Period(monday, monday, "day"), place="place:astana", topics=("diplomacy",), gist="They meet.",
                ),
            ),
            figures=(Figure("trade", ("KAZ", "AFG"), 6e8, "USD", at("۶۰۰ میلیون دالر")),),
            statements=(Statement(tokayev, (), "direct", at("تروریزم خطر است")),),
            risks=(Risk("terrorism", (), tokayev, at("تروریزم خطر است")),),
            responses=(Response("talks", "forum", ("KAZ", "AFG"), ("terrorism",), at("دیدار کرد")),),
            checks=(Check("wrong-entity", at("متقی"), "AFG", None, "He speaks for another."),),
            version=version,
        )  # fmt: skip

    return make
