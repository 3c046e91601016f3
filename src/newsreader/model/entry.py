"""What a source said: a feed and its entries, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Author", "Enclosure", "Entry", "FeedLink", "ParsedFeed"]


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who wrote an entry.

    Attributes:
        name: one clean line, never empty.
        url: http or https address, or None.
    """

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """Media that came attached to an entry.

    Attributes:
        href: http or https address.
        media_type: as declared, such as `audio/mpeg`, else by the ending of the address; "" where that says nothing.
        length: bytes, or None where it was not said or not believable.
        duration: seconds, or None.
    """

    href: str
    media_type: str = ""
    length: int | None = None
    duration: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed or page, as its source said it. All text is clean (see `text.sanitise`).

    Attributes:
        guid: the id that the source gave, or "".
        key: what tells this entry from every other of its source, for ever (see `parse.identity`), not empty.
        title: one line; "" where there is none.
        url: http or https address of the article, or None.
        authors: in the order of the source.
        published: aware, UTC; None where unknown.
        updated: aware, UTC; None where unknown.
        html: sanitised HTML of the text; "" where the source had none.
        text: plain text, paragraphs parted by one empty line; "" where `html` holds the text.
        summary: plain one-paragraph summary where the source gave one beside the full text; else "".
        tags: the feed's own categories.
        enclosures: attached media.
        language: a BCP 47 tag as declared, else two letters as its words tell, or "".
        place: where a dateline says the entry was written, or "".
        agency: the agency that a dateline names, or "".
        site: for an entry that is a web page, the name of its site, or "".
        see_also: headlines that stood under this entry on its page.
        image: http or https address of the entry's picture, or None.
        external_url: http or https address that the entry is about, or None.
        comments_url: http or https address of its discussion, or None.
        words: the text of `html` without its marks, where whoever read it told it already, else ""; it is no part of
            what the source said, and is not kept.
    """

    key: str
    guid: str = ""
    title: str = ""
    url: str | None = None
    authors: tuple[Author, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    html: str = ""
    text: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    language: str = ""
    place: str = ""
    agency: str = ""
    site: str = ""
    see_also: tuple[str, ...] = ()
    image: str | None = None
    external_url: str | None = None
    comments_url: str | None = None
    words: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a web page names as its own.

    Attributes:
        url: http or https address.
        title: one line, or "".
    """

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A document taken apart.

    Attributes:
        kind: `rss`, `atom`, `json`, `plain`, `page` or `directory`.
        title: one line; "" where the document has none.
        url: http or https address of the site, or None.
        entries: in the document's order; no two have one `key`.
        language: a BCP 47 tag as declared, or "".
        problem: one line on what of the document could not be read, or "" when all was.
        ttl: for how many minutes the document asks not to be fetched again, or None.
        feeds: for a page, the feeds that it names, the likeliest first.
        is_cut: for a page, whether it gives only the beginning of its text, and keeps the rest for subscribers.
    """

    kind: str
    title: str = ""
    url: str | None = None
    entries: tuple[Entry, ...] = ()
    language: str = ""
    problem: str = ""
    ttl: int | None = None
    feeds: tuple[FeedLink, ...] = ()
    is_cut: bool = False
