"""The part of a page that is its text."""

from __future__ import annotations

import logging
from copy import deepcopy
from html import escape

import lxml.etree
import lxml.html
from readability import Document
from readability.readability import Unparseable

from newsreader.parse.web.edges import clear_edges
from newsreader.parse.web.tree import Element, text_of, words_in

__all__ = ["frame_of", "main_html"]

_FRAMES = (
    "//article | //main | //*[@role='main'] | //*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]"
)
_ENOUGH = 0.5
_LITTLE = 200
_BOXES = ("div", "section", "article", "main", "body", "span")
_TITLED = 0.6
_TITLES = ("h1", "h2", "p", "div", "b", "font", "strong", "span", "td")

# It tells on standard error what it does.
logging.getLogger("readability").setLevel(logging.CRITICAL + 1)


def frame_of(tree: Element) -> Element:
    """The element that its author says the text is in, the cell of a table that holds it, or the whole body."""
    body = tree.find(".//body")
    whole = body if body is not None else tree
    framed = max(tree.xpath(_FRAMES), key=_weight, default=None)
    if framed is not None and _weight(framed) > 0:
        return framed
    return _cell(whole)


def main_html(frame: Element, title: str) -> str:
    """HTML of the text in *frame*, which has no furniture any more; not sanitised.

    readability weighs paragraphs, commas and links against one another. It was made for pages with much text: where it
    keeps less than half of the words, all are kept.
    """
    whole = _without_title(frame, title)
    clear_edges(whole, title)
    weighed = _weighed(str(lxml.html.tostring(whole, encoding="unicode")))
    if weighed is None or _weight(weighed) < _ENOUGH * _weight(whole):
        return _inside(whole)
    return _inside(weighed)


def _inside(element: Element) -> str:
    """HTML of what *element* holds, without boxes that hold nothing but another."""
    while len(element) == 1 and element[0].tag in _BOXES and not _has_own_text(element):
        element = element[0]
    children = (str(lxml.html.tostring(child, encoding="unicode")) for child in element)
    return escape(element.text or "") + "".join(children)


def _has_own_text(element: Element) -> bool:
    return bool((element.text or "").strip() or (element[0].tail or "").strip())


def _weighed(html: str) -> Element | None:
    try:
        found = Document(f"<html><body>{html}</body></html>").summary(html_partial=True)
        return lxml.html.fragment_fromstring(found, create_parent="div")
    except (Unparseable, lxml.etree.LxmlError, ValueError):
        return None


def _weight(element: Element) -> int:
    return words_in(element, linked=False)


def _cell(whole: Element) -> Element:
    """Where tables are the layout, one cell holds most of what is no link."""
    weight = _weight(whole)
    found = whole
    for cell in whole.iter("td"):
        if len(text_of(cell)) > _LITTLE and _weight(cell) > _ENOUGH * weight:
            found = cell  # the innermost comes last
    return found


def _without_title(frame: Element, title: str) -> Element:
    """A copy in which the headline does not stand a second time, and that is no article: it is looked through."""
    copy = deepcopy(frame)
    copy.tail = None
    if copy.tag in ("td", "article", "main"):
        copy.tag = "div"
    short = (each for each in copy.iter(*_TITLES) if each is not copy and words_in(each) < 2 * len(title))
    headlines = (each for each in short if _is_same(text_of(each), title))
    if (headline := next(headlines, None)) is not None:
        headline.drop_tree()
    return copy


def _is_same(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return bool(words) and len(words & others) >= _TITLED * len(words | others)
