"""rasad: reads news in Dari, Persian and Arabic and keeps an evidenced ledger of who did what to whom.

    import rasad

    rasad.read("examples/articles", ledger="demo.db")
    with rasad.View("demo.db") as view:
        for event in view.events(between=("KAZ", "AFG")):
            print(event["gist"], event["quote"])
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
#: The verbs; loaded when first asked for, so that importing a part of the package imports no more than that part.
_VERBS = ("View", "annotate", "audit", "evaluate", "export", "links", "party", "read", "who")
__all__ = ["__version__"]


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        from importlib import import_module

        return getattr(import_module("rasad.views.python"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, *_VERBS]
