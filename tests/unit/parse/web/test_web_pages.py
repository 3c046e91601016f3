"""Invented pages of every make, and what a careful reader sees on them: tests/data/pages/NAME.html and NAME.json."""

import json
from datetime import UTC
from functools import cache
from pathlib import Path

import pytest

from newsreader.parse.page import parse_page
from newsreader.text.blocks import blocks_of_html, plain_text

PAGES = Path(__file__).parents[3] / "data" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@cache
def read(name):
    """What is expected, what was found, and its entry."""
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    found = parse_page((PAGES / f"{name}.html").read_bytes(), address=expected["address"])
    return expected, found, found.entries[0]


def words(html):
    return " ".join(plain_text(html).split())


def test_there_are_pages():
    assert len(NAMES) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_its_text_and_nothing_that_stands_around_it(name):
    expected, _, entry = read(name)
    text = words(entry.html)
    assert [phrase for phrase in expected["has"] if phrase not in text] == []
    assert [phrase for phrase in expected["hasnt"] if phrase in text] == []
    assert entry.see_also == tuple(expected.get("see_also", ()))
    assert [link for link in expected["links"] if f'href="{link}"' not in entry.html] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_who_wrote_it_when_and_where(name):
    expected, found, entry = read(name)
    assert entry.title == expected["title"]
    assert [author.name for author in entry.authors] == expected.get("authors", [])
    published = entry.published.astimezone(UTC).date().isoformat() if entry.published else None
    assert published == expected.get("published")
    if "updated" in expected:
        assert entry.updated.date().isoformat() == expected["updated"]
    assert (entry.site, entry.language) == (
        expected.get("site", entry.site),
        expected.get("language", entry.language),
    )
    assert (entry.url, found.url) == (expected["address"], expected["address"])


@pytest.mark.parametrize("name", NAMES)
def test_structure_stays(name):
    expected, _, entry = read(name)
    blocks = blocks_of_html(entry.html)
    for kind, texts in expected.get("blocks", {}).items():
        if kind == "table":
            rows = [list(row) for block in blocks for row in block.rows]
            assert [row for row in texts if row not in rows] == []
            continue
        found = [block.text for block in blocks if block.kind == kind]
        assert [text for text in texts if not any(each.startswith(text) for each in found)] == []
        assert len(found) == len(texts)
    assert len([block for block in blocks if block.kind == "paragraph"]) >= expected.get("paragraphs", 0)


def test_a_page_that_keeps_its_text_for_subscribers_says_so():
    assert [name for name in NAMES if read(name)[1].is_cut] == ["paywall"]


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta name="DC.date.issued" content="2026-02-03">', "", "2026-02-03"),
        ("", '<span class="published">3. Februar 2026</span>', "2026-02-03"),
        ("", '<time datetime="2026-02-03T10:00Z">gestern</time>', "2026-02-03"),
        ('<script type="application/ld+json">[{"@type":["Thing","BlogPosting"],"datePublished":"2026-02-03"}]</script>',
         "", "2026-02-03"),
        ('<script type="application/ld+json">{"@type":"NewsArticle",</script>', "", None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", "", None),
        ("", "<p>In 2026 nothing happened.</p>", None),
    ],
)  # fmt: skip
def test_dates_are_found_where_pages_keep_them(head, body, published):
    page = f"<html><head>{head}</head><body>{body}<p>Ice holds at Ostby.</p></body></html>"
    found = parse_page(page.encode()).entries[0].published
    assert (found.date().isoformat() if found else None) == published


@pytest.mark.parametrize(
    ("head", "body", "authors"),
    [
        ('<meta name="author" content="By Ida Holm and Per Lie">', "", ["Ida Holm", "Per Lie"]),
        ('<meta property="article:author" content="https://social.example/ida">', "", []),
        ("", '<a rel="author" href="/ida">Ida Holm</a>', ["Ida Holm"]),
        ("", '<p class="byline">Von Ida Holm | 3. März 2026</p>', ["Ida Holm"]),
        ("", '<div id="comments"><span class="comment-author">Troll</span></div>', []),
        ('<script type="application/ld+json">{"@type":"Article","author":{"name":"Ida Holm"}}</script>', "",
         ["Ida Holm"]),
        ('<meta property="og:site_name" content="Courier"><meta name="author" content="Courier">', "", []),
    ],
)  # fmt: skip
def test_authors_are_people(head, body, authors):
    page = f"<html><head>{head}</head><body>{body}<p>Ice holds at Ostby.</p></body></html>"
    assert [author.name for author in parse_page(page.encode()).entries[0].authors] == authors


