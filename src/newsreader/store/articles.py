"""Articles of one source, in files that stay small."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsreader.errors import DamagedFileError
from newsreader.model.article import Article
from newsreader.model.codec import article_from_json, article_to_json
from newsreader.model.codec_values import Json
from newsreader.model.source import Source
from newsreader.store.layout import CHUNK_BYTES, Layout
from newsreader.store.tables import damaged, documents, dump

if TYPE_CHECKING:
    from newsreader.store.together import Together

__all__ = ["put_articles", "read_chunk"]

_NONE: Mapping[int, Iterable[Article]] = MappingProxyType({})


def read_chunk(
    layout: Layout, source_id: str, number: int, wanted: Collection[str] | None = None
) -> list[Article]:
    """The articles of one file, in the order in which they were stored; none where there is no file.

    Those that are not among *wanted*, ids, are left out, unless that is None.

    Raises:
        DamagedFileError: the file is not what this program writes.
        StoreError: it could not be read.
    """
    path = layout.articles(source_id, number)
    try:
        found = documents(path, "articles")
        return [
            article_from_json(each, source_id) for each in found if wanted is None or each["id"] in wanted
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path, "an article in it is not one") from error


def put_articles(
    layout: Layout,
    source: Source,
    new: Iterable[Article],
    updated: Mapping[int, Iterable[Article]] = _NONE,
    *,
    together: Together | None = None,
) -> dict[int, list[Article]]:
    """Add articles that the source does not have yet, and put new versions of others in place of the old.

    Args:
        layout: the library.
        source: whose articles they are.
        new: they go into the open file, and into further ones where it is full.
        updated: by the number of the file that holds them.
        together: gathers the files; without, they are on the disk on return.

    Returns:
        By number of the file, all of the articles in the order in which they stand there. Hold the lock.

    Raises:
        StoreError: they could not be written; nothing was.
    """
    from newsreader.store.together import Together

    files = together or Together()
    placed = {number: list(articles) for number, articles in updated.items()}
    found = {
        number: [article_to_json(article) for article in articles] for number, articles in placed.items()
    }
    for number, run, written in _with_room(layout, source.id, new):
        placed.setdefault(number, []).extend(run)
        found.setdefault(number, []).extend(written)
    for number, written in found.items():
        _write(layout, source, number, written, files)
    if together is None:
        files.commit()
    return placed


def _with_room(
    layout: Layout, source_id: str, articles: Iterable[Article]
) -> Iterator[tuple[int, list[Article], list[Json]]]:
    """Part *articles* into runs that fit one file each; gives its number, the run, and it as JSON."""
    run: list[Article] = []
    written: list[Json] = []
    number, size = 0, 0
    for article in articles:
        if not number:
            number, size = _open_chunk(layout, source_id)
        document = article_to_json(article)
        run.append(article)
        written.append(document)
        size += len(dump(document))
        if size >= CHUNK_BYTES:
            yield number, run, written
            number, size, run, written = number + 1, 0, [], []
    if run:
        yield number, run, written


def _write(layout: Layout, source: Source, number: int, found: list[Json], together: Together) -> None:
    from newsreader.store.storage import change, put

    with change(layout.articles(source.id, number), "articles", together=together) as database:
        about = {"id": source.id, "address": source.address, "title": source.title}
        if database.table("source").all() != [about]:
            database.drop_table("source")
            put(database.table("source"), [about])
        put(database.table("articles"), found)


def _open_chunk(layout: Layout, source_id: str) -> tuple[int, int]:
    """The number of the file that takes more articles, and its size."""
    numbers = layout.chunks(source_id)
    if not numbers:
        return 1, 0
    newest = numbers[-1]
    path = layout.articles(source_id, newest)
    size = path.stat().st_size
    return (newest, size) if size < CHUNK_BYTES and _is_whole(path) else (newest + 1, 0)


def _is_whole(path: Path) -> bool:
    try:
        documents(path, "articles")
    except DamagedFileError:
        return False
    return True
