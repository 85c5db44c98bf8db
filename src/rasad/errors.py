"""Every error rasad raises, drawn as a tree.

    RasadError
    ├── SpanError            a span that no text can hold
    ├── EvidenceMismatch     a quote that is not what its span holds
    ├── SourceError          something that cannot be read at all
    │   ├── SourceMissing    no such file, folder or address
    │   └── SourceRefused    found, but not readable as what it claims to be, or over a bound
    ├── DataError            a data file of the project (lexicon, knowledge, gold) with a fault
    ├── QueryError           a question that cannot be asked: an unknown language, day or id
    ├── PipelineError        steps that do not fit together
    ├── LedgerError          a ledger file that is not one, or of another version
    ├── FloorError           figures under the floors kept in gold/floors.json
    └── MissingExtra         a part that needs an optional dependency

Text never raises, misuse does. An error's arguments are its facts, so it survives the trip from another process;
``str()`` words them: what was found, what was expected, what to try.
"""

from __future__ import annotations


class RasadError(Exception):
    """The root of all errors raised on purpose."""


class SpanError(RasadError):
    """A span that no text can hold."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start, end)
        self.start, self.end = start, end

    def __str__(self) -> str:
        return f"expected 0 <= start < end, got [{self.start}, {self.end})"


class EvidenceMismatch(RasadError):
    """A quote is not what its span holds in the article's text."""

    def __init__(self, article: str, start: int, end: int, quote: str, found: str) -> None:
        super().__init__(article, start, end, quote, found)
        self.article, self.start, self.end, self.quote, self.found = article, start, end, quote, found

    def __str__(self) -> str:
        return (
            f"article {self.article} holds {self.found!r} at [{self.start}, {self.end}), not {self.quote!r}. "
            "Was its text edited after capture? Try `rasad audit`, then read the source again."
        )


class SourceError(RasadError):
    """Something that cannot be read at all; *where* names it, *why* is a whole sentence."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(where, why)
        self.where, self.why = where, why

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


class SourceMissing(SourceError):
    """No such file, folder or address."""


class SourceRefused(SourceError):
    """Found, but not readable as what it claims to be, or over a bound."""


class DataError(RasadError):
    """A data file of the project with a fault: *where* is file (and line), *why* found and expected."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(where, why)
        self.where, self.why = where, why

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


class QueryError(RasadError):
    """A question that cannot be asked: *found* stands where *expected* says what may."""

    def __init__(self, what: str, found: str, expected: str) -> None:
        super().__init__(what, found, expected)
        self.what, self.found, self.expected = what, found, expected

    def __str__(self) -> str:
        return f"the {self.what} {self.found!r} is not known; expected {self.expected}."


class PipelineError(RasadError):
    """Steps that do not fit together; each of *links* is a whole sentence about one missing link."""

    def __init__(self, links: tuple[str, ...]) -> None:
        super().__init__(links)
        self.links = links

    def __str__(self) -> str:
        return "the steps do not fit together: " + "; ".join(self.links)


class LedgerError(RasadError):
    """A ledger file that is not one, or of another version."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.path, self.why = path, why

    def __str__(self) -> str:
        return f"ledger {self.path}: {self.why}"


class FloorError(RasadError):
    """Figures under the floors kept in gold/floors.json."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines)
        self.lines = lines

    def __str__(self) -> str:
        return "under the floor: " + "; ".join(self.lines)


class MissingExtra(RasadError):
    """A part that needs an optional dependency which is not installed."""

    def __init__(self, part: str, extra: str) -> None:
        super().__init__(part, extra)
        self.part, self.extra = part, extra

    def __str__(self) -> str:
        return f"{self.part} needs an extra that is not installed. Try `pip install 'rasad[{self.extra}]'`."


class ModelError(RasadError):
    """A model that cannot be used, with what is wrong with it."""

    def __init__(self, name: str, found: str) -> None:
        super().__init__(name, found)
        self.name, self.found = name, found

    def __str__(self) -> str:
        return (
            f"the model {self.name!r} cannot be used: {self.found}. "
            "Try --model none, which reads by the lexicons alone, or install rasad anew."
        )
