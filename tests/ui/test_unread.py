"""Unread articles alone, and sources that have some; what an empty list says."""

from support.news import HARBOUR, ODD, VALLEY


async def test_read_articles_are_left_out_and_come_back(drive):
    async with drive() as news:
        await news.press("r", "j", "j", "r", "u")
        titles = news.titles()
        assert (len(titles), HARBOUR[0][0] in titles) == (28, False)
        assert "28 unread only" in news.shown
        # The cursor was on one that was read: it is on the unread one below.
        assert news.title not in (HARBOUR[0][0], ODD[0][0])
        await news.press("u")
        assert len(news.titles()) == 30


async def test_the_cursor_stays_on_an_unread_article(drive):
    async with drive() as news:
        await news.press("r", "j", "j", "u")
        assert news.title == ODD[0][0]


async def test_what_is_read_meanwhile_stays_until_another_list_is_shown(drive, other, tmp_path):
    from support.feeds import THREE, feed

    path = tmp_path / "third.json"
    path.write_text(feed(THREE, title="Third Paper"))
    async with drive() as news:
        await news.press("u", "enter", "n", "escape")
        assert len(news.titles()) == 30
        other.add(str(path))
        await news.settle()
        assert (len(news.titles()), HARBOUR[0][0] in news.titles()) == (33, True)
        await news.press("5", "g", "j", "enter", "5", "g", "enter")
        assert (len(news.titles()), HARBOUR[0][0] in news.titles()) == (31, False)


async def test_a_story_of_which_all_is_read_is_left_out(drive, stories):
    async with drive(stories) as news:
        before = len(news.titles())
        story = next(
            n for n, row in enumerate(news.library.rows(news.main.articles.keys)) if row.tellings > 1
        )
        news.main.articles.move_to(story)
        await news.settle()
        await news.press("A", "5", "u")
        assert len(news.titles()) == before - 1


async def test_that_only_unread_ones_are_shown_comes_back(drive):
    async with drive() as news:
        await news.press("r", "u", "5", "u", "q", "q")
    async with drive() as news:
        assert len(news.titles()) == 29
        assert news.main.sources.only_unread
        await news.press("4", "1", "5", "g", "j", "enter")
        assert "Bookmarks" in news.shown


async def test_sources_without_unread_articles_are_left_out(drive):
    async with drive() as news:
        await news.press("5", "g", "j", "j", "j", "enter", "A", "1", "5", "g", "u")
        assert news.said == "sources with unread articles"
        assert "Harbour Daily " not in "".join(line[:24] for line in news.lines)
        assert "Valley Post" in "".join(line[:24] for line in news.lines)
        await news.press("u")
        assert "Harbour Daily" in "".join(line[:24] for line in news.lines)


async def test_a_source_that_is_shown_is_not_left_out(drive):
    async with drive() as news:
        await news.press("5", "u", "g", "j", "j", "j", "enter", "A", "1")
        assert news.main.sources.current.title == "Harbour Daily"
        assert "Harbour Daily" in "".join(line[:24] for line in news.lines)
        await news.press("5", "j", "1", "A", "1", "5", "u", "u")
        # Nothing is unread in its folder, which stands around it all the same.
        assert [line[1:20].strip() for line in news.lines[3:5]] == ["▾ News", "Valley Post"]


async def test_an_empty_list_says_why_and_what_to_press(drive, other, tmp_path):
    broken = next(row.source for row in other.sources() if row.source.title == "Valley Post")
    path = tmp_path / "later.json"
    path.write_text("")
    fresh = other.add("http://127.0.0.1:9/feed", fetch=False).source
    async with drive() as news:
        await news.press("5", "g", "j")
        assert "No bookmarks yet." in news.shown
        await news.press("G")
        assert "Not read yet." in news.shown
        list(other.refresh([fresh.id], force=True))
        await news.until(lambda: "It could not be read:" in news.shown)
        assert "E   changes its address" in news.shown
        await news.press("g", "j", "j", "j", "j")
        assert news.main.views.query.source_id == broken.id
        await news.press("1", "A", "1", "u")
        await news.press("5", "g", "enter", "5", "j", "j", "j", "j", "enter")
        assert "Nothing unread here." in news.shown
        assert len(VALLEY) == next(row.articles for row in other.sources() if row.source.id == broken.id)
