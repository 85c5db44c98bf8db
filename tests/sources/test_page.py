from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.errors import SourceRefused
from rasad.sources.bounds import Bounds
from rasad.sources.page import read_page
from tests.sources.press import PARAGRAPH

AGENCY = f"""
<html lang="fa-IR"><head><title>دیدار وزیران در آستانه | خبرگزاری نمونه</title></head><body>
<header><a href="/">خانه</a><nav><ul><li><a href="/a">سیاسی</a></li></ul></nav></header>
<div class="breadcrumb"><a href="/">خانه</a> » <a href="/a">سیاسی</a></div>
<main><article>
  <h1>دیدار وزیران در   آستانه</h1>
  <div class="meta"><span class="author">نویسنده: احمد رحیمی</span><time>دوشنبه ۱۲ خرداد ۱۴۰۴</time></div>
  <p>{PARAGRAPH}</p>
  <h2>گام‌های بعدی</h2>
  <p>{PARAGRAPH}<br>خط دوم.</p>
  <ul><li>توافق آب</li><li>توافق برق</li></ul>
  <p>پایان.</p><p>پایان.</p>
  <div class="share">اشتراک در <a href="x">فیسبوک</a></div>
</article>
<div id="comments"><h3>۲ نظر</h3><p>{PARAGRAPH}</p></div></main>
<aside><p>{PARAGRAPH}</p></aside><footer>تمام حقوق محفوظ است</footer>
<script>var متن = 1;</script></body></html>
"""

BLOG = f"""
<html><head><title>نشست سران | پژواک</title><meta property="og:title" content="نشست سران در تاشکند"></head>
<body class="single has-sidebar"><div class="site with-ads">
<header><h1 class="logo"><a href="/">پژواک</a></h1></header>
<article class="post tag-politics"><h2>نشست سران در تاشکند</h2>
<div class="item-nav"><span class="date">۱۲ جوزای ۱۴۰۴</span></div>
<div class="entry"><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div></article>
<div class="related-posts"><article><h4><a href="1">خبر دیگر</a></h4><p>{PARAGRAPH}</p></article></div>
<ol class="commentlist"><li>{PARAGRAPH}</li><li>{PARAGRAPH}</li><li>{PARAGRAPH}</li></ol>
</div></body></html>
"""

OLD = f"""
<html><head><title>خبر</title></head><body><table><tr>
<td><a href="1">خانه</a><br><a href="2">اخبار</a></td>
<td><font size="4"><b>سفر رئیس جمهور</b></font><br>۱۲ جوزای ۱۳۸۵<br><br>{PARAGRAPH}<br><br>{PARAGRAPH}</td>
<td><a href="3">تیتر خبری دیگر</a><br><a href="4">تیتر سوم</a></td>
</tr></table></body></html>
"""


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param(
            AGENCY,
            f"""\
            دیدار وزیران در آستانه

            نویسنده: احمد رحیمی
            دوشنبه ۱۲ خرداد ۱۴۰۴

            {PARAGRAPH}

            گام‌های بعدی

            {PARAGRAPH}
            خط دوم.

            توافق آب
            توافق برق

            پایان.

            پایان.""",
            id="an agency's page",
        ),
        pytest.param(
            BLOG,
            f"""\
            نشست سران در تاشکند

            ۱۲ جوزای ۱۴۰۴

            {PARAGRAPH}

            {PARAGRAPH}""",
            id="a page whose classes mislead",
        ),
        pytest.param(
            OLD,
            f"""\
            سفر رئیس جمهور
            ۱۲ جوزای ۱۳۸۵

            {PARAGRAPH}

            {PARAGRAPH}""",
            id="tables and line breaks",
        ),
        pytest.param(f"<p>{PARAGRAPH}</p><p>دو</p>", f"{PARAGRAPH}\n\nدو", id="a fragment"),
        pytest.param("متن تنها", "متن تنها", id="no tags"),
        pytest.param("<p>یک خط</p>", "یک خط", id="a short note"),
    ],
)
def test_the_article_of_a_page_is_its_headline_then_its_text(markup: str, text: str) -> None:
    """Menus, related articles, comments and footers stay out; order, lists, repeated lines and date lines stay."""
    assert read_page(markup, "page").text == dedent(text)


def test_joiners_and_other_marks_survive() -> None:
    """«می‌گویند» keeps its U+200C as a character or as an entity; no-break spaces and direction marks stay too."""
    text = "او می‌گوید و می&zwnj;رود؛ ۵&nbsp;میلیون\u200f نفر"

    assert read_page(f"<p>{text}</p>", "page").text == "او می‌گوید و می‌رود؛ ۵\u00a0میلیون\u200f نفر"


def test_what_a_reader_does_not_see_is_no_text() -> None:
    markup = f"""<p>{PARAGRAPH}</p><p hidden>الف</p><p style="display: none">ب</p><span class="sr-only">ج</span>
    <noscript>د</noscript><template>ه</template><button>و</button><!-- ز -->"""

    assert read_page(markup, "page").text == PARAGRAPH


def test_a_kicker_above_the_headline_follows_it() -> None:
    """The headline stands first; what stood above it within the article is not lost."""
    markup = f"<article><p>در نشست مسکو</p><h1>توافق بر سر آب</h1><p>{PARAGRAPH}</p></article>"

    assert read_page(markup, "page").text == f"توافق بر سر آب\n\nدر نشست مسکو\n\n{PARAGRAPH}"


def test_neighbours_on_the_page_do_not_run_together() -> None:
    markup = "<div><span>احمد رحیمی</span><span>کابل</span></div><p>می<b>‌گوید</b></p>"

    assert read_page(markup, "page").text == "احمد رحیمی کابل\n\nمی‌گوید"


def test_a_page_written_by_scripts_is_read_from_its_json() -> None:
    """Where the page shows nothing and its JSON-LD holds the article, that is its text."""
    markup = f"""<script type="application/ld+json">
    {{"@type": "NewsArticle", "headline": "سفر", "articleBody": "{PARAGRAPH * 3}"}}</script><div id="root"></div>"""

    assert read_page(markup, "page").text == f"سفر\n\n{PARAGRAPH * 3}"


def test_a_hundred_thousand_nested_tags_are_flattened() -> None:
    assert read_page("<div>" * 100_000 + f"<p>{PARAGRAPH}</p>", "page").text == PARAGRAPH


def test_more_tags_than_the_bound_are_refused_with_a_reason() -> None:
    with pytest.raises(SourceRefused, match="more than 100 tags"):
        read_page("<p>a</p>" * 100, "page", bounds=Bounds(tags=100))


@given(st.text(max_size=200))
def test_any_text_is_a_page(markup: str) -> None:
    """Whatever stands in a page, something is read, the same each time, without what no file can keep."""
    page = read_page(markup, "page")

    assert page == read_page(markup, "page")
    assert "\0" not in page.text
    page.text.encode("utf-8")


_SOUP = (
    "<p> </p> <h1> </h1> <article> <ul><li> </ul> <nav> </nav> <div/class=comments> </div> <a/href=x> </a> <table><td> "
    "</table> <br> <pre> <time> <!-- --> <script> </script> <b> <svg> <select> <title> متن"
)


@given(st.lists(st.sampled_from([PARAGRAPH, " ", *_SOUP.split()]), max_size=40))
def test_any_soup_of_tags_is_a_page(parts: list[str]) -> None:
    """Nothing is written that the page does not hold, lines aside."""
    markup = "".join(parts)

    assert set(read_page(markup, "page").text) <= {*markup, "\n", " "}
