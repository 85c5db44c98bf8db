"""What some bytes are: text, a page, JSON, a web archive, a feed, a sitemap, packed, or nothing that holds articles.

What the bytes say goes first; a name's ending or a server's content type decides only where they say nothing.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath

from rasad.sources.charset import decode, starts_with_bom, wide_charset

#: How many bytes of the beginning :func:`sniff` looks at.
HEAD = 16_384

_UNPACK = "Unpack it and give what it holds."
_AS_TEXT = "Save its text as .txt, or its page as .html."
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", _AS_TEXT),
    (b"\x89PNG\r\n", "a PNG image", _AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _AS_TEXT),
    (b"GIF8", "a GIF image", _AS_TEXT),
    (b"RIFF", "a RIFF file (image, sound or film)", _AS_TEXT),
    (b"ID3", "an MP3 recording", _AS_TEXT),
    (b"OggS", "an Ogg recording", _AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .epub and .xlsx are too", f"{_UNPACK} {_AS_TEXT}"),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"\xfd7zXZ\0", "a file packed by xz", _UNPACK),
    (b"BZh", "a file packed by bzip2", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a file packed by zstd", _UNPACK),
    (b"\x04\x22\x4d\x18", "a file packed by lz4", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\x7fELF", "a program", "Give articles."),
    (b"SQLite format 3\0", "an SQLite database, as a ledger is", "Give the articles it was made from."),
    (b"PAR1", "a Parquet file", "Write its rows as JSON lines with the key text or html."),
)
_GZIP = b"\x1f\x8b\x08"
_TAR_AT = 257

_BY_ENDING = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown",
    "html": "html", "htm": "html", "xhtml": "html",
    "jsonl": "jsonl", "ndjson": "jsonl", "jl": "jsonl", "json": "json", "warc": "warc", "wet": "warc", "arc": "warc",
    "rss": "xml", "atom": "xml", "xml": "xml", "rdf": "xml",
}  # fmt: skip
_BY_TYPE = (
    (re.compile(r"^text/html|^application/xhtml"), "html"),
    (re.compile(r"ndjson|jsonl|json-?lines"), "jsonl"),
    (re.compile(r"[/+]json\b"), "json"),
    (re.compile(r"[/+](?:xml|rss|atom)\b"), "xml"),
    (re.compile(r"^application/warc"), "warc"),
    (re.compile(r"^text/"), "text"),
)
#: Endings of files that are text and yet no articles: data and programs lying beside articles in a folder.
BESIDE = frozenset(
    {
        "bat", "c", "cfg", "cpp", "cs", "css", "csv", "go", "h", "ini", "java", "js", "kt", "less", "lock", "log",
        "mjs", "php", "ps1", "py", "r", "rb", "rs", "scss", "sh", "sql", "srt", "svg", "toml", "ts", "tsv", "vtt",
        "xsl", "xslt", "yaml", "yml",
    }
)  # fmt: skip

_PROLOGUE = r"\s*+(?:(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?!\s+html)[^>\[]*(?:\[.*?\]\s*)?>))\s*+)*+"
_DOCTYPE_HTML = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html)\b", re.I | re.S)
_ROOT = re.compile(_PROLOGUE + r"<([\w:.-]+)", re.I | re.S)
_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|link|script|div|p|span|table|td|br|h[1-6]|a|ul|li|article|img)\b", re.I
)
_FEED_ROOTS = frozenset({"rss", "feed", "rdf:rdf", "rdf"})
_SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
_PARAGRAPH = re.compile(r"</(?:p|div|h[1-6]|li|td)>|<br\s*/?>", re.I)
_ARRAY = re.compile(r"\s*\[\s*(?:\{\s*[\"}]|\]\s*$)")
_OBJECT = re.compile(r"\s*\{\s*[\"}]")
_MIME = re.compile(r"^(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location):.*?multipart/related", re.S | re.I)
_WARC = re.compile(rb"\s{0,8}WARC/\d")


@dataclass(frozen=True, slots=True)
class Kind:
    """What some bytes are. ``name`` is text, html, jsonl, json, warc, feed, sitemap, gzip, empty or other.

    For "other", ``found`` says what they are and ``advice`` what to try.
    """

    name: str
    found: str = ""
    advice: str = ""


def sniff(head: bytes, *, name: str = "", content_type: str = "") -> Kind:
    """Say what the bytes that begin with *head* are.

    Args:
        head: the first :data:`HEAD` bytes, or all where there are fewer.
        name: a file's name; its ending counts where the bytes leave it open.
        content_type: a media type that a server or archive gave, used likewise.
    """
    if not head:
        return Kind("empty")
    if head.startswith(_GZIP):
        return Kind("gzip")
    for magic, what, advice in _MAGIC:
        if head.startswith(magic):
            return Kind("other", what, advice)
    if head[4:8] == b"ftyp":
        return Kind("other", "a film or recording", _AS_TEXT)
    if head[_TAR_AT : _TAR_AT + 5] == b"ustar":
        return Kind("other", "a tar archive", _UNPACK)
    if _WARC.match(head):
        return Kind("warc")
    if not starts_with_bom(head) and (found := binary(head)) is not None:
        return Kind("other", f"a binary file ({found})", _AS_TEXT)
    text = decode(_whole_characters(head), markup=True).text.lstrip("\ufeff")
    if not text.strip():
        return Kind("empty" if len(head) < HEAD else "text")
    return _of_text(text, len(head) < HEAD, _claimed(name, content_type))


def binary(raw: bytes) -> str | None:
    """Say what makes *raw* no text ("it holds NUL bytes"), None where it may be text."""
    if b"\0" in raw:
        even = raw[: len(raw) // 2 * 2]
        return None if wide_charset(even) else "it holds NUL bytes"
    control = sum(raw.count(byte) for byte in _CONTROLS)
    if control > 0.02 * len(raw):
        return f"{control} of its first {len(raw)} bytes are control characters"
    return None


_CONTROLS = tuple(bytes([byte]) for byte in (*range(1, 9), 11, *range(14, 27), *range(28, 32), 127))


def looks_like_markup(text: str) -> bool:
    """Say whether *text*, given as an article's, is HTML after all: it begins with a tag or has many of them."""
    start = text[:HEAD].lstrip()
    return (start.startswith("<") and _of_markup(start, None) == Kind("html")) or len(_PARAGRAPH.findall(start)) >= 2


