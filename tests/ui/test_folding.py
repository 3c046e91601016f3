"""Stories as one row each: what the row says, what stays under the cursor, and what is marked."""

import pytest

from newsreader.model.query import ListQuery
from support.stories import QUAKE_AGAIN, STRIKE, STRIKE_THIRD, write


async def test_a_story_is_one_row_in_all_and_every_telling_where_one_source_is_shown(drive, stories):
    async with drive(stories) as news:
        assert news.titles()[:2] == [STRIKE_THIRD[0], QUAKE_AGAIN[0]]
        assert len(news.titles()) == 14
        assert "unread · folded" in news.shown
        assert "+2" in news.lines[1]
        await news.press("plus")
        assert len(news.titles()) == 17
        assert "folded" not in news.lines[0]
        await news.press("ctrl+q")
    async with drive(stories) as news:
        assert len(news.titles()) == 17
        await news.press("5", "j", "j", "enter")
        assert STRIKE[0] in news.titles()
        assert len(news.titles()) == 8


async def test_the_cursor_stays_on_its_story_whatever_is_folded(drive, stories):
    async with drive(stories) as news:
        await news.press("plus")
        await news.put_cursor(STRIKE[0])
        await news.press("plus")
        assert (news.title, news.reading) == (STRIKE_THIRD[0], STRIKE_THIRD[0])
        await news.press("plus")
        assert news.title == STRIKE_THIRD[0]


async def test_a_row_read_is_hollow_while_other_tellings_are_unread(drive, stories):
    async with drive(stories) as news:
        assert "● " + STRIKE_THIRD[0] in news.shown
        await news.press("r")
        assert "○ " + STRIKE_THIRD[0] in news.shown
        news.library.mark_keys(news.library.view(ListQuery(text="strike")))
        await news.settle()
        assert "  " + STRIKE_THIRD[0] in news.shown
        assert "○" not in news.shown


async def test_a_story_that_grows_does_not_take_the_row_from_under_the_cursor(drive, stories, tmp_path):
    async with drive(stories) as news:
        await news.press("j")
        assert news.title == QUAKE_AGAIN[0]
        newer = ("Quake of magnitude six cracks church tower", QUAKE_AGAIN[1])
        news.library.add(str(write(tmp_path, fjord=[newer])["fjord"]))
        news.library.relate()
        await news.settle()
        assert (news.title, news.reading) == (QUAKE_AGAIN[0], QUAKE_AGAIN[0])
        assert newer[0] in news.titles()
        await news.press("k", "5", "enter")
        assert newer[0] in news.titles()
        assert QUAKE_AGAIN[0] not in news.titles()


@pytest.mark.parametrize(("choice", "left"), [("1", 0), ("2", 14), ("5", 15)])
async def test_marking_rows_marks_what_is_folded_into_them(drive, stories, choice, left):
    async with drive(stories) as news:
        await news.press("j", "A", choice)
        await news.until(lambda: news.library.counts().unread == left)
        await news.press("ctrl+z")
        assert news.library.counts().unread == 17


async def test_what_left_its_story_since_the_list_was_read_is_marked_with_the_others(
    drive, stories, monkeypatch
):
    async with drive(stories) as news:
        monkeypatch.setattr("newsreader.ui.following._REST_SECONDS", 3600.0)  # the list is not read again
        news.library.not_this_story(news.library.find_title(STRIKE[0]).id)
        news.at_once("A", "1")
        await news.until(lambda: "marked" in news.said)
        assert news.library.counts().unread == 0
