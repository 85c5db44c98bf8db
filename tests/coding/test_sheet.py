from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rasad.coding.features import anchor, dates_of, parties_of
from rasad.coding.labels import DATED, PARTY, TOKEN_FEATURES
from rasad.coding.sheet import BEFORE, WINDOW, Sheet
from rasad.text.span import Span

Make = Callable[..., Sheet]
MET = "وزیر خارجه قزاقستان روز شنبه با همتای افغان خود در کابل دیدار کرد."


def on(names: tuple[str, ...], row: object) -> set[str]:
    return {names[i] for i in np.nonzero(np.asarray(row))[0]}


def test_tokens_cover_every_letter_in_order_and_know_their_characters(sheet: Make) -> None:
    text = "نشست تهران\n\nوزیر خارجهٔ ایران می‌گوید: «خوب است». وزير الخارجية يزور كابل 🙂 اليوم."
    read = sheet(text)
    spans = list(zip(read.starts, read.ends, strict=True))
    assert spans == sorted(spans)
    assert all(first < last for first, last in spans)
    covered = {i for first, last in spans for i in range(first, last)}
    assert all(i in covered for i, char in enumerate(text) if char.isalnum())


def test_a_token_knows_what_the_lexicons_saw_there(sheet: Make) -> None:
    read = sheet(MET)
    first, _ = read.tokens(Span(MET.index("دیدار"), MET.index("دیدار") + 5))
    assert {"draft:CONSULT", "seen:CONSULT", "draft:happened"} <= on(TOKEN_FEATURES, read.features[first])
    name, _ = read.tokens(Span(MET.index("قزاقستان"), MET.index("قزاقستان") + 3))
    assert "party" in on(TOKEN_FEATURES, read.features[name])
    assert "arabic" not in on(TOKEN_FEATURES, read.features[name])


def test_nothing_of_the_lexicons_is_shown_where_they_are_hidden(sheet: Make) -> None:
    read = sheet(MET, blank=True)
    assert not any(name.startswith(("draft", "seen")) for row in read.features for name in on(TOKEN_FEATURES, row))


def test_windows_hold_every_token_once_and_read_a_little_before(sheet: Make) -> None:
    read = sheet("\n".join([MET] * 40))
    told = [i for w in read.windows for i in range(w.first, w.last)]
    assert told == list(range(len(read.ids)))
    assert all(w.last - w.first <= WINDOW and 0 <= w.first - w.start <= BEFORE for w in read.windows)
    assert any(w.start < w.first for w in read.windows)


def test_sentences_about_nobody_are_not_shown_to_the_encoder(sheet: Make) -> None:
    assert sheet("هوا امروز در دره سرد بود و برف آرام می‌بارید.").windows == ()
    mixed = sheet(f"{MET} هوا سرد بود و برف آرام می‌بارید. {MET}")
    shown = {mixed.sentences[i] for w in mixed.windows for i in range(w.first, w.last)}
    assert shown == {0, 2}


def test_a_word_longer_than_any_window_is_cut_and_read(sheet: Make) -> None:
    read = sheet(MET + " " + "ب" * 10_000)
    assert [w.last for w in read.windows][-1] <= len(read.ids)
    assert len(read.ids) > WINDOW


def test_parties_come_with_what_grammar_and_the_draft_say_of_them(sheet: Make) -> None:
    read = sheet(MET)
    first, last = read.tokens(Span(MET.index("دیدار"), len(MET) - 1))
    parties, rows = parties_of(read, anchor(read, "CONSULT", first, last))
    known = {(party, name) for party, row in zip(parties, rows, strict=True) for name in on(PARTY, row)}
    assert {("KAZ", "nearest role:subject"), ("KAZ", "draft actor"), ("AFG", "any role:with")} <= known
    assert {("AFG", "draft recipient"), ("AFG", "any form:place"), ("KAZ", "any same clause")} <= known
    assert ("KAZ", "any form:place") not in known


def test_the_last_subject_is_known_where_a_sentence_has_none(sheet: Make) -> None:
    text = MET + " سپس راهی تهران شد و توافق را امضا کرد."
    read = sheet(text)
    first, last = read.tokens(Span(text.index("امضا"), text.index("امضا") + 4))
    parties, rows = parties_of(read, anchor(read, "SUPPORT", first, last))
    assert "last subject" in on(PARTY, rows[parties.index("KAZ")])
    assert "last subject" not in on(PARTY, rows[parties.index("AFG")])


def test_dates_come_with_where_they_stand_and_none_is_one_of_them(sheet: Make) -> None:
    read = sheet(MET + " او تا یک هفته دیگر به تهران می‌رود.")
    first, last = read.tokens(Span(MET.index("دیدار"), len(MET) - 1))
    when, *_, none = dates_of(read, anchor(read, "CONSULT", first, last))
    assert when.period is not None
    assert when.period.first.isoformat() == "2024-03-02"
    assert {"same sentence", "same clause", "before", "drafted"} <= on(DATED, when.features)
    assert none.period is None
    assert "none" in on(DATED, none.features)
