"""How far links are to be trusted, by rule and by share, held against gold: python tools/measure_links.py FOLDER..."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml

from rasad.entities.candidates import Link
from rasad.pipeline.read import read_capture
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture

#: Kinds of ids that gold lists whole; links to places, media and documents are not counted.
_COUNTED = ("person:", "org:", "forum:")
_SHARES = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98)


def links_of(path: Path, gold: Path) -> Iterator[tuple[Link, bool]]:
    """Yield each link of an article to a state, organisation, forum or person, and whether gold has whom it means."""
    facts = yaml.safe_load(gold.read_text(encoding="utf-8"))
    meant = {e["id"] for e in facts["entities"]}
    text = path.read_text(encoding="utf-8")
    reading = read_capture(Capture(path.stem, str(path), text.encode(), text, "text", "utf-8", datetime.now(UTC)))
    if not isinstance(reading, Reading):
        return
    corrected = {c.found for c in reading.resolution.corrections}
    for link in reading.resolution.links:
        if link.id is not None and (len(link.id) == len("KAZ") or link.id.startswith(_COUNTED)):
            yield link, link.id in meant or link.id in corrected


def main(folders: list[str]) -> None:
    """Print the figures of every article of *folders*."""
    found: list[tuple[Link, bool]] = []
    for folder in map(Path, folders):
        for gold in sorted(folder.glob("*.yaml")):
            seeds = (folder.parent.parent / "seeds").glob(f"{gold.stem[-3:]}_*.txt")
            found.extend(links_of(next(t for t in [gold.with_suffix(".txt"), *seeds] if t.exists()), gold))
    by_rule: dict[str, list[bool]] = defaultdict(list)
    for link, right in found:
        by_rule[link.rule].append(right)
    print(f"{'rule':12} {'right':>6} {'all':>6} precision")
    for rule, rights in sorted(by_rule.items()):
        print(f"{rule:12} {sum(rights):6} {len(rights):6} {sum(rights) / len(rights):.3f}")
    print(f"\n{'share from':12} {'right':>6} {'all':>6} precision")
    for share in _SHARES:
        rights = [right for link, right in found if link.share >= share]
        print(f"{share:<12} {sum(rights):6} {len(rights):6} {sum(rights) / max(1, len(rights)):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["gold/dev"])
