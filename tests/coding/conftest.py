from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from rasad.coding.labels import CHOICE, DATED, MODES, PARTY, TAGS, TOKEN_FEATURES
from rasad.coding.sheet import Floats, Records, Sheet, lay_out
from rasad.events.event import STATUSES, TYPES
from rasad.events.find import Drafts
from rasad.models.load import folder
from rasad.models.names import DEFAULT, NONE
from rasad.models.tokens import Tokens
from rasad.pipeline.read import steps_of
from rasad.pipeline.steps import run
from rasad.sources.capture import Capture, Declared

HIDDEN = 4


@pytest.fixture(scope="session")
def tokens() -> Tokens:
    """The vocabulary of the model that comes with the package."""
    return Tokens(folder(DEFAULT) / "tokenizer.json")


@pytest.fixture
def sheet(tokens: Tokens) -> Callable[..., Sheet]:
    """Lay out a text of 4 March 2024 as the lexicons read it; *blank* hides what they drafted."""

    def make(text: str, language: str = "fa-AF", *, blank: bool = False) -> Sheet:
        declared = Declared(published="2024-03-04", language=language)
        taken = datetime.fromtimestamp(0, UTC)
        capture = Capture("made", "made.txt", text.encode(), text, "text", "utf-8", taken, declared)
        values: dict[str, Any] = {"capture": capture}
        for step in steps_of(NONE):
            values[step.writes] = run(step, values)
        names = ("drafted", "found figures", "found statements", "found risks", "found responses")
        records = Records(Drafts()) if blank else Records(*(values[name] for name in names))
        article, resolution, clauses = values["article"], values["resolution"], values["clauses"]
        return lay_out(article, resolution, clauses, values["dates"], values["quantities"], records, tokens)

    return make


class Sure:
    """A model that says what it is told: events of a type at some tokens, parties and dates by a feature they have."""

    hidden = HIDDEN

    def __init__(
        self, told: dict[str, Sequence[int]], actors: str = "draft actor", recipients: str = "draft recipient",
        status: str = "happened", date: str = "none",
    ) -> None:  # fmt: skip
        self.told, self.sides, self.status, self.date = told, (actors, recipients), status, date

    def vectors(self, windows: Sequence[Sequence[int]]) -> list[Floats]:
        return [np.zeros((len(w), HIDDEN), np.float32) for w in windows]

    def head(self, name: str, inputs: Floats) -> Floats:
        if name == "tags":
            assert inputs.shape[1] == HIDDEN + len(TOKEN_FEATURES)
            found = np.full((len(inputs), len(TAGS)), -9.0, np.float32)
            for type_, places in self.told.items():
                found[list(places), TYPES.index(type_)] = 9.0
            return found
        names, wanted = (STATUSES, self.status) if name == "status" else (MODES, "")
        return np.array([[9.0 if n == wanted else -9.0 for n in names]], np.float32)

    def trees(self, name: str, rows: Floats) -> Floats:
        if name == "dates":
            return np.asarray(rows[:, [DATED.index(self.date)]] > 0, np.float32)
        if name == "choices":
            return np.asarray(1 / (1 + np.exp(-rows[:, [CHOICE.index("whole")]])), np.float32)
        return np.asarray(rows[:, [PARTY.index(side) for side in self.sides]] > 0, np.float32)


@pytest.fixture
def sure() -> type[Sure]:
    """A model for tests that answers as it is told."""
    return Sure
