"""A web page, saved or live: its text with structure kept, its title, authors, date and site."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from newsreader.errors import ParseError
from newsreader.model.entry import Author, Entry, ParsedFeed
from newsreader.parse.decode import decode_text
from newsreader.parse.discover import feed_links
from newsreader.parse.identity import with_keys
from newsreader.parse.web.declared import declared_by
from newsreader.parse.web.facts import facts_of, page_title
from newsreader.parse.web.furniture import prune
from newsreader.parse.web.gates import has_gate
from newsreader.parse.web.main_part import frame_of, main_html
from newsreader.parse.web.teasers import headlines_of
from newsreader.parse.web.tree import Element, tree_of
from newsreader.text.allowed import clean_html
from newsreader.text.blocks import plain_text
from newsreader.text.urls import clean_url

__all__ = ["parse_page"]

_BEGINNING = 1500
"""Characters. A page may count its visitors, and give all of its text until the count is full: that is longer."""
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED = re.compile(r"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def parse_page(data: bytes, *, media_type: str = "", address: str | None = None) -> ParsedFeed:
    """The page in *data* as a feed of one entry; of a page that is a list of headlines, they are its see-also.

    Raises:
        ParseError: there are no words on it.
    """
    page = decode_text(data, _charset(data, media_type))
    feeds = feed_links(page, address)
    tree = tree_of(page)
    entry, is_cut = _read(tree, address) if tree is not None else (Entry(key="", url=address), False)
    if not (entry.html or entry.see_also):
        # Deeper than the parser of trees goes, or all of it called furniture.
        html = clean_html(page, address)
        entry = replace(entry, html=html if plain_text(html) else "")
    if not (entry.html or entry.see_also or entry.title or feeds):
        raise ParseError("a web page without words; give another")
    title = (page_title(tree) if tree is not None else "") or entry.title
    return ParsedFeed(
        "page", title=title, url=entry.url, entries=with_keys([entry]), feeds=feeds, is_cut=is_cut
    )


def _read(tree: Element, address: str | None) -> tuple[Entry, bool]:
    """The entry, and whether its text is only the beginning."""
    declared, base = declared_by(tree), _base(tree, address)
    facts = facts_of(tree, declared, address)
    is_behind = has_gate(tree, declared)
    prune(tree)
    frame = frame_of(tree)
    headlines = headlines_of(frame, facts.site)
    html = "" if headlines else clean_html(main_html(frame, facts.title), base)
    text = plain_text(html)
    if not headlines and not declared.is_locked and len(text) < len(declared.body) / 2:
        # The page shows its text by a script, which nobody runs here.
        html, text = _as_html(declared.body, base), declared.body
    entry = Entry(
        key="",
        title=page_title(tree) if headlines else facts.title,
        url=address or _canonical(tree),
        authors=tuple(Author(name) for name in facts.authors),
        published=facts.published,
        updated=facts.updated,
        html=html if text else "",
        summary=declared.summary if headlines else "",
        language=declared.language,
        site=facts.site,
        see_also=headlines,
        image=clean_url(declared.image, base),
    )
    return entry, is_behind and not headlines and len(text) < _BEGINNING


def _as_html(body: str, base: str | None) -> str:
    """A text that was given for machines, in HTML or with its paragraphs in lines."""
    lines = (line for line in body.split("\n") if line.strip())
    paragraphs = body if "</p>" in body else "".join(f"<p>{escape(line)}</p>" for line in lines)
    return clean_html(paragraphs, base)


def _base(tree: Element, address: str | None) -> str | None:
    """What links are resolved against: as the page says, else where it came from, else where it says that it stands."""
    base = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    return clean_url(base, address) or address or _canonical(tree)


def _canonical(tree: Element) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (url := clean_url(link.get("href"))):
            return url
    said = (each.get("content") for each in tree.iter("meta") if each.get("property") == "og:url")
    return next((url for content in said if (url := clean_url(content))), None)


def _charset(data: bytes, media_type: str) -> str:
    if match := _DECLARED.search(media_type):
        return match[1]
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""
