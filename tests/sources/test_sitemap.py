from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.errors import SourceRefused
from rasad.sources.capture import Declared
from rasad.sources.sitemap import Listed, read_sitemap

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://e.org/1 </loc><news:news><news:publication><news:name>پژواک</news:name>
<news:language>fa</news:language></news:publication><news:publication_date>2025-06-02</news:publication_date>
<news:title>دیدار در آستانه</news:title></news:news></url>
<url><loc>ftp://e.org/2</loc></url><url></url></urlset>"""


def test_a_news_sitemap_says_what_its_addresses_are() -> None:
    assert list(read_sitemap(NEWS.encode(), "s")) == [
        Listed(
            "https://e.org/1",
            "https://e.org/1",
            Declared("دیدار در آستانه", "2025-06-02", "fa", "https://e.org/1", "پژواک"),
        ),
        Listed("ftp://e.org/2", None, Declared()),
    ]


def test_an_index_lists_sitemaps() -> None:
    raw = b"<sitemapindex><sitemap><loc>https://e.org/a.xml</loc></sitemap></sitemapindex>"

    assert [listed.address for listed in read_sitemap(raw, "s")] == ["https://e.org/a.xml"]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            b'<!DOCTYPE u [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><urlset><url>&b;</url></urlset>', id="entities"
        ),
        pytest.param(b"<urlset><url>", id="cut off"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_dangerous_or_broken_sitemap_is_refused(raw: bytes) -> None:
    with pytest.raises(SourceRefused):
        list(read_sitemap(raw, "s"))


def test_a_sitemap_that_breaks_off_gives_the_addresses_before() -> None:
    listed = read_sitemap(NEWS[: NEWS.index("ftp")].encode(), "s")

    assert next(listed).address == "https://e.org/1"
    with pytest.raises(SourceRefused, match="breaks off"):
        list(listed)


@given(st.binary(max_size=100), st.integers(0, 300))
def test_any_bytes_give_addresses_or_are_refused(junk: bytes, at: int) -> None:
    whole = NEWS.encode()
    try:
        for listed in read_sitemap(whole[:at] + junk + whole[at:], "s"):
            assert listed.address is None or listed.address.startswith("http")
    except SourceRefused:
        pass
