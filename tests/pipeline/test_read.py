from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rasad.pipeline.read import STEPS, read_capture, read_captures
from rasad.pipeline.reading import Reading
from rasad.pipeline.steps import Step
from rasad.pipeline.version import version
from rasad.sources.capture import Capture, Skipped
from rasad.text.article import Article
from rasad.text.folding import fold

TEXT = "دیدار وزیران خارجه\nوزیر امور خارجه قزاقستان روز دوشنبه به کابل سفر کرد و با مقامات افغانستان دیدار نمود.\n"


def capture(text: str = TEXT, name: str = "a") -> Capture:
    taken = datetime(2025, 6, 2, tzinfo=UTC)
    return Capture(name, f"{name}.txt", text.encode("utf-8", "surrogatepass"), text, "text", "utf-8", taken)


def with_step(name: str, run: Callable[..., object]) -> tuple[Step, ...]:
    return tuple(replace(step, run=run) if step.name == name else step for step in STEPS)


def test_an_article_is_read_whole_and_its_text_is_left_as_it_was() -> None:
    reading = read_capture(capture())

    assert isinstance(reading, Reading)
    assert reading.article.text == TEXT
    assert (reading.coder, reading.version, reading.unread) == ("lexicons+coder", version(), None)


def test_the_same_capture_gives_the_same_reading() -> None:
    assert read_capture(capture()) == read_capture(capture())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (" \n\t ", "empty"),
        ("1404/03/12 — 25 % …\n", "no letter"),
        ("متن\0متن", "NUL"),
        ("متن \ud83d متن", "surrogate"),
    ],
)
def test_what_holds_nothing_to_read_is_skipped_with_its_reason(text: str, why: str) -> None:
    skipped = read_capture(capture(text))

    assert isinstance(skipped, Skipped)
    assert skipped.where == "a.txt" and why in skipped.why


@pytest.mark.parametrize(("language", "why"), [("ru", "ru, is not read yet"), ("und", "could not be told")])
def test_a_language_that_is_not_read_keeps_its_article_and_says_so(language: str, why: str) -> None:
    def foreign(capture: Capture) -> Article:
        return Article(capture.name, capture.text, fold(capture.text), language)

    reading = read_capture(capture("Министр прибыл."), steps=with_step("text", foreign))

    assert isinstance(reading, Reading)
    assert reading.unread and why in reading.unread
    assert reading.events == () and reading.resolution.entities == ()


@pytest.mark.parametrize("stage", [step.name for step in STEPS])
def test_a_stage_that_fails_on_one_article_loses_no_other(stage: str) -> None:
    """Whatever a bug raises becomes a kept reason that names the stage, the error and its words."""
    working = {step.name: step.run for step in STEPS}[stage]

    def failing(value: Capture | Article, *others: object) -> object:
        if value.name == "bad":
            raise KeyError("a bug")
        return working(value, *others)

    many = [capture(), capture(name="bad"), capture(name="c")]
    good, bad, last = read_captures(many, steps=with_step(stage, failing))

    assert isinstance(good, Reading) and isinstance(last, Reading)
    assert bad == Skipped("bad.txt", f"The stage {stage!r} failed on this article (KeyError: 'a bug').")
