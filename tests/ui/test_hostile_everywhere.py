"""Bad titles, names, notes, tags, paths and errors, wherever the reader shows them: letters, and nothing else."""

import json

import pytest
from textual.widgets import Input

from newsreader.library.library import open_library
from newsreader.ui.commands import ALL, moving, sources
from support.hostile import BAD, LETTERS, bad_feed, check
from support.making import NOON

LEAVES = {"quit", "back-or-leave", "browse", "browse-source", "play", "pipe"}
SHOW_NOTHING_NEW = {each.id for each in moving.COMMANDS}
KEYS = [each.keys[0] for each in ALL if each.keys and each.id not in LEAVES | SHOW_NOTHING_NEW]
OF_SOURCES = [each.keys[0] for each in sources.COMMANDS if each.keys]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A library in which everything that somebody else wrote is bad."""
    top = tmp_path_factory.mktemp("bad")
    folder = top / "[red]pages[-] \x1b[2J"
    folder.mkdir()
    (folder / f"{BAD.replace('/', '-')}.json").write_text(bad_feed())
    (folder / "[@click=app.quit]broken[-].json").write_text("{")
    library = open_library(top / "data", clock=lambda: NOON)
    library.add(str(folder), folder=BAD)
    alone = top / "alone.json"
    alone.write_text(bad_feed("first words"))
    library.add(str(alone), folder=BAD)
    alone.write_text(bad_feed(f"other words {BAD}"))
    list(library.refresh(force=True))
    gone = top / "gone [red]x[-] \x1b[2J.json"
    gone.write_text(json.dumps({**json.loads(bad_feed()), "items": [{"id": "9", "title": f"Gone {BAD}"}]}))
    library.add(str(gone), title=f"Gone {BAD}")
    gone.unlink()
    list(library.refresh(force=True))
    rows = library.window(_everything(), 20)
    library.bookmark([rows[0].id, rows[1].id], note=BAD, tags=[BAD])
    library.save_place({"fold_many": False})  # each row is to be seen
    library.close()
    return top / "data"


def _everything():
    from newsreader.model.query import ListQuery

    return ListQuery()


@pytest.fixture
def data(tmp_path, made):
    import shutil

    return shutil.copytree(made, tmp_path / "data")


async def palette(news, words):
    await news.press("ctrl+p")
    await news.type(words)
    check(news)
    await news.press("enter")
    check(news)


@pytest.mark.parametrize(("pane", "keys", "size"), [("1", KEYS, (160, 50)), ("5", OF_SOURCES, (80, 24))])
async def test_every_command(drive, pane, keys, size):
    async with drive(size=size) as news:
        for key in keys:
            await news.press(pane, key)
            check(news)
            await news.press("escape")
            if len(news.app.screen_stack) > 1:
                await news.press("escape")


@pytest.mark.parametrize("words", ["trouble", "history", "details", "remove"])
async def test_what_the_palette_opens(drive, words):
    async with drive(size=(160, 50)) as news:
        await news.press("5", "G")
        await palette(news, words)
        await news.press("down", "enter")
        check(news)


async def test_the_palette_takes_bad_words_for_words(drive):
    async with drive() as news:
        await news.press("ctrl+p")
        news.app.screen.query_one(Input).value = LETTERS
        await news.settle()
        check(news)


async def test_they_are_letters_in_titles_borders_and_lists(drive):
    async with drive(size=(250, 50)) as news:
        await news.press("5", "G", "enter", "enter")
        check(news)
        assert f"ARTICLES · Gone {LETTERS}" in news.shown
        assert f"Gone {LETTERS}" in news.title
        await news.press("5", "i")
        check(news)
        assert f"Gone {LETTERS}" in news.shown
        assert "[red]x[-]" in news.shown


async def test_they_are_letters_in_a_text_and_beside_it(drive):
    async with drive(size=(250, 60)) as news:
        await news.put_cursor(f"Bad {LETTERS} again")
        await news.press("enter")
        check(news)
        assert "Filed under [red]x[/]" in news.shown


async def test_what_changed_is_letters(drive):
    async with drive(size=(160, 50)) as news:
        changed = [row.title for row in news.library.window(_everything(), 20) if row.changed]
        assert len(changed) == 1
        row = next(n for n, each in enumerate(news.library.window(_everything(), 20)) if each.changed)
        news.main.articles.move_to(row)
        await news.settle()
        await news.press("enter", "v")
        check(news)
        assert "other words [red]x[/]" in news.shown


async def test_letters_on_links_stand_beside_bad_ones(drive):
    async with drive(size=(160, 60)) as news:
        news.main.articles.move_to(news.titles().index(f"Bad {LETTERS}"))
        await news.settle()
        await news.press("enter", "semicolon")
        check(news)
