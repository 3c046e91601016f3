"""Articles in files that stay small."""

import pytest

from newsreader.errors import DamagedFileError
from newsreader.store import articles as module
from newsreader.store import together
from newsreader.store.articles import put_articles, read_chunk
from newsreader.store.layout import CHUNK_BYTES
from support.making import article, source


@pytest.fixture
def written(layout, monkeypatch):
    """The names of the files that are written from now on."""
    names = []
    real = together.write_beside
    monkeypatch.setattr(
        together, "write_beside", lambda path, data: (names.append(path.name), real(path, data))
    )
    return names


def names(found):
    return [kept.id for kept in found]


def test_articles_come_back_as_they_were_stored(layout):
    assert read_chunk(layout, "s1", 1) == [article(name) for name in "abc"]
    assert read_chunk(layout, "s1", 2) == []


def test_new_articles_go_into_the_open_file_until_it_is_full(layout):
    assert list(put_articles(layout, source(), [article("d", text="x" * CHUNK_BYTES)])) == [1]
    assert list(put_articles(layout, source(), [article("e")])) == [2]
    assert names(read_chunk(layout, "s1", 2)) == ["e"]
    assert layout.chunks("s1") == [1, 2]


def test_a_damaged_open_file_is_left_and_another_begun(layout):
    layout.articles("s1", 1).write_bytes(b"[]")
    assert list(put_articles(layout, source(), [article("d")])) == [2]
    assert layout.articles("s1", 1).read_bytes() == b"[]"


def test_a_replaced_article_stands_once(layout):
    put_articles(layout, source(), (), {1: [article("b", text="new words")]})
    found = {kept.id: kept for kept in read_chunk(layout, "s1", 1)}
    assert found["b"].entry.text == "new words"
    assert sorted(found) == ["a", "b", "c"]


def test_an_append_touches_one_small_file(layout, written):
    for number in range(2, 6):
        put_articles(layout, source(), [article(f"n{number}", text="x" * CHUNK_BYTES)])
    written.clear()
    put_articles(layout, source(), [article("last")])
    assert len(written) == 1


def test_what_does_not_fit_goes_into_further_files(layout, monkeypatch):
    monkeypatch.setattr(module, "CHUNK_BYTES", 400)
    placed = put_articles(layout, source(), [article(f"n{number}", text="x" * 100) for number in range(7)])
    assert [name for run in placed.values() for name in names(run)] == [f"n{number}" for number in range(7)]
    assert max(len(run) for run in placed.values()) < 4
    for number, run in placed.items():
        assert read_chunk(layout, "s1", number)[-len(run) :] == run
    assert put_articles(layout, source(), []) == {}


def test_new_articles_and_new_versions_in_one_file_are_written_once(layout, written):
    assert put_articles(layout, source(), [article("d")], {1: [article("b", text="new words")]}).keys() == {1}
    assert written == ["articles-0001.json"]
    assert sorted(names(read_chunk(layout, "s1", 1))) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "data", [b'{"articles": {"1": {"id": 7}}}', b'{"articles": {"1": {"id": "a"}}}', b""]
)
def test_what_is_no_article_is_damage(layout, data):
    layout.articles("s1", 1).write_bytes(data)
    with pytest.raises(DamagedFileError):
        read_chunk(layout, "s1", 1)
