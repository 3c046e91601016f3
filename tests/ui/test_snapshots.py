"""How screens look, at two sizes. When a change is meant: `pytest tests/ui/test_snapshots.py --snapshot-update`."""

from datetime import timedelta
from itertools import count

import pytest

from newsreader.library.library import Library
from newsreader.model.query import ListQuery
from newsreader.ui.app import Reader
from support.driving import Driver
from support.making import NOON
from support.news import HARBOUR, ODD, VALLEY

SMALL, LARGE = (80, 24), (160, 50)
SCREENS = {
    "main": ([], SMALL, LARGE),
    "text": (["enter", "pagedown"], SMALL, LARGE),
    "bookmarks": (["4", "j"], SMALL, LARGE),
    "help": (["question_mark"], SMALL, LARGE),
    "sources": (["5", "j", "j"], SMALL),
    "search": (["slash", *"bell", "enter"], SMALL),
    "note": (["B"], SMALL),
    "mark": (["A", "j"], SMALL),
    "rich": (["j", "j", "j", "j", "j", "j", "enter"], LARGE),
    "odd": (["5", "G", "enter", "j", "j", "j", "j"], SMALL),
}

STORIES = {
    "folded": (["r"], SMALL, LARGE),
    "timeline": (["T"], SMALL, LARGE),
    "hot": (["H", "j"], SMALL, LARGE),
    "related": (["3"], SMALL),
}


@pytest.fixture
def marked(data):
    """The library with some articles read and kept, one a minute."""
    minutes = count()
    library = Library(data, clock=lambda: NOON + timedelta(minutes=next(minutes)))
    rows = {row.title: row.id for row in library.window(ListQuery(), 99)}
    library.mark_read([rows[title] for title in (HARBOUR[1][0], VALLEY[2][0])])
    library.bookmark([rows[HARBOUR[5][0]]], note="ask Olga about the lamp", tags=["coast", "people"])
    library.bookmark([rows[VALLEY[1][0]]])
    library.bookmark([rows[ODD[3][0]]], tags=["日本"])
    library.close()
    return data


@pytest.fixture
def shot(snap_compare):
    """Compares a screen with what it was."""

    def compare(where, size, keys):
        library = Library(where, clock=lambda: NOON)

        async def press(pilot):
            driver = Driver(pilot.app, pilot, library)
            await driver.until(lambda: driver.main.views.empty is not None)
            await driver.settle()
            await driver.press(*keys)

        try:
            return snap_compare(Reader(library, clock=lambda: NOON), run_before=press, terminal_size=size)
        finally:
            library.close()

    return compare


def _sizes(screens):
    return pytest.mark.parametrize(
        ("name", "size"),
        [(name, size) for name, (_, *sizes) in screens.items() for size in sizes],
        ids=lambda value: value if isinstance(value, str) else "x".join(map(str, value)),
    )


@_sizes(SCREENS)
def test_screens(shot, marked, name, size):
    assert shot(marked, size, SCREENS[name][0])


@_sizes(STORIES)
def test_stories(shot, stories, name, size):
    assert shot(stories, size, STORIES[name][0])


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x50"])
def test_empty_library(shot, tmp_path, size):
    assert shot(tmp_path / "nothing", size, [])


def test_light_theme(shot, marked):
    (marked / "place.json").write_text('{"theme": "newsreader-light", "fold_many": false}')
    assert shot(marked, (100, 30), [])
