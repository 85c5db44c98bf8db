from __future__ import annotations

import gzip
import io
import os
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import pytest

from rasad.errors import SourceMissing, SourceRefused
from rasad.sources import Bounds, Capture, open_source
from tests.sources.press import PARAGRAPH, captures, put, skipped

PAGE = f"<!doctype html><title>خبر</title><h1>دیدار در آستانه</h1><p>{PARAGRAPH}</p>"


def test_a_text_file_is_what_lies_on_disk(tmp_path: Path) -> None:
    """Its line ends and its byte order mark stay: offsets agree with the bytes decoded as UTF-8."""
    raw = "\ufeffعنوان\r\n\r\nمتن خبر.\r\n".encode()

    [capture] = captures(open_source(put(tmp_path, "d01-prs.txt", raw)))

    assert (capture.name, capture.kind, capture.charset) == ("d01-prs", "text", "utf-8")
    assert (capture.raw, capture.text) == (raw, raw.decode("utf-8"))
    assert capture.where == str(tmp_path / "d01-prs.txt")


def test_a_capture_says_when_it_was_taken(tmp_path: Path) -> None:
    """By the clock given, else by this machine's, aware of UTC."""
    path, now = put(tmp_path, "a.txt", PARAGRAPH), datetime(2025, 6, 2, tzinfo=UTC)

    [by_clock] = captures(open_source(path, now=lambda: now))
    [by_machine] = captures(open_source(str(path)))

    assert by_clock.captured == now
    assert by_machine.captured.utcoffset() is not None


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        pytest.param("a.txt", PAGE, "html", id="a page called text"),
        pytest.param("a.pdf", PARAGRAPH, "text", id="a text called PDF"),
        pytest.param("a.html", PARAGRAPH, "text", id="a text called page"),
        pytest.param("a.json", PAGE, "html", id="a page called JSON"),
        pytest.param("a", f'{{"text": "{PARAGRAPH}"}}', "jsonl", id="JSON without ending"),
        pytest.param("a.txt", f'{{"text": "{PARAGRAPH}"}}\n' * 2, "jsonl", id="JSON lines called text"),
        pytest.param("a.html", f"<rss><channel><item><description>{PARAGRAPH}</description></item></channel></rss>",
                     "feed", id="a feed called page"),
        pytest.param("a.md", f"# عنوان\n\n<p align=center>تصویر</p>\n\n{PARAGRAPH}", "text", id="Markdown with a tag"),
        pytest.param("a.txt", f"[کابل] {PARAGRAPH}", "text", id="a text that opens with a bracket"),
        pytest.param("a.txt", f"<<{PARAGRAPH}>>", "text", id="a text that opens with angle brackets"),
        pytest.param("a.txt", PARAGRAPH.encode("utf-16"), "text", id="a text in UTF-16"),
        pytest.param("a.jsonl", PARAGRAPH, "text", id="a text called JSON lines"),
    ],
)  # fmt: skip
def test_the_bytes_tell_the_kind_whatever_the_ending(
    tmp_path: Path, name: str, content: str | bytes, kind: str
) -> None:
    found = captures(open_source(put(tmp_path, name, content)))

    assert {capture.kind for capture in found} == {kind}
    assert all(PARAGRAPH in capture.text for capture in found)


def test_anything_may_be_packed_by_gzip(tmp_path: Path) -> None:
    """Packed twice too; the name is that of what is packed."""
    packed = gzip.compress(gzip.compress(PAGE.encode()))

    [capture] = captures(open_source(put(tmp_path, "astana.html.gz", packed)))

    assert (capture.name, capture.kind) == ("astana", "html")
    assert capture.raw == PAGE.encode()


def test_a_folder_is_read_in_order_with_the_folders_in_it(tmp_path: Path) -> None:
    """Hidden files are passed over; files of data and programs are skipped with a reason."""
    for name in ("b.txt", "a/z.txt", "a/a.txt", "c.html", ".hidden", ".git/x.txt"):
        put(tmp_path, name, PARAGRAPH)
    put(tmp_path, "b.yaml", "id: b")

    found = list(open_source(tmp_path))

    assert [Path(item.where).relative_to(tmp_path).as_posix() for item in found] == [
        "a/a.txt", "a/z.txt", "b.txt", "b.yaml", "c.html",
    ]  # fmt: skip
    assert [item.why for item in skipped(found)] == [
        "Its ending .yaml says data or a program, not an article. If it is one, give the file itself."
    ]


def test_links_that_make_a_loop_are_entered_once(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt", PARAGRAPH)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")

    found = list(open_source(tmp_path))

    assert [item.name for item in found if isinstance(item, Capture)] == ["a"]
    assert [item.why for item in skipped(found)] == [
        "The link leads to a folder that was read already; it is not read twice.",
        "The link leads nowhere.",
    ]


def test_a_pipe_in_a_folder_does_not_hold_up_the_rest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    put(tmp_path, "b.txt", PARAGRAPH)

    first, second = open_source(tmp_path)

    assert "pipe" in getattr(first, "why", "")
    assert isinstance(second, Capture)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert [item.why for item in skipped(open_source(tmp_path))] == [
        "The folder holds no files, hidden ones aside; expected articles."
    ]


