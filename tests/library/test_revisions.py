"""Entries whose text changed: the old one is kept, and what changed is told."""

import pytest

from newsreader.model.query import ListQuery
from support.feeds import THREE, feed
from support.seeing import ids, titles


@pytest.fixture
def edited(library, path, clock):
    """The library after the second article was edited, and the third got a comment."""
    clock.move(hours=1)
    path.write_text(
        feed([THREE[0], ("2", "Two", "second thoughts"), ("3", "Three", "third words\n\n1 comment")])
    )
    assert [(outcome.new, outcome.changed) for outcome in library.refresh()] == [(0, 1)]
    return library


def test_an_edited_article_is_marked_and_keeps_its_old_text(edited, again):
    assert titles(edited, text="is:changed") == ["Two"]
    article = again().article(ids(edited)["Two"])
    assert article.entry.text == "second thoughts"
    assert [revision.entry.text for revision in article.revisions] == ["second words"]
    assert edited.row(article.id).changed


def test_what_a_page_writes_by_itself_is_taken_over(edited):
    article = edited.article(ids(edited)["Three"])
    assert (article.entry.text, article.revisions) == ("third words\n\n1 comment", ())


def test_what_changed_is_told_newest_first(edited, path, clock):
    clock.move(hours=1)
    path.write_text(feed([("2", "Two again", "second thoughts of Vos")]))
    list(edited.refresh())
    found = edited.text_changes(ids(edited)["Two again"])
    assert [[block.text for block in change.blocks] for change in found] == [
        ["Two {+again+}", "second thoughts {+of Vos+}"],
        ["second [-words-] {+thoughts+}"],
    ]
    assert [change.at.hour for change in found] == [14, 13]


def test_an_article_that_never_changed_has_nothing_to_tell(edited):
    assert edited.text_changes(ids(edited)["One"]) == ()


def test_the_old_words_are_searched_no_more(edited):
    assert edited.window(ListQuery(text="second"), 10)
    assert [row.title for row in edited.search("words")] == ["One", "Three"]
