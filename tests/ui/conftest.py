"""The reader on a library of its own."""

from __future__ import annotations

import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsreader.library.library import Library, open_library
from newsreader.model.settings import Config
from newsreader.ui.app import Reader
from support.driving import Driver
from support.making import NOON
from support.news import feeds
from support.stories import QUAKE, QUAKE_AGAIN, STRIKE, STRIKE_AGAIN, STRIKE_THIRD, others, write

Drive = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with three sources, made once, in which every telling has its row."""
    top = tmp_path_factory.mktemp("template")
    library = open_library(top / "data", clock=lambda: NOON)
    for name, text in feeds().items():
        path = top / name
        path.write_text(text)
        library.add(str(path), folder="" if name == "odd.json" else "News")
    library.relate()
    library.save_place({"fold_many": False})
    library.close()
    return top / "data"


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One time zone, other programs' changes seen at once, and nothing that waits until keys rest."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr("newsreader.ui.screens.main._POLL_SECONDS", 0.02)
    monkeypatch.setattr("newsreader.ui.following._REST_SECONDS", 0)
    monkeypatch.setattr("newsreader.ui.following._RECKONED_SECONDS", 0)
    monkeypatch.setattr("newsreader.ui.views._HELD_SECONDS", 0)
    monkeypatch.setattr("newsreader.ui.views._AHEAD_SECONDS", 0.001)
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def data(tmp_path: Path, template: Path) -> Path:
    """A library of thirty articles, newest first as in `support.news`."""
    return Path(shutil.copytree(template, tmp_path / "data"))


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with a strike that three sources tell, a quake that two tell, and twelve articles more."""
    top = tmp_path_factory.mktemp("told")
    feeds = {
        "coast": [*others(6), STRIKE, QUAKE],
        "dune": [*others(12)[6:], STRIKE_AGAIN],
        "ember": [STRIKE_THIRD, QUAKE_AGAIN],
    }
    now = [NOON]
    library = open_library(top / "data", clock=lambda: now[0])
    for hours, path in enumerate(write(top, **feeds).values()):
        now[0] = NOON - timedelta(hours=3 - hours)
        library.add(str(path))
    library.relate()
    library.close()
    return top / "data"


@pytest.fixture
def stories(tmp_path: Path, told: Path) -> Path:
    """A library with two stories, to be opened by `drive(stories)`."""
    return Path(shutil.copytree(told, tmp_path / "told"))


@pytest.fixture
def other(data: Path) -> Iterator[Library]:
    """The same library as another program has it."""
    library = open_library(data, clock=lambda: NOON)
    yield library
    library.close()


@asynccontextmanager
async def _driving(
    data: Path,
    size: tuple[int, int] = (100, 30),
    now: datetime = NOON,
    config: Config | None = None,
    *,
    children: bool = False,
) -> AsyncIterator[Driver]:
    library = Library(data, clock=lambda: now, config=config)
    try:
        app = Reader(library, clock=lambda: now, data_dir=data if children else None)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot, library)
            await driver.until(driver.main.sources.count)
            await driver.settle()
            yield driver
    finally:
        library.close()


@pytest.fixture
def drive(data: Path) -> Drive:
    """Opens the reader: `async with drive() as news`, once or, as at a next start, again."""
    return lambda where=data, **how: _driving(where, **how)
