"""One source, from its location to entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from newsreader.errors import FetchError, ParseError
from newsreader.fetch.directory import directory_validators, news_files
from newsreader.fetch.fetched import Fetched
from newsreader.fetch.file import fetch_file
from newsreader.fetch.location import Location
from newsreader.fetch.stdin import fetch_stdin
from newsreader.model.entry import Entry, ParsedFeed
from newsreader.model.source import Validators
from newsreader.refresh.parser import Parser

__all__ = ["Reading", "read_location", "source_kind"]

_KINDS = {"rss": "feed", "atom": "feed", "json": "feed"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source said this time.

    Attributes:
        feed: its document; None when nothing changed since the validators that were given.
        kind: what a `Source` of it is called: `feed`, `plain`, `page`, `directory` or `stdin`.
        validators: to give back next time.
    """

    feed: ParsedFeed | None
    kind: str
    validators: Validators = field(default_factory=Validators)


def source_kind(feed: ParsedFeed) -> str:
    """The kind of a source whose document is *feed*."""
    return _KINDS.get(feed.kind, feed.kind)


def read_location(
    location: Location, parser: Parser, *, known: Validators | None = None, now: datetime
) -> Reading:
    """Fetch and parse one source.

    Args:
        location: where it is.
        parser: what parses.
        known: validators of the copy that is stored; None reads it whatever they are.
        now: the time; dates of samples are shifted to it.

    Raises:
        FetchError: its bytes could not be had.
        ParseError: its bytes are nothing that can be read.
    """
    if location.kind == "directory":
        return _read_directory(location, parser, known)
    if location.kind == "sample":
        return _read_sample(location, parser, now)
    if location.kind == "web":
        raise FetchError(
            "web addresses cannot be fetched by this version; save it as a file", subject=location.address
        )
    if location.kind == "stdin":
        feed = parser.parse(fetch_stdin())
        return Reading(feed, "stdin")
    assert location.path is not None
    fetched = fetch_file(location.path)
    if fetched.validators == known:
        return Reading(None, "", fetched.validators)
    feed = parser.parse(fetched)
    return Reading(feed, source_kind(feed), fetched.validators)


def _read_directory(location: Location, parser: Parser, known: Validators | None) -> Reading:
    assert location.path is not None
    files = news_files(location.path)
    validators = directory_validators(files)
    if validators == known:
        return Reading(None, "directory", validators)
    fetching = (
        (str(path.relative_to(location.path or path)), lambda path=path: fetch_file(path))
        for path, _ in files
    )
    return Reading(_together(fetching, parser, location.path.name), "directory", validators)


def _read_sample(location: Location, parser: Parser, now: datetime) -> Reading:
    from newsreader.samples import sample_files

    name = location.address.removeprefix("sample:")
    files = sample_files(name, now)
    if len(files) == 1:
        feed = parser.parse(Fetched(files[0][1], name=files[0][0]))
        return Reading(feed, source_kind(feed))
    fetching = ((file, lambda file=file, data=data: Fetched(data, name=file)) for file, data in files)
    return Reading(_together(fetching, parser, name), "directory")


def _together(files: Iterable[tuple[str, Callable[[], Fetched]]], parser: Parser, title: str) -> ParsedFeed:
    """Several documents as one; what cannot be read of them is said in its `problem`."""
    found: dict[str, Entry] = {}
    problems: list[str] = []
    for name, fetch in files:
        try:
            feed = parser.parse(fetch())
        except (FetchError, ParseError) as error:
            problems.append(f"{name}: {error.message}")
            continue
        for entry in _scoped(feed):
            found.setdefault(entry.key, entry)
    return ParsedFeed("directory", title=title, entries=tuple(found.values()), problem=_summed(problems))


def _scoped(feed: ParsedFeed) -> Iterator[Entry]:
    """The entries of one document, told apart from those of another feed that counts from 1 as it does."""
    feed_name = feed.url or feed.title
    for entry in feed.entries:
        is_worldwide = ":" in entry.key or source_kind(feed) != "feed"
        yield entry if is_worldwide else replace(entry, key=f"{feed_name} {entry.key}")


def _summed(problems: list[str]) -> str:
    if len(problems) <= 1:
        return "".join(problems)
    return f"{problems[0]} (and {len(problems) - 1} more files that cannot be read)"
