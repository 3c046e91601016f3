"""The one allow-list that HTML from anywhere goes through."""

from __future__ import annotations

import re

import nh3

from newsreader.text.sanitise import clean_text
from newsreader.text.urls import clean_url

__all__ = ["sanitised"]

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
_WITH_CONTENT = {
    "script",
    "style",
    "noscript",
    "template",
    "textarea",
    "title",
    "iframe",
    "object",
    "svg",
    "math",
}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_DEEP = 300
"""More open tags than this are a mistake or an attack; the parser would recurse into them."""
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "col", "embed", "source", "track"}


def sanitised(html: str, base: str | None) -> str:
    """*html* as `text.sanitise.clean_html` gives it; all in one line of tags and text but inside `pre`."""
    flat = _flattened(html)
    found = nh3.clean(
        flat,
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=lambda _tag, name, value: _attribute(name, value, base),
        url_schemes={"http", "https"},
        link_rel=None,
        strip_comments=True,
    )
    return clean_text(found)


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
        if match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _DEEP:
            end = html.find(">", match.end())
            pieces.append(html[start : match.start()])
            start = end + 1 if end >= 0 else len(html)
    pieces.append(html[start:])
    return "".join(pieces)
