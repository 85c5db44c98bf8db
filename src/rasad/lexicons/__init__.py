"""Words as data: one YAML file a language and kind, each with its source.

No word of Persian or Arabic stands in code. A lexicon is read once a process; `load` gives its plain values.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rasad.errors import DataError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """Return the values of the lexicon *name*, such as ``"folding"`` or ``"events/fa"``.

    Raises:
        DataError: no such lexicon, or it is not well-formed YAML; the error names file and line.
    """
    path = files("rasad.lexicons").joinpath(*f"{name}.yaml".split("/"))
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=_Loader)  # noqa: S506 - a safe loader either way
    except FileNotFoundError as error:
        raise DataError(f"lexicons/{name}.yaml", "no such lexicon") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise DataError(f"lexicons/{name}.yaml{line}", f"not well-formed YAML: {error}") from error


def rows(name: str) -> list[list[str]]:
    """Return the rows of a lexicon of columns such as ``"names/units"``; its head and lines with # are left out.

    Raises:
        DataError: no such table.
    """
    path = files("rasad.lexicons").joinpath(*f"{name}.tsv".split("/"))
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise DataError(f"lexicons/{name}.tsv", "no such table") from error
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@cache
def table(name: str) -> dict[str, str]:
    """Return a two-column lexicon such as ``"names/units"``: first column to second; lines with # are its source.

    Raises:
        DataError: no such table.
    """
    return {row[0]: row[1] for row in rows(name)}
