"""Articles as Markdown (CommonMark, with tables), for files and other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from newsreader.model.article import Article
from newsreader.model.bookmark import Bookmark
from newsreader.text.around import after_text, before_text
from newsreader.text.blocks import Block, Span, blocks_of_html, blocks_of_text
from newsreader.text.media import media_facts
from newsreader.text.urls import without_tracking

__all__ = ["article_markdown", "escaped", "file_name", "markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")
_UNFIT = re.compile(r"[^\w\s-]+")
_TICKS = re.compile(r"`+")
_LONGEST_NAME = 60
_WRAPS = (("strong", "**"), ("emphasis", "*"))


def article_markdown(article: Article, source_title: str, bookmark: Bookmark | None = None) -> str:
    """A whole article: headline, where it is from, its text, what belongs to it, and a bookmark's note and tags."""
    entry = article.entry
    parts = [f"# {escaped(entry.title or 'Without a headline')}", _facts(article, source_title)]
    if entry.url:
        parts.append(f"<{_address(entry.url)}>")
    if bookmark is not None:
        parts += _notes(bookmark)
    blocks = blocks_of_html(entry.html) if entry.html else blocks_of_text(entry.text or entry.summary)
    parts.append(markdown((*before_text(entry), *blocks, *after_text(entry))))
    if entry.see_also:
        parts += ["## See also", "\n".join(f"- {escaped(headline)}" for headline in entry.see_also)]
    if entry.enclosures:
        lines = (f"- <{_address(media.href)}> ({escaped(media_facts(media))})" for media in entry.enclosures)
        parts.append("\n".join(lines))
    return "\n\n".join(part for part in parts if part) + "\n"


def file_name(title: str) -> str:
    """A name for a file of the article with that headline, without an ending; safe on every system."""
    words = "-".join(_UNFIT.sub(" ", title).split())
    return words[:_LONGEST_NAME].strip("-") or "article"


def markdown(blocks: Iterable[Block]) -> str:
    """*blocks* as Markdown, without a line break at the end."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (block.kind == before.kind == "item"):
            lines.append("")
        lines.extend(_lines(block))
        before = block
    return "\n".join(lines)


def escaped(text: str) -> str:
    """*text* as words, whatever signs are in it."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _facts(article: Article, source_title: str) -> str:
    entry = article.entry
    at = entry.published or entry.updated
    facts = [source_title, ", ".join(author.name for author in entry.authors), entry.place, entry.agency]
    facts.append(f"{at.astimezone():%Y-%m-%d %H:%M}" if at else "")
    return " · ".join(escaped(fact) for fact in facts if fact)


def _notes(bookmark: Bookmark) -> list[str]:
    tags = " ".join(f"\\#{escaped(tag.replace(' ', '-'))}" for tag in bookmark.tags)
    return [tags, "\n".join(f"> {escaped(line)}" for line in bookmark.note.splitlines())]


def _lines(block: Block) -> Iterator[str]:
    if block.kind == "code":
        fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(block.text)), default=0))
        yield from (fence, *block.text.split("\n"), fence)
    elif block.kind == "rule":
        yield "---"
    elif block.kind == "table":
        yield from _table(block.rows, head=block.head)
    elif block.kind == "item":
        marker = {"": "  "}.get(block.marker) or (block.marker if block.marker[:1].isdigit() else "-")
        yield "  " * (block.level - 1) + f"{marker} {_spans(block.spans)}"
    else:
        lead = {"heading": "#" * (block.level or 2) + " ", "quote": "> " * block.level}.get(block.kind, "")
        yield lead + _spans(block.spans)


def _table(rows: Sequence[Sequence[str]], *, head: bool) -> Iterator[str]:
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    if not head:
        filled.insert(0, [""] * width)
    for number, row in enumerate(filled):
        yield "| " + " | ".join(map(escaped, row)) + " |"
        if number == 0:
            yield "|" + " --- |" * width


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans)).strip()


def _span(span: Span) -> str:
    core = span.text.strip()
    if not core:
        return span.text
    text = _code(core) if "code" in span.style else _SPECIAL.sub(r"\\\1", core)
    for name, sign in _WRAPS:
        if name in span.style:
            text = f"{sign}{text}{sign}"
    if span.href:
        text = f"[{text}](<{_address(span.href)}>)"
    # Signs beside a blank are no signs.
    start = span.text[: len(span.text) - len(span.text.lstrip())]
    return f"{start}{text}{span.text[len(start) + len(core) :]}"


def _code(text: str) -> str:
    ticks = "`" * (1 + max(map(len, _TICKS.findall(text)), default=0))
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{blank}{text}{blank}{ticks}"


def _address(address: str) -> str:
    """An address between `<` and `>`, without what only tells who followed it from where."""
    return quote(without_tracking(address), safe="!#$%&'()*+,/:;=?@[]~-._")
