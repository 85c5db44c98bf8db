"""What `make demo` does: reads the example articles into demo.db, shows what is in it, and says what to do next.

It uses nothing but the public functions of `rasad`, and may be read as an example of them.
"""

from __future__ import annotations

import sys
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

import rasad

ARTICLES = Path(__file__).resolve().parent / "articles"
LEDGER = Path("demo.db")
#: Of each listing: what it holds, how many records are shown, and the line that tells of one.
SHOWN = {
    "events": ("who did what to, with or about whom", 6, "{type:9} {status:9} {actors} → {recipients}   {first_day}"),
    "figures": ("numbers claimed about parties", 3, "{measure}: {value} {unit}, {status}, of {of}"),
    "statements": ("who said what about whom", 3, "{speaker}, about {about}"),
    "risks": ("dangers named, by whom, touching whom", 3, "{category}, raised by {raised_by}, touching {affects}"),
    "responses": ("mechanisms that answer them", 3, "{kind} of {parties}"),
    "checks": ("where a source is wrong or contradicts itself", 3, "{kind}: {why}"),
}
_NAMED = {"languages", "entities", *SHOWN}
_WIDTH = 96


def main() -> int:
    """Read the examples and print a summary, some records with their words, and the next steps."""
    print(f"Reading the articles of {ARTICLES.parent.name}/{ARTICLES.name} …", flush=True)
    counts = rasad.read(ARTICLES, ledger=LEDGER)
    print(f"Read {counts.read} into {LEDGER}, {counts.new} of them new. It holds:\n")
    with rasad.View(LEDGER) as view:
        print(f"  {'articles':12} {counts.read}, published from {_days(view.summary())}")
        for name, value in view.summary().items():
            if name in _NAMED:
                print(f"  {name:12} {_plain(value)}")
        for listing, (what, count, line) in SHOWN.items():
            records = getattr(view, listing)()
            print(
                f"\n{listing.capitalize()}, {what} ({len(records)}; some of them, each with the words that prove it):"
            )
            for record in spread(records, count):
                told = {name: _plain(value) for name, value in record.items()}
                print(f"  {record['language']:5} {line.format(**told)}")
                print(f"        \u2068«{_short(record['quote'])}»\u2069")
        faults = rasad.audit(LEDGER)
    print("", *(faults or ["Audited: every quote is what its span holds in its article."]), _NEXT, sep="\n")
    return 1 if faults else 0


def spread(records: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Return *count* of *records*, each language in its turn and within it at equal distances; the same every time."""
    languages = sorted({record["language"] for record in records})
    many = -(-count // max(1, len(languages)))
    picked = []
    for language in languages:
        ours = [record for record in records if record["language"] == language]
        step = max(1, len(ours) // many)
        picked.append(ours[step // 2 :: step][:many])
    turns = chain.from_iterable(zip_longest(*picked))
    return [record for record in turns if record is not None][:count]


def _days(summary: dict[str, Any]) -> str:
    return f"{summary['first_day']} to {summary['last_day']}"


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {count}" for key, count in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "—"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.10g}"
    return "—" if value is None else str(value)


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1].rstrip() + "…"


_NEXT = """
It was read by rules and word lists alone; README.md says how often they are right. What to do next:
  .venv/bin/rasad events --ledger demo.db --between KAZ AFG   who did what to whom
  .venv/bin/rasad checks --ledger demo.db                     where sources are wrong
  .venv/bin/rasad find --ledger demo.db قزاقستان تجارت         full text, however words are spelt
  .venv/bin/rasad show ID --ledger demo.db                    a record in its sentence, and where that was found
  .venv/bin/rasad read YOUR-FILES --ledger my.db              your own articles"""


if __name__ == "__main__":
    sys.exit(main())
