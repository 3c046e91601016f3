"""The bar of a pane: the wheel scrolls, the mouse drags it, and it is no row."""

from textual import events


async def test_the_wheel_scrolls_a_text(drive):
    async with drive() as news:
        text = news.main.text
        await news.pilot._post_mouse_events([events.MouseScrollDown], widget=text, offset=(5, 3))
        assert 0 < text.scroll_offset.y <= text.max_scroll_y
        await news.pilot._post_mouse_events([events.MouseScrollUp], widget=text, offset=(5, 3))
        assert text.scroll_offset.y == 0


async def test_the_bar_is_dragged(drive):
    async with drive() as news:
        text = news.main.text
        x, bottom = text.size.width, text.size.height
        await news.pilot.mouse_down(text, offset=(x, 1))
        assert text.scroll_offset.y == 0
        await news.pilot.hover(text, offset=(x, bottom))
        assert text.scroll_offset.y == text.max_scroll_y > 0
        await news.pilot.mouse_up(text, offset=(x, bottom))
        await news.pilot.hover(text, offset=(x, 1))
        assert text.scroll_offset.y == text.max_scroll_y


async def test_a_click_on_the_bar_moves_no_cursor(drive):
    async with drive() as news:
        articles = news.main.articles
        await news.pilot.click(articles, offset=(articles.size.width, 3))
        assert articles.cursor == 0
