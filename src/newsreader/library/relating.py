"""What belongs beside an article, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import hypot

from newsreader.library.articles import unknown
from newsreader.library.context import Context
from newsreader.library.neighbourhood import Neighbourhood, Standpoint
from newsreader.library.placing import make_ready
from newsreader.model.article import ArticleRow, RelatedArticle
from newsreader.related.features import Features, features
from newsreader.related.reasons import common_from, why
from newsreader.related.similar import FLOOR, NEIGHBOURS, nearness, pulls, spread, weighed

__all__ = ["related", "related_to_text"]

_NOWHERE = -1
_HOUR_MS = 3_600_000
_LEAST_LOOKED_AT, _MOST_LOOKED_AT = 30, 400
_ROWS = 3_000
_OF, _FROM_ONE = 5, 2


def related(
    context: Context,
    article_id: str,
    *,
    limit: int = 10,
    min_score: float | None = None,
    any_time: bool = False,
    varied: bool = False,
    bookmarked: bool = False,
) -> list[RelatedArticle]:
    """Articles that belong beside one, best first; those that its own page names come before all others.

    Args:
        context: the library.
        article_id: which.
        limit: most results.
        min_score: least likeness in [0, 1]; None takes the engine's own floor.
        any_time: whether nearness in time counts for nothing.
        varied: whether at most 2 of 5 come from one source, as far as other sources have any.
        bookmarked: whether bookmarked articles alone are wanted.

    Raises:
        UnknownArticleError: there is no such article.
    """
    row = context.index.rows.row(article_id)
    if row is None:
        raise unknown(article_id)
    make_ready(context, row.key)
    hood = Neighbourhood(context)
    text = context.index.rows.texts([row.key]).get(row.key, "")
    asked = features(row.title, text)
    found = _Question(context, hood, asked, hood.spread(row.key), row, bookmarked).answer(
        limit=limit * 2 if varied else limit,
        floor=FLOOR if min_score is None else min_score,
        any_time=any_time,
    )
    named = [each for each in _named(context, row) if each.row.bookmarked or not bookmarked]
    known = {each.row.id for each in named}
    others = [each for each in found if each.row.id not in known]
    return [*named, *(_varied(others) if varied else others)][:limit]


def related_to_text(
    context: Context, text: str, *, limit: int = 10, min_score: float | None = None
) -> list[RelatedArticle]:
    """Articles that belong beside any text, best first; nearness in time counts for nothing."""
    make_ready(context, None)
    hood = Neighbourhood(context)
    asked = features("", text)
    numbers = context.index.features.numbers(asked.counts)
    pairs = {numbers[term]: min(255, count) for term, count in asked.counts.items() if term in numbers}
    own = weighed(list(pairs), list(pairs.values()), hood.rarity)
    plain = spread([(own, 1.0)])
    near = Standpoint(hood, plain).nearest(
        context.index.vectors.sharing(plain, most=_LEAST_LOOKED_AT, rows=_ROWS)
    )
    likeness = [like for like, _ in near[:NEIGHBOURS]]
    # No article has the text among its nearest; those that it is nearest to may stand for that.
    moved = pulls(likeness, [True] * len(likeness))
    vectors = [found.vector for _, key in near if (found := hood.get(key))]
    whole = spread([(own, 1.0), *zip(vectors, moved, strict=False)])
    floor = FLOOR if min_score is None else min_score
    unit = 1 / (hypot(*whole.values()) or 1.0)
    whole = {term: unit * weight for term, weight in whole.items()}
    return _Question(context, hood, asked, whole, None).answer(limit=limit, floor=floor, any_time=True)


def _named(context: Context, row: ArticleRow) -> list[RelatedArticle]:
    """Those of the page's see-also headlines that the library has."""
    headlines = context.index.rows.see_also(row.key)
    rows = (context.index.find_title(headline) for headline in headlines)
    unique = {found.id: found for found in rows if found is not None and found.id != row.id}
    return [
        RelatedArticle(
            found,
            1.0,
            hours=abs((found.at - row.at).total_seconds()) / 3600,
            same_story=row.story is not None and found.story == row.story,
            see_also=True,
        )
        for found in unique.values()
    ]


