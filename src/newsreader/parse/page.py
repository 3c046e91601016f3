"""A saved web page, read plainly: its title, and what stands in its main part."""

from __future__ import annotations

import re

from newsreader.errors import ParseError
from newsreader.model.entry import Entry, ParsedFeed
from newsreader.parse.decode import decode_text
from newsreader.parse.discover import feed_links
from newsreader.parse.identity import with_keys
from newsreader.text.blocks import plain_text
from newsreader.text.sanitise import clean_html, clean_line

__all__ = ["parse_page"]

_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1", re.IGNORECASE | re.DOTALL)
_MAIN = re.compile(r"<(article|main)[\s>].*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_ASIDE = re.compile(r"<(nav|header|footer|form|button)[\s>].*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def parse_page(data: bytes, *, media_type: str = "", address: str | None = None) -> ParsedFeed:
    """The page in *data* as a feed of one entry.

    Raises:
        ParseError: there are no words on it.
    """
    page = decode_text(data, _charset(data, media_type))
    heading, title = _words(_HEADING.search(page)), _words(_TITLE.search(page))
    main = max((match[0] for match in _MAIN.finditer(page)), key=len, default="")
    body = _BODY.search(page)
    html = clean_html(_ASIDE.sub("", main or (page[body.end() :] if body else page)), address)
    text = plain_text(html)
    feeds = feed_links(page, address)
    if not (text or heading or title or feeds):
        raise ParseError("a web page without words; give another")
    entry = Entry(key="", title=heading or title, url=address, html=html if text else "")
    return ParsedFeed("page", title=title or heading, url=address, entries=with_keys([entry]), feeds=feeds)


def _charset(data: bytes, media_type: str) -> str:
    if match := _DECLARED.search(media_type):
        return match[1]
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def _words(match: re.Match[str] | None) -> str:
    return clean_line(plain_text(clean_html(match[1])).replace("\n", " ")) if match else ""