def test_a_name_that_is_no_unicode_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    """What a capture says of where it comes from can always be kept in UTF-8."""
    path = os.fsencode(tmp_path) + b"/\xff\xd9\x85.txt"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(PARAGRAPH.encode())

    [capture] = captures(open_source(tmp_path))

    assert capture.name == "\ufffdم"
    capture.where.encode("utf-8")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(PARAGRAPH, "text", id="text"),
        pytest.param(PAGE, "html", id="a page"),
        pytest.param(f'{{"text": "{PARAGRAPH}"}}\n', "jsonl", id="JSON lines"),
    ],
)
def test_standard_input_may_hold_any_kind(monkeypatch: pytest.MonkeyPatch, content: str, kind: str) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))

    [capture] = captures(open_source("-"))

    assert (capture.kind, capture.where.partition(":")[0], capture.name.partition(":")[0]) == (kind, "-", "stdin")


def test_what_does_not_exist_is_missing_at_once(tmp_path: Path) -> None:
    """The call itself raises, before anything is read."""
    for where in (tmp_path / "none.txt", str(tmp_path / "none.txt"), "x" * 5000, ""):
        if where:
            with pytest.raises(SourceMissing, match="no such file or folder"):
                open_source(where)


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://example.org/a", "data:text/plain,a", "javascript:a"])
def test_other_schemes_are_refused(where: str) -> None:
    with pytest.raises(SourceRefused, match="give a path, or an address of http or https"):
        open_source(where)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"", "It is empty; expected text.", id="empty"),
        pytest.param(b" \n\t", "It is empty; expected text.", id="white space"),
        pytest.param(b"%PDF-1.7\n", "It is a PDF document; expected text", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "It is a PNG image; expected text", id="PNG"),
        pytest.param(b"PK\x03\x04....", "It is a ZIP archive, as .docx", id="ZIP"),
        pytest.param(b"SQLite format 3\0", "It is an SQLite database, as a ledger is", id="a ledger"),
        pytest.param(b"abc\0def", "It is a binary file (it holds NUL bytes)", id="NUL"),
        pytest.param(
            b"a\x01\x02\x03\x04" * 9, "It is a binary file (36 of its first 45 bytes", id="control characters"
        ),
        pytest.param(b"a" * 20_000 + b"\0", "It is a binary file (it holds NUL bytes)", id="NUL far in"),
        pytest.param(b"<?xml version='1.0'?><tei>a</tei>", "It is XML whose root is <tei>", id="other XML"),
        pytest.param(
            b"MIME-Version: 1.0\nContent-Type: multipart/related;\n", "It is a page saved as MHTML", id="MHTML"
        ),
        pytest.param(b"<html><script>a()</script></html>", "The page shows no text.", id="a page of scripts"),
        pytest.param(
            gzip.compress(b"a" * 9999)[:-12], "Its packed bytes break off before their end.", id="gzip cut off"
        ),
        pytest.param(b"\x1f\x8b\x08\0" + b"\xff" * 40, "Its packed bytes are damaged", id="gzip damaged"),
        pytest.param(b"<p>a</p>" * 3000, "The page has more than 5,000 tags", id="too many tags"),
        pytest.param(b"abc " * 3000, "It holds 12,000 characters of text; the bound", id="too long an article"),
        pytest.param(b"abc " * 9000, "It is larger than 30,000 bytes, the bound for one document.", id="too large"),
    ],
)
def test_what_is_no_article_is_skipped_with_a_reason(tmp_path: Path, content: bytes, why: str) -> None:
    """A whole sentence: what was found, what was expected, what to try."""
    bounds = Bounds(size=30_000, tags=5_000, characters=10_000)

    [item] = skipped(open_source(put(tmp_path, "a.txt", content), bounds=bounds))

    assert item.where == str(tmp_path / "a.txt")
    assert item.why.startswith(why)
    assert item.why.endswith(".")


def test_a_gzip_bomb_is_stopped_by_how_far_it_grows(tmp_path: Path) -> None:
    packed = gzip.compress(b'{"a":1}\n' * 100_000)

    *_, last = open_source(put(tmp_path, "a.jsonl.gz", packed), bounds=Bounds(size=1000, growth=20))

    assert getattr(last, "why", "").startswith("It unpacks to more than 20 times its")


def test_a_file_that_may_not_be_opened_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file that fails does not stop the folder."""
    put(tmp_path, "a.txt", PARAGRAPH)
    put(tmp_path, "b.txt", PARAGRAPH)
    open_as_usual = Path.open

    def refuse(path: Path, mode: Literal["rb"]) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return open_as_usual(path, mode)

    monkeypatch.setattr(Path, "open", refuse)

    found = list(open_source(tmp_path))

    assert [item.why for item in skipped(found)] == ["It cannot be opened (Permission denied)."]
    assert len(found) == 2
