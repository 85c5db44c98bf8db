"""What the tests of sources share: a paragraph, files and a server on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rasad.sources import Capture, Skipped

PARAGRAPH = (
    "وزیران خارجهٔ قزاقستان و ازبکستان می‌گویند که همکاری دو کشور در انرژی و ترانزیت گسترش می‌یابد "
    "و نشست بعدی در آستانه برگزار خواهد شد."
)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file, with the folders above it, and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def captures(found: Iterable[Capture | Skipped]) -> list[Capture]:
    """Return what was captured, in a list; fail where something was skipped."""
    items = list(found)
    assert [item for item in items if isinstance(item, Skipped)] == []
    return [item for item in items if isinstance(item, Capture)]


def skipped(found: Iterable[Capture | Skipped]) -> list[Skipped]:
    """Return what was skipped, in a list."""
    return [item for item in found if isinstance(item, Skipped)]


@dataclass
class Reply:
    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Site:
    """A server on this machine: ``site["/a"] = Reply(...)``; ``asked`` holds the paths and agents of all requests."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, str]] = []
        self.silent = False
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers.get("User-Agent", "")))
                if site.silent:
                    time.sleep(0.3)
                    return
                reply = site.replies.get(self.path, Reply(b"none", status=404))
                self.send_response(reply.status)
                for name, value in {
                    "Content-Type": reply.content_type,
                    "Content-Length": str(len(reply.body)),
                    **reply.headers,
                }.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __setitem__(self, path: str, reply: Reply) -> None:
        self.replies[path] = reply

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Site:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
