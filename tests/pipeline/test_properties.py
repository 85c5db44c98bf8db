"""What holds for any text, whatever it says: the text stays, spans lie in it, quotes are its own, nothing is raised."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasad.ledger import Writer, audit
from rasad.pipeline.annotation import annotation
from rasad.pipeline.read import read_capture
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture, Skipped
from rasad.text.span import Span

SENTENCES = (
    "وزیر امور خارجه قزاقستان روز دوشنبه به کابل سفر کرد و با مقام‌های افغانستان دیدار نمود.",
    "رئیس‌جمهور ازبکستان گفت: «تجارت دو کشور در سال گذشته ۱.۶ میلیارد دلار بود.»",
    "حجم تجارت میان دو کشور از ۵۴۵ میلیون دالر به ۳ میلیارد افزایش می یابد.",
    "۳۱ مهر ۱۴۰۴",
    "دوشنبه ۱۲ جوزای ۱۴۰۴ - ۱۰:۳۰",
    "قاسم جومارت توکایف، رئیس جمهور تاجیکستان، از همتای خود دعوت کرد.",
    "وقعت كازاخستان وأوزبكستان اتفاقية بشأن المياه في طشقند أمس.",
    "وقال الرئيس الكازاخستاني إن الإرهاب يهدد «المنطقة» بنسبة 5,7 في المئة.",
    "أُعلن في دوشنبه عن زيارة نظيره، ولم يحدد موعدها؛ وحضر 1.200 شخص.",
    "نظرات بسته شده است | اشتراک گذاری | Comments (0)",
)
#: Letters that decide much: joiners, tatweel, harakat, digits of three sets, quotes, marks that turn the line.
STRANGE = (
    "\u200c\u200d\u200e\u200f\u202b\u202c\u0640\u064b\u0651\u0670"
    "ءأإآئؤيكىةۀ۰۵٠٥05«»“”\"'()[].,،؛:؟!?-–/%٪…|\n\t \u00a0\ufeff"
)

pieces = st.one_of(
    st.sampled_from(SENTENCES),
    st.text(st.sampled_from(STRANGE), max_size=8),
    st.text(max_size=12),
    st.builds(lambda sentence, cut: sentence[cut:], st.sampled_from(SENTENCES), st.integers(0, 80)),
    st.builds(lambda sentence, cut: sentence[:cut], st.sampled_from(SENTENCES), st.integers(0, 80)),
)
texts = st.lists(pieces, min_size=1, max_size=8).flatmap(
    lambda parts: st.sampled_from([" ", "", "\n", "\n\n", "، "]).map(lambda glue: glue.join(parts))
)
modest = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def capture(text: str) -> Capture:
    taken = datetime(2025, 6, 2, tzinfo=UTC)
    return Capture("a", "a.txt", text.encode("utf-8", "surrogatepass"), text, "text", "utf-8", taken)


def evidence(value: Any) -> Iterator[tuple[int, int]]:
    """Every pair of start and end in an annotation."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for inner in value.values():
            yield from evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence(inner)


def spans(reading: Reading) -> Iterator[Span]:
    """Every span of a reading that an annotation leaves out: sentences, furniture, references."""
    yield from reading.article.sentences
    yield from (furniture.span for furniture in reading.article.furniture)
    yield from (reference.span for reference in reading.resolution.references)


@modest
@given(texts)
def test_no_text_makes_a_stage_fail(text: str) -> None:
    """A text is read, or skipped for what it is; never because a stage raised."""
    read = read_capture(capture(text))

    assert not (isinstance(read, Skipped) and "failed on this article" in read.why), read


@modest
@given(texts)
def test_the_text_stays_and_every_span_lies_in_it(text: str) -> None:
    read = read_capture(capture(text))
    if isinstance(read, Reading):
        assert read.article.text == text
        for start, end in [*evidence(annotation(read)), *((s.start, s.end) for s in spans(read))]:
            assert 0 <= start < end <= len(text)


@modest
@given(texts)
def test_the_same_text_is_read_the_same(text: str) -> None:
    first, second = read_capture(capture(text)), read_capture(capture(text))

    assert first == second


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(texts, min_size=1, max_size=4))
def test_a_ledger_of_any_texts_proves_every_quote_and_takes_each_text_once(many: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        with Writer(path) as writer:
            for text in dict.fromkeys(many):
                read = read_capture(capture(text))
                if isinstance(read, Reading):
                    assert writer.add(capture(text), read)
                    assert not writer.add(capture(text), read)
                elif "surrogate" not in read.why:
                    writer.add_skipped(read, capture(text))
        assert audit(path) == []
