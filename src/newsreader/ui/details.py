"""How a source fares, and why articles are related, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from newsreader.model.related import RelatedArticle
from newsreader.model.row import ArticleRow
from newsreader.model.source import SourceRow
from newsreader.model.story import Telling
from newsreader.text.ages import age
from newsreader.ui.widgets.related_list import reason_of

__all__ = ["article_details", "details_of"]

_STATUS = {
    "ok": "well; it had something new when it was last read",
    "unchanged": "well; nothing was new when it was last read",
    "moved": "well; it moved, and is read at its new address",
    "gone": "gone for good, says its server",
    "throttled": "asked too often, says its server; it is left alone for a while",
    "error": "in trouble",
    "never": "never read yet",
}
_ADVICE = {
    "gone": "D removes it; bookmarked articles stay. E gives it another address.",
    "error": "It is asked again by itself. E gives it another address.",
    "throttled": "It is asked again by itself; nothing to do.",
    "never": "^r reads it.",
}
_LONG = (
    "It failed for a week or longer, and is asked once a day. Look for its new address, E; or D removes it."
)
_WEEK = 7 * 86_400
_RECENT = timedelta(days=6)


def details_of(row: SourceRow, now: datetime, named: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Lines of a name and what there is to say, for a person; *named* is what the settings file says of the source."""
    source, health = row.source, row.health
    lines = [
        ("Status", _STATUS.get(health.status, health.status)),
        ("Error", health.error),
        (
            "To do",
            _LONG if row.is_long_in_trouble and health.status == "error" else _ADVICE.get(health.status, ""),
        ),
        ("Last read", _ago(health.last_success, now)),
        ("Last tried", _ago(health.last_attempt, now)),
        ("Next", _until(health.next_due, now)),
        ("Rhythm", _rhythm(health.rhythm)),
        ("Moving to", health.redirect),
        ("Articles", f"{row.articles:,}, {row.unread:,} unread"),
        ("Address", source.address),
        ("Site", source.url or ""),
        ("Folder", source.folder),
        ("Muted", "its articles stand in no list but its own; M shows them again" if row.muted else ""),
        ("Settings", f"{', '.join(named)} from the settings file" if named else ""),
        ("Full text", "fetched from the pages of new articles" if source.full_text else ""),
    ]
    return [(name, text) for name, text in lines if text]


def article_details(
    row: ArticleRow, told: Sequence[Telling], related: Sequence[RelatedArticle], now: datetime
) -> list[tuple[str, str]]:
    """Lines of a name and what there is to say of an article: how its story was told, and why others are related."""
    lines = [
        ("Source", row.source_title),
        ("Author", row.author),
        ("Came", _ago(row.at, now)),
        ("Link", row.url or ""),
    ]
    for number, each in enumerate(told, 1):
        after = "first" if number == 1 else f"{each.hours:g} h after" + (", a copy" if each.copy_of else "")
        lines.append(("Told by" if number == 1 else "", f"{each.teller}, {after}"))
    for number, found in enumerate(related):
        lines.append(("Related" if number == 0 else "", found.row.title))
        lines.append(("", f"{found.score:.2f} · {reason_of(found)}"))
    return [(name, text) for name, text in lines if text]


def _ago(at: datetime | None, now: datetime) -> str:
    if at is None:
        return "never"
    return (
        _local(at)
        if now - at > _RECENT
        else f"{age(at, now)} ago, {_local(at)}".replace("now ago", "just now")
    )


def _until(at: datetime | None, now: datetime) -> str:
    if at is None:
        return "not by itself"
    if at - now > _RECENT:
        return _local(at)
    return f"in {age(now, at)}, {_local(at)}" if at > now else "now"


def _local(at: datetime) -> str:
    return f"{at.astimezone():%-d %B %Y, %H:%M}"


def _rhythm(seconds: int | None) -> str:
    if not seconds:
        return ""
    a_week = _WEEK / seconds
    return (
        f"some {a_week:,.0f} entries a week" if a_week >= 1 else f"an entry in {seconds / _WEEK:,.0f} weeks"
    )
