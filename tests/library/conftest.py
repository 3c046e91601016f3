import pytest

from newsreader.library.library import Library, open_library
from support.clocks import Clock
from support.feeds import THREE, feed


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def path(tmp_path):
    """A feed of three items in a file."""
    made = tmp_path / "feed.json"
    made.write_text(feed(THREE))
    return made


@pytest.fixture
def empty(data, clock):
    library = open_library(data, clock=clock)
    yield library
    library.close()


@pytest.fixture
def library(empty, path):
    """A library with one source of three articles."""
    empty.add(str(path))
    return empty


@pytest.fixture
def again(data, clock):
    """Opens the same library once more, as another program would."""
    opened = []

    def reopen():
        opened.append(open_library(data, clock=clock))
        return opened[-1]

    yield reopen
    for each in opened:
        assert isinstance(each, Library)
        each.close()
