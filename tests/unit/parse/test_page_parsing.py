"""Saved web pages: their title, their main part, and the feeds that they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.errors import ParseError
from newsreader.model.entry import Entry, FeedLink
from newsreader.parse.discover import feed_links
from newsreader.parse.page import parse_page
from newsreader.text.blocks import plain_text

SITE = "https://courier.example/news/ice.html"
RSS = 'rel="alternate" type="application/rss+xml"'


def _page(inside: str, head: str = "<title>Courier</title>") -> Entry:
    document = f"<!DOCTYPE html><html><head>{head}</head><body class=x>{inside}</body></html>"
    return parse_page(document.encode(), address=SITE).entries[0]


def test_a_page_is_a_feed_of_one_entry():
    found = parse_page(b"<title>Courier</title><h1>Ice &amp; <i>boats</i></h1><p>Ice holds.", address=SITE)
    assert (found.kind, found.title, found.url) == ("page", "Courier", SITE)
    assert [(entry.title, entry.url, entry.key) for entry in found.entries] == [("Ice & boats", SITE, SITE)]


@pytest.mark.parametrize(
    ("head", "inside", "title"),
    [
        ("<title>Courier</title>", "<h1>Ice</h1><p>It holds.</p>", "Ice"),
        ("<title>Courier</title>", "<p>It holds.</p>", "Courier"),
        ("<TITLE lang=en>\n Lake\n ice </TITLE>", "<p>It holds.</p>", "Lake ice"),
        ("", "<p>It holds.</p>", ""),
    ],
)
def test_titles(head: str, inside: str, title: str):
    assert _page(inside, head).title == title


@pytest.mark.parametrize(
    ("inside", "there", "gone"),
    [
        (
            "<nav>Menu</nav><p>Ice holds.</p><footer>Imprint</footer>",
            ["Ice holds."],
            ["Menu", "Imprint", "Courier"],
        ),
        ("<p>Advert</p><article><p>Ice holds.</p></article>", ["Ice holds."], ["Advert"]),
        (
            "<main><p>Ice holds at Ostby.</p></main><article>Short</article>",
            ["Ice holds at Ostby."],
            ["Short"],
        ),
        ("<article><header>By us</header><p>Ice</p></article>", ["Ice"], ["By us"]),
        ("<p>Ice</p><script>x()</script><style>p{}</style>", ["Ice"], ["x()", "p{}"]),
        ("<articles>Ice</articles><p>holds</p>", ["Ice", "holds"], []),
        ("<article>Ice that nobody closes", ["Ice that nobody closes"], []),
        ('<a href="/more">More</a>', ['href="https://courier.example/more"'], []),
        ('<a href="javascript:x()">More</a>', ["More"], ["javascript"]),
    ],
)
def test_what_of_a_page_is_its_text(inside: str, there: list[str], gone: list[str]):
    html = _page(inside).html
    assert [words for words in there if words not in html] == []
    assert [words for words in gone if words in html] == []


@pytest.mark.parametrize(
    ("head", "media_type", "codec"),
    [
        ('<meta charset="iso-8859-2">', "", "iso-8859-2"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "", "iso-8859-2"),
        ("", "text/html; charset=iso-8859-2", "iso-8859-2"),
        ('<meta charset="koi8-r">', "text/html; charset=iso-8859-2", "iso-8859-2"),
        ("", "", "utf-8"),
        ('<meta charset="no-such">', "", "utf-8"),
    ],
)
def test_encodings_of_pages(head: str, media_type: str, codec: str):
    page = f"{head}<p>Jezioro zamarzło, żeglarze śpią."
    assert "zamarzło, żeglarze śpią" in parse_page(page.encode(codec), media_type=media_type).entries[0].html


@pytest.mark.parametrize(
    "page", ["<html></html>", "<script>x()</script>", "<html><body> &nbsp; </body></html>"]
)
def test_a_page_without_words_is_refused(page: str):
    with pytest.raises(ParseError, match="without words"):
        parse_page(page.encode())


def test_a_page_without_words_that_names_feeds_is_none_to_refuse():
    found = parse_page(f'<html><link {RSS} href="/rss" title="News"></html>'.encode(), address=SITE)
    assert found.feeds == (FeedLink("https://courier.example/rss", "News"),)


@pytest.mark.parametrize(
    ("page", "urls"),
    [
        (f'<link {RSS} href="/rss">', ["https://courier.example/rss"]),
        (
            "<LINK href=a.xml TYPE=application/atom+xml REL='Alternate home'>",
            ["https://courier.example/news/a.xml"],
        ),
        (f'<base href="https://lakes.example/b/"><link {RSS} href="rss">', ["https://lakes.example/b/rss"]),
        (f'<link {RSS} href="/a?x=1&amp;y=2">', ["https://courier.example/a?x=1&y=2"]),
        (
            f'<link {RSS} href="/c" title="Comments"><link {RSS} href="/n">',
            [f"https://courier.example/{n}" for n in "nc"],
        ),
        (f'<link {RSS} href="/a"><link {RSS} href="/a">', ["https://courier.example/a"]),
        (f'<link {RSS} href="javascript:x()"><link {RSS}>', []),
        ('<link rel="stylesheet" type="text/css" href="/a.css">', []),
        ('<link rel="alternate" hreflang="de" href="/de">', []),
    ],
)
def test_feeds_that_a_page_names(page: str, urls: list[str]):
    assert [link.url for link in feed_links(page, SITE)] == urls


def test_however_deep_its_tables_and_quotations_stand_a_page_is_read():
    words = "The keeper of the light said that night, with some commas, that the ferry was late. "
    for mark in ("<table><tr><td>a</td><td>b", "<blockquote>a", "<div><pre>a"):
        entry = parse_page(f"<body>{mark * 200}{words}</body>".encode()).entries[0]
        assert words.strip() in " ".join(plain_text(entry.html).split())


@pytest.mark.parametrize(
    "beside",
    [
        "<div><pre></pre><pre> </pre></div>",
        "<div><table><tr><td><td><tr><td><td></table><pre></pre></div>",
        '<div class="note"><div class="tip"><pre>a</pre><pre>b</pre></div></div>',
        "<table><tr><td>a<td><pre>b</pre><tr><td>c<td>d</table>",
    ],
)
def test_code_and_tables_that_hold_nothing_or_each_other_are_no_trouble(beside: str):
    words = "The keeper of the light said that night, with some commas, that the ferry was late. " * 4
    entry = parse_page(f"<p>{words}</p>{beside}".encode()).entries[0]
    assert words.strip() in plain_text(entry.html)


@given(st.text("<>/ab \"'=&;!-", max_size=120))
def test_whatever_the_marks_a_page_is_read_or_refused(page: str):
    try:
        found = parse_page(page.encode())
    except ParseError:
        return
    assert len(found.entries) == 1


TAGS = (
    "div p span article main header section aside h1 h2 pre table tr td th blockquote ul li a hr br img figure center"
    " amp-ad details dl dt dd time b nav footer form"
).split()
NAMES = "note tip lead byline ad tweet title date comments author spot menu standfirst".split()
WORDS = st.sampled_from(
    [
        "",
        " ",
        "Ice",
        "Ice holds. ",
        "By Ida Holm",
        "3 March 2026",
        "Read also",
        "a | b | c",
        "The ice, it holds, " * 20,
    ]
)


def _nested(inside):
    marks = st.sampled_from(
        ["", "", ' href="#x"', ' href="/y"', ' href="javascript:z()"', ' src="i.png"', " hidden"]
    )
    named = st.just("") | st.sampled_from(NAMES).map(lambda name: f' class="{name}"')
    return st.builds(
        lambda tag, mark, name, parts, end: f"<{tag}{name}{mark}>{''.join(parts)}{end * f'</{tag}>'}",
        st.sampled_from(TAGS), marks, named, st.lists(inside, max_size=4), st.booleans() | st.just(True),
    )  # fmt: skip


@given(st.lists(st.recursive(WORDS, _nested, max_leaves=15), max_size=5).map("".join))
def test_whatever_stands_in_what_a_page_is_read_or_refused(page: str):
    try:
        found = parse_page(f"<title>Ice</title>{page}".encode())
    except ParseError:
        return
    assert len(found.entries) == 1
