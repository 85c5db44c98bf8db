"""docs/add_a_person.md is proven by doing what it says, on a copy of the sources."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "add_a_person.md"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
#: The commands of the page, as a copy of the sources is asked to run them.
_PYTHON = {"make knowledge": ["-m", "rasad.knowledge.compiled"], "rasad": ["-m", "rasad.views.cli"]}


def _run(command: str, source: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    arguments = _PYTHON.get(command) or [*_PYTHON[words[0]], *words[1:]]
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=environment, check=False)


@pytest.mark.slow
def test_the_page_does_what_it_says(tmp_path: Path) -> None:
    """The line is written, compiled and found; a closed office has no holder any more."""
    source = tmp_path / "src"
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    page = PAGE.read_text(encoding="utf-8")
    [people] = {tmp_path / name for name in re.findall(r"`(src/rasad/knowledge/data/people-[a-z-]+\.yaml)`", page)}
    lines, commands = [], 0
    for language, block in _BLOCK.findall(page):
        if language == "yaml" and block.startswith("- {"):
            people.write_text(people.read_text(encoding="utf-8").rstrip("\n") + "\n" + block, encoding="utf-8")
        elif language == "yaml":
            lines.append(block.strip())
            if len(lines) == 2:
                text = people.read_text(encoding="utf-8")
                assert text.count(lines[0]) == 1
                people.write_text(text.replace(*lines), encoding="utf-8")
        else:
            for part in block.split("$ ")[1:]:
                command, _, expected = part.partition("\n")
                ran = _run(command, source)
                commands += 1
                assert ran.returncode == 0, ran.stderr
                assert expected.strip() in ran.stdout, command

    assert commands == 4 and len(lines) == 2


@pytest.mark.slow
def test_a_fault_in_the_line_stops_with_its_place(tmp_path: Path) -> None:
    """Who forgets a bracket is told the file, the line and what was found there."""
    source = tmp_path / "src"
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    people = source / "rasad" / "knowledge" / "data" / "people-iran.yaml"
    text = people.read_text(encoding="utf-8").rstrip("\n")
    line = "- {id: person:a-b, name: A B, offices: [[president, IRN, soon, null]]}"
    people.write_text(f"{text}\n{line}\n", encoding="utf-8")

    ran = _run("make knowledge", source)

    assert ran.returncode == 1
    assert f"people-iran.yaml, line {len(text.splitlines()) + 1}" in ran.stderr
    assert "'soon'" in ran.stderr and "2017-09-12" in ran.stderr
