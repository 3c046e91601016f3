"""`newsreader set SOURCE...`: what a source is called, where it stands, where it is, what is read and kept of it."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError, Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.session import DONE, Session
from newsreader.errors import UsageError

if TYPE_CHECKING:
    from newsreader.library.library import Library
    from newsreader.model.retention import Retention

__all__ = ["configure", "run"]

_RULE = {
    "days": "keep_days",
    "count": "keep_count",
    "keep_unread": "keep_unread",
    "keep_bookmarked": "keep_bookmarked",
}
_AS_FOR_ALL = object()
"""Stands for "": the source has no say of its own."""


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_words("sources", "SOURCE... | --all", least=0)
    parser.add_argument("--all", action="store_true", help="the rules on what is kept, for all sources")
    parser.add_argument("--title", metavar="T", help='what to call it; "" for its own name')
    parser.add_argument("--folder", metavar="F", help='the folder to put it in; "" for none')
    parser.add_argument("--url", metavar="U", help="its new address; articles, marks and ids stay")
    parser.add_argument(
        "--full-text",
        choices=("on", "off"),
        metavar="on|off",
        help="whether its articles are fetched from their pages",
    )
    parser.add_argument(
        "--priority",
        type=_priority,
        metavar="N",
        help="from -9 to 9; the higher come first within a day of All",
    )
    parser.add_argument(
        "--keep-days", type=_number, metavar="N", help='delete what is older; 0 for nothing, "" as for all'
    )
    parser.add_argument(
        "--keep-count",
        type=_number,
        metavar="N",
        help='delete all but the newest N; 0 for nothing, "" as for all',
    )
    parser.add_argument(
        "--keep-unread", type=_choice, metavar="on|off", help="whether unread articles stay (on)"
    )
    parser.add_argument(
        "--keep-bookmarked", type=_choice, metavar="on|off", help="whether bookmarked ones stay (on)"
    )


def run(values: Namespace, session: Session) -> int:
    """Change every source named, each as a step of its own; or the rules for all."""
    _check(values)
    with session.library() as library:
        if values.all:
            library.change_retention(_rule(values, library.retention()))
            session.out.line("changed how long articles are kept; newsreader refresh deletes what is to go")
            return DONE
        _, code = session.each(values.sources, lambda text: _change(text, values, library, session))
    return code


def _check(values: Namespace) -> None:
    of_one = (values.title, values.folder, values.url, values.full_text, values.priority)
    ruled = any(getattr(values, option) is not None for option in _RULE.values())
    nothing = not any(each is not None for each in of_one)
    if not ruled and nothing:
        raise UsageError(
            "nothing to set; give --title, --folder, --url, --full-text or --keep-days", subject="set"
        )
    if values.all and (values.sources or not nothing):
        raise UsageError("--all is for --keep-days and its like alone, and names no source", subject="set")
    if not values.all and not values.sources:
        raise UsageError("SOURCE is missing; see newsreader set --help", subject="set")
    if len(values.sources) > 1 and (values.title is not None or values.url is not None):
        raise UsageError("--title and --url are of one source; set them one by one", subject="set")


def _change(text: str, values: Namespace, library: Library, session: Session) -> None:
    source = library.source(text).source
    library.change_source(
        source.id,
        title=values.title,
        folder=values.folder,
        url=values.url,
        retention=_rule(values, source.retention),
        full_text=None if values.full_text is None else values.full_text == "on",
        priority=values.priority,
    )
    session.out.line(f"changed {library.source(source.id).source.title}")


def _rule(values: Namespace, before: Retention) -> Retention:
    said = {name: getattr(values, option) for name, option in _RULE.items()}
    return replace(
        before,
        **{name: None if each is _AS_FOR_ALL else each for name, each in said.items() if each is not None},
    )


def _priority(text: str) -> int:
    if not re.fullmatch("-?[0-9]", text):
        raise ArgumentTypeError(f"{text!r} is not a whole number from -9 to 9")
    return int(text)


def _number(text: str) -> object:
    if not text:
        return _AS_FOR_ALL
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


def _choice(text: str) -> object:
    choices = {"on": True, "off": False, "": _AS_FOR_ALL}
    if text not in choices:
        raise ArgumentTypeError(f"{text!r} is neither on nor off")
    return choices[text]
