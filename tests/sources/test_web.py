from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from rasad.errors import SourceMissing
from rasad.sources import Bounds, Capture, open_source
from tests.sources.press import PARAGRAPH, Reply, Site, captures, put, skipped

PAGE = f"<title>خبر</title><h1>دیدار در آستانه</h1><p>{PARAGRAPH}</p>".encode()
TEXT = f"دیدار در آستانه\n\n{PARAGRAPH}"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests talk to this machine only."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


def test_an_address_is_the_page_there() -> None:
    """Named by its address, asked for by a client that names itself."""
    with Site() as site:
        site["/1"] = Reply(PAGE)
        [capture] = captures(open_source(f"{site.base}/1"))

    assert (capture.name, capture.where, capture.kind) == (f"{site.base}/1", f"{site.base}/1", "html")
    assert (capture.raw, capture.text, capture.declared.url) == (PAGE, TEXT, f"{site.base}/1")
    assert site.asked[0][0] == "/1"
    assert site.asked[0][1].startswith("rasad/")


@pytest.mark.parametrize(
    ("body", "packing"),
    [
        pytest.param(gzip.compress(PAGE), "gzip", id="gzip"),
        pytest.param(zlib.compress(PAGE), "deflate", id="deflate"),
        pytest.param(zlib.compress(PAGE)[2:-4], "deflate", id="deflate without its frame"),
    ],
)
def test_packed_answers_are_unpacked(body: bytes, packing: str) -> None:
    with Site() as site:
        site["/1"] = Reply(body, headers={"Content-Encoding": packing})
        [capture] = captures(open_source(f"{site.base}/1"))

    assert capture.raw == PAGE


def test_redirects_are_followed_and_the_last_address_is_declared() -> None:
    with Site() as site:
        site["/1"] = Reply(status=302, headers={"Location": "/2"})
        site["/2"] = Reply(PAGE)
        [capture] = captures(open_source(f"{site.base}/1"))

    assert (capture.where, capture.declared.url) == (f"{site.base}/1", f"{site.base}/2")


def test_an_address_that_was_asked_for_and_does_not_exist_is_missing() -> None:
    with Site() as site, pytest.raises(SourceMissing, match="no such page"):
        list(open_source(f"{site.base}/none"))
    with pytest.raises(SourceMissing, match="cannot be reached"):
        list(open_source(f"{site.base}/closed"))


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        pytest.param(Reply(status=403), "The server answered 403 Forbidden; expected a page (200).", id="forbidden"),
        pytest.param(Reply(status=302, headers={"Location": "file:///etc/passwd"}), "It leads to file:/",
                     id="a redirect to a file"),
        pytest.param(Reply(status=302, headers={"Location": "/1"}), "It redirects more than 3 times", id="a loop"),
        pytest.param(Reply(b"x", headers={"Content-Encoding": "br"}), "The answer is packed by 'br'", id="brotli"),
        pytest.param(Reply(b"x" * 9999), "It is larger than 5,000 bytes", id="too large"),
        pytest.param(Reply(gzip.compress(bytes(range(32, 127)) * 90), headers={"Content-Encoding": "gzip"}),
                     "It is larger than 5,000 bytes", id="too large once unpacked"),
        pytest.param(Reply(gzip.compress(b"x" * 99_999), headers={"Content-Encoding": "gzip"}),
                     "It unpacks to more than 200 times", id="a bomb"),
        pytest.param(Reply(b""), "It is empty; expected text.", id="empty"),
        pytest.param(Reply(b"%PDF-1.7"), "It is a PDF document", id="PDF"),
        pytest.param(Reply(b"abc", headers={"Content-Length": "99"}), "The answer breaks off after", id="cut off"),
    ],
)  # fmt: skip
def test_an_answer_that_is_no_article_is_skipped_with_a_reason(reply: Reply, why: str) -> None:
    with Site() as site:
        site["/1"] = reply
        [item] = skipped(open_source(f"{site.base}/1", bounds=Bounds(size=5_000, redirects=3, patience=2)))

    assert item.where == f"{site.base}/1"
    assert item.why.startswith(why)


