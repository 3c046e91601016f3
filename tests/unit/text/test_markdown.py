"""Articles as Markdown."""

from datetime import UTC, datetime

import pytest

from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.model.entry import Author, Enclosure, Entry
from newsreader.text.blocks import blocks_of_html, blocks_of_text
from newsreader.text.markdown import article_markdown, escaped, file_name, markdown

AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<h2>Head</h2><p>Text</p>", "## Head\n\nText"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol start='3'><li>a</li><li>b</li></ol>".replace("'", '"'), "3. a\n4. b"),
        ("<blockquote><p>said</p></blockquote>", "> said"),
        ("<pre>x = 1\n  y</pre>", "```\nx = 1\n  y\n```"),
        ("<pre>```</pre>", "````\n```\n````"),
        ("<p>a <b>bold</b> and <i>thin</i> word</p>", "a **bold** and *thin* word"),
        ("<p>a<b> bold </b>b</p>", "a **bold** b"),
        ("<p>run <code>a`b</code></p>", "run ``a`b``"),
        (
            '<p><a href="https://x.example/?a=1&amp;utm_source=y">a [link]</a></p>',
            "[a \\[link\\]](<https://x.example/?a=1>)",
        ),
        ("<p>1 * 2 * 3 _not_ &lt;b&gt;</p>", "1 \\* 2 \\* 3 \\_not\\_ \\<b\\>"),
        ("<p>one</p><hr><p>two</p>", "one\n\n---\n\ntwo"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>",
            "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |",
        ),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "|  |  |\n| --- | --- |\n| 1 | 2 |"),
    ],
)
def test_html(html, expected):
    assert markdown(blocks_of_html(html)) == expected


@pytest.mark.parametrize("text", ["- no list", "1. no list", "+ no list", "# no head", "= no line"])
def test_words_are_words(text):
    assert escaped(text) != text
    assert "\\" in escaped(text)


def test_a_year_is_no_list():
    assert escaped("1999 was long") == "1999 was long"


def test_a_whole_article():
    entry = Entry(
        "k", title="Dock *workers*", url="https://h.example/1?utm_source=x", authors=(Author("Joost"),),
        published=AT, text="One.\n\nTwo.", place="ROTTERDAM", see_also=("Other news",),
        enclosures=(Enclosure("https://h.example/a.mp3", "audio/mpeg", 5_000_000, 61.0),),
    )  # fmt: skip
    article = Article("id", "s", entry, AT)
    kept = Bookmark(article, "Harbour", note="two\nlines", tags=("ports", "a b"), kept_at=1, changed_at=1)
    found = article_markdown(article, "Harbour Daily", kept)
    assert found.startswith("# Dock \\*workers\\*\n\nHarbour Daily · Joost · ROTTERDAM · 2026-03-0")
    for part in (
        "\n\n<https://h.example/1>\n\n",
        "\n\n\\#ports \\#a-b\n\n> two\n> lines\n\nOne.\n\nTwo.\n\n",
        "\n\n## See also\n\n- Other news\n\n",
        "- <https://h.example/a.mp3> (audio/mpeg, 5.0 MB, 1:01)\n",
    ):
        assert part in found
    assert article_markdown(Article("id", "s", Entry("k"), AT), "") == "# Without a headline\n"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Dock workers: end strike!", "Dock-workers-end-strike"),
        ("../../etc/passwd", "etc-passwd"),
        ("日本語の記事", "日本語の記事"),
        ("?!", "article"),
        ("a" * 200, "a" * 60),
    ],
)
def test_names_of_files(title, name):
    assert file_name(title) == name


def test_text_is_paragraphs():
    assert markdown(blocks_of_text("a\n\nb")) == "a\n\nb"
