"""Streams of bytes that cannot run away: looked at before they are read, unpacked and read whole within bounds."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO, cast

from rasad.errors import SourceRefused
from rasad.sources.bounds import Bounds

_CHUNK = 65_536
_GZIP, _ZLIB, _RAW = 31, 15, -15


class _Chained(io.RawIOBase):
    """Bytes already taken from a stream, then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        got = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(got) :] if self._head else self._head
        buffer[: len(got)] = got
        return len(got)


class Inflate(io.RawIOBase):
    """What a gzip or zlib stream holds; members one after another are one stream, as web archives are packed.

    Raises:
        SourceRefused: while reading: broken or cut short, or growing more than ``bounds.growth`` fold.
    """

    def __init__(self, packed: BinaryIO, where: str, bounds: Bounds, *, form: str = "gzip") -> None:
        self._packed, self._where, self._bounds = packed, where, bounds
        self._bits = _GZIP if form == "gzip" else _ZLIB
        self._member = zlib.decompressobj(self._bits)
        self._waiting, self._taken, self._given = b"", 0, 0
        self._begun = False

    def readable(self) -> bool:
        """Say yes: there is no other way to use it."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill *buffer* with unpacked bytes; return how many."""
        while True:
            if not self._waiting:
                self._waiting = self._packed.read(_CHUNK)
                self._taken += len(self._waiting)
                if not self._waiting:
                    return self._last(buffer)
            if self._member.eof and not self._next_member():
                continue
            if out := self._inflate(len(buffer)):
                buffer[: len(out)] = out
                return len(out)

    def _inflate(self, most: int) -> bytes:
        try:
            out = self._member.decompress(self._waiting, most)
        except zlib.error as error:
            if self._bits == _ZLIB and not self._given:
                self._bits, self._member = _RAW, zlib.decompressobj(_RAW)
                return b""
            raise SourceRefused(self._where, f"Its packed bytes are damaged ({error}). Try to get it again.") from error
        self._begun = True
        self._waiting = self._member.unconsumed_tail or self._member.unused_data
        self._given += len(out)
        if self._given > self._bounds.size and self._given > self._bounds.growth * self._taken:
            why = (
                f"It unpacks to more than {self._bounds.growth} times its {self._taken:,} bytes, as no text does. "
                "Is it a bomb? Unpack it yourself and give what it holds."
            )
            raise SourceRefused(self._where, why)
        return out

    def _next_member(self) -> bool:
        """Begin the member that follows; zeros between members are padding."""
        self._waiting = self._waiting.lstrip(b"\0")
        if not self._waiting:
            return False
        self._member, self._begun = zlib.decompressobj(self._bits), False
        return True

    def _last(self, buffer: memoryview) -> int:
        """Give what the unpacker still holds back once its input has ended."""
        if not self._begun or self._member.eof:
            return 0
        if out := self._inflate(len(buffer)):
            buffer[: len(out)] = out
            return len(out)
        if self._member.eof:
            return 0
        raise SourceRefused(self._where, "Its packed bytes break off before their end. Try to get it again.")


def look(stream: BinaryIO, length: int) -> tuple[bytes, BinaryIO]:
    """Return the first *length* bytes of *stream*, or all, and a stream that still begins with them."""
    head = bytearray()
    while len(head) < length and (piece := stream.read(length - len(head))):
        head += piece
    return bytes(head), buffered(_Chained(bytes(head), stream))


def buffered(raw: io.RawIOBase) -> BinaryIO:
    """Return *raw* with a buffer, so that it can be read by lines and by sizes."""
    return cast(BinaryIO, io.BufferedReader(raw, _CHUNK))


def read_whole(stream: BinaryIO, where: str, bounds: Bounds) -> bytes:
    """Read all of *stream*.

    Raises:
        SourceRefused: it is larger than ``bounds.size``.
    """
    raw = stream.read(bounds.size + 1)
    if len(raw) > bounds.size:
        why = f"It is larger than {megabytes(bounds.size)}, the bound for one document. Cut it, or keep only its text."
        raise SourceRefused(where, why)
    return raw


def megabytes(size: int) -> str:
    """Word a size: "50 MB", "1.2 MB", "300 bytes"."""
    return f"{size / 1e6:.3g} MB" if size >= 100_000 else f"{size:,} bytes"
