"""From files, pages, feeds, archives and addresses to captures; nothing else touches the outside world."""

from __future__ import annotations

from rasad.sources.bounds import Bounds
from rasad.sources.capture import Capture, Declared, Skipped
from rasad.sources.open import open_source

__all__ = ["Bounds", "Capture", "Declared", "Skipped", "open_source"]
