"""A directory of documents as one: each is read when it is new, or other than it was."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from newsreader.errors import FetchError, ParseError
from newsreader.fetch.directory import directory_validators, news_files
from newsreader.fetch.file import fetch_file, file_validators
from newsreader.model.entry import Entry, ParsedFeed
from newsreader.model.source import SeenFile, Validators
from newsreader.refresh.parallel import side_by_side
from newsreader.refresh.parsers import Parsers
from newsreader.text.sanitise import clean_line

__all__ = ["DirectoryReading", "Part", "joined", "read_directory"]

_YOUNG = 2.0
"""So many seconds: some file systems tell times so coarsely that what was just changed may change and look the same."""

_OWN_IDS = frozenset({"rss", "atom", "json"})


@dataclass(frozen=True, slots=True)
class DirectoryReading:
    """What a directory says.

    Attributes:
        feed: the documents that are new or other than they were, as one; None where nothing of it is.
        validators: of its state; empty where sizes and times alone will not tell whether it changes again.
        seen: its files, to give back next time.
    """

    feed: ParsedFeed | None
    validators: Validators
    seen: Mapping[str, SeenFile]


@dataclass(frozen=True, slots=True)
class Part:
    """One document among others: its file's name, and what it says or why it could not be read."""

    name: str
    feed: ParsedFeed | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    """A file: its name in `seen`, its path, its size and time, and what it was when it was read last, if it was."""

    name: str
    path: Path
    stamp: str
    before: SeenFile | None

    @property
    def is_as_before(self) -> bool:
        return self.before is not None and bool(self.stamp) and self.before.stamp == self.stamp


def read_directory(
    directory: Path,
    parsers: Parsers,
    now: datetime,
    *,
    known: Validators | None = None,
    seen: Mapping[str, SeenFile],
) -> DirectoryReading:
    """Read what is new or changed in *directory*: by size and time, then by content.

    Args:
        directory: where.
        parsers: take documents apart.
        now: the time.
        known: validators of its state when it was read last; None looks into every file, whatever its size and time.
        seen: its files as they were then; empty reads all.

    Raises:
        FetchError: it cannot be looked through.
    """
    listed = news_files(directory)
    validators = directory_validators(listed)
    if validators == known:
        return DirectoryReading(None, validators, seen)
    files = [_file(path, status, directory, seen, now) for path, status in listed]
    other = [file for file in files if known is None or not file.is_as_before]
    read = _read_all(other, parsers, again=known is None)
    now_seen = {file.name: read[file.name][0] if file.name in read else seen[file.name] for file in files}
    parts = [
        Part(_shown(name), read.get(name, (None, None))[1], found.problem) for name, found in now_seen.items()
    ]
    feed = joined(parts, directory.name)
    is_same = seen and feed.problem == _problem_before(seen) and not any(part.feed for part in parts)
    is_settled = all(found.stamp for found in now_seen.values())
    return DirectoryReading(None if is_same else feed, validators if is_settled else Validators(), now_seen)


def joined(parts: Iterable[Part], title: str) -> ParsedFeed:
    """Several documents as one; of one key, the first; what cannot be read of them is said in its `problem`."""
    found: dict[str, Entry] = {}
    problems: list[str] = []
    for part in parts:
        if part.problem:
            problems.append(clean_line(f"{part.name}: {part.problem}"))
        for entry in _scoped(part.feed) if part.feed else ():
            found.setdefault(entry.key, entry)
    return ParsedFeed(
        "directory", title=clean_line(title), entries=tuple(found.values()), problem=_summed(problems)
    )


def _file(
    path: Path, status: os.stat_result, directory: Path, seen: Mapping[str, SeenFile], now: datetime
) -> _File:
    name = quote(os.fsencode(path.relative_to(directory)))
    is_young = abs(status.st_ctime - now.timestamp()) < _YOUNG
    return _File(name, path, "" if is_young else file_validators(status).etag, seen.get(name))


def _read_all(
    files: list[_File], parsers: Parsers, *, again: bool
) -> dict[str, tuple[SeenFile, ParsedFeed | None]]:
    """What each of *files* is now, and what it says where that is other than it was."""
    most = parsers.count
    groups = side_by_side(
        files, lambda file, _: _read(file, parsers, again=again), lambda _: "", at_once=most, a_host=most
    )
    return {file.name: found for group in groups for file, found in group}


def _read(file: _File, parsers: Parsers, *, again: bool) -> tuple[SeenFile, ParsedFeed | None]:
    """Read one file, in a thread of its own; raises nothing. *again* tries what could not be read before."""
    before = file.before
    try:
        fetched = fetch_file(file.path, follow=False)
        content = blake2b(fetched.data, digest_size=16).hexdigest()
        if before is not None and before.content == content and not (again and before.problem):
            return replace(before, stamp=file.stamp), None
        return SeenFile(file.stamp, content), parsers.parse(fetched)
    except ParseError as error:
        return SeenFile(file.stamp, content, error.message), None
    except FetchError as error:
        return SeenFile(file.stamp, "", error.message), None


def _scoped(feed: ParsedFeed) -> Iterator[Entry]:
    """The entries of one document, told apart from those of another feed that counts from 1 as it does."""
    feed_name = feed.url or feed.title
    for entry in feed.entries:
        is_worldwide = ":" in entry.key or feed.kind not in _OWN_IDS
        yield entry if is_worldwide else replace(entry, key=f"{feed_name} {entry.key}")


def _shown(name: str) -> str:
    return unquote_to_bytes(name).decode("utf-8", "replace")


def _problem_before(seen: Mapping[str, SeenFile]) -> str:
    return joined((Part(_shown(name), None, found.problem) for name, found in seen.items()), "").problem


def _summed(problems: list[str]) -> str:
    if len(problems) <= 1:
        return "".join(problems)
    return f"{problems[0]} (and {len(problems) - 1} more files that cannot be read)"
