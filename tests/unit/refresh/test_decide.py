"""What a source's entries mean for the library."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsreader.model.article import Article, Revision
from newsreader.model.entry import Entry
from newsreader.refresh.decide import decide, with_revision
from newsreader.text.hashing import article_id
from support.making import NOON

OLD = Entry(key="1", title="Ice holds", html='<p>It <a href="https://a.example/?utm_source=a">holds</a>.</p>')


def decided(entry, old=OLD, revisions=()):
    name = article_id("s1", "1")
    known = {name: Article(name, "s1", old, NOON, revisions)}
    return decide([entry], known, source_id="s1", now=NOON + timedelta(hours=1))


@pytest.mark.parametrize(
    "html",
    [
        '<p>It\n <a href="https://a.example/?utm_source=b">holds</a>.</p>',
        '<p class="x">It <b>holds</b>.</p><img src="https://a.example/1x1.gif">',
        OLD.html + "<p>12 comments</p>",
        OLD.html + "<p>Updated 10:20</p>",
    ],
)
def test_what_nobody_wrote_is_taken_over_and_no_change(html):
    found = decided(replace(OLD, html=html))
    assert (found.changed, found.updated[0].entry.html, found.updated[0].revisions) == (0, html, ())


@pytest.mark.parametrize("more", [{"title": "Ice breaks"}, {"html": "<p>It breaks.</p>"}])
def test_another_text_keeps_the_old_one(more):
    found = decided(replace(OLD, **more))
    assert (found.changed, found.updated[0].revisions) == (1, (Revision(OLD, NOON + timedelta(hours=1)),))


def test_the_same_again_is_nothing():
    assert decided(OLD).updated == ()


def test_of_many_versions_the_first_and_the_newest_are_kept():
    revisions = ()
    for number in range(100):
        revisions = with_revision(revisions, replace(OLD, title=f"Ice {number}"), NOON)
    titles = [revision.entry.title for revision in revisions]
    assert titles == ["Ice 0", *(f"Ice {number}" for number in range(81, 100))]


def test_long_versions_are_fewer():
    revisions = ()
    for number in range(10):
        revisions = with_revision(revisions, replace(OLD, title=f"Ice {number}", html="x" * 60_000), NOON)
    assert [revision.entry.title for revision in revisions] == ["Ice 0", "Ice 8", "Ice 9"]
