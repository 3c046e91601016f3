"""What is kept in the form of a letter: a page that a browser saved in one file (MHTML), and a letter itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr

from newsreader.errors import ParseError
from newsreader.model.entry import Author, Entry, ParsedFeed
from newsreader.parse.decode import decode_text
from newsreader.parse.identity import with_keys
from newsreader.parse.page import parse_page
from newsreader.text.allowed import clean_html
from newsreader.text.blocks import plain_text
from newsreader.text.dates import parse_date
from newsreader.text.sanitise import clean_line, clean_text
from newsreader.text.urls import clean_url

__all__ = ["parse_mail"]

_FAULTS = (LookupError, ValueError, TypeError, AttributeError, RecursionError, MessageError)
"""What Python's reader of letters raises over one that nobody wrote by hand."""
_MOST_PARTS = 1000


def parse_mail(data: bytes, *, address: str | None = None) -> ParsedFeed:
    """The page or the letter in *data* as a feed of one entry.

    Args:
        data: header lines, then a text or several parts.
        address: http or https address that it came from, or None.

    Raises:
        ParseError: there are no words in it.
    """
    try:
        letter = BytesParser().parsebytes(data)
        found = (
            _page(letter, address) if letter.get_content_type() == "multipart/related" else _letter(letter)
        )
    except _FAULTS as error:
        raise ParseError("a letter whose parts cannot be told apart; save it as a page or as text") from error
    if found is None:
        raise ParseError("a letter without words; give another")
    return found


def _page(letter: Message, address: str | None) -> ParsedFeed | None:
    """The page that a browser saved with its pictures: the first part that is one, at the address that it had."""
    part = next((part for part in _parts(letter) if part.get_content_type() == "text/html"), None)
    if part is None:
        return _letter(letter)
    said = (address, letter.get("Snapshot-Content-Location"), part.get("Content-Location"))
    here = next((url for each in said if each and (url := clean_url(str(each)))), None)
    page = parse_page(
        _body(part), media_type=f"text/html; charset={part.get_content_charset('')}", address=here
    )
    titled = (replace(entry, title=entry.title or _header(letter, "Subject")) for entry in page.entries)
    return replace(page, title=page.title or _header(letter, "Subject"), entries=tuple(titled))


def _letter(letter: Message) -> ParsedFeed | None:
    texts = {part.get_content_type(): part for part in reversed(list(_parts(letter)))}
    written, plain = texts.get("text/html"), texts.get("text/plain")
    html = clean_html(_text(written)) if written else ""
    text = "" if plain_text(html) else clean_text(_text(plain)) if plain else ""
    title = _header(letter, "Subject")
    if not (title or text or plain_text(html)):
        return None
    name, mail = parseaddr(str(letter.get("From") or ""))
    author = _decoded(name) or mail
    entry = Entry(
        key="",
        guid=clean_line(str(letter.get("Message-ID") or "")),
        title=title,
        authors=(Author(author),) if author else (),
        published=parse_date(str(letter.get("Date") or "")),
        html="" if text else html,
        text=text,
    )
    return ParsedFeed("page", title=title, entries=with_keys([entry]))


def _parts(letter: Message) -> Iterator[Message]:
    """The parts that are no boxes of others, in their order; without recursion, which letters could be made for."""
    waiting = [letter]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        inside = part.get_payload() if part.is_multipart() else None
        if isinstance(inside, list):
            waiting[:0] = [each for each in inside if isinstance(each, Message)]
        else:
            yield part


def _body(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _text(part: Message) -> str:
    return decode_text(_body(part), str(part.get_content_charset("")))


def _header(letter: Message, name: str) -> str:
    return _decoded(str(letter.get(name) or ""))


def _decoded(value: str) -> str:
    try:
        return clean_line(str(make_header(decode_header(value))))
    except _FAULTS:
        return clean_line(value)
