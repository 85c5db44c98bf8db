"""The coder as a stage of reading: what the lexicons read in, the same as the model judges it out, with scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rasad.clauses.clause import Clause
from rasad.coding.judge import Bars, Read, bars_of, judge, read
from rasad.coding.labels import digest
from rasad.coding.scores import scored, weights_of
from rasad.coding.sheet import Records, Sheet, lay_out
from rasad.entities.entity import Resolution
from rasad.events.find import Drafts
from rasad.events.genre import other_genre
from rasad.figures.figure import Figure
from rasad.mentions.mention import DateMention, Quantity
from rasad.models.load import Model, load
from rasad.models.names import NONE
from rasad.risks.risk import Response, Risk
from rasad.statements.statement import Statement
from rasad.text.article import Article
from rasad.text.span import Span

Stage = Callable[..., "Coded"]
#: What the model says of a record of whose kind it knows nothing: neither yes nor no.
_UNTOLD = 0.5


@dataclass(frozen=True, slots=True)
class Coded:
    """What was read in an article after the model has judged it."""

    drafts: Drafts
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    risks: tuple[Risk, ...]
    responses: tuple[Response, ...]


def coder_of(model: str, *, alone: bool = False) -> Stage:
    """Return the stage that reads with *model*, loaded when it is first asked; "none" leaves all as it is.

    *alone* hides from the model what the lexicons drafted and read: names and dates it still has from them.
    """

    def code(
        article: Article, resolution: Resolution, clauses: Sequence[Clause], dates: Sequence[DateMention],
        quantities: Sequence[Quantity], drafts: Drafts, figures: Sequence[Figure], statements: Sequence[Statement],
        risks: Sequence[Risk], responses: Sequence[Response],
    ) -> Coded:  # fmt: skip
        plain = Coded(drafts, tuple(figures), tuple(statements), tuple(risks), tuple(responses))
        if model == NONE:
            return plain
        known = load(model, digest())
        records = Records(Drafts()) if alone else Records(drafts, figures, statements, risks, responses)
        sheet = lay_out(article, resolution, clauses, dates, quantities, records, known.tokens)
        seen = read(sheet, known.network) if other_genre(article) is None else None
        if seen is not None:
            bars = Bars() if alone else bars_of(known.card)
            told = judge(sheet, known.network, bars, weights_of(known.card, "event"), seen)
            plain = replace(plain, drafts=Drafts(told, drafts.seen))
        return _with_scores(plain, sheet, seen, known)

    return code


def _with_scores(coded: Coded, sheet: Sheet, seen: Read | None, known: Model) -> Coded:
    """Give every record that is no event how likely it is right."""

    def score(kind: str, span: Span, tag: str | None) -> float:
        told = seen.share(sheet, span, tag) if seen is not None and tag is not None else _UNTOLD
        return scored(told, weights_of(known.card, kind))

    return replace(
        coded,
        figures=tuple(replace(f, score=score("figure", f.evidence, None)) for f in coded.figures),
        statements=tuple(replace(s, score=score("statement", s.evidence, None)) for s in coded.statements),
        risks=tuple(replace(r, score=score("risk", r.evidence, f"risk:{r.category}")) for r in coded.risks),
        responses=tuple(replace(r, score=score("response", r.evidence, "response")) for r in coded.responses),
    )
