from __future__ import annotations

import pytest

from rasad.errors import PipelineError
from rasad.pipeline.read import STEPS
from rasad.pipeline.steps import Step, StepFailed, chain, run


def nothing(*values: object) -> tuple[object, ...]:
    return values


def test_missing_links_are_reported_together_before_anything_runs() -> None:
    ran: list[object] = []
    steps = (
        Step("names", ("article",), "names", ran.append),
        Step("dates", ("text",), "names", ran.append),
    )

    with pytest.raises(PipelineError) as caught:
        chain(steps, given=("text",), wanted=("events",))

    assert caught.value.links == (
        "step 'names' reads 'article', which no step before it writes",
        "step 'dates' writes 'names', which is there already",
        "'events' is wanted and no step writes it",
    )
    assert ran == []


def test_a_step_takes_what_it_reads_in_that_order() -> None:
    assert run(Step("s", ("b", "a"), "c", nothing), {"a": 1, "b": 2}) == (2, 1)


def test_a_step_that_raises_is_named_with_its_cause() -> None:
    with pytest.raises(StepFailed) as caught:
        run(Step("dates", ("a",), "b", int), {"a": "x"})

    assert caught.value.step == "dates"
    assert caught.value.why.startswith("ValueError: invalid literal")


def test_no_step_reads_another_record() -> None:
    """Events, statements, figures, risks and checks read the article and never each other."""
    records = {"events", "figures", "statements", "risks", "responses", "checks"}

    assert not any(records & set(step.reads) for step in STEPS)
    assert records <= {step.writes for step in STEPS}