def _claimed(name: str, content_type: str) -> str | None:
    ending = PurePath(name.lower().removesuffix(".gz")).suffix.lstrip(".")
    if ending in _BY_ENDING:
        return _BY_ENDING[ending]
    return next((kind for pattern, kind in _BY_TYPE if pattern.search(content_type.lower())), None)


def _of_text(text: str, whole: bool, claimed: str | None) -> Kind:
    start = text.lstrip()[:1]
    if start == "<" and (kind := _of_markup(text, claimed)) is not None:
        return kind
    if _MIME.match(text[:4_000]):
        return Kind("other", "a page saved as MHTML", "Save it again as HTML.")
    if start in "{[" and (name := _of_json(text, whole, claimed)) is not None:
        return Kind(name)
    if claimed == "jsonl" and _some_line_is_object(text):
        return Kind("jsonl")
    tags = len(_TAG.findall(text))
    if (claimed == "html" and tags) or (tags >= 10 and re.search(r"<html\b", text, re.I)):
        return Kind("html")
    return Kind("text")


def _of_markup(text: str, claimed: str | None) -> Kind | None:
    if _DOCTYPE_HTML.match(text):
        return Kind("html")
    root = _ROOT.match(text)
    name = root.group(1).lower() if root else ""
    local = name.rpartition(":")[2]
    if name in _FEED_ROOTS or (local in _FEED_ROOTS and ":" in name):
        return Kind("feed")
    if local in _SITEMAP_ROOTS:
        return Kind("sitemap")
    if claimed == "markdown":
        return None
    if len(_TAG.findall(text)) >= 3 or re.match(r"\s*<(?:p|div|h\d|article|title|meta|head|body|table)\b", text, re.I):
        return Kind("html")
    if text.lstrip().startswith("<?xml") or (root and f"</{root.group(1)}" in text):
        return Kind("other", f"XML whose root is <{root.group(1)}>" if root else "XML without a root", _AS_TEXT)
    return None


def _of_json(text: str, whole: bool, claimed: str | None) -> str | None:
    if _ARRAY.match(text):
        return "json"
    if not _OBJECT.match(text):
        return None
    first, newline, rest = text.strip().partition("\n")
    if whole and _is_object(text):
        return "json" if claimed == "json" or newline else "jsonl"
    if _is_object(first) or _some_line_is_object(rest):
        return "jsonl"
    if claimed in {"jsonl", "json"}:
        return claimed
    if whole:
        return None
    return "json" if newline else "jsonl"


def _some_line_is_object(text: str) -> bool:
    """Say whether a line of *text* is an object by itself; the objects within an indented one are not."""
    return any(line.startswith("{") and _is_object(line) for line in text.split("\n"))


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _whole_characters(head: bytes) -> bytes:
    """Drop the last bytes of *head* that may be half a character of UTF-8 or UTF-16."""
    if len(head) < HEAD:
        return head
    for back in range(1, 4):
        if head[-back] & 0xC0 != 0x80:
            return head[:-back] if head[-back] >= 0xC0 else head
    return head
