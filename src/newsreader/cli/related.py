"""Related articles, printed: for a person, or as JSON Lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsreader.cli.output import Output, Painted, one_line
from newsreader.model.related import RelatedArticle

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["Wanted", "print_related", "print_related_to_text"]

_DAY = 24
_INDENT = " " * 24


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which related articles are wanted.

    Attributes:
        limit: most results.
        min_score: least likeness in [0, 1]; None takes the engine's own floor.
        any_time: whether nearness in time counts for nothing.
    """

    limit: int
    min_score: float | None
    any_time: bool


def print_related(library: Library, out: Output, article_id: str, wanted: Wanted, *, as_json: bool) -> None:
    """Print what belongs beside one article. Raises `UnknownArticleError`."""
    found = library.related(
        article_id, limit=wanted.limit, min_score=wanted.min_score, any_time=wanted.any_time
    )
    if as_json:
        _write(library, out, article_id, found)
    else:
        _print(out, library.row(article_id).title, found)


def print_related_to_text(library: Library, out: Output, text: str, wanted: Wanted, *, as_json: bool) -> None:
    """Print what belongs beside any text; in JSON its id and guid are null."""
    found = library.related_to_text(text, limit=wanted.limit, min_score=wanted.min_score)
    if as_json:
        _write(library, out, None, found)
    else:
        _print(out, text.strip()[:80] or "(no text)", found)


def _write(library: Library, out: Output, article_id: str | None, found: Sequence[RelatedArticle]) -> None:
    from newsreader.cli.article_json import json_line

    own = None if article_id is None else library.row(article_id).key
    keys = [related.row.key for related in found]
    guids = library.guids(keys if own is None else [own, *keys])
    related = [_to_json(one, guids.get(one.row.key)) for one in found]
    guid = None if own is None else guids.get(own)
    out.data(json_line({"id": article_id, "guid": guid, "related": related}))


def _to_json(related: RelatedArticle, guid: str | None) -> dict[str, Any]:
    return {
        "id": related.row.id,
        "guid": guid,
        "title": related.row.title,
        "score": round(related.score, 4),
        "why": list(related.why),
        "same_story": related.same_story,
    }


def _print(out: Output, title: str, found: Sequence[RelatedArticle]) -> None:
    out.line(Painted(one_line(title), "bold"))
    for related in found:
        row = related.row
        out.line(Painted(row.id, "dim"), f"  {related.score:.2f}  {one_line(row.title)}")
        reasons = [row.source_title, _apart(related.hours), ", ".join(related.why)]
        if related.see_also:
            reasons.insert(0, "named on its page")
        out.line(_INDENT, Painted(one_line(" · ".join(reason for reason in reasons if reason)), "dim"))
    if not found:
        out.line("nothing related")


def _apart(hours: float) -> str:
    hours = abs(hours)
    if hours < 1:
        return "the same hour"
    return f"{hours:.0f} h apart" if hours < 2 * _DAY else f"{hours / _DAY:.0f} days apart"
