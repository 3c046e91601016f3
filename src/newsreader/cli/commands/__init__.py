"""The commands: a module each, named for it, loaded when it is asked for.

A module has `configure(parser)`, which adds its options, and `run(values, session)`, which does it and gives the exit
code. Its line here is what `--help` says of it.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from newsreader.cli.arguments import Parser
from newsreader.cli.session import Session

__all__ = ["COMMANDS", "prepared"]

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


def prepared(name: str, words: Sequence[str]) -> tuple[Callable[[Namespace, Session], int], Namespace]:
    """What runs a command, and what the words behind its name ask of it.

    Raises `UsageError` where they ask for what it does not do.
    """
    # Each command brings in what it needs and no other command's: `newsreader list` is to start in a blink.
    module = import_module(f"{__name__}.{name}")
    parser = Parser(name, COMMANDS[name])
    module.configure(parser)
    return module.run, parser.parse(words)
