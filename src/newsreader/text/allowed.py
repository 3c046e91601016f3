"""The one allow-list that HTML from anywhere goes through."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3

from newsreader.text.sanitise import clean_text
from newsreader.text.urls import clean_url

__all__ = ["clean_html"]

_TAGS = set(
    "a abbr article aside b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3"
    " h4 h5 h6 hr i img ins kbd li main mark ol p pre q s samp section small span strong sub summary sup table tbody"
    " td tfoot th thead time tr u ul var wbr".split()
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "abbr": {"title"},
    "time": {"datetime"},
}
_WITH_CONTENT = set(
    "script style noscript template textarea title iframe svg annotation annotation-xml".split()
)
# What a browser reads to its end tag, wherever that is, though the author closed it in XML's way.
_CLOSED_AT_ONCE = re.compile(
    r"<(noscript|script|style|svg|template|textarea|title)\b([^<>]*)/>", re.IGNORECASE
)
# What it keeps for browsers that know no frames is for us.
_FRAME = re.compile(r"</?iframe\b[^<>]*>", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\](?:>|&gt;)")
_HTML = frozenset(
    "a abbr acronym address annotation annotation-xml applet area article aside audio b base basefont bdi bdo bgsound"
    " big blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn"
    " dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head"
    " header hgroup hr html i iframe image img input ins kbd label legend li link listing main map mark marquee menu"
    " meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre"
    " progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub"
    " summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
    " xmp".split()
)
_NAME = re.compile(r"</?([a-zA-Z][^\s<>/]*+)[^<>]*+>")
_ELEMENT = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*+)([^<>]*+)>")
_END = re.compile(r"</([a-zA-Z][^\s<>/]*+)")
# What stands in no name of an element, but in addresses, formulas and code.
_IN_NO_NAME = re.compile(r"[\w.+-]*[@$,;()\[\]{}*^|~!?%&]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_DEEP = 300
"""More open tags than this are a mistake or an attack; the parser would recurse into them."""
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "col", "embed", "source", "track"}


def clean_html(html: str, base: str | None = None) -> str:
    """*html* through the list, in one line of tags and text but inside `pre`.

    Links and images stay only at http and https addresses, resolved against *base*.
    """
    return clean_text(_cleaner(base).clean(_flattened(_unwrapped(html))))


@lru_cache(maxsize=16)
def _cleaner(base: str | None) -> nh3.Cleaner:
    """Made once for the texts of a feed: to make it takes twice as long as to clean an article."""
    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=lambda _tag, name, value: _attribute(name, value, base),
        url_schemes={"http", "https"},
        link_rel=None,
        strip_comments=True,
    )


def _unwrapped(html: str) -> str:
    """*html* without the marks that would take with them what they stand around."""
    if "<![CDATA[" in html:
        html = _CDATA.sub("", html)
    html = _without_open_end(_without_foreign(_FRAME.sub("", html)))
    return _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", html)


def _without_foreign(html: str) -> str:
    """*html* without the tags of what is none of it, words in angle brackets as words.

    The parser drops elements of formulas and drawings with all that they hold, which is the rest of the paragraph after
    `vector<int>` or `a <path>`; and of a formula the letters are to be seen.
    """
    if _HTML.issuperset(map(str.lower, _NAME.findall(html))):
        return html
    ended = set(map(str.lower, _END.findall(html)))

    def shown(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if name in _HTML:
            return tag[0]
        is_word = name.isalnum() and not tag[1] and not tag[3].strip() and name not in ended
        return f"&lt;{tag[0][1:-1]}&gt;" if is_word or _IN_NO_NAME.match(name) else ""

    return _ELEMENT.sub(shown, html)


def _without_open_end(html: str) -> str:
    """*html* without a tag that never ends, unless it was cut off: of `x <y and z` the parser would show the x."""
    start = html.find("<", html.rfind(">") + 1)
    rest = html[start:] if start >= 0 else ""
    if not rest[1:2].isalpha() or "=" in rest or len(rest.split(maxsplit=1)) < 2:
        return html
    return html[:start] + rest.replace("<", "&lt;")


def _attribute(name: str, value: str, base: str | None) -> str | None:
    if name in ("href", "src"):
        return clean_url(value, base)
    return " ".join(value.split())


def _flattened(html: str) -> str:
    """*html* without tags where more than `_DEEP` are open; what they hold stays."""
    if html.count("<") <= _DEEP:
        return html
    depth = 0
    pieces: list[str] = []
    start = 0
    for match in _TAG.finditer(html):
        if match.start() < start or match[2].lower() in _VOID:
            continue  # what stands within a tag that was taken out, or never closes
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _DEEP:
            end = html.find(">", match.end())
            pieces.append(html[start : match.start()])
            start = end + 1 if end >= 0 else len(html)
    pieces.append(html[start:])
    return "".join(pieces)
