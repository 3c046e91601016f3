"""What is listed, as sentences: a screen reader reads each from its beginning, so the headline comes first."""

from __future__ import annotations

from datetime import datetime

from newsreader.cli.output import counted, one_line
from newsreader.model.related import RelatedArticle
from newsreader.model.row import ArticleRow
from newsreader.model.source import SourceRow
from newsreader.model.story import HotStory, Telling

__all__ = ["article", "hot", "long_ago", "related", "source", "telling"]

_HOUR, _DAY = 3600, 86400


def article(row: ArticleRow, now: datetime) -> str:
    """An article of a list: headline, source, age, then what is special about it."""
    marks = (
        "" if row.read else "unread",
        "bookmarked" if row.bookmarked else "",
        "changed" if row.changed else "",
        counted(row.tellings, "telling") if row.tellings > 1 else "",
    )
    return _sentences(row.title, row.source_title, long_ago(row.at, now), ", ".join(filter(None, marks)))


def source(row: SourceRow) -> str:
    """A source: its name, how many unread articles it has, and what is wrong with it."""
    folder = f"in {row.source.folder}" if row.source.folder else ""
    return _sentences(
        row.source.title, f"{row.unread:,} of {row.articles:,} unread", folder, row.health.error or ""
    )


def related(found: RelatedArticle, now: datetime) -> str:
    """A related article: itself, and why it stands there."""
    why = "named by this page" if found.see_also else ", ".join(found.why)
    story = "the same story" if found.same_story else ""
    return _sentences(article(found.row, now).rstrip("."), story, f"why: {why}" if why else "")


def telling(told: Telling, now: datetime) -> str:
    """A telling of a story: what is new in it, beside itself."""
    adds = f"adds {', '.join(told.adds)}" if told.adds else ""
    copied = "the same text as an earlier one" if told.copy_of else ""
    return _sentences(article(told.row, now).rstrip("."), adds, copied)


def hot(story: HotStory, now: datetime) -> str:
    """A story that many tell: its newest telling, and who else tells it."""
    return _sentences(
        story.row.title,
        long_ago(story.row.at, now),
        f"told by {story.tellers}: {', '.join(story.names)}",
        "" if story.row.read else "unread",
    )


def long_ago(at: datetime, now: datetime) -> str:
    """How long ago, in words."""
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 60:
        return "just now"
    if seconds < _HOUR:
        return f"{counted(seconds // 60, 'minute')} ago"
    if seconds < _DAY:
        return f"{counted(seconds // _HOUR, 'hour')} ago"
    if seconds < 60 * _DAY:
        return f"{counted(seconds // _DAY, 'day')} ago"
    local = at.astimezone()
    return f"{local.day} {local:%B %Y}"


def _sentences(*parts: str) -> str:
    """The parts that there are, each as a sentence."""
    said = (one_line(part).strip() for part in parts)
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in said if part)
