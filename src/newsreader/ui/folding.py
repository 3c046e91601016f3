"""How ARTICLES shows what is asked for: one row a story or every telling, all or what is unread, in which order."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace

from newsreader.errors import UnknownArticleError
from newsreader.library.library import Library
from newsreader.model.query import ListQuery, Order
from newsreader.model.row import ArticleRow

__all__ = ["Folding", "keys_of", "place_of", "telling_of", "with_row"]


@dataclass(slots=True)
class Folding:
    """What a person chose: many sources tell the same, so their stories are folded; one source seldom does.

    Attributes:
        many: whether the stories of many sources are folded: in All and in folders.
        one: whether those of a single source are, and those of the bookmarks.
        order: in which rows stand; `day` for the order of days, and then of the sources' priority.
        unread: whether only unread articles are shown; of the bookmarks all are.
    """

    many: bool = True
    one: bool = False
    order: Order = "day"
    unread: bool = False

    def asked(self, query: ListQuery) -> ListQuery:
        """What to ask the library for, to show *query*."""
        folded = self.one if _is_one(query) else self.many
        unread = query.unread or (self.unread and not query.bookmarked)
        return replace(query, folded=folded, order=self.order, unread=unread)

    def turn(self, query: ListQuery) -> None:
        """Fold what is shown unfolded, and the other way round; for all places of that kind."""
        if _is_one(query):
            self.one = not self.one
        else:
            self.many = not self.many


def _is_one(query: ListQuery) -> bool:
    return query.bookmarked or query.source_id is not None


def place_of(library: Library, keys: array[int], article_id: str) -> int | None:
    """Where an article stands in a view, or the row that it is folded into; None where neither is there."""
    try:
        key = library.row(article_id).key
    except UnknownArticleError:
        return None
    told = {key} if key in keys else set(library.told_with([key]))
    return next((place for place, each in enumerate(keys) if each in told), None)


def keys_of(library: Library, asked: ListQuery, shown: array[int], cursor: int) -> array[int]:
    """The whole of a view; what of it was *shown* stays where it is, read meanwhile or folded into a newer row.

    Args:
        library: what is read.
        asked: the view.
        shown: the keys of it that the list has.
        cursor: where the cursor is in these.
    """
    keys = library.view(asked)
    if asked.unread and not set(shown) <= set(keys):
        wanted = {*keys, *shown}
        # Every telling, for the newest of a story may be read and an older one its row.
        all_keys = library.view(replace(asked, unread=False, folded=False))
        return array("q", (key for key in all_keys if key in wanted))
    return with_row(library, keys, shown, cursor) if asked.folded else keys


def with_row(library: Library, keys: array[int], old: array[int], cursor: int) -> array[int]:
    """*keys* with the row that the cursor is on, where that was folded into a newer one: nothing moves under a reader.

    Args:
        library: what is read.
        keys: the view as it is now.
        old: as it was.
        cursor: where the cursor is in *old*.
    """
    here = old[cursor : cursor + 1]
    there = set(keys)
    if not here or here[0] in there or there.isdisjoint(library.told_with(here)):
        return keys
    above = next((key for key in reversed(old[:cursor]) if key in there), None)
    place = 0 if above is None else keys.index(above) + 1
    return keys[:place] + here + keys[place:]


def telling_of(library: Library, row: ArticleRow) -> tuple[int, int] | None:
    """Which telling of its story an article is, from 1, the oldest, and of how many; None where it tells none."""
    if row.story is None:
        return None
    keys = library.view(ListQuery(text=f"story:{row.story}"))
    return (len(keys) - keys.index(row.key), len(keys)) if row.key in keys else None
