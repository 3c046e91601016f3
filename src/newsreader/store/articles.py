"""Articles of one source, in files that stay small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsreader.errors import DamagedFileError
from newsreader.model.article import Article
from newsreader.model.codec import Json, article_from_json, article_to_json
from newsreader.model.source import Source
from newsreader.store.layout import CHUNK_BYTES, Layout
from newsreader.store.tables import damaged, documents, dump

__all__ = ["append_articles", "batches", "read_chunk", "replace_articles"]


def read_chunk(layout: Layout, source_id: str, number: int) -> list[Article]:
    """The articles of one file, in the order in which they were stored; none where there is no file.

    Raises:
        DamagedFileError: the file is not what this program writes.
        StoreError: it could not be read.
    """
    path = layout.articles(source_id, number)
    try:
        return [article_from_json(document, source_id) for document in documents(path, "articles")]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path, "an article in it is not one") from error


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Part *articles* into runs that fit one file each."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(dump(article_to_json(article)))
        if size >= CHUNK_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def append_articles(layout: Layout, source: Source, articles: Sequence[Article]) -> int:
    """Add articles that the source does not have yet to its open file; gives that file's number.

    Hold the lock. On return they are on the disk.

    Raises:
        StoreError: they could not be written; nothing was.
    """
    number = _open_chunk(layout, source.id)
    _write(layout, source, number, [article_to_json(article) for article in articles])
    return number


def replace_articles(layout: Layout, source: Source, number: int, articles: Sequence[Article]) -> None:
    """Put new versions of articles into the file that holds them. Hold the lock. Raises as `append_articles`."""
    _write(layout, source, number, [article_to_json(article) for article in articles])


def _write(layout: Layout, source: Source, number: int, found: list[Json]) -> None:
    from newsreader.store.storage import change, put

    with change(layout.articles(source.id, number), "articles") as database:
        about = {"id": source.id, "address": source.address, "title": source.title}
        if database.table("source").all() != [about]:
            database.drop_table("source")
            put(database.table("source"), [about])
        put(database.table("articles"), found)


def _open_chunk(layout: Layout, source_id: str) -> int:
    numbers = layout.chunks(source_id)
    if not numbers:
        return 1
    newest = numbers[-1]
    path = layout.articles(source_id, newest)
    return newest if path.stat().st_size < CHUNK_BYTES and _is_whole(path) else newest + 1


def _is_whole(path: Path) -> bool:
    try:
        documents(path, "articles")
    except DamagedFileError:
        return False
    return True
