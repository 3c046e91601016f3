"""The full texts of articles, from their own pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from newsreader.errors import ParseError, SourceError, WebError
from newsreader.library.articles import article, articles, unknown
from newsreader.library.context import Context
from newsreader.library.credentials import credentials_of
from newsreader.library.storing import index_articles
from newsreader.library.taking_in import take_in
from newsreader.model.article import Article, FullText
from newsreader.model.query import ListQuery
from newsreader.model.source import Source
from newsreader.refresh.full_text import NO_MORE, is_wanted, judged, with_full
from newsreader.refresh.parallel import side_by_side
from newsreader.refresh.read import Reader
from newsreader.store.articles import put_articles, read_chunk
from newsreader.store.bookmarks import put_bookmarks, read_bookmarks

__all__ = ["Fetched", "fetch_full", "fetch_wanted", "show_full"]

_AT_A_REFRESH = 40
"""Of one source at one refresh: whoever turns full texts on has its newest at once, and the others on the way."""

_FOR_GOOD = frozenset((401, 402, 403, 404, 410, 451))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of fetching one page.

    Attributes:
        article: the article as it is now.
        problem: why there is no more text than before, one line; or "".
    """

    article: Article
    problem: str = ""


def fetch_full(context: Context, article_id: str) -> Fetched:
    """Fetch the page of one article, keep its text, and show it; what its source gave is kept beside it.

    Raises:
        UnknownArticleError: there is no such article.
        SourceError: the page could not be had; the article stays as it is.
        StoreError: it could not be stored.
    """
    found = article(context, article_id)
    source = _sources(context).get(found.source_id)
    with Reader(context.clock) as reader:
        full = _full(context, reader, found, source)
    stored = _store(context, article_id, full)
    if stored.full is not None and stored.full.hidden and not full.problem:
        stored = _put(context, replace(stored, full=replace(stored.full, hidden=False)))
    return Fetched(stored, full.problem)


def show_full(context: Context, article_id: str, shown: bool) -> None:
    """Show the text of its page, or the one that its source gave; without effect where there is one alone.

    Raises:
        UnknownArticleError: there is no such article.
        StoreError: it could not be stored.
    """
    found = article(context, article_id)
    if found.full is not None and found.full.html and found.full.hidden == shown:
        _put(context, replace(found, full=replace(found.full, hidden=not shown)))


def fetch_wanted(
    context: Context, reader: Reader, sources: Iterable[Source]
) -> Iterator[tuple[Source, list[Fetched], str]]:
    """Fetch the pages of the newest unread articles of *sources* that have no full text yet, two at a time a host.

    Gives each source when its pages are in, with what came of them, and a line on what could not be had, or "". A host
    that fails is left alone until the next refresh. Stopped in between, what is missing is fetched at the next one.

    Raises:
        StoreError: something could not be stored.
    """
    wanted = {source.id: _wanted(context, source) for source in sources}
    named = {source.id: source for source in sources if wanted[source.id]}
    left = {source_id: len(each) for source_id, each in wanted.items() if each}
    done: dict[str, list[Fetched]] = {source_id: [] for source_id in left}
    problems: dict[str, str] = {}
    failed: set[str] = set()

    def work(job: Article, _: object) -> FullText | SourceError | None:
        if _host(job) in failed:
            return None
        try:
            return _full(context, reader, job, named[job.source_id])
        except SourceError as error:
            failed.add(_host(job))
            return error

    for group in side_by_side([job for each in wanted.values() for job in each], work, _host):
        for job, result in group:
            if isinstance(result, FullText):
                done[job.source_id].append(Fetched(_store(context, job.id, result), result.problem))
            elif result is not None:
                problems.setdefault(job.source_id, f"full texts could not be fetched: {result.message}")
            left[job.source_id] -= 1
            if not left[job.source_id]:
                yield named[job.source_id], done[job.source_id], problems.get(job.source_id, "")


def _wanted(context: Context, source: Source) -> list[Article]:
    rows = context.index.rows.window(ListQuery(source_id=source.id, unread=True), _AT_A_REFRESH)
    return [each for each in articles(context, [row.id for row in rows]).values() if is_wanted(each)]


def _full(context: Context, reader: Reader, found: Article, source: Source | None) -> FullText:
    """Fetch and judge one page; raises where another time may go better."""
    now = context.clock()
    if found.entry.url is None:
        return FullText(now, problem=f"{NO_MORE}: the article has no address")
    try:
        page = reader.page(
            found.entry.url,
            beside=source.address if source is not None and source.kind == "feed" and _is_web(source) else "",
            credentials=credentials_of(context, source.id) if source is not None else "",
            user_agent=context.config.of(source).user_agent if source is not None else "",
        )
    except WebError as error:
        if error.status in _FOR_GOOD:
            return FullText(now, problem=error.message)
        raise
    except ParseError:
        return FullText(now, problem=f"{NO_MORE}: it is no page with a text")
    return judged(found.entry, page, now)


def _is_web(source: Source) -> bool:
    return source.address.startswith(("http://", "https://"))


def _host(job: Article) -> str:
    try:
        return urlsplit(job.entry.url or "").hostname or ""
    except ValueError:
        return ""


def _store(context: Context, article_id: str, full: FullText) -> Article:
    """Put *full* beside the newest text of the article, which may have changed meanwhile."""
    with context.lock.hold():
        return _put(context, with_full(article(context, article_id), full))


def _put(context: Context, changed: Article) -> Article:
    """Store a version of an article in its source's file, and in the copy that a bookmark keeps."""
    with context.lock.hold(), context.index.batch():
        source = _sources(context).get(changed.source_id)
        number = context.index.rows.locate([changed.id]).get(changed.id, ("", 0))[1]
        is_there = source is not None and number and _has(context, changed, number)
        kept = read_bookmarks(context.layout).get(changed.id)
        if source is not None and is_there:
            put_articles(context.layout, source, (), {number: [changed]})
            index_articles(context, source, number, [changed])
        if kept is not None:
            put_bookmarks(context.layout, [replace(kept, article=replace(kept.article, full=changed.full))])
            take_in(context, [context.layout.name(context.layout.bookmarks)])
        elif not is_there:
            raise unknown(changed.id)
    return changed


def _has(context: Context, found: Article, number: int) -> bool:
    return any(each.id == found.id for each in read_chunk(context.layout, found.source_id, number))


def _sources(context: Context) -> Mapping[str, Source]:
    return {row.source.id: row.source for row in context.index.rows.sources()}
