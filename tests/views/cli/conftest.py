from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from rasad.views import python
from rasad.views.cli.main import run

ARTICLES = {
    "visit.txt": (
        "سفر وزیر خارجه قزاقستان به کابل\n"
        "دوشنبه، ۱۲ جوزای ۱۴۰۴\n"
        "مراد نورتلیو، وزیر امور خارجه قزاقستان، روز دوشنبه به کابل سفر کرد و با مقام های افغانستان دیدار نمود. "
        "تجارت میان قزاقستان و افغانستان در سال ۲۰۲۴ به ۵۴۵ میلیون دالر رسید. "
        "او گفت تروریزم خطر جدی برای آسیای میانه است.\n"
    ),
    "summit.txt": (
        "قمة آسيا الوسطى في طشقند\n"
        "الاثنين 2 يونيو 2025\n"
        "وقعت كازاخستان وأوزبكستان اتفاقية بشأن المياه في طشقند أمس. "
        "وقال الرئيس الكازاخستاني قاسم جومارت توكاييف إن الإرهاب يهدد المنطقة.\n"
    ),
}


class Ran(NamedTuple):
    """What a command left: its exit code, its rows, its talk."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def rasad(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(arguments)
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of two articles, one in Dari and one in Arabic."""
    folder = tmp_path_factory.mktemp("ledger")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "news.db"
    python.read(*(folder / name for name in ARTICLES), ledger=path)
    return str(path)
