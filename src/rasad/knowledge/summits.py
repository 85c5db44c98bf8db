"""Names of summits made of the names of what meets: «اجلاس سران کشورهای عضو سازمان همکاری شانگهای», "قمة الناتو"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rasad.knowledge.entry import Entry, Name
from rasad.lexicons import load

_SUMMIT = "-summit"


def with_summits(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield *entries*, forums that are the summits of an organisation with names by lexicons/summits."""
    held = list(entries)
    by_id = {entry.id: entry for entry in held}
    for entry in held:
        parent = by_id.get(entry.parent or "")
        if entry.type != "forum" or not entry.id.endswith(_SUMMIT) or parent is None:
            yield entry
            continue
        known = {name.text for name in entry.names}
        made = dict.fromkeys(name for name in _names(parent) if name.text not in known)
        yield replace(entry, names=(*entry.names, *made))


def _names(parent: Entry) -> Iterator[Name]:
    patterns = load("summits")
    for name in parent.names:
        if name.form != "name":
            continue
        for pattern in patterns.get(name.language.split("-")[0], ()):
            yield Name(str(pattern).format(name.text), name.language)
