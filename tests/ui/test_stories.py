"""Tellings one after another, the timeline, what is hot, and what a person says by hand."""

from dataclasses import replace

from newsreader.model.query import ListQuery
from newsreader.ui.beside import refresh_bookmarks
from newsreader.ui.screens.stories import HotScreen, TimelineScreen
from support.stories import QUAKE_AGAIN, STRIKE, STRIKE_AGAIN, STRIKE_THIRD, write


async def test_the_keys_walk_the_tellings_round_and_the_way_back_is_to_the_list(drive, stories):
    async with drive(stories, size=(160, 50)) as news:
        assert "3 of 3 tellings" in news.shown
        await news.press("right_square_bracket")
        assert (news.focus, news.reading, news.title) == ("text", STRIKE[0], STRIKE_THIRD[0])
        assert "1 of 3 tellings" in news.shown
        await news.press("right_square_bracket")
        assert news.reading == STRIKE_AGAIN[0]
        assert news.library.counts().unread == 15
        await news.press("left_square_bracket", "left_square_bracket")
        assert news.reading == STRIKE_THIRD[0]
        assert news.main.views.single is None
        await news.press("left_square_bracket", "backspace")
        assert news.reading == STRIKE_THIRD[0]


async def test_where_nothing_else_tells_it_there_is_no_next_telling(drive, stories):
    async with drive(stories) as news:
        await news.press("G")
        before = news.reading
        await news.press("right_square_bracket", "left_square_bracket", "T")
        assert (news.reading, news.app.screen) == (before, news.main)


async def test_the_timeline_says_who_was_first_and_what_each_added(drive, stories):
    async with drive(stories) as news:
        await news.press("T")
        assert isinstance(news.app.screen, TimelineScreen)
        assert "Timeline · 3 tellings by 3, in 2 hours" in news.shown
        lines = "\n".join(news.lines)
        assert lines.index("Coast · first") < lines.index("Dune") < lines.index("Ember")
        assert "+2 h" in lines
        assert "adds " in lines
        await news.press("k", "k", "enter")
        assert (news.app.screen, news.focus, news.reading) == (news.main, "text", STRIKE[0])
        await news.press("T", "escape")
        assert (news.app.screen, news.reading) == (news.main, STRIKE[0])


async def test_the_timeline_tells_copies_from_tellings(drive, stories, tmp_path):
    async with drive(stories) as news:
        news.library.add(str(write(tmp_path, wire=[("Arlen strike ends", STRIKE_THIRD[1])])["wire"]))
        news.library.relate()
        await news.settle()
        await news.press("g", "T")
        assert "the same text as Ember" in news.shown
        assert "1 copied" in news.shown


async def test_hot_ranks_what_most_tell_and_opens_it(drive, stories):
    async with drive(stories) as news:
        await news.press("H")
        assert isinstance(news.app.screen, HotScreen)
        assert "Hot · what most tell today" in news.shown
        assert "told by 3: Coast, Dune, Ember" in news.shown
        await news.press("j", "enter")
        assert (news.app.screen, news.reading) == (news.main, QUAKE_AGAIN[0])
        await news.press("H", "T", "k", "k", "enter")
        assert (news.app.screen, news.reading) == (news.main, STRIKE[0])


async def test_hot_says_when_nothing_is(drive):
    async with drive() as news:
        news.library.remove([row.source.id for row in news.library.sources()][1:])
        await news.settle()
        await news.press("H")
        assert "No story of this month is told by two sources." in news.shown
        await news.press("enter", "escape")
        assert news.app.screen is news.main


async def test_an_article_leaves_its_story_and_comes_back(drive, stories):
    async with drive(stories) as news:
        await news.press("exclamation_mark")
        assert len(news.titles()) == 15
        await news.press("ctrl+z")
        assert len(news.titles()) == 14


async def test_two_articles_are_one_story_by_hand(drive, stories):
    async with drive(stories) as news:
        await news.press("exclamation_mark", "3")
        other = news.main.related.current
        assert not other.same_story
        await news.press("equals_sign")
        assert news.library.row(other.row.id).story == news.library.row(news.main.articles.current.id).story


async def test_reading_one_copy_marks_the_others_where_the_settings_say_so(drive, stories, tmp_path):
    async with drive(stories) as news:
        news.main.config = replace(news.main.config, mark_copies=True)
        news.library.add(str(write(tmp_path, wire=[("Arlen strike ends", STRIKE_THIRD[1])])["wire"]))
        news.library.relate()
        await news.settle()
        await news.put_cursor("Arlen strike ends")
        await news.press("enter")
        assert news.library.counts().unread == 16
        await news.press("ctrl+z")
        assert news.library.counts().unread == 18


async def test_related_articles_stand_in_groups_each_with_its_reason(drive, stories):
    async with drive(stories, size=(160, 50)) as news:
        news.library.not_this_story(news.main.articles.current.id)
        await news.settle()
        await news.put_cursor(STRIKE[0] if STRIKE[0] in news.titles() else STRIKE_AGAIN[0])
        groups = [
            line.split("│")[-2].strip() for line in news.lines if "STORY" in line or "BACKGROUND" in line
        ]
        assert groups == ["SAME STORY", "BACKGROUND"]
        assert " h apart" in news.shown
        await news.press("3", "enter", "backspace")
        assert news.reading in (STRIKE[0], STRIKE_AGAIN[0])


async def test_bookmarks_that_are_related_stand_first(drive, stories):
    async with drive(stories, size=(160, 50)) as news:
        rows = {row.title: row.id for row in news.library.rows(news.library.view(ListQuery()))}
        news.library.bookmark([rows[STRIKE_AGAIN[0]]])
        news.library.bookmark([rows["Owl number 7"]])
        await news.until(lambda: "BOOKMARKS · 1 related" in news.shown)
        side = "\n".join(line[-42:] for line in news.lines)
        assert side.index("≈ " + STRIKE_AGAIN[0][:20]) < side.rindex("★ Owl number 7")
        await news.put_cursor("Owl number 7")
        await news.until(lambda: "BOOKMARKS ·" not in news.shown)


async def test_bookmarks_that_come_late_are_counted_as_related(drive, stories):
    async with drive(stories, size=(160, 50)) as news:
        rows = {row.title: row.id for row in news.library.rows(news.library.view(ListQuery()))}
        news.main.bookmarks.relate([rows[STRIKE_AGAIN[0]]])
        news.library.bookmark([rows[STRIKE_AGAIN[0]]])
        refresh_bookmarks(news.main)
        await news.settle()
        assert "1 related" in str(news.main.query_one("#bookmarks").border_title)


async def test_details_of_an_article_tell_its_story_and_why_others_are_related(drive, stories):
    async with drive(stories, size=(160, 50)) as news:
        await news.press("i")
        assert "Told by     Coast, first" in news.shown
        assert "Dune, 1 h after" in news.shown
        assert "apart" in news.shown
        await news.press("escape")
        assert news.app.screen is news.main
