"""What changed in a library, part by part."""

import pytest

from newsreader.library.library import open_library
from newsreader.model.query import ListQuery
from newsreader.model.version import ALL
from support.feeds import THREE, feed


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "feed.json"
    path.write_text(feed(THREE))
    return path


@pytest.fixture
def library(tmp_path, clock, path):
    library = open_library(tmp_path / "data", clock=clock)
    library.add(str(path))
    yield library
    library.close()


def changed(library, do):
    """The parts that *do* changed, as another program sees them."""
    before = library.version()
    do()
    return set(library.version().since(before))


def newest(library):
    return library.window(ListQuery(), 1)[0].id


def test_all_is_new_to_whoever_knows_nothing(library):
    assert library.version().since(None) == ALL


def test_each_change_is_about_what_it_changes(library):
    one = newest(library)
    assert changed(library, lambda: library.mark_read([one])) == {"marks"}
    assert changed(library, library.undo) == {"marks"}
    assert changed(library, lambda: library.bookmark([one])) == {"bookmarks"}
    assert changed(library, lambda: library.bookmark([one], note="mine")) == {"bookmarks"}
    source = library.sources()[0].source.id
    assert "sources" in changed(library, lambda: library.change_source(source, title="Mine"))
    assert changed(library, lambda: library.save_search("some", ListQuery("some"))) == {"sources"}
    assert changed(library, lambda: library.mute("title:nothing")) == {"sources"}
    assert changed(library, lambda: library.mute("source:mine")) == {"sources", "articles"}
    assert changed(library, library.undo) == {"sources", "articles"}
    assert changed(library, lambda: library.remove([source])) >= {"sources", "articles"}
    assert changed(library, library.undo) >= {"sources", "articles"}


def test_what_changes_nothing_is_no_news(library):
    one = newest(library)
    library.mark_read([one])
    assert changed(library, lambda: library.mark_read([one])) == set()
    assert changed(library, library.catch_up) == set()


def test_a_refresh_that_brings_nothing_is_about_sources_alone(library):
    assert changed(library, lambda: list(library.refresh(force=True))) <= {"sources"}


def test_new_articles_are_news_of_articles(library, path):
    path.write_text(feed([*THREE, ("new", "A fourth one", "with words")]))
    assert "articles" in changed(library, lambda: list(library.refresh(force=True)))


def test_relating_changes_neither_articles_nor_marks(library):
    assert changed(library, library.relate) <= {"stories", "nearness"}
    assert changed(library, library.relate) == set()


def test_a_remade_index_is_news_of_all(library):
    def remake():
        library._context.index.discard()
        library.catch_up()

    assert changed(library, remake) == ALL
