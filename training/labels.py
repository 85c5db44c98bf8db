"""Write what training needs to know of the labels: how many modes there are, and which features lexicons give."""

from __future__ import annotations

import json
import sys

from rasad.coding.labels import LEXICAL, MODES, TOKEN_FEATURES, digest


def main() -> None:
    """Print them as JSON; features that lexicons give are hidden now and then, so that words count too."""
    token = [i for i, feature in enumerate(TOKEN_FEATURES) if feature.startswith(LEXICAL)]
    json.dump({"modes": len(MODES), "digest": digest(), "token": token}, sys.stdout)


if __name__ == "__main__":
    main()
