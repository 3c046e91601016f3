"""How long articles are kept."""

from __future__ import annotations

from dataclasses import dataclass, fields

__all__ = ["Retention"]


@dataclass(frozen=True, slots=True)
class Retention:
    """A rule on what is deleted, for one source or for all; a field that is None says nothing.

    Attributes:
        days: articles older than that many days go; 0 for however old.
        count: of the newest that many stay, of one source or of all together; 0 for however many.
        keep_unread: whether unread ones stay, old or not.
        keep_bookmarked: whether bookmarked ones stay in the lists of their source, old or not.
    """

    days: int | None = None
    count: int | None = None
    keep_unread: bool | None = None
    keep_bookmarked: bool | None = None

    def over(self, other: Retention) -> Retention:
        """This rule, and *other* where it says nothing."""
        both = ((getattr(self, field.name), getattr(other, field.name)) for field in fields(self))
        return Retention(*(theirs if own is None else own for own, theirs in both))

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return self != Retention()
