"""Tokens: a stretch of text as the ids that an encoder knows, each with the characters that it stands for."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

#: Ids that open and close what an encoder reads, and the one that fills a batch up.
OPEN, CLOSE, PAD = 0, 2, 1
#: Of so many characters at once a text is cut into tokens; a sentence that is longer is cut in stretches.
_STRETCH = 4_000


class Tokens:
    """Cuts texts by a vocabulary in the layout of Hugging Face (``tokenizer.json``)."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))

    def cut(self, text: str) -> list[tuple[int, int, int]]:
        """Return one (id, start, end) a token of *text*, offsets in code points; tokens of mere space are left out."""
        found = []
        for at in range(0, len(text), _STRETCH):
            stretch = text[at : at + _STRETCH]
            encoded = self._tokenizer.encode(stretch, add_special_tokens=False)
            for id_, (start, end) in zip(encoded.ids, encoded.offsets, strict=True):
                while start < end and stretch[start].isspace():
                    start += 1
                if start < end:
                    found.append((id_, at + start, at + end))
        return found
