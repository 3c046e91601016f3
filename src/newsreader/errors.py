"""What can go wrong, as one tree.

NewsreaderError
├── UsageError             the command line or a value in it is wrong (exit code 2)
├── SourceError            one source could not be had; carries the address (exit code 1)
│   ├── FetchError         its bytes could not be had
│   │   └── WebError       a server did not give them; carries its status, and how long it asks to wait
│   │       └── UnreachableError   no way leads to it; this machine may have no connection
│   ├── ParseError         its bytes are nothing that can be read
│   └── ManyFeedsError     its page names several feeds; carries them, to be chosen from
├── UnknownSourceError     no source has that id, title or address (exit code 1)
├── UnknownArticleError    no article has that id (exit code 1)
├── NothingToUndoError     the history has no step that way (exit code 1)
└── StoreError             the library could not be read or written; nothing was lost (exit code 3)
    ├── DamagedFileError   a file of the library is not what it should be; carries its path
    ├── NewerFormatError   the library was written by a newer newsreader
    └── OlderFormatError   it was written by an older one, and is brought up to date before anything else

A message is one line: what is wrong and then, after a semicolon, what to do.
"""

from __future__ import annotations

from datetime import timedelta

__all__ = [
    "DamagedFileError",
    "FetchError",
    "ManyFeedsError",
    "NewerFormatError",
    "NewsreaderError",
    "NothingToUndoError",
    "OlderFormatError",
    "ParseError",
    "SourceError",
    "StoreError",
    "UnknownArticleError",
    "UnknownSourceError",
    "UnreachableError",
    "UsageError",
    "WebError",
]


class NewsreaderError(Exception):
    """Any error that this program raises on purpose.

    Attributes:
        subject: what it is about, for the `newsreader: SUBJECT: message` line; may be empty.
        message: one line, what is wrong and what to do.
    """

    exit_code = 1

    def __init__(self, message: str, *, subject: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}" if self.subject else self.message


class UsageError(NewsreaderError):
    """The command line, or a value given in it, is wrong."""

    exit_code = 2


class SourceError(NewsreaderError):
    """One source could not be had; everything else is untouched."""


class FetchError(SourceError):
    """The bytes of a source could not be had."""


class WebError(FetchError):
    """A server did not give the document.

    Attributes:
        status: of its answer, or None where there was none.
        wait: for how long it asks to be left alone, or None.
    """

    def __init__(
        self, message: str, *, subject: str = "", status: int | None = None, wait: timedelta | None = None
    ) -> None:
        super().__init__(message, subject=subject)
        self.status = status
        self.wait = wait


class UnreachableError(WebError):
    """No way leads to a server: its name is not found, or the network is down."""


class ParseError(SourceError):
    """The bytes of a source are nothing that can be read."""


class ManyFeedsError(SourceError):
    """A web page names several feeds, and who asked wanted to choose.

    Attributes:
        feeds: address and title of each, the likeliest first; a title may be "".
    """

    def __init__(self, feeds: tuple[tuple[str, str], ...], *, subject: str) -> None:
        super().__init__("the page names several feeds; add one of them", subject=subject)
        self.feeds = feeds


class UnknownSourceError(NewsreaderError):
    """No source has that id, title or address."""


class UnknownArticleError(NewsreaderError):
    """No article has that id."""


class NothingToUndoError(NewsreaderError):
    """The history has no step in that direction."""


class StoreError(NewsreaderError):
    """The library could not be read or written; what was stored before is whole."""

    exit_code = 3


class DamagedFileError(StoreError):
    """A file of the library is not what it should be; it is left, or set aside, with all its bytes.

    `subject` is the file's path inside the library.
    """


class NewerFormatError(StoreError):
    """The library was written by a newer newsreader, and is left alone."""


class OlderFormatError(StoreError):
    """The library was written by an older newsreader, and has to be migrated first."""
