"""The web, as far as rasad asks it anything: one address at a time, within bounds of size, time and redirects."""

from __future__ import annotations

import io
import ipaddress
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO

import httpx

from rasad.errors import SourceMissing, SourceRefused
from rasad.sources.bounds import Bounds
from rasad.sources.stream import Inflate, buffered

_GONE = frozenset({404, 410})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SLOWEST = 1_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: its bytes as they come, unpacked, and what its headers say of them."""

    stream: BinaryIO
    address: str
    content_type: str
    charset: str | None


class Web:
    """A client that names itself and asks within *bounds*; close it after use."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._client = httpx.Client(
            headers={
                "User-Agent": f"rasad/{_version()} (reads news into a ledger)",
                "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=httpx.Timeout(bounds.patience),
            follow_redirects=False,
        )

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    @contextmanager
    def get(self, address: str, *, found_at: str | None = None) -> Iterator[Answer]:
        """Ask for *address* and give what its server sends.

        Args:
            found_at: the address of the list where it was found. Neither it nor any redirect may lead from the open web
                into this machine or its network; what a person asks for by name may.

        Raises:
            SourceMissing: no such host or page.
            SourceRefused: another answer than a page, another scheme than http and https, or over a bound.
        """
        here, trusted = address, _host(found_at or address)
        for _ in range(self._bounds.redirects + 1):
            self._check(here, trusted, address)
            response = self._send(here, address)
            try:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    here = str(httpx.URL(here).join(response.headers["location"]))
                    continue
                _check_status(response, address)
                yield Answer(
                    self._body(response, address), here, response.headers.get("content-type", ""), _charset(response)
                )  # fmt: skip
                return
            except httpx.InvalidURL as error:
                raise SourceRefused(address, f"It redirects to something that is no address ({error}).") from error
            finally:
                response.close()
        why = f"It redirects more than {self._bounds.redirects} times, the bound; the last was to {here}."
        raise SourceRefused(address, why)

    def _check(self, here: str, trusted: str, asked: str) -> None:
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", here)
        if scheme is None or scheme.group().lower() not in {"http", "https"}:
            why = f"It leads to {here}, which is no http or https address. Give the address of a page."
            raise SourceRefused(asked, why)
        host = _host(here)
        if host != trusted and _is_private(host) and not _is_private(trusted):
            why = (
                f"It leads from the open web to {host} in a private network. If you mean it, give that address itself."
            )
            raise SourceRefused(asked, why)

    def _send(self, here: str, asked: str) -> httpx.Response:
        try:
            return self._client.send(self._client.build_request("GET", here), stream=True)
        except httpx.TimeoutException as error:
            why = f"No answer within {self._bounds.patience:g} seconds. Try again later."
            raise SourceRefused(asked, why) from error
        except httpx.ConnectError as error:
            raise SourceMissing(asked, f"It cannot be reached ({error}). Is the address right?") from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise SourceRefused(asked, f"It cannot be asked for ({error}). Is the address right?") from error

    def _body(self, response: httpx.Response, asked: str) -> BinaryIO:
        body = buffered(_Body(response, asked, self._bounds))
        packing = response.headers.get("content-encoding", "identity").strip().lower()
        if packing in {"", "identity"}:
            return body
        if packing in {"gzip", "x-gzip", "deflate"}:
            return buffered(Inflate(body, asked, self._bounds, form="zlib" if packing == "deflate" else "gzip"))
        why = f"The answer is packed by {packing!r}; asked for gzip, deflate or nothing."
        raise SourceRefused(asked, why)


class _Body(io.RawIOBase):
    """The bytes of an answer as they come over the line."""

    def __init__(self, response: httpx.Response, where: str, bounds: Bounds) -> None:
        self._chunks, self._where, self._bounds = response.iter_raw(65_536), where, bounds
        self._waiting, self._taken, self._since = memoryview(b""), 0, time.monotonic()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._waiting:
            try:
                chunk = next(self._chunks, None)
            except (httpx.HTTPError, httpx.StreamError) as error:
                why = f"The answer breaks off after {self._taken:,} bytes ({type(error).__name__}). Try again later."
                raise SourceRefused(self._where, why) from error
            if chunk is None:
                return 0
            self._taken += len(chunk)
            self._waiting = memoryview(chunk)
            seconds = time.monotonic() - self._since
            if seconds > self._bounds.deadline and self._taken < _SLOWEST * seconds:
                why = f"It sent {self._taken:,} bytes in {seconds:.0f} seconds, too slow to go on. Try again later."
                raise SourceRefused(self._where, why)
        size = min(len(buffer), len(self._waiting))
        buffer[:size] = self._waiting[:size]
        self._waiting = self._waiting[size:]
        return size


def _check_status(response: httpx.Response, asked: str) -> None:
    status = response.status_code
    if status in _GONE:
        raise SourceMissing(asked, f"The server has no such page (it answered {status}). Is the address right?")
    if not 200 <= status < 300:
        phrase = f"{status} {response.reason_phrase}".strip()
        raise SourceRefused(asked, f"The server answered {phrase}; expected a page (200). Try it in a browser.")


def _charset(response: httpx.Response) -> str | None:
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", response.headers.get("content-type", ""), re.IGNORECASE)
    return found.group(1) if found else None


def _host(address: str) -> str:
    try:
        return httpx.URL(address).host.lower()
    except (httpx.InvalidURL, ValueError):
        return ""


def _is_private(host: str) -> bool:
    """Say whether *host* is, or stands for, an address that the open web does not know."""
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        pass
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
    return any(not ipaddress.ip_address(str(info[4][0]).partition("%")[0]).is_global for info in found)


def _version() -> str:
    try:
        return version("rasad")
    except PackageNotFoundError:
        return "0"
