"""From a capture to a reading: the stages in their order, and what is set aside with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Any

from rasad.checks.find import find_checks
from rasad.clauses.clause import find_clauses
from rasad.coding.coder import Coded, coder_of
from rasad.coding.labels import digest
from rasad.entities.entity import Resolution
from rasad.entities.resolve import resolve
from rasad.events.event import Event
from rasad.events.find import draft_events, settle_events
from rasad.figures.find import find_figures
from rasad.mentions.dates import find_dates
from rasad.mentions.names import find_names
from rasad.mentions.quantities import find_quantities
from rasad.models.load import load
from rasad.models.names import DEFAULT, NONE
from rasad.pipeline.reading import Reading
from rasad.pipeline.steps import Step, StepFailed, chain, run
from rasad.pipeline.version import version
from rasad.risks.find import find_risks
from rasad.risks.responses import find_responses
from rasad.sources.capture import Capture, Skipped
from rasad.statements.find import find_statements
from rasad.text.article import Article
from rasad.text.read import read_article

#: The languages that are read beyond an article's face, as BCP 47 primary tags.
LANGUAGES = ("fa", "ar")
_RECORDS = ("events", "figures", "statements", "risks", "responses", "checks")


def coder(model: str = DEFAULT) -> str:
    """Return the name under which what *model* reads is kept."""
    return "lexicons" if model == NONE else f"lexicons+{model}"


def check_model(model: str) -> None:
    """Make sure that *model* can be used, before anything is read.

    Raises:
        ModelError: it cannot, and why.
    """
    if model != NONE:
        load(model, digest())


@cache
def steps_of(model: str = DEFAULT, *, alone: bool = False) -> tuple[Step, ...]:
    """Return the stages of reading with *model*; it is loaded when the first article comes to its stage.

    *alone* hides from it what the lexicons drafted, for comparison.
    """
    return chain(
        (
            Step("text", ("capture",), "article", read_article),
            Step("names", ("article",), "names", find_names),
            Step("dates", ("article",), "dates", find_dates),
            Step("quantities", ("article",), "quantities", find_quantities),
            Step("entities", ("article", "names"), "resolution", resolve),
            Step("clauses", ("article", "resolution"), "clauses", find_clauses),
            Step("figures", ("article", "resolution", "clauses", "quantities", "dates"), "found figures", find_figures),
            Step("statements", ("article", "resolution", "clauses"), "found statements", find_statements),
            Step("risks", ("article", "clauses"), "found risks", find_risks),
            Step("responses", ("article", "resolution", "clauses"), "found responses", find_responses),
            Step("drafts", ("article", "resolution", "clauses", "dates"), "drafted", draft_events),
            Step("coder", ("article", "resolution", "clauses", "dates", "quantities", "drafted", "found figures",
                           "found statements", "found risks", "found responses"), "coded",
                 coder_of(model, alone=alone)),
            Step("events", ("article", "resolution", "coded"), "events", _events),
            *(Step(f"coded-{name}", ("article", "coded"), name, partial(_coded, name))
              for name in ("figures", "statements", "risks", "responses")),
            Step("checks", ("article", "resolution", "dates", "quantities"), "checks", find_checks),
        ),
        given=("capture",),
        wanted=("article", "resolution", *_RECORDS),
    )  # fmt: skip


def _events(article: Article, resolution: Resolution, coded: Coded) -> tuple[Event, ...]:
    return settle_events(article, resolution, coded.drafts)


def _coded(name: str, article: Article, coded: Coded) -> tuple[object, ...]:
    found: tuple[object, ...] = getattr(coded, name)
    return found


STEPS = steps_of()


def read_capture(
    capture: Capture, *, model: str = DEFAULT, steps: tuple[Step, ...] | None = None
) -> Reading | Skipped:
    """Read one capture.

    Args:
        model: the name of a model that came with rasad, or "none" for the lexicons alone.
        steps: other stages than those of *model*.

    Returns:
        A reading; in a language that is not read it holds the article alone and says so in ``unread``. Skipped, with
        the reason in a sentence, where there is no letter to read, or where a stage failed on this article.
    """
    if why := _unreadable(capture.text):
        return Skipped(capture.where, why)
    values: dict[str, Any] = {"capture": capture}
    try:
        for step in steps or steps_of(model):
            values[step.writes] = run(step, values)
            if step.writes == "article" and values["article"].base_language not in LANGUAGES:
                return _face_alone(values["article"], model)
    except StepFailed as failed:
        return Skipped(capture.where, f"The stage {failed.step!r} failed on this article ({failed.why}).")
    records: dict[str, Any] = {name: tuple(values[name]) for name in _RECORDS}
    return Reading(values["article"], values["resolution"], **records, coder=coder(model), version=version())


def read_captures(
    captures: Iterable[Capture], *, model: str = DEFAULT, steps: tuple[Step, ...] | None = None
) -> Iterator[Reading | Skipped]:
    """Yield what each of *captures* holds, in their order."""
    for capture in captures:
        yield read_capture(capture, model=model, steps=steps)


def _face_alone(article: Article, model: str) -> Reading:
    known = ", ".join(LANGUAGES)
    why = (
        f"Its language, {article.language}, is not read yet (only {known} are); its text is kept."
        if article.language != "und"
        else f"Its language could not be told (only {known} are read); its text is kept."
    )
    return Reading(article, Resolution((), ()), coder=coder(model), version=version(), unread=why)


def _unreadable(text: str) -> str | None:
    """Say why *text* cannot be read at all, None where it can."""
    if not text.strip():
        return "The text is empty."
    if not any(char.isalpha() for char in text):
        return "The text holds no letter."
    if "\0" in text:
        return "The text holds NUL characters; is this a binary file?"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "The text holds halves of surrogate pairs, which no file can keep; its bytes were decoded wrongly."
    return None
