"""What a person could see of a library."""

from dataclasses import replace

from newsreader.model.query import ListQuery


def titles(library, **query):
    """Headlines of a list, in its order."""
    return [row.title for row in library.window(ListQuery(**query), 1000)]


def ids(library):
    """Article ids by headline."""
    return {row.title: row.id for row in library.window(ListQuery(), 1000)}


def state(library):
    """Sources, articles with their marks, and bookmarks."""
    rows = library.window(ListQuery(), 1000)
    return (
        {(row.source.id, row.source.title, row.source.folder) for row in library.sources()},
        {(row.id, row.title, row.read, row.bookmarked) for row in rows},
        {(kept.article.id, kept.note, kept.tags) for kept in library.bookmarks()},
    )


def whole(library):
    """As `state`, with which sources were ever read, what they and the library are set to, and whole articles."""
    rows = library.sources()
    return (
        state(library),
        {replace(row.source, changed_at=0) for row in rows},
        {row.source.id for row in rows if row.health.last_success},
        library.retention(),
        library.articles(list(ids(library).values())),
        {(kept.article.id, kept.kept_at) for kept in library.bookmarks()},
    )
