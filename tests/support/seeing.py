"""What a person could see of a library."""

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
