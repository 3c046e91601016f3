"""Text as it is read: paragraphs, headings, lists, quotes, code and tables.

HTML must come from `text.sanitise.clean_html`, which writes it regularly: tags are balanced and attributes quoted, so
that one regular expression takes it apart, some ten times faster than a parser of HTML from anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

__all__ = ["Block", "Span", "blocks_of_html", "blocks_of_text", "plain_text"]

_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>|<!--.*?-->|([^<]+|<)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)=\"([^\"]*)\"")
_BLOCK_TAGS = frozenset(
    "address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li"
    " main ol p pre section summary table tbody td tfoot th thead tr ul caption br".split()
)
_STYLES = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "var": "emphasis", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "a": "link",
}  # fmt: skip
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_BULLETS = "•◦▪"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style.

    Attributes:
        text: no line breaks but in code.
        style: any of `strong`, `emphasis`, `code`, `link`.
        href: where a link leads, or None.
    """

    text: str
    style: frozenset[str] = frozenset()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a text.

    Attributes:
        kind: `paragraph`, `heading`, `item`, `quote`, `code`, `table`, `rule`, `image` or `see_also`.
        spans: its text.
        level: of a heading 1 to 6; of an item or quote how deep it lies, from 1.
        marker: what stands before an item, such as `•` or `3.`; "" for a further paragraph of it.
        rows: of a table, its cells' text, row by row.
        head: whether the first of `rows` names the columns.
    """

    kind: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    head: bool = False

    @property
    def text(self) -> str:
        """The text of all spans."""
        return "".join(span.text for span in self.spans)


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Plain text, its paragraphs parted by empty lines."""
    parts = (" ".join(part.split()) for part in _PARAGRAPH_BREAK.split(text))
    return tuple(Block("paragraph", (Span(part),)) for part in parts if part)


def plain_text(html: str) -> str:
    """The words of sanitised *html*, its paragraphs parted by one empty line. Some 20 µs for 3 KB."""
    pieces: list[str] = []
    for match in _TOKEN.finditer(html):
        text = match[4]
        if text is not None:
            pieces.append(text)
        elif match[2] is not None and match[2] in _BLOCK_TAGS:
            pieces.append(" " if match[2] in ("td", "th") else "\x00")
    joined = unescape("".join(pieces))
    # The only blank that is printable is that between words: most texts are as they should be.
    is_even = "  " not in joined and joined.replace("\x00", "").isprintable()
    parts = joined.split("\x00")
    lines = map(str.strip, parts) if is_even else (" ".join(part.split()) for part in parts)
    return "\n\n".join(filter(None, lines))


def blocks_of_html(html: str) -> tuple[Block, ...]:
    """Sanitised *html*, piece by piece."""
    reading = _Reading()
    for match in _TOKEN.finditer(html):
        if match[4] is not None:
            reading.text(unescape(match[4]))
        elif match[2] is not None and match[1]:
            reading.close(match[2].lower())
        elif match[2] is not None:
            reading.open(match[2].lower(), match[3])
    reading.flush()
    return tuple(reading.blocks)


@dataclass(slots=True)
class _List:
    """One list that is open: the number of its next item, None for bullets."""

    number: int | None


