"""The last line: what it says, how long, and which keys it shows."""

from newsreader.ui.widgets.status_bar import StatusBar


async def test_an_error_stays_until_one_goes_on(drive, monkeypatch):
    monkeypatch.setattr("newsreader.ui.widgets.status_bar._SECONDS", 0.01)
    async with drive() as news:
        news.main.status.say("the disk is full", error=True)
        await news.until(lambda: news.main.status._stood)
        assert news.said == "the disk is full"
        await news.press("j")
        assert news.said == ""


async def test_an_error_of_this_moment_stays(drive):
    async with drive() as news:
        news.main.status.say("the disk is full", error=True)
        await news.press("j", "2", "1")
        assert news.said == "the disk is full"


async def test_what_was_done_is_said_for_some_seconds(drive, monkeypatch):
    monkeypatch.setattr("newsreader.ui.widgets.status_bar._SECONDS", 0.01)
    async with drive() as news:
        await news.press("b")
        await news.until(lambda: not news.said)


async def test_the_keys_are_those_of_the_place_under_the_cursor(drive):
    async with drive() as news:
        await news.press("5", "g")
        assert "remove" not in news.lines[-1]
        await news.press("G")
        assert "D remove" in news.lines[-1]
        await news.press("g")
        assert "remove" not in news.lines[-1]


async def test_the_key_of_help_is_there_however_little_room(drive):
    async with drive(size=(40, 24)) as news:
        await news.press("2")
        assert news.lines[-1].rstrip().endswith("? help")
        news.main.query_one(StatusBar).say("w" * 60)
        await news.settle()
        assert "help" not in news.lines[-1]
