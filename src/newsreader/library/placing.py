"""Giving every article its terms, its neighbours and its story, behind all that a reader waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsreader.index.vectors import StoredVector
from newsreader.library.context import Context
from newsreader.library.grouping import Grouping
from newsreader.library.neighbourhood import Neighbourhood, Standpoint
from newsreader.related.features import FEATURES_VERSION, small_terms, term_counts
from newsreader.related.similar import spread, weighed
from newsreader.store.claims import claim

__all__ = ["make_ready", "relate", "unrelated"]

_AT_ONCE = 200
_PLACED_AT_ONCE = 40
_SETTLED_EVERY = 1_000
_KEPT_NEAR = 6
_LEAST_NEAR = 0.08
_LOOKED_AT = 12
_ROWS, _ROWS_OF_ONE = 1_000, 400
_RELATING = "relating"
_FEW = 100


def unrelated(context: Context) -> int:
    """How many articles have no neighbours and no story yet; those whose terms are known are counted up to 1,000."""
    context.index.features.use_version(FEATURES_VERSION)
    return context.index.features.unfeatured() + context.index.vectors.unplaced()


def relate(context: Context, told: Callable[[int], None] | None = None, *, most: int | None = None) -> int:
    """Make all articles searchable, and give those that have none yet their terms, neighbours and stories.

    It can be stopped anywhere, and goes on the next time.
    Another program that does the same is left to it. Each transaction takes a tenth of a second, and ends where
    somebody waits for it, so that a mark made meanwhile does not wait long.

    Args:
        context: the library.
        told: is told how many are left, now and then.
        most: how many articles at about the most; the others wait. None is all.

    Returns:
        How many articles were placed.

    Raises:
        StoreError: the index could not be written.
    """
    held = claim(context.layout, _RELATING)
    if held is None:
        return 0
    placed = settle_at = 0
    with held:
        context.index.make_searchable()
        _take_features(context, most)
        context.index.features.reckon(small_terms())
        hood = Neighbourhood(context, for_stories=True)
        # A batch without changes would look like one to the screen.
        while (most is None or placed < most) and context.index.vectors.pending(1):
            if placed >= settle_at:
                context.index.vectors.settle()
                settle_at = placed + _SETTLED_EVERY
            with context.index.batch():
                placed += _place(context, context.index.vectors.pending(_PLACED_AT_ONCE), hood)
            if told is not None:
                told(context.index.vectors.unplaced())
        while hood.turned:
            with context.index.batch():
                _place_again(context, Grouping(context, hood), hood)
    return placed


def _take_features(context: Context, most: int | None = None) -> int:
    """Put the terms of articles that have none yet into the index, of *most* at about the most; gives of how many.

    Raises:
        StoreError: the index could not be written.
    """
    table = context.index.features
    table.use_version(FEATURES_VERSION)
    taken = 0
    while (most is None or taken < most) and table.unfeatured():
        with context.index.batch():
            pending = table.pending(_AT_ONCE)
            found = {
                each.key: term_counts(each.title, each.text) for each in context.index.until_wanted(pending)
            }
            table.put(found)
        taken += len(found)
    return taken


def _place(context: Context, keys: Sequence[int], hood: Neighbourhood) -> int:
    """Give articles whose terms are known their vectors, then their neighbours, then their stories; within a batch.

    Returns:
        How many have all of it; where somebody waits, the last of *keys* have not.
    """
    _put_vectors(context, keys, hood)
    near = []
    for key in context.index.until_wanted(keys):
        _find_near(context, key, hood)
        near.append(key)
    hood.write()
    grouping = Grouping(context, hood)
    placed = []
    for key in context.index.until_wanted(near):
        grouping.place(key)
        placed.append(key)
    hood.turned.difference_update(placed)
    _place_again(context, grouping, hood)
    context.index.vectors.done(placed)
    return len(placed)


def _place_again(context: Context, grouping: Grouping, hood: Neighbourhood) -> None:
    """Place those again that no longer stand beside what they did, until somebody waits; within a batch."""
    hood.turned.intersection_update(unsettled := grouping.unsettled(sorted(hood.turned)))
    for key in context.index.until_wanted(unsettled):
        grouping.place(key)
        hood.turned.discard(key)


def _put_vectors(context: Context, keys: Iterable[int], hood: Neighbourhood) -> None:
    """Reckon the vectors of articles from their terms."""
    keys = list(keys)
    vectors = {}
    for found in context.index.features.terms_of(keys):
        vector = weighed(found.terms, found.counts, hood.rarity, found.language)
        vectors[found.key] = vector.terms, vector.weights, vector.unit
    context.index.vectors.put(vectors)
    hood.forget(keys)


def _find_near(context: Context, key: int, hood: Neighbourhood) -> None:
    """Find the nearest of an article, and tell those to which it is nearer than what they had."""
    own = hood.get(key)
    if own is None:
        return
    text = spread([(own, 1.0)])
    keys = context.index.vectors.sharing(text, most=_LOOKED_AT + 1, rows=_ROWS, of_one=_ROWS_OF_ONE)
    found = Standpoint(hood, text).nearest([each for each in keys if each != key])
    near = [each for each in found if each[0] >= _LEAST_NEAR]
    for likeness, other in near:
        longer = _with(hood.get(other), likeness, key)
        if longer is not None:
            hood.put_nearest(other, longer)
    hood.put_nearest(key, near[:_KEPT_NEAR])


def _with(other: StoredVector | None, likeness: float, key: int) -> list[tuple[float, int]] | None:
    """The nearest of an article with *key* among them; None where they stay as they are."""
    if other is None:
        return None
    theirs = other.near
    known = [pair for pair in zip(theirs.likeness, theirs.keys, strict=True) if pair[1] != key]
    if len(known) >= _KEPT_NEAR and known[-1][0] >= likeness:
        return None
    return sorted([*known, (likeness, key)], reverse=True)[:_KEPT_NEAR]


def make_ready(context: Context, key: int | None) -> None:
    """Bring what related articles are reckoned from up to date as far as takes a moment.

    That is all that is left where it is little, else the article *key* alone: the others are found when their turn
    came.
    """
    left = unrelated(context)
    if 0 < left <= _FEW:
        relate(context)
    elif left and key is not None and not context.index.vectors.get([key]):
        with context.index.batch():
            _only(context, key)


def _only(context: Context, key: int) -> None:
    if not context.index.features.terms_of([key]):
        found = context.index.rows.rows([key])
        texts = context.index.rows.texts([key])
        context.index.features.put({row.key: term_counts(row.title, texts.get(key, "")) for row in found})
    context.index.features.reckon(small_terms())
    hood = Neighbourhood(context)
    _put_vectors(context, [key], hood)
    _find_near(context, key, hood)
    hood.write()
