"""What `make demo` does: reads the example articles into demo.db, shows what is in it, and says what to do next.

It uses nothing but the public functions of `rasad`, and may be read as an example of them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import rasad

HERE = Path(__file__).resolve().parent
LEDGER = Path("demo.db")
#: Of each listing: the line that tells of one of its records.
LINES = {
    "events": "{type} ({status})  {actors} → {recipients}  {first_day}",
    "figures": "{measure}: {value:,.10g} {unit} ({status})  of {of}",
    "statements": "{speaker} says of {about}",
    "risks": "{category}, touching {affects}",
    "responses": "{kind}, by {parties}",
    "checks": "{kind}: found {found}, expected {expected}. {why}",
}
SHOWN = {"events": 6, "figures": 3, "statements": 2, "risks": 2, "responses": 2, "checks": 3}


def main() -> int:
    """Read the examples and print a summary, some records with their words, and the next steps."""
    counts = rasad.read(HERE / "articles", ledger=LEDGER)
    print(f"Read {counts.read} articles from examples/articles into {LEDGER} ({counts.new} of them new).\n")
    with rasad.View(LEDGER) as view:
        for name, value in view.summary().items():
            print(f"  {name.replace('_', ' '):15} {_plain(value)}")
        for listing, line in LINES.items():
            records = _spread(getattr(view, listing)(), SHOWN[listing])
            print(f"\nSome of the {listing}, each with the words that prove it:")
            for record in records:
                print("  " + line.format(**{k: _plain(v) for k, v in record.items()} | {"value": record.get("value")}))
                print(f"      \u2068«{_short(record['quote'])}»\u2069   {record['id']}")
    print(_NEXT)
    return 0


def _spread(records: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Some of *records*, spread over all of them, so that every language has its turn."""
    step = max(1, len(records) // count)
    return records[step // 2 :: step][:count]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return ", ".join(f"{key} {count}" for key, count in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "—"
    return "—" if value is None else value


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) < 140 else line[:139] + "…"


_NEXT = """
What to do next:
  .venv/bin/rasad events --ledger demo.db --between KAZ AFG     who did what to whom
  .venv/bin/rasad checks --ledger demo.db                       where sources are wrong
  .venv/bin/rasad find --ledger demo.db قزاقستان تجارت           full text, however words are spelt
  .venv/bin/rasad show ID --ledger demo.db                      a record in its sentence, and where that was found
  .venv/bin/rasad read YOUR-FILES --ledger my.db                your own articles
"""


if __name__ == "__main__":
    sys.exit(main())
