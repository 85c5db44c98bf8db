"""Documents move with code: pages made from code are fresh, tables are described, and every code block runs."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rasad.ledger.file import migrations
from rasad.views import python

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md")), *sorted(ROOT.glob("*/README.md"))]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)")


def blocks(page: Path, *languages: str) -> list[str]:
    """The code blocks of a page in their order, those in *languages*."""
    return [f"{language}\n{code}" for language, code in _BLOCK.findall(page.read_text(encoding="utf-8"))
            if language in languages]  # fmt: skip


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


RUNNING = [page for page in PAGES if blocks(page, "bash", "python")]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, read once."""
    path = tmp_path_factory.mktemp("docs") / "demo.db"
    python.read(ROOT / "examples" / "articles", ledger=path)
    return path


@pytest.fixture
def copy(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with what a reader of the documents has: examples, gold, and the ledger of the demo."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copytree(ROOT / "gold", tmp_path / "gold")
    with python.View(demo):  # what its WAL holds is in the file once nobody else has it open
        shutil.copy(demo, tmp_path / "demo.db")
    monkeypatch.chdir(tmp_path)
    scripts = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    monkeypatch.setenv("PATH", scripts)
    yield tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("page", RUNNING, ids=name)
def test_the_code_of_the_documents_runs(page: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Blocks of bash run in a shell that stops at the first fault, blocks of Python in this process."""
    for block in blocks(page, "bash", "python"):
        language, code = block.split("\n", 1)
        if language == "bash":
            done = subprocess.run(["bash", "-euo", "pipefail", "-c", code], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
        else:
            exec(compile(code, str(page), "exec"), {"__name__": "__main__"})
    capsys.readouterr()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_to_files(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_blocks_are_of_kinds_that_are_run_or_read(page: Path) -> None:
    """bash and python are run; console is for make, which makes environments; text is printed, yaml is data."""
    kinds = {language for language, _ in _BLOCK.findall(page.read_text(encoding="utf-8"))}
    assert kinds <= {"bash", "python", "console", "text", "yaml"}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for block in blocks(page, "console"):
        assert set(re.findall(r"^\$ make (\w+)", block, re.M)) <= targets


def test_the_page_of_the_commands_is_fresh() -> None:
    """Every command with its options, as --help says; python docs/make_cli.py writes it anew."""
    spec = importlib.util.spec_from_file_location("make_cli", DOCS / "make_cli.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)

    assert (DOCS / "cli.md").read_text(encoding="utf-8") == made.page(), "stale: run python docs/make_cli.py"


def test_every_table_and_column_of_the_ledger_is_described() -> None:
    import sqlite3

    sections = dict(re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", (DOCS / "ledger.md").read_text("utf-8"), re.M | re.S))
    with sqlite3.connect(":memory:") as ledger:
        for migration in migrations():
            ledger.executescript(migration)
        tables = {row[0] for row in ledger.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'word_%'"
        )}  # fmt: skip
        columns = {table: {row[1] for row in ledger.execute(f"PRAGMA table_info({table})")} for table in tables}
    ledger.close()

    assert set(sections) == tables
    for table, names in columns.items():
        described = set(re.findall(r"`(\w+)`", sections[table]))
        if "the columns of `reading`" in sections[table]:
            described |= set(re.findall(r"`(\w+)`", sections["reading"]))
        assert names - {"word", "rank"} <= described, table


def test_every_lexicon_is_described() -> None:
    page = (DOCS / "lexicons.md").read_text(encoding="utf-8")
    folder = ROOT / "src" / "rasad" / "lexicons"
    files = [path for path in folder.iterdir() if path.suffix == ".yaml" or (path.is_dir() and path.name[0] != "_")]

    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == {path.stem for path in files}


def test_every_kind_and_type_of_record_is_in_the_contract() -> None:
    from rasad.checks.check import KINDS
    from rasad.entities.entity import TYPES as ENTITY_TYPES
    from rasad.events.event import STATUSES, TYPES
    from rasad.risks.risk import CATEGORIES, RESPONSE_KINDS

    page = (DOCS / "annotate.md").read_text(encoding="utf-8")
    for word in (*KINDS, *ENTITY_TYPES, *STATUSES, *TYPES, *CATEGORIES, *RESPONSE_KINDS):
        assert re.search(rf"\b{re.escape(word)}\b", page), word


def test_the_version_of_the_citation_is_the_version_of_the_package() -> None:
    from rasad import __version__

    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
