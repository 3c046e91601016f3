"""Articles in files that stay small."""

import pytest

from newsreader.errors import DamagedFileError
from newsreader.store import articles as module
from newsreader.store.articles import append_articles, batches, read_chunk, replace_articles
from newsreader.store.layout import CHUNK_BYTES
from support.making import article, source


def names(found):
    return [kept.id for kept in found]


def test_articles_come_back_as_they_were_stored(layout):
    assert read_chunk(layout, "s1", 1) == [article(name) for name in "abc"]
    assert read_chunk(layout, "s1", 2) == []


def test_new_articles_go_into_the_open_file_until_it_is_full(layout):
    assert append_articles(layout, source(), [article("d", text="x" * CHUNK_BYTES)]) == 1
    assert append_articles(layout, source(), [article("e")]) == 2
    assert names(read_chunk(layout, "s1", 2)) == ["e"]
    assert layout.chunks("s1") == [1, 2]


def test_a_damaged_open_file_is_left_and_another_begun(layout):
    layout.articles("s1", 1).write_bytes(b"[]")
    assert append_articles(layout, source(), [article("d")]) == 2
    assert layout.articles("s1", 1).read_bytes() == b"[]"


def test_a_replaced_article_stands_once(layout):
    replace_articles(layout, source(), 1, [article("b", text="new words")])
    found = {kept.id: kept for kept in read_chunk(layout, "s1", 1)}
    assert found["b"].entry.text == "new words"
    assert sorted(found) == ["a", "b", "c"]


def test_an_append_touches_one_small_file(layout, monkeypatch):
    for number in range(2, 6):
        append_articles(layout, source(), [article(f"n{number}", text="x" * CHUNK_BYTES)])
    written = []
    from newsreader.store import storage

    real = storage.write_atomic
    monkeypatch.setattr(
        storage, "write_atomic", lambda path, data: (written.append(path.name), real(path, data))
    )
    append_articles(layout, source(), [article("last")])
    assert len(written) == 1


def test_batches_fit_a_file(monkeypatch):
    monkeypatch.setattr(module, "CHUNK_BYTES", 400)
    found = list(batches(article(f"n{number}", text="x" * 100) for number in range(7)))
    assert [name for batch in found for name in names(batch)] == [f"n{number}" for number in range(7)]
    assert max(len(batch) for batch in found) < 4
    assert list(batches([])) == []


@pytest.mark.parametrize(
    "data", [b'{"articles": {"1": {"id": 7}}}', b'{"articles": {"1": {"id": "a"}}}', b""]
)
def test_what_is_no_article_is_damage(layout, data):
    layout.articles("s1", 1).write_bytes(data)
    with pytest.raises(DamagedFileError):
        read_chunk(layout, "s1", 1)
