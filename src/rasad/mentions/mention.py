"""Mentions: wordings in an article that name, date or count something; whom they mean is decided later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasad.text.span import Span


@dataclass(frozen=True, slots=True)
class NameMention:
    """A wording found in the gazetteer. ``ids`` are all entries it may mean, best first; never empty.

    ``form`` says how it names: "name", "adjective" (قزاقستانی, الكازاخستاني), "capital" (آستانه), "people" (قزاق);
    ``forms`` how it names each of ``ids``, where these differ.
    """

    span: Span
    ids: tuple[str, ...]
    form: str = "name"
    forms: tuple[str, ...] = ()

    def form_of(self, id_: str) -> str:
        """Return how the wording names one of its ids."""
        return self.forms[self.ids.index(id_)] if self.forms else self.form


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A wording of an office, such as «وزیر امور خارجه» or "رئيس الوزراء"; ``office`` is a key of lexicons/roles."""

    span: Span
    office: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A wording of a time, read to Gregorian days, both ends included.

    ``precision`` is day, month, year or range. ``kind`` is "absolute" (۱۲ خرداد ۱۴۰۴), "partial" (27 نوامبر, without
    its year) or "relative" (سال گذشته), the last two resolved against the publication date; where that is unknown
    they give no mention, save years and months where the first sentences tell of a day. ``open_ended`` marks
    «از سال ۲۰۱۸» (since): then ``last`` is the publication date. ``impossible`` marks a wording of a day that its
    calendar lacks («۳۱ مهر», 30/13): then first and last are None.
    """

    span: Span
    first: date | None
    last: date | None
    precision: str
    kind: str = "absolute"
    calendar: str = "gregorian"
    open_ended: bool = False
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: 1.6 میلیارد دالر is 1600000000 USD.

    ``unit`` is an ISO 4217 code, "percent", "persons", "years", "km", … (lexicons/units), or "" for a bare number.
    ``qualifier`` is exact, about, over or under. ``span`` covers number, multiplier and unit; ``number`` the
    number alone.
    """

    span: Span
    number: Span
    value: float
    unit: str
    qualifier: str = "exact"
    noun: str | None = None
