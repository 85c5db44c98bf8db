"""Specification: the first word of a wording tells quickly where no time begins, and hides none."""

from __future__ import annotations

import pytest

from rasad.mentions.date_phrases import Phrases
from rasad.text.date_grammar import Grammar
from rasad.text.date_words import date_words, pieces_of
from rasad.text.folding import fold

FA = """دوشنبه ۱۲ خرداد ۱۴۰۴، سه روز پیش، از ۱۰ تا ۱۲ جوزا، نیمه نخست سال ۲۰۲۴، اوایل ماه گذشته،
تابستان سال آینده، دهه نود میلادی، پنج سال گذشته، هفته آینده، همان هفته، ماه جاری، امسال،
دیروز، روز بعد، همان روز، از آن پس، از اگست ۲۰۲۱ تاکنون، تا پایان سال ۲۰۳۰، در ۲۰۱۹،
بین سال‌های ۲۰۱۵ و ۲۰۲۰، پنجم مهر، ۹ ماه اول سال، دو ماه بعد، صبح روز جمعه، ۲۷ و ۲۸ نوامبر."""
AR = """الأحد 30 أكتوبر/تشرين الأول 2022، قبل ثلاثة أيام، من 27 إلى 28 نوفمبر،
الأشهر التسعة الأولى من العام، نهاية الشهر الماضي، صيف العام المقبل، تسعينيات القرن الماضي،
السنوات الخمس الماضية، الأسبوع المقبل، هذا الشهر، العام الجاري، أمس، اليوم التالي،
منذ عام 2018، منذ ذلك الحين، حتى نهاية 2030، بين عامي 2015 و2020، الخامس عشر من مايو،
بعد شهرين، مساء الثلاثاء، خلال الأيام العشرة المقبلة."""


@pytest.mark.parametrize(("text", "language"), [pytest.param(FA, "fa", id="fa"), pytest.param(AR, "ar", id="ar")])
def test_a_time_is_read_wherever_it_begins(text: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is passed over by its first word alone would not have been read either: openers name every first word."""
    folded, words = fold(text), date_words(language)
    assert words is not None
    pieces = pieces_of(folded, language)
    quick = [Phrases(folded.text, pieces, words).expression(index) for index in range(len(pieces))]

    monkeypatch.setattr(Grammar, "opens", lambda self, index, tables: 0 <= index < len(self.pieces))
    slow = [Phrases(folded.text, pieces, words).expression(index) for index in range(len(pieces))]

    assert quick == slow
    assert sum(found is not None for found in quick) > 20
