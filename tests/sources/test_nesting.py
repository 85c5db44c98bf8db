from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resiliparse.parse.html import HTMLTree

from rasad.sources.nesting import flatten


def _depth(markup: str) -> int:
    node: Any = HTMLTree.parse(markup).document
    deepest = depth = 0
    while node is not None:
        deepest = max(deepest, depth)
        if (child := node.first_child) is not None:
            node, depth = child, depth + 1
            continue
        while node is not None and node.next_sibling is None:
            node, depth = node.parent, depth - 1
        node = node.next_sibling if node is not None else None
    return deepest


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>" * 5000 + "متن", id="never closed"),
        pytest.param("<div>" * 5000 + "متن" + "</div>" * 5000, id="closed"),
        pytest.param("<div></span>" * 5000 + "متن", id="ends of what was never opened"),
        pytest.param("<div><table><tr><td></div>" * 3000 + "متن", id="ends that cannot reach out of a table"),
        pytest.param('<div title="</div></div>">' * 5000 + "متن", id="ends within attributes"),
        pytest.param('<div a=="></div>">' * 5000 + "متن", id="attributes that begin with an equals sign"),
        pytest.param("<!--><div>" * 5000 + "متن", id="comments that end at once"),
        pytest.param("<svg><style><div>" * 2000 + "متن", id="a style that is none within a drawing"),
        pytest.param("".join(f"<p><font color=c{n}>" for n in range(300)) + "متن", id="formatting that is carried on"),
        pytest.param("".join(f"<div><b id={n}></div>" for n in range(300)) + "متن", id="formatting out of its parent"),
    ],
)
def test_no_page_is_deep_once_flattened(markup: str) -> None:
    """However a page nests its tags, the parser's tree of it stays shallow, and its text stays."""
    flat = flatten(markup, depth=100)

    assert _depth(flat.markup) < 300
    assert "متن" in flat.markup


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<html><body><p>یک<p>دو<ul><li>سه<li>چهار</ul>" * 200, id="ends left out, as the standard allows"),
        pytest.param("<script>if (a<b) {'<div>'.repeat(9)}</script>" * 300, id="tags within scripts"),
        pytest.param("<!-- <div><div> -->" * 300, id="tags within comments"),
        pytest.param("<br><img src=a><hr>" * 300, id="tags without content"),
        pytest.param("<table><tr><td><b>متن</b></td></tr></table>" * 300, id="one after another"),
    ],
)
def test_ordinary_pages_are_left_as_they_are(markup: str) -> None:
    assert flatten(markup, depth=50).markup == markup


def test_a_hundred_thousand_levels_take_no_time() -> None:
    flat = flatten("<div>" * 100_000 + "متن")

    assert (flat.tags, flat.cut) == (100_000, 100_000 - 256)


def test_attributes_by_the_hundred_are_dropped() -> None:
    """A tag with thousands of attributes costs a parser the square of their number."""
    markup = "<div " + " ".join(f"attribute{n}=1" for n in range(3000)) + ">متن</div>"

    assert flatten(markup).markup == "<div>متن</div>"


def test_counting_stops_at_the_bound() -> None:
    assert flatten("<p>" * 1000, most_tags=10).tags == 11


@given(st.text(alphabet="<>/!-=\"' \nabdivpsctlretyg&;م", max_size=80))
def test_text_outside_tags_is_never_lost(markup: str) -> None:
    """What is dropped are tags only: the page's own letters come through any flattening."""
    flat = flatten(markup, depth=2)

    assert flat.markup.count("م") == markup.count("م") or "<" in markup
    if flat.cut == 0:
        assert flat.markup == markup
