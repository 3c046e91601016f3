"""XML as feeds come: decoded by us, and mended where a strict parser would give up over little."""

from __future__ import annotations

import codecs
import re
from html.entities import html5

from newsreader.parse.declared import as_declared, codec_for
from newsreader.parse.decode import decode_text

__all__ = ["decode_xml", "mended"]

_DECLARATION = re.compile(r"<\?xml(?:\s[^>]*?)?\?>", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']\s*([\w.:+-]+)", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
# What could be read in single bytes is not what it says when it says one of these.
_WIDE = re.compile(r"utf[-_]?(?:16|32)|ucs", re.IGNORECASE)
_START = re.compile(
    r"<!DOCTYPE\s|<(?:[A-Za-z][\w.-]*:)?(?:rss|feed|rdf|channel)[\s>/]|<\?xml-stylesheet\s", re.IGNORECASE
)
_END = re.compile(r"</(?:[A-Za-z][\w.-]*:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));")
_SURROGATES = re.compile(
    r"&#(?:x(d[89ab][0-9a-f]{2})|(5[5-6]\d{3}));&#(?:x(d[c-f][0-9a-f]{2})|(5[6-7]\d{3}));", re.IGNORECASE
)
_CONTROL_BYTES = bytes([*range(9), 11, 12, *range(14, 32), 127])
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]+")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>|<!--.*?-->)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?!#\d{1,10};|#x[0-9A-Fa-f]{1,8};|[A-Za-z_][\w.-]{0,40};)")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")


def decode_xml(data: bytes, media_type: str = "") -> str:
    """The characters of an XML document: by byte order mark, the server's charset, its declaration, else a guess."""
    declared = [match[1] for match in [_CHARSET.search(media_type)] if match]
    if match := _ENCODING.search(data[:2000]):
        declared.append(match[1].decode("ascii"))
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for name in declared:
        text = None if marked or _WIDE.match(name) else as_declared(data, name)
        if text is not None:
            return text
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if declared and not wide and not _WIDE.match(declared[-1]):
        text = _almost(data, declared[-1])
        if text is not None:
            return text
    return decode_text(data)


def _almost(data: bytes, codec: str) -> str | None:
    """*data* in the encoding that it declares, where all but a little of it is."""
    try:
        text = data.decode(codec_for(codec), "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= 1 + len(text) // 2000 else None


def mended(text: str) -> str:
    """*text* without what stands before and after the feed, and with references that a parser takes.

    References to halves of a surrogate pair become the character, or U+FFFD; those to control characters go. Names of
    HTML become their characters, and an ampersand that begins nothing becomes a reference.
    """
    start = _START.search(text)
    head = text[: start.start()] if start else ""
    text = text[len(head) :] if start else _DECLARATION.sub("", text).lstrip()
    ends = list(_END.finditer(text))
    if ends:
        text = text[: ends[-1].end()]
    text = _SURROGATES.sub(_whole_pair, text)
    if _may_hold_controls(text):
        text = _CONTROLS.sub("", text)
    text = _REFERENCE.sub(_allowed, _DECLARATION.sub("", text))
    if _AMPERSAND.search(text) or "<!ENTITY" not in text:
        pieces = _CDATA.split(text)
        pieces[::2] = [_with_references(piece) for piece in pieces[::2]]
        text = "".join(pieces)
    return text


def _may_hold_controls(text: str) -> bool:
    """A look at the bytes takes a tenth of a look at the characters."""
    try:
        written = text.encode()
    except UnicodeEncodeError:
        return True
    held = len(written) - len(written.translate(None, _CONTROL_BYTES))
    return held > 0 or "\ufffe" in text or "\uffff" in text


def _with_references(piece: str) -> str:
    return _NAMED.sub(_named, _AMPERSAND.sub("&amp;", piece)) if "&" in piece else piece


def _named(match: re.Match[str]) -> str:
    name = match[1]
    if name + ";" not in html5:
        return match[0]
    return html5[name + ";"].replace("&", "&amp;").replace("<", "&lt;")


def _whole_pair(match: re.Match[str]) -> str:
    high = int(match[1], 16) if match[1] else int(match[2])
    low = int(match[3], 16) if match[3] else int(match[4])
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return match[0]
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _allowed(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    if (
        number in (0x9, 0xA, 0xD)
        or 0x20 <= number < 0x7F
        or 0xA0 <= number < 0xD800
        or 0xE000 <= number < 0xFFFE
    ):
        return match[0]
    if 0x80 <= number < 0xA0:
        # Written by those who thought of Windows' characters; browsers take them so.
        return bytes([number]).decode("windows-1252", "ignore")
    if 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        return "\ufffd"
    return match[0] if number >= 0x10000 and number & 0xFFFE != 0xFFFE else ""
