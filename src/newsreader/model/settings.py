"""What a person's settings file may say of how the reader behaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal
from zlib import crc32

if TYPE_CHECKING:
    from newsreader.model.retention import Retention
    from newsreader.model.source import Source
    from newsreader.model.source_settings import SourceSettings

__all__ = ["Config", "MarkRead"]

MarkRead = Literal["open", "cursor", "never"]


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force.

    Attributes:
        theme: the name of a theme, or "" for the one that was chosen in the reader.
        hide: the panes that are shown only while they have the focus.
        article_lines: how many lines an article has in ARTICLES, 1 or 2; 0 for as many as there is room for.
        keymap: whose habits the keys follow: `vim`, `newsboat` or `netnewswire`.
        keys: keys of single commands, by the command's id; none take the command's keys away.
        mark_read: when an article is read: when it was opened, when the cursor rested on it, or never by itself.
        mark_copies: whether reading one copy of an agency's text marks the others too.
        refresh_interval: how often the open reader looks for what is due; None leaves it to a key.
        browser: the command that opens an address, or "" for the system's own.
        player: the command that plays what came attached, or "" for the system's own.
        pipe: commands that an article can be piped to, by what to call them.
        mute: queries; lists do not show what they are about.
        keep_days: older articles are deleted, 0 for none; see `retention`.
        keep_count: all but the newest so many are deleted, 0 for none.
        keep_unread: whether unread articles stay however old.
        keep_bookmarked: whether bookmarked ones stay in the lists however old.
        themes: of each theme of ones own, by its name, its `base` and its colours.
        sources: what it says of single sources, by id or address.
        path: the file that all this is from, or "" for none.
        named: the settings that the file names, each by its names from the table that it stands in down.
        problems: what in it is wrong, a line each.
    """

    theme: str = ""
    hide: tuple[str, ...] = ()
    article_lines: int = 0
    keymap: str = "vim"
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mark_read: MarkRead = "open"
    mark_copies: bool = False
    refresh_interval: timedelta | None = timedelta(minutes=1)
    browser: str = ""
    player: str = ""
    pipe: Mapping[str, str] = field(default_factory=dict)
    mute: tuple[str, ...] = ()
    keep_days: int = 0
    keep_count: int = 0
    keep_unread: bool = True
    keep_bookmarked: bool = True
    themes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    path: str = ""
    named: tuple[tuple[str, ...], ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, source: Source) -> SourceSettings:
        """What it says of *source*."""
        from newsreader.model.source_settings import (
            SourceSettings,  # the first screen asks nothing of sources
        )

        return self._said(source) or SourceSettings()

    def _said(self, source: Source) -> SourceSettings | None:
        return self.sources.get(source.id) or self.sources.get(source.address)

    def over(self, source: Source) -> Source:
        """*source* as it is to be shown and read: as the file says, where it does."""
        said = self._said(source)
        if said is None:
            return source
        folder = source.folder if said.folder is None else said.folder
        full_text = source.full_text if said.full_text is None else said.full_text
        priority = source.priority if said.priority is None else said.priority
        title = said.title or source.title
        return replace(source, title=title, folder=folder, full_text=full_text, priority=priority)

    @property
    def retention(self) -> Retention:
        """What the file says of how long articles are kept; nothing where it does not name a part of it."""
        from newsreader.model.retention import Retention

        kept = ("keep_days", "keep_count", "keep_unread", "keep_bookmarked")
        return Retention(*(getattr(self, name) if (name,) in self.named else None for name in kept))

    @property
    def fingerprint(self) -> int:
        """Another number when what it says over the library is other; 0 when it says nothing of it."""
        shown = sorted(
            (name, said.title, repr(said.folder), repr(said.full_text), repr(said.priority))
            for name, said in self.sources.items()
        )
        said = repr((shown, self.mute) if self.mute else shown)
        return crc32(said.encode("utf-8", "surrogatepass")) if shown or self.mute else 0
