"""The part of a page that is its text."""

from __future__ import annotations

import logging
from copy import deepcopy
from html import escape
from itertools import islice, takewhile

import lxml.etree
import lxml.html
from readability import Document
from readability.readability import Unparseable

from newsreader.parse.web.edges import clear_counters, clear_edges, clear_links
from newsreader.parse.web.furniture import NOTES
from newsreader.parse.web.tree import Element, drop, lines_of, names_of, text_of, words_in

__all__ = ["frame_of", "main_html"]

_FRAMES = (
    "//article | //main | //*[@role='main'] | //*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]"
)
_LEADS = frozenset(
    "abstract chapo deck dek entradilla ingress intro introduction lead lede preamble sapo sommario spot standfirst"
    " subhead subheadline subtitle summary sumario vorspann".split()
)
_PLACE = "kept-table-"
_ENOUGH = 0.5
_ALL = 0.8
_MARGINS = 3
_LITTLE = 200
# Of the words of a table; the rest may be names that lead somewhere.
_LINKED = 0.25
_BOXES = ("div", "section", "article", "main", "body", "span", "blockquote", "center", "font")
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
    before = frame.itersiblings(preceding=True) if frame.tag != "body" else ()
    lead = next((each for each in before if names_of(each) & _LEADS), None)
    if lead is not None:
        whole.insert(0, deepcopy(lead))
    clear_links(whole)
    clear_counters(whole)
    clear_edges(whole, title)
    weighed = _weighed(whole)
    if weighed is None or _weight(weighed) < _ENOUGH * _weight(whole):
        return _inside(whole)
    return _lead(whole, text_of(weighed)) + _inside(weighed)


def _lead(whole: Element, kept: str) -> str:
    """The lead, where it is lost since it stands in a box of its own, between headline and text."""
    for each in whole.iter("p", "div", "section", "ul", "h2"):
        lines = list(lines_of(each))
        if any(len(line) > _LITTLE / 2 and line in kept for line in lines):
            if each.tag == "p":
                return ""  # here the text begins
            continue
        is_lead = names_of(each) & _LEADS and _weight(each) > _ENOUGH * words_in(each)
        if is_lead and not any(line in kept for line in lines):
            return f"<div>{_inside(each)}</div>" if len(each) else f"<p>{escape(text_of(each))}</p>"
    return ""


def _inside(element: Element) -> str:
    """HTML of what *element* holds, without boxes that hold nothing but another."""
    while len(element) == 1 and element[0].tag in _BOXES and not _has_own_text(element):
        element = element[0]
    children = (str(lxml.html.tostring(child, encoding="unicode")) for child in element)
    return escape(element.text or "") + "".join(children)


def _has_own_text(element: Element) -> bool:
    return bool((element.text or "").strip() or (element[0].tail or "").strip())


def _weighed(whole: Element) -> Element | None:
    kept = {f"{_PLACE}{number}": box for number, box in enumerate(_structures(whole))}
    for name, each in kept.items():
        place = lxml.html.Element("p", id=name)
        place.text = text_of(each)
        _put(each, place)
    html = lxml.html.tostring(whole, encoding="unicode")
    for place in [each for each in whole.iter("p") if each.get("id") in kept]:
        _put(place, kept[place.get("id")])
    try:
        found = Document(f"<html><body>{html}</body></html>").summary(html_partial=True)
        weighed = lxml.html.fragment_fromstring(found, create_parent="div")
    except (Unparseable, lxml.etree.LxmlError, ValueError):
        return None
    for place in [each for each in weighed.iter("p") if each.get("id") in kept]:
        _put(place, deepcopy(kept[place.get("id")]))
    return weighed


def _structures(whole: Element) -> list[Element]:
    """Code, tables that hold facts in rows, lists, notes: readability takes them for what stands beside a text.

    With what was put around nothing else, such as a box that scrolls; none is within another.
    """
    found: list[Element] = []
    within: set[Element] = set()
    for each in whole.iterdescendants():
        if each.getparent() in within:
            within.add(each)
        elif _is_structure(each) and words_in(each):
            found.append(_box_of(each, whole))
            within.add(each)
    return found


def _is_structure(element: Element) -> bool:
    if element.tag == "table":
        return _is_data(element)
    if element.tag in ("ul", "ol"):
        is_inner = next(element.iterancestors("ul", "ol"), None) is not None
        return len(element) > 1 and not is_inner and _weight(element) > (1 - _LINKED) * words_in(element)
    return element.tag == "pre" or bool(element.tag == "div" and names_of(element) & NOTES)


def _is_data(table: Element) -> bool:
    if next(table.iterdescendants("table", "pre"), None) is not None:
        return False  # layout, and the tables in it are looked at by themselves
    rows = [[text_of(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    is_even = len(rows) > 1 and sum(len(row) > 1 for row in rows) > _ENOUGH * len(rows)
    is_short = all(len(cell) < _LITTLE for row in rows for cell in row)
    return is_even and is_short and _weight(table) > _LINKED * words_in(table)


def _box_of(element: Element, whole: Element) -> Element:
    """The element with what was put around nothing else, such as a box that scrolls."""
    while (parent := element.getparent()) is not whole and words_in(parent) == words_in(element):
        element = parent
    return element


def _put(old: Element, new: Element) -> None:
    """Put *new* in the place of *old*."""
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)


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
        _clear_above(headline, copy)
        headline.drop_tree()
    _clear_under(copy)
    whole = words_in(copy)
    for quote in islice(copy.iter("blockquote"), _MARGINS):
        if words_in(quote) > _ALL * whole:
            quote.tag = "div"  # old pages have their margins from it
    return copy


def _clear_under(whole: Element) -> None:
    """Take out the links that stand alone under the last line of an old page."""
    line = next(iter(whole.xpath("(.//hr)[last()]")), None)
    if line is None:
        return
    links = line.xpath("following::a")
    words = (text for text in line.xpath("following::text()") if text.strip())
    if all(text.getparent() in links and not text.is_tail for text in words):
        for link in links:
            link.drop_tree()


def _clear_above(headline: Element, whole: Element) -> None:
    """Take out what stands over the headline: ways into the site, and where in it we are. A picture may stand there."""
    around = (headline, *takewhile(lambda each: each is not whole, headline.iterancestors()))
    above = [other for each in around for other in each.itersiblings(preceding=True)]
    others = [each for each in above if next(each.iter("img", "figure"), None) is None]
    # As much as a paragraph is of the text, which has its headline a second time further down.
    if sum(map(_weight, others)) < _LITTLE / 2:
        for other in others:
            drop(other)


def _is_same(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return bool(words) and len(words & others) >= _TITLED * len(words | others)
