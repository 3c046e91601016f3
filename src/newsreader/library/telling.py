"""Who tells a story, and what each telling adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from newsreader.index.stories import TellingRow
from newsreader.library.context import Context
from newsreader.model.row import ArticleRow
from newsreader.related.features import features
from newsreader.related.reasons import is_readable

__all__ = ["added_words", "count_tellers", "names_of_tellers", "teller_of"]

# A feed speaks with one voice; a page, a directory of them, or what was piped in holds articles of many.
_OF_MANY = ("page", "plain", "directory", "stdin", "saved")
_ADDED = 5

Teller = tuple[object, ...]


def teller_of(telling: TellingRow) -> Teller:
    """What tells one teller from others: a feed, or the agency or author where one source holds many."""
    if telling.kind in _OF_MANY and (telling.agency or telling.author):
        return telling.source, telling.agency or telling.author
    return (telling.source,)


def count_tellers(context: Context, story_id: str) -> int:
    """How many different ones tell a story."""
    return len({teller_of(telling) for telling in context.index.stories.tellings(story_id)})


def names_of_tellers(context: Context, tellings: Iterable[TellingRow]) -> dict[Teller, str]:
    """What each teller is called."""
    examples = {teller_of(telling): telling for telling in tellings}
    rows = {row.key: row for row in context.index.rows.rows(each.key for each in examples.values())}
    return {
        teller: str(teller[1]) if len(teller) > 1 else rows[each.key].source_title if each.key in rows else ""
        for teller, each in examples.items()
    }


def added_words(context: Context, rows: Sequence[ArticleRow]) -> dict[int, tuple[str, ...]]:
    """Key to the words that none of the articles before has, in the order of *rows*; none for the first."""
    rarity = context.rarity.of(context.index.features.frequencies())
    texts = context.index.rows.texts(row.key for row in rows)
    seen: set[str] = set()
    added: dict[int, tuple[str, ...]] = {}
    for row in rows:
        found = features(row.title, texts.get(row.key, ""))
        numbers = context.index.features.numbers(found.counts)
        weights = {
            found.words[term]: rarity[numbers[term]] * min(found.counts[term], 3)
            for term in found.counts
            if term not in seen and term in numbers and term in found.words and is_readable(found.words[term])
        }
        added[row.key] = (
            tuple(nlargest(_ADDED, weights, key=lambda word: (weights[word], word))) if seen else ()
        )
        seen.update(found.counts)
    return added
