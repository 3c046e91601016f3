"""One document, of whatever kind."""

from __future__ import annotations

from newsreader.errors import ParseError
from newsreader.model.entry import ParsedFeed
from newsreader.parse.detect import Kind, detect

__all__ = ["parse"]

_REFUSALS = {
    "empty": "there is nothing in it; give a feed, a page or a text",
    "binary": "neither text nor a feed; give a feed, a page or a text",
    "xml": "XML, but no feed; give a feed, a page or a text",
    "opml": "a list of sources, not one; save it and import the file",
}


def parse(data: bytes, *, name: str = "", media_type: str = "", address: str | None = None) -> ParsedFeed:
    """Take one document apart.

    Args:
        data: its bytes, which decide what it is.
        name: its file's name, for where they do not; never part of what comes out.
        media_type: as a server declared it, with parameters; "" where none did.
        address: http or https address that relative links are resolved against, or None.

    Raises:
        ParseError: it is nothing that can be read; the message says why, in one line.
    """
    kind = detect(data, name)
    if kind in _REFUSALS:
        raise ParseError(_REFUSALS[kind])
    from newsreader.parse.language import with_languages

    return with_languages(_parsed(kind, data, media_type, address))


def _parsed(kind: Kind, data: bytes, media_type: str, address: str | None) -> ParsedFeed:
    # Each kind brings its own parser in: feedparser alone takes 50 ms.
    if kind == "json":
        from newsreader.parse.jsonfeed import parse_jsonfeed

        return parse_jsonfeed(data, address=address)
    if kind == "feed":
        from newsreader.parse.feed import parse_feed

        return parse_feed(data, media_type=media_type, address=address)
    if kind == "html":
        from newsreader.parse.page import parse_page

        return parse_page(data, media_type=media_type, address=address)
    if kind == "mail":
        from newsreader.parse.mail import parse_mail

        return parse_mail(data, address=address)
    from newsreader.parse.decode import decode_text
    from newsreader.parse.plain import parse_plain

    return parse_plain(decode_text(data))