def test_a_lead_that_stands_again_in_its_text_is_no_furniture():
    lead = "<p>The lake at Ostby froze over in one night, and nobody had seen it do so since the mill closed.</p>"
    more = "<p>By noon there were forty people on it, and one dog, who had not been asked whether it would hold.</p>"
    entry = parse_page(f"<article><h1>Ice</h1>{lead}{more}{lead}</article>".encode()).entries[0]
    assert plain_text(entry.html).startswith("The lake at Ostby")


def test_a_saved_page_stands_where_it_says_it_does():
    page = b'<link rel=canonical href="https://lakes.example/ice"><p>Ice <a href="/more">more</a></p>'
    entry = parse_page(page).entries[0]
    assert (entry.url, entry.key) == ("https://lakes.example/ice", "https://lakes.example/ice")
    assert 'href="https://lakes.example/more"' in entry.html


def test_a_picture_that_is_fetched_late_has_its_address():
    page = b'<p>Ice</p><img src="data:image/gif;base64,R0" data-src="/ice.jpg" alt="Ice on the lake">'
    assert (
        'src="https://lakes.example/ice.jpg"'
        in parse_page(page, address="https://lakes.example/").entries[0].html
    )


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "deep words",
        '<p class="share">' * 300 + "deep words",
        "".join(f'<p class="ad">deep words {n}</p>' for n in range(50)),
        '<form><div id="comments">deep words</div></form>',
        "<?xml version='1.0' encoding='utf-16'?><html><body>deep words</body></html>",
    ],
)
def test_words_are_not_lost_whatever_is_around_them(page):
    assert "deep words" in words(parse_page(page.encode()).entries[0].html)


def test_a_blog_whose_front_has_whole_texts_is_no_list_of_teasers():
    post = "<article><h2><a href='/{0}'>A headline of some words {0}</a></h2><p>{1}</p></article>"
    page = "".join(
        post.format(number, "The lake froze over, and people skated on it. " * 12) for number in range(6)
    )
    entry = parse_page(f"<html><body>{page}</body></html>".encode()).entries[0]
    assert entry.see_also == ()
    assert "people skated" in words(entry.html)


def test_a_list_of_links_is_one_of_headlines():
    links = "".join(f"<li><a href='/{n}'>Skaters cross the lake, part {n}</a></li>" for n in range(9))
    entry = parse_page(f"<html><title>Front</title><body><ul>{links}</ul></body></html>".encode()).entries[0]
    assert (entry.title, entry.html, len(entry.see_also)) == ("Front", "", 9)


@pytest.mark.parametrize(
    "box",
    [
        "<nav>Gone</nav>",
        '<div role="navigation">Gone</div>',
        '<div class="related-posts">Gone</div>',
        '<div class="shareBar">Gone</div>',
        '<span class="mw-editsection">Gone</span>',
        '<div id="navbox">Gone</div>',
        '<p class="sr-only">Gone</p>',
        "<p hidden>Gone</p>",
        '<div class="byline">Gone</div>',
        "<aside>Gone</aside>",
        "<form>Gone</form>",
    ],
)
def test_what_stands_around_a_text_is_told_by_its_make(box):
    text = "<p>The lake froze over, and people skated on it until the sun went down.</p>"
    page = f"<html><body><article>{text}{box}{text}</article></body></html>"
    found = words(parse_page(page.encode()).entries[0].html)
    assert ("Gone" in found, found.count("people skated")) == (False, 2)


@pytest.mark.parametrize(
    "box", ['<aside class="note">Kept</aside>', '<div class="sharecropper">Kept</div>', "<h2>Kept</h2>"]
)
def test_what_belongs_to_a_text_stays(box):
    text = "<p>The lake froze over, and people skated on it until the sun went down.</p>"
    page = f"<html><body><article>{text}{box}{text}</article></body></html>"
    assert "Kept" in words(parse_page(page.encode()).entries[0].html)


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        ("Last updated: 4 March 2025", False),
        ("Zuletzt geändert am 4. März 2025", False),
        ("Mis à jour le 4 mars 2025", False),
        ("最終更新日 2025年3月4日", False),
        ("Created by Wilma Roake, last modified by Otto Fells on Mar 04, 2025", False),
        ("Last edited by Otto Fells 2 weeks ago", False),
        ("Brantfoot, 4 March 2025", True),
    ],
)
def test_a_line_under_the_text_that_dates_a_change_is_none_of_it(line, is_said):
    text = "<p>The old weir at Brantfoot holds back forty centimetres of water, and every spring a part of it goes.</p>"
    page = f"<title>Weir</title><h1>Weir</h1><p>1 May 2024</p>{text * 4}<p>The mill race ran dry.</p><p>{line}</p>"
    (entry,) = parse_page(page.encode()).entries
    assert (line in words(entry.html)) is is_said
    assert entry.published.date().isoformat() == "2024-05-01"
