"""What changed in an article: v, and the ways back."""

import json

import pytest

from support.feeds import feed
from support.seeing import ids

OLD = [
    ("1", "Ferry sails", "The ferry sails at noon.\n\nIt carries sheep."),
    ("2", "Bell rings", "It rings."),
]
NEW = [("1", "Ferry sails", "The ferry sails at one.\n\nIt carries sheep."), ("2", "Bell rings", "It rings.")]


@pytest.fixture
def edited(drive, tmp_path):
    """Opens the reader on a library of two articles, of which the first was edited."""

    def opened(**how):
        return drive(tmp_path / "edited", **how)

    return opened


async def edit(news, tmp_path):
    path = tmp_path / "feed.json"
    path.write_text(feed(OLD))
    news.library.add(str(path))
    path.write_text(json.dumps(json.loads(feed(NEW))))
    assert [outcome.changed for outcome in news.library.refresh(force=True)] == [1]
    await news.settle()
    if "folded" in news.shown:
        await news.press("plus")  # two texts so short may be one story; each row is to be seen
    await news.put_cursor("Ferry sails")


async def test_v_shows_what_changed_and_v_the_text_again(edited, tmp_path):
    async with edited() as news:
        await edit(news, tmp_path)
        assert "changed" in news.shown
        await news.press("v")
        assert "The ferry sails at [-noon.-] {+one.+}" in news.shown
        assert news.focus == "text"
        await news.press("v")
        assert "The ferry sails at one." in news.shown


async def test_removed_and_added_words_look_so(edited, tmp_path):
    async with edited() as news:
        await edit(news, tmp_path)
        await news.press("v")
        styles = {
            segment.text: segment.style
            for strip in news.app.screen._compositor.render_strips()
            for segment in strip
            if segment.text in ("[-noon.-]", "{+one.+}")
        }
        assert styles["[-noon.-]"].strike
        assert styles["{+one.+}"].underline


async def test_escape_leads_back_to_the_text_first(edited, tmp_path):
    async with edited() as news:
        await edit(news, tmp_path)
        await news.press("v", "escape")
        assert (news.focus, "sails at one." in news.shown) == ("text", True)
        await news.press("escape")
        assert news.focus == "articles"


async def test_another_article_shows_its_text(edited, tmp_path):
    async with edited() as news:
        await edit(news, tmp_path)
        await news.press("v", "1")
        await news.put_cursor("Bell rings")
        assert "It rings." in news.shown
        await news.put_cursor("Ferry sails")
        assert "The ferry sails at one." in news.shown


async def test_what_changed_stays_while_the_library_changes(edited, tmp_path):
    async with edited() as news:
        await edit(news, tmp_path)
        await news.press("v")
        news.library.bookmark([ids(news.library)["Bell rings"]])
        await news.settle()
        assert "[-noon.-]" in news.shown


async def test_an_article_that_never_changed_has_no_v(edited, tmp_path):
    async with edited() as news:
        await edit(news, tmp_path)
        await news.put_cursor("Bell rings")
        await news.press("v")
        assert (news.focus, "It rings." in news.shown) == ("articles", True)
