"""What a person's settings file may know better of single sources."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.model.retention import Retention

__all__ = ["SourceSettings"]


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """What the file says of one source; what it does not say is empty.

    Attributes:
        title: what to call it, or "".
        folder: the folder to show it in, "" for none; None where nothing is said.
        interval: how long to wait between two readings, or None.
        user_agent: what to call ourselves to its server, or "".
        full_text: whether the pages of its articles are fetched; None where nothing is said.
        priority: as `Source.priority`; None where nothing is said.
        keep_days: as `Retention.days`; so are `keep_count`, `keep_unread`, `keep_bookmarked`.
    """

    title: str = ""
    folder: str | None = None
    interval: timedelta | None = None
    user_agent: str = ""
    full_text: bool | None = None
    priority: int | None = None
    keep_days: int | None = None
    keep_count: int | None = None
    keep_unread: bool | None = None
    keep_bookmarked: bool | None = None

    @property
    def retention(self) -> Retention:
        """What it says of how long its articles are kept."""
        from newsreader.model.retention import Retention

        return Retention(self.keep_days, self.keep_count, self.keep_unread, self.keep_bookmarked)

    @property
    def named(self) -> tuple[str, ...]:
        """What is said, by the names that stand in the file."""
        said = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple(name for name, value in said if value not in ("", None))
