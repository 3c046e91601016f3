"""What was done, with its times, and what undo would take back."""

from datetime import timedelta

from support.news import HARBOUR


def steps(news):
    """The lines of the dialog, of which the first are seen."""
    rows = news.app.screen.query_one("#steps")
    lines = ["".join(text for text, _ in rows.parts(n, 60)[0]).strip() for n in range(rows.count())]
    assert all(line[:40] in news.shown for line in lines[:3])
    return lines


async def palette(news, words):
    await news.press("ctrl+p")
    await news.type(words)
    await news.press("enter")
    await news.settle()


async def test_the_palette_opens_it_and_ctrl_z_goes_back_in_it(drive):
    async with drive() as news:
        await news.press("b", "r")
        await palette(news, "history")
        await news.until(lambda: "What was done" in news.shown)
        assert steps(news)[0].startswith("→")
        assert steps(news)[0].endswith("mark an article read")
        assert steps(news)[1].endswith("bookmark an article")
        assert "→" not in steps(news)[1]
        await news.press("ctrl+z")
        await news.until(lambda: "(undone)" in news.shown)
        assert steps(news)[0].endswith("mark an article read (undone)")
        assert steps(news)[1].startswith("→")
        await news.press("ctrl+y")
        await news.until(lambda: "(undone)" not in news.shown)
        assert steps(news)[0].startswith("→")
        await news.press("escape")
        assert "What was done" not in news.shown
        assert news.title == HARBOUR[0][0]
        assert news.library.history(1)[0].undone is False


def test_a_step_of_another_day_says_the_day():
    from newsreader.ui.screens.history import _when
    from support.making import NOON

    now = NOON.astimezone()
    number = int(NOON.timestamp() * 1000)
    assert _when(number, NOON) == f"{now:%H:%M}"
    assert _when(number, NOON + timedelta(days=2)) == f"23 {now:%b} {now:%H:%M}"
    assert _when(number, NOON + timedelta(days=400)) == f"23 {now:%b} 2026 {now:%H:%M}"
