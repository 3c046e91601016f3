"""A plain-text page as entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from newsreader.model.entry import Author, Entry, ParsedFeed
from newsreader.parse.plain.blocks import Block, blocks_of
from newsreader.parse.plain.bylines import names_alone
from newsreader.parse.plain.calendar import moment
from newsreader.parse.plain.dateline import Dateline, dateline_of
from newsreader.parse.plain.kinds import Kind, Piece, pieces_of
from newsreader.parse.plain.lines import lines_of
from newsreader.parse.plain.links import without_links
from newsreader.parse.plain.markup import without_markup
from newsreader.parse.plain.paragraphs import paragraphs
from newsreader.parse.plain.sections import section_of
from newsreader.parse.plain.signoffs import without_signoff
from newsreader.parse.plain.single import entry_of_text, subject_of
from newsreader.parse.plain.starts import Start, starts_of
from newsreader.text.hashing import short_hash
from newsreader.text.words import fold

__all__ = ["parse_plain"]

_OF_TEXT = 200
_LEAST_AGENCY = 3
# Where the title of a text stands, and what says who wrote it.
_HEAD = 30
# No page of news has as many; a log or a book has, and need not be asked line by line.
_LONG = 3000


def parse_plain(text: str) -> ParsedFeed:
    """Take a plain-text page apart; a text that is no page of news is one entry, with all that it says.

    Args:
        text: decoded and clean.

    Returns:
        Kind `plain`; entries in the page's order, none for a text without a word.
    """
    bare = without_markup(text)
    if bare != text and (feed := _parsed(bare, only_news=True)).entries:
        return feed
    return _parsed(text)


def _parsed(text: str, *, only_news: bool = False) -> ParsedFeed:
    """The same, of a text as it stands; with *only_news* no entry where it is no page of news."""
    datelines = cache(dateline_of)
    blocks = blocks_of(lines_of(without_links(text)), lambda line: _weight(datelines(line)))
    if len(blocks) > _LONG and not any(_weight(datelines(block.text)) > 0 for block in blocks):
        return _of_one(None if only_news else entry_of_text(pieces_of(blocks[:_HEAD], datelines), blocks))
    pieces = pieces_of(blocks, datelines)
    starts, subject = starts_of(pieces), subject_of(pieces)
    if subject and not any(start.dateline for start in starts):
        return _of_one(None if only_news else entry_of_text(pieces, blocks))
    tops = [start.top for start in starts[1:]] + [len(pieces)]
    entries = [_entry(pieces, start, end) for start, end in zip(starts, tops, strict=True)] if starts else []
    if subject and len(entries) == 1 and (not entries[0].title or entries[0].title.endswith(subject)):
        entries = [_keyed(replace(entries[0], title=subject), _written(starts[0].dateline))]
    # A dateline that nothing follows tells no news.
    if told := [entry for entry in entries if entry.title or entry.text]:
        return ParsedFeed("plain", entries=_distinct(told))
    return _of_one(None if only_news else entry_of_text(pieces, blocks))


def _weight(dateline: Dateline | None) -> int:
    return dateline.weight if dateline else -1


def _of_one(entry: Entry | None) -> ParsedFeed:
    return ParsedFeed("plain", entries=(_keyed(entry, ""),) if entry else ())


def _entry(pieces: Sequence[Piece], start: Start, end: int) -> Entry:
    head = [pieces[at] for at in range(start.top, start.text) if at not in start.headline]
    under = pieces[start.headline[-1] + 1 : start.text] if start.headline else ()
    dateline = start.dateline
    first = _first(pieces[start.text].block, dateline)
    section = section_of(pieces[start.text + 1 : end], first.text, dateline.agency if dateline else "")
    *rest, last = first, *section.body
    body = [*rest, replace(last, text=without_signoff(last.text, dateline.agency if dateline else ""))]
    authors = _first_of(
        _bylines(head),
        () if any(piece.byline for piece in head) else _unmarked(under),
        dateline.authors if dateline else (),
        section.authors,
    )
    entry = Entry(
        key="",
        title=" ".join(_headline(pieces[at]) for at in start.headline),
        authors=tuple(Author(name) for name in dict.fromkeys(authors) if not _is_of(name, dateline)),
        published=_published(head, dateline),
        text=paragraphs(body),
        place=dateline.place if dateline else "",
        agency=dateline.agency if dateline else "",
        see_also=tuple(dict.fromkeys(section.see_also)),
    )
    return _keyed(entry, _written(dateline))


def _is_of(name: str, dateline: Dateline | None) -> bool:
    """Whether what was taken for a name is that of the agency, or has it in it."""
    agency = fold(dateline.agency) if dateline else ""
    return len(agency) >= _LEAST_AGENCY and f" {agency} " in f" {fold(name)} "


def _written(dateline: Dateline | None) -> str:
    return dateline.written if dateline else ""


def _headline(piece: Piece) -> str:
    # A dash before a headline is part of it: somebody speaks.
    return piece.text if piece.block.marker.strip() in ("-", "–", "—") else piece.block.content or piece.text


def _first(block: Block, dateline: Dateline | None) -> Block:
    return replace(block, text=dateline.body, tied=False) if dateline else block


def _first_of(*groups: Iterable[str]) -> tuple[str, ...]:
    return next((names for group in groups if (names := tuple(group))), ())


def _bylines(pieces: Iterable[Piece]) -> list[str]:
    return [name for piece in pieces if piece.byline for name in piece.byline.authors]


def _unmarked(pieces: Iterable[Piece]) -> list[str]:
    """Names on a line under the headline, after a short word that no list of prepositions has, or after none."""
    texts = [piece.text for piece in pieces if piece.kind is Kind.HEADING]
    return [name for text in texts for name in names_alone(text)]


def _published(head: Iterable[Piece], dateline: Dateline | None) -> datetime | None:
    """What a stamp above the text says, else what its dateline says; None where neither has a year."""
    dated = (Kind.STAMP, Kind.BYLINE)
    stamps = (moment(piece.day, piece.text) for piece in head if piece.kind in dated and piece.day)
    stamped = next((found for found in stamps if found), None)
    if stamped or dateline is None or dateline.day is None:
        return stamped
    return moment(dateline.day, "")


def _keyed(entry: Entry, dateline: str) -> Entry:
    """*entry* with what tells it from others for ever: headline and dateline, else headline and beginning."""
    return replace(entry, key=short_hash(entry.title, dateline or entry.text[:_OF_TEXT]))


def _distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each article once; two of one headline and dateline that say other things are told apart by their text."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.key)
        if known is None:
            found[entry.key] = entry
        elif known.text != entry.text:
            key = short_hash(entry.title, entry.text)
            found.setdefault(key, replace(entry, key=key))
    return tuple(found.values())
