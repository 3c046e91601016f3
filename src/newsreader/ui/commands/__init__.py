"""What a person can do, each a command with its keys."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsreader.ui.commands import (
    adding,
    application,
    arranging,
    folders,
    handing,
    keeping,
    links,
    marking,
    moving,
    muting,
    reading,
    refreshing,
    searching,
    sources,
    stories,
    versions,
)
from newsreader.ui.commands.command import Command

__all__ = ["ALL", "BY_ID"]

ALL: tuple[Command, ...] = (
    *adding.COMMANDS,  # its `s` goes before that of bookmarks, and works only in an empty library
    *folders.COMMANDS,  # in SOURCES its `+` goes before that of stories
    *sources.COMMANDS,
    *muting.COMMANDS,
    *refreshing.COMMANDS,
    *reading.COMMANDS,
    *searching.COMMANDS,
    *stories.COMMANDS,
    *versions.COMMANDS,
    *marking.COMMANDS,
    *keeping.COMMANDS,
    *links.COMMANDS,
    *handing.COMMANDS,
    *moving.COMMANDS,
    *arranging.COMMANDS,
    *application.COMMANDS,
)
"""Every command, in the order in which the status bar and help show them."""

BY_ID: Mapping[str, Command] = MappingProxyType({each.id: each for each in ALL})
"""Every command by its id."""
