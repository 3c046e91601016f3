"""The last line: what it says, how long, and which keys it shows."""

import pytest

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


async def test_a_key_that_does_nothing_here_says_what_it_does(drive, stories):
    async with drive() as news:
        await news.press("equals_sign")
        assert news.said == "= does nothing here (Same story as the one in RELATED)"
        await news.press("2", "enter")
        assert news.said == "enter does nothing here (Open)"
        await news.press("slash", "T")
        assert news.said == "enter does nothing here (Open)"
    async with drive(stories) as news:
        await news.press("plus", "plus", "5", "g", "plus")
        assert "does nothing here" not in news.said


@pytest.mark.parametrize("key", ["slash", "f"])
async def test_what_was_wrong_with_a_question_goes_with_it(drive, key):
    async with drive() as news:
        await news.press(key)
        await news.type("titel:x")
        await news.until(lambda: "is no field" in news.said)
        await news.press(
            "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace"
        )
        await news.until(lambda: news.said == "")
        await news.type("is:x")
        await news.until(lambda: '"is:" takes' in news.said)
        await news.press("escape")
        await news.until(lambda: news.said == "")
