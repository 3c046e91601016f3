"""From article to article: space, n and p, related ones and back."""

from support.news import HARBOUR, ODD, VALLEY


def unread(news):
    return news.library.counts().unread


async def test_space_opens_then_pages_then_goes_on(drive):
    async with drive() as news:
        await news.press("space")
        assert (news.focus, unread(news)) == ("text", 29)
        text, places = news.main.text, []
        while text.scroll_offset.y < text.max_scroll_y:
            await news.press("space")
            places.append(text.scroll_offset.y)
        assert len(places) > 3
        assert places == sorted(set(places))
        assert (news.reading, unread(news)) == (HARBOUR[0][0], 29)
        await news.press("space")
        assert (news.title, news.reading, text.scroll_offset.y) == (VALLEY[0][0], VALLEY[0][0], 0)
        assert (news.focus, unread(news)) == ("text", 28)


async def test_every_line_of_a_text_is_seen_on_some_page(drive):
    async with drive() as news:
        await news.press("space")
        seen = news.shown
        while news.reading == HARBOUR[0][0]:
            await news.press("space")
            seen += news.shown
        assert all(f"Paragraph {n}:" in seen for n in range(1, 25))


async def test_next_and_previous_unread(drive):
    async with drive() as news:
        await news.press("n")
        assert (news.title, news.reading, unread(news)) == (VALLEY[0][0], VALLEY[0][0], 29)
        await news.press("n", "n", "r", "p")
        assert (news.title, unread(news)) == (HARBOUR[0][0], 27)
        await news.press("p")
        assert news.said == "no unread article above"
        await news.press("n")
        assert (news.title, unread(news)) == (HARBOUR[1][0], 26)


async def test_next_unread_goes_on_in_the_next_source(drive):
    async with drive() as news:
        await news.press("5", "j", "j", "j", "enter", "G", "n")
        assert news.main.sources.current.title == "Valley Post"
        assert "ARTICLES · Valley Post" in news.shown
        assert (news.title, news.reading, unread(news)) == (VALLEY[0][0], VALLEY[0][0], 29)
        await news.press("G", "n")
        assert (news.title, unread(news)) == (ODD[0][0], 28)


async def test_next_unread_passes_over_sources_without_one(drive, other):
    other.mark_read([row.id for row in other.window(_all(), 100) if row.source_title == "Valley Post"])
    async with drive() as news:
        await news.press("5", "j", "j", "j", "enter", "G", "n")
        assert news.title == ODD[0][0]


async def test_next_unread_says_when_there_is_none(drive, other):
    other.mark_read([row.id for row in other.window(_all(), 100)])
    async with drive() as news:
        await news.press("n")
        assert (news.title, news.said) == (HARBOUR[0][0], "no more unread articles")


def _all():
    from newsreader.model.query import ListQuery

    return ListQuery()


async def test_a_related_article_opens_stays_and_the_way_back(drive):
    async with drive() as news:
        assert news.main.related.current.row.title == VALLEY[0][0]
        await news.press("3", "enter")
        # It is marked read, which is saved, which is seen as a change: it must stay for all that.
        assert (news.focus, news.reading, unread(news)) == ("text", VALLEY[0][0], 29)
        assert news.title == HARBOUR[0][0]
        assert news.main.related.current.row.title == HARBOUR[0][0]
        await news.press("backspace")
        assert (news.focus, news.reading) == ("text", HARBOUR[0][0])


async def test_related_articles_follow_the_cursor(drive):
    async with drive() as news:
        await news.press("j", "j", "j", "j")
        assert HARBOUR[1][0] in [found.row.title for found in news.main.related._found]
        assert "storm" in news.shown.casefold()


async def test_the_list_is_about_its_own_cursor_after_a_related_article(drive):
    async with drive() as news:
        await news.press("3", "enter", "escape")
        assert (news.focus, news.reading) == ("articles", HARBOUR[0][0])
        await news.press("r")
        assert news.library.rows(news.main.articles.keys[:1])[0].read
        await news.press("enter")
        assert news.reading == HARBOUR[0][0]


async def test_a_change_moves_neither_related_nor_text(drive, other):
    async with drive() as news:
        await news.put_cursor(HARBOUR[2][0])
        await news.press("3", "j")
        rows = [found.row.title for found in news.main.related._found]
        assert set(rows[:2]) == {VALLEY[2][0], VALLEY[4][0]}
        await news.press("b")
        assert (news.main.related.cursor, news.main.related.current.row.title) == (1, rows[1])
        assert news.main.related.current.row.bookmarked
        await news.press("enter", "down", "down")
        other.mark_read([other.window(_all(), 1)[0].id])
        await news.settle()
        assert (news.reading, news.focus) == (rows[1], "text")


async def test_related_starts_at_its_top_for_another_article(drive):
    async with drive() as news:
        await news.put_cursor(HARBOUR[2][0])
        await news.press("3", "j", "1")
        await news.put_cursor(VALLEY[4][0])
        assert news.main.related.count() > 1
        assert news.main.related.cursor == 0


async def test_text_follows_when_the_article_under_the_cursor_goes(drive, other):
    async with drive() as news:
        await news.put_cursor(ODD[0][0])
        other.remove([next(row.source.id for row in other.sources() if "Odd" in row.source.title)])
        await news.settle()
        assert news.title == news.reading != ODD[0][0]


async def test_holding_a_key_in_sources_and_coming_back_shows_what_was(drive):
    async with drive() as news:
        await news.press("5")
        await news.pilot.press("j", "j", "k", "k")
        await news.settle()
        assert "ARTICLES · 30 unread" in news.shown
        assert news.main.articles.count() == 30


async def test_next_unread_counts_what_is_unread_now(drive, other):
    async with drive() as news:
        await news.press("5", "j", "j", "j", "enter", "G")
        other.mark_read([row.id for row in other.window(_all(), 100) if row.source_title == "Valley Post"])
        # Before the reader has seen that anything changed.
        news.main.action_do("next-unread")
        await news.settle()
        assert news.title == ODD[0][0]
