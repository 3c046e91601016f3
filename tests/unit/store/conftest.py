import pytest

from newsreader.store.articles import put_articles
from newsreader.store.layout import Layout
from newsreader.store.sources import put_sources
from support.making import article, source


@pytest.fixture
def layout(tmp_path):
    """A library with two sources of three articles each."""
    found = Layout(tmp_path / "data")
    put_sources(found, [source("s1"), source("s2")])
    put_articles(found, source("s1"), [article(name) for name in "abc"])
    put_articles(found, source("s2"), [article(name, "s2") for name in "xyz"])
    return found
