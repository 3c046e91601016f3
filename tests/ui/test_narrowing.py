"""Filtering a list, and saving what was asked for."""

from newsreader.model.query import ListQuery
from support.news import HARBOUR, ODD, VALLEY

WORD = "harbour"


def holds(news, text, **query):
    """The headlines that the library has for it."""
    return [row.title for row in news.library.window(ListQuery(text=text, **query), 99)]


async def test_a_list_is_narrowed_while_words_are_typed(drive):
    async with drive() as news:
        await news.press("f")
        await news.type("title:storm")
        await news.settle()
        found = holds(news, "title:storm")
        assert 0 < len(found) < 30
        assert news.titles() == found
        assert f"{len(found)} found" in news.shown
        await news.press("enter")
        assert (news.focus, news.titles()) == ("articles", found)
        await news.press("escape")
        assert len(news.titles()) == 30


async def test_the_list_of_a_source_is_narrowed_within_it(drive, other):
    source = next(row.source for row in other.sources() if row.source.title == "Harbour Daily")
    async with drive() as news:
        await news.press("5", "j", "j", "j", "enter", "f")
        assert news.main.views.query.source_id == source.id
        await news.type("title:the")
        await news.press("enter")
        assert news.titles() == holds(news, "title:the", source_id=source.id)
        assert len(news.titles()) < len(holds(news, "title:the"))
        assert "Harbour Daily · title:the" in news.shown
        await news.press("f")
        assert news.app.focused.value == "title:the"
        await news.press("escape")
        assert len(news.titles()) == len(HARBOUR)


async def test_a_search_can_become_a_filter_and_be_saved(drive, other):
    async with drive() as news:
        await news.press("slash")
        await news.type("title:storm")
        await news.press("enter", "F")
        assert "Save this search" in news.shown
        for _ in "title:storm":
            await news.pilot.press("backspace")
        await news.type("Weather")
        await news.press("enter")
        assert [(search.name, search.query.text) for search, _ in other.saved_searches()] == [
            ("Weather", "title:storm")
        ]
        await news.settle()
        assert "Weather" in news.shown
        assert "ARTICLES · Weather" in news.shown
        assert news.titles() == holds(news, "title:storm")
        # It is a place like any other, and counts what is unread.
        await news.press("r")
        place = next(place for place in news.main.sources._places if place.search)
        await news.until(lambda: news.main.sources._places[2].unread == len(news.titles()) - 1)
        assert place.query == ListQuery("title:storm")


async def test_a_saved_search_is_removed_and_comes_back(drive, other):
    other.save_search("Weather", ListQuery("title:storm"))
    async with drive() as news:
        await news.press("5", "j", "j", "enter")
        assert news.titles() == holds(news, "title:storm")
        await news.press("5", "D")
        assert other.saved_searches() == []
        assert len(news.titles()) == 30
        await news.press("ctrl+z")
        assert [search.name for search, _ in other.saved_searches()] == ["Weather"]
        assert news.app.screen is news.main


async def test_it_is_there_at_the_next_start_with_the_cursor_on_it(drive, other):
    other.save_search("Weather", ListQuery("title:storm"))
    async with drive() as news:
        await news.press("5", "j", "j", "enter", "q")
    async with drive() as news:
        assert news.titles() == holds(news, "title:storm")
        assert "ARTICLES · Weather" in news.shown
    other.remove_search("Weather")
    async with drive() as news:
        assert len(news.titles()) == 30


async def test_what_is_wrong_is_said_and_not_saved(drive, other):
    async with drive(size=(140, 30)) as news:
        await news.press("f")
        await news.type("older:soon")
        await news.press("enter")
        assert "older" in news.said
        await news.press("escape", "F")
        assert other.saved_searches() == []


async def test_without_words_there_is_nothing_to_save(drive):
    async with drive() as news:
        await news.press("F")
        assert "nothing to save yet" in news.said
        assert news.app.screen is news.main


async def test_older_ones_of_a_narrowed_list_are_marked_alone(drive):
    async with drive() as news:
        await news.press("f")
        await news.type("title:storm")
        await news.press("enter")
        count = len(news.titles())
        await news.press("A", "1")
        assert news.library.counts().unread == 30 - count
        assert {*news.titles()} <= {title for title, *_ in (*HARBOUR, *VALLEY, *ODD)}


async def test_a_saved_search_is_edited(drive):
    async with drive() as news:
        news.library.save_search("Weather", ListQuery("title:storm"))
        await news.settle()
        await news.press("5", "g", "j", "j", "E")
        assert "Edit Weather" in news.shown
        await news.type(" report")
        await news.press("tab")
        for _ in "title:storm":
            await news.pilot.press("backspace")
        await news.type("title:bell")
        await news.press("enter")
        assert [(each.name, each.query.text) for each, _ in news.library.saved_searches()] == [
            ("Weather report", "title:bell")
        ]
        assert news.titles() == holds(news, "title:bell")
        await news.press("ctrl+z")
        assert [each.name for each, _ in news.library.saved_searches()] == ["Weather"]


async def test_a_list_is_sorted_and_stays_so(drive):
    async with drive(size=(160, 30)) as news:
        await news.press("S", "2")
        assert "by source" in news.shown
        start = news.titles().index(HARBOUR[0][0])
        assert news.titles()[start : start + len(HARBOUR)] == [title for title, _ in HARBOUR]
        await news.press("ctrl+q")
    async with drive(size=(160, 30)) as news:
        assert "by source" in news.shown
        await news.press("S", "1")
        assert "by source" not in news.shown
