from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resiliparse.parse.html import HTMLTree

from rasad.sources.capture import Declared
from rasad.sources.metadata import declared_in


def _declared(markup: str) -> Declared:
    return declared_in(HTMLTree.parse(markup))


def _json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "دیدار &quot;وزیران&quot;",
    "datePublished": "2025-06-02T10:00:00+03:30",
    "inLanguage": "fa",
    "author": [{"@type": "Person", "name": "احمد رحیمی"}, {"name": "مریم"}],
    "publisher": {"@type": "Organization", "name": "پژواک"},
    "mainEntityOfPage": {"@id": "https://example.org/1"},
}
EXPECTED = Declared(
    title='دیدار "وزیران"',
    published="2025-06-02T10:00:00+03:30",
    language="fa",
    url="https://example.org/1",
    site="پژواک",
    author="احمد رحیمی, مریم",
)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(ARTICLE, id="one object"),
        pytest.param([{"@type": "Organization", "name": "x"}, ARTICLE], id="a list"),
        pytest.param({"@graph": [{"@type": "WebPage", "name": "صفحه"}, ARTICLE]}, id="a graph"),
        pytest.param({**ARTICLE, "@type": ["Article", "ReportageNewsArticle"]}, id="several types"),
    ],
)
def test_json_ld_is_read_however_it_is_wrapped(value: object) -> None:
    assert _declared(_json_ld(value)) == EXPECTED


def test_meta_tags_are_read() -> None:
    markup = """<html lang="fa_AF"><meta property="og:title" content="عنوان">
    <meta property="og:site_name" content="طلوع">
    <meta property="article:published_time" content="2025-06-02"><meta name="author" content="احمد">
    <meta property="og:url" content="https://example.org/2">"""

    assert _declared(markup) == Declared("عنوان", "2025-06-02", "fa-AF", "https://example.org/2", "طلوع", "احمد")


def test_elements_of_the_page_are_read_last() -> None:
    markup = """<html lang="ar"><title>عنوان</title><link rel="canonical" href="https://example.org/3">
    <aside><time datetime="2001-01-01"></time></aside><article><time datetime="2025-06-02T07:00Z"></time></article>"""

    assert _declared(markup) == Declared("عنوان", "2025-06-02T07:00Z", "ar", "https://example.org/3")


def test_json_ld_goes_before_meta_tags_and_those_before_elements() -> None:
    markup = '<title>سوم</title><meta property="og:title" content="دوم">'

    assert _declared(markup).title == "دوم"
    assert _declared(markup + _json_ld(ARTICLE)).title == EXPECTED.title


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="nothing"),
        pytest.param('<script type="application/ld+json">{"headline": </script>', id="broken JSON"),
        pytest.param('<script type="application/ld+json">' + "[" * 50_000 + "</script>", id="deep JSON"),
        pytest.param(
            _json_ld({"@type": "NewsArticle", "headline": {"x": []}, "author": 5.5, "url": 7}), id="odd types"
        ),
        pytest.param('<meta property="og:url" content="javascript:alert(1)"><html lang="%%">', id="odd values"),
    ],
)
def test_odd_metadata_declares_nothing(markup: str) -> None:
    assert _declared(markup) == Declared()


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ARTICLE, "@graph"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(_json)
def test_any_json_ld_is_taken(value: object) -> None:
    for field in ("title", "published", "language", "url", "site", "author"):
        assert isinstance(getattr(_declared(_json_ld(value)), field), str | None)
