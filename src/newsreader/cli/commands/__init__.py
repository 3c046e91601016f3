"""The commands: a module each, named for it, loaded when it is asked for.

A module has `configure(parser)`, which adds its options, and `run(values, session)`, which does it and gives the exit
code. Its line here is what `--help` says of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["COMMANDS"]

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "show": "print the articles of a source; stores nothing",
        "add": "subscribe to sources and read them",
        "remove": "unsubscribe; bookmarked articles stay",
        "set": "rename a source, move it to a folder, give it a new address",
        "sources": "every source and how it fares",
        "refresh": "read again what is due",
        "list": "articles, newest first",
        "search": "articles by their words, best first",
        "related": "related articles, best first, each with why",
        "stories": "articles that tell the same story, as groups",
        "open": "print one article as text",
        "fetch": "fetch articles' pages for their full text",
        "read": "mark articles read",
        "unread": "mark articles unread",
        "bookmark": "keep articles, with a note and tags",
        "unbookmark": "no longer keep articles",
        "tag": "bookmark articles with a tag",
        "mute": "keep articles out of the lists; print what is muted",
        "unmute": "show again what was muted",
        "import": "subscribe to what OPML or newsboat's urls list, or take over bookmarks",
        "export": "sources as OPML, or bookmarks, for other programs",
        "merge": "take in what another copy of the library has",
        "undo": "take back the last change",
        "redo": "do again what was taken back",
        "config": "the settings in force and where each comes from",
        "doctor": "check the library; repair what can be repaired",
    }
)
