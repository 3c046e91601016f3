"""What stands on a page and is no part of its text: menus, buttons to share, boxes to sign up, comments."""

from __future__ import annotations

from newsreader.parse.web.tree import Element, drop, names_of, text_of, words_in

__all__ = ["NOTES", "prune"]

_TAGS = frozenset(
    "nav footer form button dialog iframe object embed select input textarea svg"
    " canvas audio video label menu".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar".split()
)
_NAMES = frozenset(
    "ad ads adsense advert advertisement advertising banner breadcrumb breadcrumbs button buttons colophon comment"
    " commentarea commentlist comments consent cookie cookies disqus editsection footer headerlink login masthead menu"
    " mostread nav navbar navbox navi navigation newsletter newsletters noprint outbrain pager pagination paywall"
    " permalink popular popup print promo promotion promotions recirc recirculation recommendation recommendations"
    " recommended regwall related respond rss share sharebar sharedaddy sharing shoutbox sidebar signup skip"
    " skiplink social sponsor sponsored sponsors subscribe subscriber subscription subscriptions taboola tags"
    " teaserlist toolbar topbar trending tweet utility widget widgets wpcnt".split()
)
_PAIRS = frozenset(
    (
        "most read",
        "see also",
        "read more",
        "read next",
        "site header",
        "site footer",
        "up next",
        "sr only",
        "visually hidden",
    )
)
_ABOUT = frozenset(
    "author authors autor byline date dateline meta postmeta posted published timestamp".split()
)
NOTES = frozenset(
    "admonition callout caution factbox footnote footnotes hint important infobox note notes pullquote quote tip"
    " warning".split()
)
"""What boxes are called that stand beside a text and are of it."""

_SILENT = ("script", "style", "noscript", "template")
_SURE = frozenset("nav footer header aside button".split())
_SHORT = 200
_HALF = 0.5
_PERMALINKS = frozenset("¶#§🔗")
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src")


def prune(tree: Element) -> None:
    """Take all that is furniture out of *tree*, by tag, role, class and id.

    What holds half of the words of the page is none, whatever its class: one at the top says what else the page has.
    """
    for element in list(tree.iter(*_SILENT)):
        drop(element)
    whole = words_in(tree)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "head", "body"):
            continue
        if element.tag in ("img", "amp-img"):
            _unlazy(element)
        elif element.tag == "blockquote":
            element.attrib.pop("class", None)  # readability would take a tweet for furniture
        elif _is_furniture(element) and (element.tag in _SURE or words_in(element) <= _HALF * whole):
            drop(element)
        elif element.tag == "aside":
            element.tag = (
                "div"  # a note within the text, which readability would take for what stands beside it
            )


def _is_furniture(element: Element) -> bool:
    if element.tag in _TAGS or element.get("role") in _ROLES or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" and element.tag != "figure":
        return True
    if element.tag == "a" and (text_of(element) in _PERMALINKS or _is_button(element)):
        return True
    names = names_of(element)
    if element.tag == "aside":
        return not names & NOTES
    if element.tag == "blockquote":
        return False  # what others said of it elsewhere is quoted by their names
    if element.tag == "header":
        return not _heads_text(element)
    if names & _NAMES or any(set(pair.split()) <= names for pair in _PAIRS):
        return element.tag not in ("article", "main")
    return bool(names & _ABOUT) and _is_small(element)


def _heads_text(header: Element) -> bool:
    """Whether it holds a lead or a picture, or the heading of a part of the text."""
    if any(len(text_of(each)) > _SHORT / 2 for each in header.iter("p", "figure", "img")):
        return True
    is_within = any(each.tag in ("article", "main", "section") for each in header.iterancestors())
    return is_within and next(header.iter("h2", "h3", "h4"), None) is not None


def _is_small(element: Element) -> bool:
    """Whether it is a line about the text, such as who wrote it and when."""
    has_more = next(element.iter("figure", "img", "h1", "h2", "h3", "table", "pre", "li"), None) is not None
    return not has_more and len(text_of(element)) < _SHORT


def _is_button(link: Element) -> bool:
    """Whether a link leads nowhere and has nothing beside it."""
    leads_nowhere = (link.get("href") or "").lower().startswith("javascript:")
    return leads_nowhere and words_in(link.getparent()) == words_in(link)


def _unlazy(image: Element) -> None:
    """Give a picture that is fetched late its address."""
    image.tag = "img"
    late = next((image.get(name) for name in _LAZY if image.get(name)), None)
    if late and not (image.get("src") or "").startswith("http"):
        image.set("src", late)