class _Question:
    """One text, and what is like it."""

    def __init__(
        self,
        context: Context,
        hood: Neighbourhood,
        asked: Features,
        moved: Mapping[int, float],
        row: ArticleRow | None,
        bookmarked: bool = False,
    ) -> None:
        self._context = context
        self._hood = hood
        self._asked = asked
        self._moved = moved
        self._standpoint = Standpoint(hood, moved)
        self._row = row
        self._bookmarked = bookmarked

    def answer(self, *, limit: int, floor: float, any_time: bool) -> list[RelatedArticle]:
        """The likest articles, best first, ties newest first."""
        keys = self._candidates(limit)
        self._hood.load_around(keys)
        scored = []
        for key in keys:
            found = self._hood.get(key)
            if found is not None:
                score = min(1.0, self._standpoint.likeness(key))
                if not any_time and self._row is not None:
                    score *= nearness(found.stored.at_ms / _HOUR_MS - self._row.at.timestamp() / 3600)
                if score >= floor and score > 0:
                    scored.append((score, found.stored.at_ms, key))
        scored.sort(key=lambda each: (-each[0], -each[1], each[2]))
        return self._results({key: score for score, _, key in scored[:limit]})

    def _candidates(self, limit: int) -> list[int]:
        own = self._row.key if self._row is not None else _NOWHERE
        if self._bookmarked:
            return [key for key in self._context.index.rows.kept_keys() if key != own]
        heaviest = dict(sorted(self._moved.items(), key=lambda part: -part[1]))
        looked_at = max(_LEAST_LOOKED_AT, min(2 * limit, _MOST_LOOKED_AT))
        keys = self._context.index.vectors.sharing(heaviest, most=looked_at + 1, rows=_ROWS)
        return [key for key in keys if key != own]

    def _results(self, scores: Mapping[int, float]) -> list[RelatedArticle]:
        shared = {key: self._shared(key) for key in scores}
        named = self._context.index.features.named({term for parts in shared.values() for term in parts})
        common = common_from(self._hood.rarity.total)
        return [
            self._result(
                row,
                scores[row.key],
                {
                    named[number].term: part
                    for number, part in shared[row.key].items()
                    if number in named and named[number].articles <= common
                },
            )
            for row in self._context.index.rows.rows(scores)
        ]

    def _shared(self, key: int) -> dict[int, float]:
        """Number of a term of the article to its part of the likeness."""
        found = self._hood.get(key)
        weights = found.vector.weights if found is not None else {}
        near = [
            (each.vector, factor) for one, factor in self._hood.moved(key) if (each := self._hood.get(one))
        ]
        return {
            term: self._moved[term]
            * sum(factor * vector.unit * vector.weights.get(term, 0) for vector, factor in near)
            for term in self._moved.keys() & weights.keys()
        }

    def _result(self, row: ArticleRow, score: float, shared: Mapping[str, float]) -> RelatedArticle:
        apart = (row.at - self._row.at).total_seconds() / 3600 if self._row is not None else 0.0
        return RelatedArticle(
            row,
            round(score, 4),
            why(shared, self._asked),
            round(abs(apart), 1),
            same_story=self._row is not None and row.story is not None and row.story == self._row.story,
        )


def _varied(found: Iterable[RelatedArticle]) -> list[RelatedArticle]:
    """The same, with at most 2 of each 5 from one source as long as others are left."""
    left = list(found)
    chosen: list[RelatedArticle] = []
    while left:
        recent: Sequence[str] = [each.row.source_id for each in chosen[-(_OF - 1) :]]
        place = next((n for n, each in enumerate(left) if recent.count(each.row.source_id) < _FROM_ONE), 0)
        chosen.append(left.pop(place))
    return chosen
