"""Pages that are lists of headlines that lead elsewhere, such as the front of a newspaper."""

from __future__ import annotations

from newsreader.parse.web.tree import Element, lines_of, text_of, words_in
from newsreader.text.sanitise import clean_line
from newsreader.text.words import spaced

__all__ = ["headlines_of"]

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_FEWEST = 5
_FEWEST_LINKS = 8
_WORDS = 3
_LONG = 400
_LINKED = 0.6
_MOST = 100


def headlines_of(frame: Element, site: str) -> tuple[str, ...]:
    """The headlines of a page that is a list of them, in its order; empty for a page with a text of its own.

    Args:
        frame: the page, without furniture.
        site: its name, which is no headline.
    """
    if any(len(line) > _LONG for line in lines_of(frame)):
        return ()
    links = [link for link in frame.iter("a") if link.get("href") and _is_headline(link, site)]
    headings = [link for link in links if _is_heading(link)]
    if len({link.get("href") for link in headings}) >= _FEWEST and _is_list(frame, headings):
        return _texts(headings)
    is_links = words_in(frame, linked=False) < (1 - _LINKED) * words_in(frame)
    return _texts(links) if is_links and len({link.get("href") for link in links}) >= _FEWEST_LINKS else ()


def _is_headline(link: Element, site: str) -> bool:
    text = text_of(link)
    return (
        len(spaced(text).split()) >= _WORDS and text != site and not (link.get("href") or "").startswith("#")
    )


def _is_heading(link: Element) -> bool:
    if next(link.iter(*_HEADINGS), None) is not None:
        return True
    return any(each.tag in _HEADINGS for each in link.iterancestors())


def _is_list(frame: Element, headings: list[Element]) -> bool:
    """Whether there is not much more than a sentence or two to each headline."""
    return words_in(frame) < _LONG * len(headings)


def _texts(links: list[Element]) -> tuple[str, ...]:
    """The words of each link, or of the heading in it where a picture or a lead is linked too."""
    found = (text_of(next(link.iter(*_HEADINGS), link)) for link in links)
    return tuple(dict.fromkeys(clean_line(text) for text in found))[:_MOST]