def test_a_server_that_does_not_answer_is_not_waited_for() -> None:
    with Site() as site:
        site.silent = True
        [item] = skipped(open_source(f"{site.base}/1", bounds=Bounds(patience=0.05)))

    assert item.why.startswith("No answer within 0.05 seconds.")


def test_the_open_web_does_not_lead_into_this_machine() -> None:
    """A list found on the open web, or a redirect from there, is no reason to ask a private host."""
    from rasad.errors import SourceRefused
    from rasad.sources.web import Web

    with Site() as site:
        site["/1"] = Reply(PAGE)
        web = Web(Bounds())
        for address in (f"{site.base}/1", site.base.replace("127.0.0.1", "localhost") + "/1"):
            with (
                pytest.raises(SourceRefused, match="private network"),
                web.get(address, found_at="https://1.1.1.1/rss"),
            ):
                pass
        web.close()

    assert site.asked == []


def test_the_pages_of_a_sitemap_are_fetched() -> None:
    """Those of the sitemaps that it lists too, each once; what fails is skipped."""
    with Site() as site:
        base = site.base
        site["/index.xml"] = Reply(
            f"<sitemapindex><sitemap><loc>{base}/a.xml.gz</loc></sitemap>"
            f"<sitemap><loc>{base}/index.xml</loc></sitemap></sitemapindex>".encode()
        )
        site["/a.xml.gz"] = Reply(
            gzip.compress(
                f"<urlset><url><loc>{base}/1</loc><title>از نقشه</title></url><url><loc>{base}/none</loc></url>"
                f"<url><loc>{base}/1</loc></url><url><loc>mailto:a@e.org</loc></url></urlset>".encode()
            )
        )
        site["/1"] = Reply(PAGE)
        found = list(open_source(f"{base}/index.xml"))

    assert [(type(item).__name__, item.where) for item in found] == [
        ("Capture", f"{base}/1"), ("Skipped", f"{base}/none"), ("Skipped", "mailto:a@e.org"),
    ]  # fmt: skip


def test_no_more_pages_than_the_bound_are_fetched(tmp_path: Path) -> None:
    with Site() as site:
        for n in range(4):
            site[f"/{n}"] = Reply(PAGE)
        urls = "".join(f"<url><loc>{site.base}/{n}</loc></url>" for n in range(4))
        found = list(open_source(put(tmp_path, "s.xml", f"<urlset>{urls}</urlset>"), bounds=Bounds(pages=2)))

    assert [type(item).__name__ for item in found] == ["Capture", "Capture", "Skipped"]
    assert len(site.asked) == 2


def test_the_pages_of_a_feed_are_fetched_only_when_asked() -> None:
    """What the feed says of an entry stands in for what its page does not say."""
    with Site() as site:
        site["/rss"] = Reply(
            f"<rss><channel><language>fa-AF</language><item><title>از خوراک</title><link>{site.base}/1</link>"
            f"<description>خلاصه</description></item></channel></rss>".encode()
        )
        site["/1"] = Reply(PAGE)
        [own] = captures(open_source(f"{site.base}/rss"))
        [page] = captures(open_source(f"{site.base}/rss", follow=True))

    assert (own.kind, own.text) == ("feed", "از خوراک\n\nخلاصه")
    assert (page.kind, page.text) == ("html", TEXT)
    assert (page.declared.title, page.declared.language) == ("خبر", "fa-AF")


def test_records_of_an_address_are_streamed() -> None:
    """They may together be larger than the bound for one."""
    with Site() as site:
        site["/a.jsonl"] = Reply(b'{"text": "yek"}\n' * 1000, content_type="application/x-ndjson")
        found = open_source(f"{site.base}/a.jsonl", bounds=Bounds(size=1_000))
        first = next(found)
        rest = list(found)

    assert isinstance(first, Capture)
    assert len(captures(rest)) == 999
