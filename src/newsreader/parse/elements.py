"""The elements that regular feeds are made of, and what each of them says; see `parse/regular.py`.

Names are in small letters, of modules with the prefix that feedparser has for them. Where an element is left out that
is in use, feedparser does something with it that is not worth telling again here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from newsreader.parse.saying import Attributes, Saying, no_attributes

__all__ = ["ROOTS", "TEXTS", "Element"]


@dataclass(frozen=True, slots=True)
class Element:
    """What is done when an element begins, when it ends with its text, and with those inside it, by name."""

    begin: Callable[[Saying, Attributes], None]
    end: Callable[[Saying, str], None] | None = None
    inside: Mapping[str, Element] = field(default_factory=dict)


Elements = dict[str, Element]


def _nothing(_: Saying, __: Attributes) -> None:
    pass


def _bare(_: Saying, attributes: Attributes) -> None:
    no_attributes(attributes)


def _ending(end: Callable[[Saying, str, str], None], name: str) -> Element:
    return Element(_bare, lambda saying, text: end(saying, name, text))


def _text(
    begin: Callable[[Saying, Attributes, str], None], end: Callable[[Saying, str], None], kind: str
) -> Element:
    return Element(lambda saying, attributes: begin(saying, attributes, kind), end)


def _media(name: str, end: Callable[[Saying, str], None] | None, inside: Elements) -> Element:
    return Element(lambda saying, attributes: saying.begin_media(name, attributes), end, inside)


def _all(names: str, element: Element) -> Elements:
    return dict.fromkeys(names.split(), element)


def _document(version: str, inside: Elements) -> Element:
    return Element(lambda saying, attributes: saying.begin(attributes, version), None, inside)


# What says nothing of what is wanted. "*" is every element of a module that nobody knows.
_SKIPPED = Element(_nothing)
_OTHERS: Elements = {}
_OTHERS["*"] = Element(_nothing, None, _OTHERS)
_CATEGORIES: Elements = {}
_CATEGORIES["itunes:category"] = Element(_nothing, None, _CATEGORIES)

_TITLE = _text(Saying.begin_text, Saying.end_title, "text/plain")
_SUMMARY = _text(Saying.begin_summary, Saying.end_summary, "text/plain")
_AUTHOR = Element(Saying.begin_author, Saying.end_author)
_LANGUAGE_OF = _ending(Saying.end_line, "language")
_PARTED_AUTHOR = Element(
    Saying.begin_author,
    Saying.end_parted_author,
    {
        **{name: _ending(Saying.end_part_of_author, name) for name in ("name", "email")},
        "uri": _ending(Saying.end_part_of_author, "href"),
        **_OTHERS,
    },
)
_THUMBNAIL = {"media:thumbnail": _media("media_thumbnail", Saying.end_thumbnail, {})}
_SPOKEN_OF = _all("media:credit media:rating media:copyright media:hash media:player", _SKIPPED)
_FILM = {"media:content": _media("media_content", None, _THUMBNAIL | _SPOKEN_OF)}

TEXTS = frozenset("title summary content description content:encoded".split())
"""Elements that may name a language and a base of their own."""

_BOTH: Elements = {
    "title": _TITLE,
    "link": Element(Saying.begin_link, Saying.end_link),
    "category": Element(Saying.begin_tag, Saying.end_tag),
    **_OTHERS,
}
_ITEM: Elements = {
    **_BOTH,
    **_FILM,
    **_THUMBNAIL,
    **_SPOKEN_OF,
    **_all("author dc:creator itunes:author", _AUTHOR),
    **_all("pubdate", _ending(Saying.end_date, "published")),
    **_all("dc:date updated", _ending(Saying.end_date, "updated")),
    **_all("language dc:language", _LANGUAGE_OF),
    **_all(
        "itunes:subtitle itunes:title itunes:episode itunes:episodetype itunes:season itunes:order", _SKIPPED
    ),
    **_all("itunes:block itunes:explicit post-id", _SKIPPED),
    "guid": Element(Saying.begin_id, Saying.end_id),
    "description": _text(Saying.begin_summary, Saying.end_summary, "text/html"),
    "content:encoded": _text(Saying.begin_content, Saying.end_content, "text/html"),
    "dc:subject": _BOTH["category"],
    "comments": _ending(Saying.end_address, "comments"),
    "enclosure": Element(Saying.begin_enclosure),
    "source": Element(_nothing, Saying.end_source),
    "media:group": Element(_bare, None, _FILM | _THUMBNAIL | _SPOKEN_OF),
    "media:title": Element(_nothing, Saying.end_other_title),
    "itunes:duration": _ending(Saying.end_line, "itunes_duration"),
    "itunes:image": Element(Saying.begin_image),
    "itunes:keywords": Element(_bare, Saying.end_keywords),
    "itunes:summary": _SUMMARY,
}
_CHANNEL: Elements = {
    **_BOTH,
    **_all(
        "description lastbuilddate pubdate generator docs copyright managingeditor webmaster rating", _SKIPPED
    ),
    **_all("cloud site dc:creator dc:date dc:publisher dc:rights dc:subject updated", _SKIPPED),
    **_all(
        "itunes:author itunes:block itunes:complete itunes:explicit itunes:image itunes:keywords", _SKIPPED
    ),
    **_all("itunes:new-feed-url itunes:subtitle itunes:summary itunes:title itunes:type", _SKIPPED),
    **_all("language dc:language", _LANGUAGE_OF),
    "item": Element(Saying.begin_entry, Saying.end_entry, _ITEM),
    "ttl": _ending(Saying.end_line, "ttl"),
    "sy:updateperiod": _ending(Saying.end_line, "sy_updateperiod"),
    "sy:updatefrequency": _ending(Saying.end_line, "sy_updatefrequency"),
    "sy:updatebase": _SKIPPED,
    "image": Element(_bare, None, _all("url title link width height description", _SKIPPED)),
    "textinput": Element(_bare, None, _all("title description name link", _SKIPPED)),
    "skiphours": Element(_bare, None, _all("hour", _SKIPPED)),
    "skipdays": Element(_bare, None, _all("day", _SKIPPED)),
    "itunes:owner": Element(_bare, None, _all("itunes:name itunes:email", _SKIPPED)),
    **_CATEGORIES,
}
_FEED: Elements = {
    **_BOTH,
    **_all("subtitle updated rights generator icon logo", _SKIPPED),
    "id": Element(Saying.begin_id, Saying.end_id),
    "author": _PARTED_AUTHOR,
    "contributor": Element(_bare, None, _all("name email uri", _SKIPPED)),
    "entry": Element(
        Saying.begin_entry,
        Saying.end_entry,
        {
            **_BOTH,
            **_FILM,
            **_THUMBNAIL,
            "id": Element(Saying.begin_id, Saying.end_id),
            "author": _PARTED_AUTHOR,
            "contributor": Element(_bare, None, _all("name email uri", _SKIPPED)),
            "published": _ending(Saying.end_date, "published"),
            "updated": _ending(Saying.end_date, "updated"),
            "summary": _SUMMARY,
            "content": _text(Saying.begin_content, Saying.end_content, "text/plain"),
            "rights": _SKIPPED,
        },
    ),
}
ROOTS: Elements = {
    "rss": _document("rss20", {"channel": Element(_bare, None, _CHANNEL)}),
    "feed": _document("atom10", _FEED),
}
"""Whole documents, by their first element."""
