"""The build's own step: compile the knowledge base, so that what is installed starts with it ready."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles src/rasad/knowledge/data; a malformed file stops the build with its line and what was found there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write src/rasad/knowledge/knowledge.sqlite; it is listed among the wheel's artifacts in pyproject.toml."""
        source = Path(self.root, "src")
        sys.path.insert(0, str(source))
        try:
            from rasad.errors import DataError
            from rasad.knowledge.compiled import FILE, compile_to

            try:
                compile_to(source / "rasad" / "knowledge" / FILE)
            except DataError as error:
                sys.exit(f"rasad: {error}")
        finally:
            sys.path.remove(str(source))
