"""What belongs beside an article, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import hypot

from newsreader.library.articles import unknown
from newsreader.library.context import Context
from newsreader.library.neighbourhood import Neighbourhood, Standpoint
from newsreader.library.placing import make_ready
from newsreader.library.telling import count_tellers
from newsreader.model.related import RelatedArticle
from newsreader.model.row import ArticleRow
from newsreader.related.features import Features, features
from newsreader.related.reasons import common_from, small_words, why
from newsreader.related.similar import (
    FLOOR,
    LIKE,
    RANKING,
    SHORT,
    Vector,
    Weighed,
    nearness,
    neighbours,
    pulls,
    spread,
    weighed,
)

__all__ = ["related", "related_to_text"]

_NOWHERE = -1
_HOUR_MS = 3_600_000
_LEAST_LOOKED_AT, _MOST_LOOKED_AT = 30, 400
_MORE = 10
# Of how many results the nearest are candidates too, one of that many: a headline shares few words with its like.
_ASKED, _ASKED_BY_SHORT = 8, 2
_ROWS, _ROWS_OF_ONE = 5_000, 1_000
_NOTHING = Vector((), (), 1.0)
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
        varied: whether at most 2 of 5 come from one source, as far as other sources have any, and none without a
            word as its reason; of those one in seventy belongs there.
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
    own: Weighed = hood.get(row.key) or _NOTHING
    question = _Question(context, hood, features(row.title, text), own, hood.spread(row.key), row)
    scores = question.scores(
        limit * 2 if varied else limit, floor=min_score, any_time=any_time, bookmarked=bookmarked
    )
    named = [each for each in _named(context, row) if each.row.bookmarked or not bookmarked][:limit]
    known = {each.row.id for each in named}
    rows = [each for each in context.index.rows.rows(scores) if each.id not in known]
    wanted = (_varied(rows) if varied else rows)[: limit - len(named)]
    found = question.results({each: scores[each.key] for each in wanted})
    return [*named, *(each for each in found if each.why or each.same_story or not varied)]


def related_to_text(
    context: Context, text: str, *, limit: int = 10, min_score: float | None = None
) -> list[RelatedArticle]:
    """Articles that belong beside any text, best first; nearness in time counts for nothing."""
    from newsreader.parse.language import detected_language  # lists and a key press do without

    make_ready(context, None)
    hood = Neighbourhood(context)
    asked = features("", text)
    numbers = context.index.features.numbers(asked.counts)
    pairs = {numbers[term]: min(255, count) for term, count in asked.counts.items() if term in numbers}
    language = context.index.features.language(detected_language(text))
    own = weighed(list(pairs), list(pairs.values()), hood.rarity, language)
    plain = spread([(own, 1.0)])
    keys = context.index.vectors.sharing(plain, most=_LEAST_LOOKED_AT, rows=_ROWS, of_one=_ROWS_OF_ONE)
    near = Standpoint(hood, plain).nearest(keys)[: neighbours(own)]
    # No article has the text among its nearest; those that it is nearest to may stand for that.
    likeness = [like for like, _ in near]
    moved = pulls(likeness, [True] * len(near), RANKING, among=hood.rarity.total)
    vectors = [found for _, key in near if (found := hood.get(key))]
    whole = spread([(own, 1.0), *zip(vectors, moved, strict=True)])
    unit = 1 / (hypot(*whole.values()) or 1.0)
    question = _Question(
        context, hood, asked, own, {term: unit * weight for term, weight in whole.items()}, None
    )
    scores = question.scores(limit, floor=min_score, any_time=True)
    return question.results({row: scores[row.key] for row in context.index.rows.rows(scores)})


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
            tellers=count_tellers(context, found.story) if found.story is not None else 1,
        )
        for found in unique.values()
    ]


class _Question:
    """One text, and what is like it.

    Args:
        context: the library.
        hood: where vectors come from.
        asked: the text.
        own: its vector.
        moved: the same, moved towards its nearest: number of a term to its weight.
        row: the article whose text it is; None for none.
    """

    def __init__(
        self,
        context: Context,
        hood: Neighbourhood,
        asked: Features,
        own: Weighed,
        moved: Mapping[int, float],
        row: ArticleRow | None,
    ) -> None:
        self._context = context
        self._hood = hood
        self._asked = asked
        self._small = small_words(asked)
        self._own = own
        self._moved = moved
        self._row = row
        self._told: dict[str, int] = {}

    def scores(
        self, limit: int, *, floor: float | None, any_time: bool, bookmarked: bool = False
    ) -> dict[int, float]:
        """The keys of the likest articles with their scores, best first, ties newest first."""
        least, like = (FLOOR, LIKE) if floor is None else (floor, 0.0)
        at = self._row.at.timestamp() / 3600 if self._row is not None else 0.0
        timeless = any_time or self._row is None

        def scored(keys: Iterable[int], likeness: Callable[[int], float]) -> list[tuple[float, int, int]]:
            found = []
            for near in filter(None, map(self._hood.get, keys)):
                key, at_ms = near.key, near.at_ms
                score = min(1.0, likeness(key)) * (1.0 if timeless else nearness(at_ms / _HOUR_MS - at))
                found.append((score, at_ms, key))
            return sorted(found, reverse=True)

        standpoint = Standpoint(self._hood, self._moved)
        candidates = self._candidates(limit, bookmarked=bookmarked)
        self._hood.load(candidates)
        # As they are they stand nearly in the order that counts, and most of the others need not be moved.
        first = [key for _, _, key in scored(candidates, standpoint.plain)[: limit + _MORE]]
        if not bookmarked:
            share = _ASKED if len(self._own.weights) >= SHORT else _ASKED_BY_SHORT
            first += self._beside(first[: limit // share], besides=first)
        self._hood.load_around(first)
        alike = [key for key in first if standpoint.likeness(key) >= like]
        best = scored(alike, standpoint.likeness)[:limit]
        return {key: score for score, _, key in best if score >= least and score > 0}

    def _candidates(self, limit: int, *, bookmarked: bool) -> list[int]:
        own = self._row.key if self._row is not None else _NOWHERE
        if bookmarked:
            return [key for key in self._context.index.rows.kept_keys() if key != own]
        heaviest = dict(sorted(self._moved.items(), key=lambda part: -part[1]))
        looked_at = max(_LEAST_LOOKED_AT, min(2 * limit, _MOST_LOOKED_AT))
        keys = self._context.index.vectors.sharing(
            heaviest, most=looked_at + 1, rows=_ROWS, of_one=_ROWS_OF_ONE
        )
        return [key for key in keys if key != own]

    def _beside(self, keys: Iterable[int], besides: Iterable[int]) -> list[int]:
        """The nearest of articles, but for some: what shares few words with the text may tell the same in others."""
        own = self._row.key if self._row is not None else _NOWHERE
        near = {key for each in filter(None, map(self._hood.get, keys)) for key in each.near.keys}
        return list(near - {own, *besides})

    def results(self, scores: Mapping[ArticleRow, float]) -> list[RelatedArticle]:
        """The articles with why they belong there."""
        shared = {row.key: self._shared(row.key) for row in scores}
        named = self._context.index.features.named({term for parts in shared.values() for term in parts})
        common = common_from(self._hood.rarity.total)
        fit = {number: term.term for number, term in named.items() if term.articles <= common}
        return [
            self._result(
                row, score, {fit[each]: part for each, part in shared[row.key].items() if each in fit}
            )
            for row, score in scores.items()
        ]

    def _shared(self, key: int) -> dict[int, float]:
        """Number of a term that both have to its part of the likeness."""
        found = self._hood.get(key)
        theirs = self._hood.spread(key) if found is not None else {}
        both = set(self._own.terms).intersection(found.terms if found is not None else ())
        return {term: self._moved[term] * theirs[term] for term in both}

    def _result(self, row: ArticleRow, score: float, shared: Mapping[str, float]) -> RelatedArticle:
        apart = (row.at - self._row.at).total_seconds() / 3600 if self._row is not None else 0.0
        return RelatedArticle(
            row,
            round(score, 4),
            why(shared, self._asked, self._small),
            round(abs(apart), 1),
            same_story=self._row is not None and row.story is not None and row.story == self._row.story,
            tellers=self._tellers(row.story) if row.story is not None else 1,
        )

    def _tellers(self, story: str) -> int:
        if story not in self._told:
            self._told[story] = count_tellers(self._context, story)
        return self._told[story]


def _varied(found: Iterable[ArticleRow]) -> list[ArticleRow]:
    """The same, with at most 2 of each 5 from one source as long as others are left."""
    left = list(found)
    chosen: list[ArticleRow] = []
    while left:
        recent: Sequence[str] = [each.source_id for each in chosen[-(_OF - 1) :]]
        place = next((n for n, each in enumerate(left) if recent.count(each.source_id) < _FROM_ONE), 0)
        chosen.append(left.pop(place))
    return chosen
