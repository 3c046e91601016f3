"""Sources, from their location to entries."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsreader.fetch.fetched import Fetched
from newsreader.fetch.file import fetch_file
from newsreader.fetch.location import Location
from newsreader.fetch.stdin import fetch_stdin
from newsreader.fetch.target import same_origin
from newsreader.model.entry import ParsedFeed
from newsreader.model.source import SeenFile, Validators
from newsreader.refresh.directory import Part, joined, read_directory
from newsreader.refresh.parsers import Parsers
from newsreader.refresh.schedule import max_age

if TYPE_CHECKING:
    from newsreader.fetch.http import Web

__all__ = ["Reader", "Reading", "WebAnswer", "broken", "source_kind"]

_UNCHANGED = 304

_KINDS = {"rss": "feed", "atom": "feed", "json": "feed"}


@dataclass(frozen=True, slots=True)
class WebAnswer:
    """What a server said beside a document.

    Attributes:
        status: of its answer.
        address: where the document came from, after redirects.
        permanent: where redirects that are for ever lead, or None without such.
        fresh_for: how long it may be kept before it is asked for again, or None.
        public: whether the address that was asked is of the public internet.
    """

    status: int
    address: str
    permanent: str | None
    fresh_for: timedelta | None
    public: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source said this time.

    Attributes:
        feed: its document; None when nothing changed since the validators that were given.
        kind: what a `Source` of it is called: `feed`, `plain`, `page`, `directory` or `stdin`.
        validators: to give back next time.
        web: what a server said beside it; None for what is on this machine.
        seen: the files of a directory, to give back next time; None for what is none.
    """

    feed: ParsedFeed | None
    kind: str
    validators: Validators = field(default_factory=Validators)
    web: WebAnswer | None = None
    seen: Mapping[str, SeenFile] | None = None


def _nothing() -> None:
    pass


def source_kind(feed: ParsedFeed) -> str:
    """The kind of a source whose document is *feed*."""
    return _KINDS.get(feed.kind, feed.kind)


def broken(reading: Reading) -> str:
    """What is wrong with a feed of which no entry could be read, in one line; "" for any other."""
    feed = reading.feed
    return feed.problem if feed is not None and reading.kind == "feed" and not feed.entries else ""


class Reader:
    """Fetches and parses sources of any kind. Any number of threads may use it.

    Processes and connections begin when they are first needed. Use it as a context manager, or call `close`.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Take the time from *now*; dates of samples are shifted to it."""
        self._now = now
        self._parsers = Parsers()
        self._web: Web | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes and close the connections."""
        self._parsers.close()
        if self._web is not None:
            self._web.close()

    def read(
        self,
        location: Location,
        *,
        known: Validators | None = None,
        credentials: str = "",
        public: bool = False,
        user_agent: str = "",
        answered: Callable[[], None] = _nothing,
        seen: Mapping[str, SeenFile] | None = None,
    ) -> Reading:
        """Fetch and parse one source.

        Args:
            location: where it is.
            known: validators of the copy that is stored; None reads it whatever they are.
            credentials: `user:password` for a web address, or "".
            public: whether a web address may lead to nothing but the public internet.
            user_agent: what to call ourselves to a server, or "" for this program's name.
            answered: called when the server has answered, before its answer is parsed.
            seen: for a directory, its files as they were read last.

        Raises:
            FetchError: its bytes could not be had.
            ParseError: its bytes are nothing that can be read.
        """
        if location.kind == "web":
            return self._read_web(
                location, known, credentials, public=public, user_agent=user_agent, answered=answered
            )
        if location.kind == "directory":
            return self._read_directory(location, known, seen or {})
        if location.kind == "sample":
            return self._read_sample(location)
        if location.kind == "stdin":
            return Reading(self._parsers.parse(fetch_stdin()), "stdin")
        assert location.path is not None
        fetched = fetch_file(location.path)
        if fetched.validators == known:
            return Reading(None, "", fetched.validators)
        feed = self._parsers.parse(fetched)
        return Reading(feed, source_kind(feed), fetched.validators)

    def page(
        self, address: str, *, beside: str = "", credentials: str = "", user_agent: str = ""
    ) -> ParsedFeed:
        """Fetch and parse the page of an article.

        Args:
            address: of the page, as the article's source gave it.
            beside: the address of that source. One of the public internet may lead to nothing else, since nobody but
                its author chose the address; and only the source's own server is told *credentials*.
            credentials: `user:password` for the source's server, or "".
            user_agent: as for `read`.

        Raises:
            FetchError: its bytes could not be had.
            ParseError: its bytes are nothing that can be read.
        """
        web = self._opened_web()
        answer = web.get(
            address,
            credentials=credentials if beside and same_origin(address, beside) else "",
            public=bool(beside) and web.is_public(beside),
            user_agent=user_agent,
        )
        return self._parsers.parse(Fetched(answer.body, media_type=answer.media_type, address=answer.address))

    def _read_web(
        self,
        location: Location,
        known: Validators | None,
        credentials: str,
        *,
        public: bool,
        user_agent: str,
        answered: Callable[[], None],
    ) -> Reading:
        answer = self._opened_web().get(
            location.address,
            validators=known,
            credentials=credentials,
            public=public,
            user_agent=user_agent,
        )
        answered()
        about = WebAnswer(
            answer.status,
            answer.address,
            answer.permanent,
            max_age(answer.cache_control),
            public=answer.public,
        )
        if answer.status == _UNCHANGED:
            # A server may renew one of the two and leave the other out.
            known = known or Validators()
            validators = Validators(
                answer.validators.etag or known.etag, answer.validators.last_modified or known.last_modified
            )
            return Reading(None, "", validators, about)
        feed = self._parsers.parse(Fetched(answer.body, media_type=answer.media_type, address=answer.address))
        return Reading(feed, source_kind(feed), answer.validators, about)

    def _opened_web(self) -> Web:
        from newsreader.fetch.http import Web  # 60 ms, which files need not pay

        with self._lock:
            self._web = self._web or Web()
            return self._web

    def _read_directory(
        self, location: Location, known: Validators | None, seen: Mapping[str, SeenFile]
    ) -> Reading:
        assert location.path is not None
        found = read_directory(location.path, self._parsers, self._now(), known=known, seen=seen)
        return Reading(found.feed, "directory", found.validators, seen=found.seen)

    def _read_sample(self, location: Location) -> Reading:
        from newsreader.samples import sample_files

        name = location.address.removeprefix("sample:")
        files = sample_files(name, self._now())
        if len(files) == 1:
            feed = self._parsers.parse(Fetched(files[0][1], name=files[0][0]))
            return Reading(feed, source_kind(feed))
        parts = [Part(file, self._parsers.parse(Fetched(data, name=file))) for file, data in files]
        return Reading(joined(parts, name), "directory")
