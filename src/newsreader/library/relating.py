"""What belongs beside an article, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from newsreader.library.articles import article, unknown
from newsreader.library.context import Context
from newsreader.model.article import ArticleRow, RelatedArticle
from newsreader.related.features import FEATURES_VERSION, Features, features
from newsreader.related.reasons import why
from newsreader.related.similar import FLOOR, Candidate, Rarity, Scored, rank

__all__ = ["related", "related_to_text", "take_features"]

_AT_ONCE = 200
_ASKED_WORDS = 24
_CANDIDATES = 400
_NOWHERE = -1
_OF, _FROM_ONE = 5, 2


def take_features(context: Context) -> int:
    """Put the terms of all articles that have none yet into the index; gives of how many. Can be stopped anywhere.

    Raises:
        StoreError: the index could not be written.
    """
    table = context.index.features
    table.use_version(FEATURES_VERSION)
    taken = 0
    while table.unfeatured():
        with context.index.batch():
            pending = table.pending(_AT_ONCE)
            table.put({each.key: features(each.title, each.text).counts for each in pending})
        taken += len(pending)
    return taken


def related(
    context: Context,
    article_id: str,
    *,
    limit: int = 10,
    min_score: float | None = None,
    any_time: bool = False,
    varied: bool = False,
) -> list[RelatedArticle]:
    """Articles that belong beside one, best first; those that its own page names come before all others.

    Args:
        context: the library.
        article_id: which.
        limit: most results.
        min_score: least likeness in [0, 1]; None takes the engine's own floor.
        any_time: whether nearness in time counts for nothing.
        varied: whether at most 2 of 5 come from one source, as far as other sources have any.

    Raises:
        UnknownArticleError: there is no such article.
    """
    row = context.index.rows.row(article_id)
    if row is None:
        raise unknown(article_id)
    take_features(context)
    named = _named(context, row)
    text = context.index.rows.texts([row.key]).get(row.key, "")
    found = _found(
        context,
        features(row.title, text),
        Candidate(row.key, (), (), int(row.at.timestamp() * 1000)),
        limit=limit * 3 if varied else limit,
        floor=FLOOR if min_score is None else min_score,
        any_time=any_time,
    )
    known = {each.row.id for each in named}
    others = [each for each in found if each.row.id not in known]
    return [*named, *(_varied(others) if varied else others)][:limit]


def related_to_text(
    context: Context, text: str, *, limit: int = 10, min_score: float | None = None
) -> list[RelatedArticle]:
    """Articles that belong beside any text, best first; nearness in time counts for nothing."""
    take_features(context)
    floor = FLOOR if min_score is None else min_score
    query = Candidate(_NOWHERE, (), (), int(context.clock().timestamp() * 1000))
    return _found(context, features("", text), query, limit=limit, floor=floor, any_time=True)


def _named(context: Context, row: ArticleRow) -> list[RelatedArticle]:
    """Those of the page's see-also headlines that the library has."""
    headlines = article(context, row.id).entry.see_also
    rows = (context.index.find_title(headline) for headline in headlines)
    unique = {found.id: found for found in rows if found is not None and found.id != row.id}
    return [
        RelatedArticle(found, 1.0, hours=abs((found.at - row.at).total_seconds()) / 3600, see_also=True)
        for found in unique.values()
    ]


def _found(
    context: Context, query: Features, where: Candidate, *, limit: int, floor: float, any_time: bool
) -> list[RelatedArticle]:
    table = context.index.features
    known = table.frequencies()
    rarity = Rarity(known.articles, known.total)
    numbers = table.numbers(query.counts)
    pairs = sorted((numbers[term], count) for term, count in query.counts.items() if term in numbers)
    asked = Candidate(where.key, [n for n, _ in pairs], [min(255, c) for _, c in pairs], where.at_ms)
    pool = [
        Candidate(each.key, each.terms, each.counts, each.at_ms)
        for each in table.terms_of(table.sharing(_rarest(query, numbers, rarity), _CANDIDATES))
    ]
    scored = rank(asked, pool, rarity, limit=limit, floor=floor, any_time=any_time)
    rows = {row.key: row for row in context.index.rows.rows([each.key for each in scored])}
    terms = {number: term for term, number in numbers.items()}
    return [
        _related(rows[each.key], each, why(each.terms, terms, query, rarity))
        for each in scored
        if each.key in rows
    ]


def _rarest(query: Features, numbers: dict[str, int], rarity: Rarity) -> dict[str, float]:
    """The words to look for: those that weigh most, leaving out what half of all articles have."""
    weights = {
        query.words.get(term, term): rarity[numbers[term]] * min(count, 3)
        for term, count in query.counts.items()
        if term in numbers and rarity.articles(numbers[term]) > 1
    }
    return dict(nlargest(_ASKED_WORDS, weights.items(), key=lambda word: (word[1], word[0])))


def _related(row: ArticleRow, scored: Scored, reason: Sequence[str]) -> RelatedArticle:
    return RelatedArticle(
        row, round(scored.score, 4), tuple(reason), round(scored.hours, 1), same_story=scored.same_story
    )


def _varied(found: Iterable[RelatedArticle]) -> list[RelatedArticle]:
    """The same, with at most 2 of each 5 from one source as long as others are left."""
    left = list(found)
    chosen: list[RelatedArticle] = []
    while left:
        recent = [each.row.source_id for each in chosen[-(_OF - 1) :]]
        place = next((n for n, each in enumerate(left) if recent.count(each.row.source_id) < _FROM_ONE), 0)
        chosen.append(left.pop(place))
    return chosen
