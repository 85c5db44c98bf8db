from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.sources import Bounds, Capture, Declared, Skipped
from rasad.sources.document import Origin
from rasad.sources.feed import read_feed
from tests.sources.press import PARAGRAPH, captures, skipped

ORIGIN = Origin("https://e.org/rss", "rss", datetime(2025, 6, 2, tzinfo=UTC))
ITEM = f"""<item><title>دیدار در آستانه</title><link>https://e.org/1</link><guid>یکم</guid>
<pubDate>Mon, 02 Jun 2025 00:10:00 +0330</pubDate><dc:creator>احمد رحیمی</dc:creator><description>خلاصه</description>
<content:encoded><![CDATA[<p>{PARAGRAPH}</p><p>می&zwnj;رود.</p>]]></content:encoded></item>"""


def rss(*items: str, head: str = "") -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?>{head}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>پژواک</title><language>fa-AF</language>{"".join(items)}</channel></rss>""".encode()


ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><title>پژواک</title><entry><id>urn:1</id>
<title type="html">دیدار &lt;b&gt;در&lt;/b&gt; آستانه</title><link href="https://e.org/1"/>
<published>2025-06-02T00:10:00+03:30</published>
<content type="html">&lt;p&gt;{PARAGRAPH}&lt;/p&gt;</content></entry></feed>"""


def read(raw: bytes, **options: object) -> list[Capture | Skipped]:
    return list(read_feed(raw, ORIGIN, Bounds(), **options))  # type: ignore[arg-type]


def test_an_entry_of_rss_is_its_title_and_its_text() -> None:
    """The longest text that the entry carries; its bytes are those of the entry; its link and date are declared."""
    [capture] = captures(read(rss(ITEM)))

    assert (capture.name, capture.where, capture.kind) == ("یکم", "https://e.org/rss#یکم", "feed")
    assert capture.text == f"دیدار در آستانه\n\n{PARAGRAPH}\n\nمی‌رود."
    assert capture.raw == ITEM.encode()
    assert capture.declared == Declared(
        "دیدار در آستانه", "2025-06-02T00:10:00+03:30", "fa-AF", "https://e.org/1", "پژواک", "احمد رحیمی"
    )


def test_an_entry_of_atom_is_read_alike() -> None:
    [capture] = captures(read(ATOM.encode()))

    assert (capture.name, capture.text) == ("urn:1", f"دیدار در آستانه\n\n{PARAGRAPH}")
    assert capture.declared.published == "2025-06-02T00:10:00+03:30"


def test_a_title_that_the_text_begins_with_is_not_said_twice() -> None:
    [capture] = captures(read(rss(f"<item><title>وزیران</title><description>{PARAGRAPH}</description></item>")))

    assert capture.text == PARAGRAPH


def test_a_feed_in_windows_1256_is_read() -> None:
    text = "دعا الرئيس إلى تعزيز التعاون الدفاعي بين دول المنطقة"
    item = f"<item><description>{text}</description></item>"
    raw = f'<?xml version="1.0" encoding="windows-1256"?><rss><channel>{item}</channel></rss>'

    [capture] = captures(read(raw.encode("cp1256")))

    assert (capture.text, capture.charset) == (text, "windows-1256")


def test_an_entry_without_text_says_where_its_page_is() -> None:
    [item] = skipped(read(rss("<item><title>دیدار</title><link>https://e.org/2</link></item>")))

    assert item.why == (
        "The entry carries no text of its own. Its page is https://e.org/2: try to follow the feed's links."
    )


def test_followed_entries_are_their_pages_or_their_own_text_where_that_fails() -> None:
    """What the feed says of an entry is handed to the one that fetches."""
    asked: list[tuple[str, str | None]] = []

    def fetch(address: str, at: Origin) -> list[Capture | Skipped]:
        asked.append((address, at.declared.title))
        if address.endswith("1"):
            return [Skipped(address, "Gone.")]
        return [Capture("2", address, b"", "صفحه", "html", "utf-8", at.captured)]

    found = read(rss(ITEM, "<item><title>دوم</title><link>https://e.org/2</link></item>"), fetch=fetch)

    assert asked == [("https://e.org/1", "دیدار در آستانه"), ("https://e.org/2", "دوم")]
    assert [getattr(item, "kind", None) for item in found] == [None, "feed", "html"]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param(rss(), "The feed has no entries", id="no entries"),
        pytest.param(rss(ITEM, head='<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'),
                     "The feed declares XML entities", id="entities that grow"),
        pytest.param(rss("<item>" * 9, head='<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
                     "The feed declares XML entities", id="an entity from outside"),
        pytest.param(rss("<a/>" * 200_001), "The feed has 200,0", id="too many tags"),
    ],
)  # fmt: skip
def test_a_feed_that_is_none_or_dangerous_is_skipped(raw: bytes, why: str) -> None:
    [item] = skipped(read(raw))

    assert item.why.startswith(why)


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    first, second = read(rss(ITEM, "<item><title>بی‌پایان")[:-40])

    assert isinstance(first, Capture)
    assert PARAGRAPH in first.text
    assert isinstance(second, Skipped)


def test_no_more_entries_than_the_bound_are_read() -> None:
    found = list(read_feed(rss(ITEM, ITEM, ITEM), ORIGIN, Bounds(entries=2)))

    assert [type(item).__name__ for item in found] == ["Capture", "Capture", "Skipped"]


@settings(max_examples=50)
@given(st.text(max_size=100), st.integers(0, 900))
def test_any_text_within_a_feed_gives_captures_or_reasons(junk: str, at: int) -> None:
    whole = rss(ITEM).decode()

    for item in read((whole[:at] + junk + whole[at:]).encode("utf-8", "replace")):
        (item.where + (item.text if isinstance(item, Capture) else item.why)).encode("utf-8")