@dataclass(slots=True)
class _Reading:
    """What is open while tags go by."""

    blocks: list[Block] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    styles: list[tuple[str, str | None]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    quotes: int = 0
    heading: int = 0
    marker: str = ""
    code: bool = False
    rows: list[list[str]] | None = None
    head: bool = False

    def text(self, text: str) -> None:
        """Add words where we are."""
        if not self.code:
            text = re.sub(r"\s+", " ", text)
        if self.rows is not None:
            if self.rows and self.rows[-1]:
                self.rows[-1][-1] += text
            return
        if text:
            links = [href for style, href in self.styles if style == "link"]
            self.spans.append(
                Span(text, frozenset(style for style, _ in self.styles), links[-1] if links else None)
            )

    def open(self, tag: str, attributes: str) -> None:
        """A tag begins."""
        if tag in _STYLES:
            href = dict(_ATTRIBUTE.findall(attributes)).get("href")
            self.styles.append((_STYLES[tag], unescape(href) if href else None))
        elif tag == "img":
            self._image(attributes)
        elif tag == "br":
            self._break()
        elif self.rows is not None:
            self._open_in_table(tag)
        elif tag in _BLOCK_TAGS:
            self.flush()
            self._open_block(tag, attributes)

    def close(self, tag: str) -> None:
        """A tag ends."""
        if tag in _STYLES:
            for place in range(len(self.styles) - 1, -1, -1):
                if self.styles[place][0] == _STYLES[tag]:
                    del self.styles[place]
                    break
        elif tag == "table":
            self._close_table()
        elif self.rows is None and tag in _BLOCK_TAGS:
            self.flush()
            self._close_block(tag)

    def flush(self) -> None:
        """End the block that is being read."""
        spans = _trimmed(self.spans, keep_lines=self.code)
        self.spans = []
        if not spans:
            return
        if self.code:
            self.blocks.append(Block("code", spans))
        elif self.heading:
            self.blocks.append(Block("heading", spans, level=self.heading))
        elif self.lists:
            self.blocks.append(Block("item", spans, level=len(self.lists), marker=self.marker))
            self.marker = ""
        elif self.quotes:
            self.blocks.append(Block("quote", spans, level=self.quotes))
        else:
            self.blocks.append(Block("paragraph", spans))

    def _open_block(self, tag: str, attributes: str) -> None:
        if tag in ("ul", "ol"):
            start = dict(_ATTRIBUTE.findall(attributes)).get("start", "1")
            self.lists.append(_List((int(start) if start.isdecimal() else 1) if tag == "ol" else None))
        elif tag == "li":
            self._open_item()
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "pre":
            self.code = True
        elif tag == "hr":
            self.blocks.append(Block("rule"))
        elif tag == "table":
            self.rows = []
            self.head = False
        elif len(tag) == 2 and tag[0] == "h":
            self.heading = int(tag[1])

    def _open_item(self) -> None:
        if not self.lists:
            self.lists.append(_List(None))
        now = self.lists[-1]
        if now.number is None:
            self.marker = _BULLETS[min(len(self.lists), len(_BULLETS)) - 1]
        else:
            self.marker = f"{now.number}."
            now.number += 1

    def _close_block(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "blockquote" and self.quotes:
            self.quotes -= 1
        elif tag == "pre":
            self.code = False
        elif tag[0] == "h" and len(tag) == 2:
            self.heading = 0

    def _break(self) -> None:
        if self.code:
            self.text("\n")
        elif self.rows is not None:
            self.text(" ")
        else:
            self.flush()

    def _image(self, attributes: str) -> None:
        found = dict(_ATTRIBUTE.findall(attributes))
        alt = " ".join(unescape(found.get("alt", "")).split())
        if not alt:
            return  # mostly decoration, or what counts readers
        if self.spans or self.rows is not None or self.lists:
            self.text(f"[{alt}]")
        else:
            link = frozenset({"link"} if found.get("src") else ())
            self.blocks.append(Block("image", (Span(alt, link, unescape(found.get("src", "")) or None),)))

    def _open_in_table(self, tag: str) -> None:
        assert self.rows is not None
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            self.head = self.head or (tag == "th" and len(self.rows) == 1)
            self.rows[-1].append("")

    def _close_table(self) -> None:
        rows = tuple(
            tuple(" ".join(cell.split()) for cell in row)
            for row in self.rows or ()
            if any(map(str.strip, row))
        )
        self.rows = None
        if rows:
            self.blocks.append(Block("table", rows=rows, head=self.head))


def _trimmed(spans: list[Span], *, keep_lines: bool) -> tuple[Span, ...]:
    """*spans* without blanks at the ends and without two blanks in a row."""
    if keep_lines:
        text = "".join(span.text for span in spans).strip("\n")
        return (Span(text, frozenset({"code"})),) if text.strip() else ()
    return tuple(_joined(spans))


def _joined(spans: list[Span]) -> Iterator[Span]:
    kept: list[Span] = []
    for span in spans:
        text = span.text
        if (not kept or kept[-1].text.endswith(" ")) and text.startswith(" "):
            text = text[1:]
        if text:
            kept.append(Span(text, span.style, span.href))
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        last = kept.pop()
        yield from kept
        yield Span(last.text.rstrip(), last.style, last.href)
