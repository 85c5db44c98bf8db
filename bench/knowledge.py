"""What the knowledge base costs: to compile, to load, to hold, and to look for in texts.

    python bench/knowledge.py [FOLDER]

compiles data/ to a temporary file, loads the compiled one in a fresh process, and searches the texts of FOLDER
(gold/dev where it is left out), one after the other. `bench/README.md` says how to read the table.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rasad.knowledge.compiled import compile_to
from rasad.mentions.names import automaton, find_names
from rasad.text.article import Article
from rasad.text.folding import fold

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "gold" / "dev"
_MEGABYTE = 1_000_000
_ROUNDS = 5
#: What a fresh process does: loads the base and both automata, and says seconds and kilobytes.
_LOAD = """
import time
import rasad.knowledge.base as base, rasad.mentions.names as names
from bench.knowledge import resident
before, start = resident(), time.perf_counter()
base.load_base()
for language in ("fa", "ar"):
    names.automaton(language)
print(time.perf_counter() - start, before, resident())
"""


def resident() -> int:
    """Return the bytes of memory that this process holds (Linux), or the most it ever held (elsewhere)."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def compiling() -> tuple[int, float, float]:
    """Return the entries, the seconds to compile them, and the megabytes of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "knowledge.sqlite")
        start = time.perf_counter()
        count = compile_to(path)
        return count, time.perf_counter() - start, path.stat().st_size / _MEGABYTE


def loading() -> tuple[float, float, float]:
    """Return the seconds that a fresh process needs to load all, its megabytes then, and those of them for it."""
    command = [sys.executable, "-c", _LOAD]
    runs = [
        subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
        for _ in range(_ROUNDS)
    ]
    seconds, before, after = min((float(s), int(b), int(a)) for s, b, a in runs)
    return seconds, after / _MEGABYTE, (after - before) / _MEGABYTE


def matching(folder: Path, language: str, endings: tuple[str, ...]) -> tuple[float, float, float]:
    """Return megabytes a second for the automaton alone and for names with their borders, and the names a kB."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt")) if p.stem.endswith(endings)]
    articles = [Article("bench", text, fold(text), language) for text in texts]
    size = sum(len(text.encode()) for text in texts) / _MEGABYTE
    search = automaton(language)
    alone, names, found = float("inf"), float("inf"), 0
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for article in articles:
            for _ in search.iter(article.folded.text):
                pass
        alone = min(alone, time.perf_counter() - start)
        start = time.perf_counter()
        found = sum(len(find_names(article)) for article in articles)
        names = min(names, time.perf_counter() - start)
    return size / alone, size / names, found / size / 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    folder = parser.parse_args().folder
    count, seconds, size = compiling()
    print(f"compile   {seconds:6.2f} s   {count} entries, {size:.1f} MB")
    seconds, held, own = loading()
    print(f"load      {seconds:6.3f} s   {held:.0f} MB held by the process, {own:.0f} MB of them for it")
    for language, endings in (("fa", ("prs", "pes")), ("ar", ("ar",))):
        alone, names, dense = matching(folder, language, endings)
        print(f"match {language}  {alone:6.1f} MB/s automaton, {names:.1f} MB/s names with borders, {dense:.1f} a kB")


if __name__ == "__main__":
    main()
