"""What a page says of itself for machines: `<meta>`, and JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from newsreader.parse.web.tree import Element
from newsreader.text.sanitise import clean_line

__all__ = ["Declared", "declared_by"]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|BlogPost|Review|Question|Recipe|HowTo)\Z")
# Some put it in a comment of HTML, or in CDATA that is a comment of the script.
_WRAPPING = re.compile(
    r"\A\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*\Z|;\s*\Z"
)
_ADDRESS = re.compile(r"https?://|@|\Awww\.", re.IGNORECASE)
_LONGEST = 500_000
_MOST_AUTHORS = 20
_META_AUTHORS = (
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
)  # fmt: skip
_META_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued",
    "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "og:published_time", "article.published",
)  # fmt: skip
_META_UPDATES = (
    "article:modified_time",
    "datemodified",
    "last-modified",
    "og:updated_time",
    "dcterms.modified",
)
_REFERENCES = ("author", "creator", "publisher")
_MOST_NODES = 200
_LOCKED = ("locked", "metered")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself; "" and empty where it says nothing.

    Attributes:
        titles: headlines, the likeliest first.
        authors: names of persons.
        published: a date as it was written.
        updated: as `published`.
        site: the name of the site.
        image: an address, perhaps relative.
        language: a language tag.
        summary: what it is about, in a sentence or two.
        body: its whole text, plain or as HTML, which some give for machines alone.
        is_locked: whether its text is not for everybody.
        is_free: whether it says that it is for everybody.
    """

    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    site: str = ""
    image: str = ""
    language: str = ""
    summary: str = ""
    body: str = ""
    is_locked: bool = False
    is_free: bool = False


@dataclass(slots=True)
class _Found:
    meta: dict[str, str] = field(default_factory=dict)
    node: Mapping[str, Any] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        return next((self.meta[name] for name in names if self.meta.get(name)), "")

    def said(self, name: str) -> str:
        return clean_line(_text(self.node.get(name)))


def declared_by(tree: Element) -> Declared:
    """What the page with that *tree* says of itself."""
    nodes = list(_ld_nodes(tree))
    about = next((node for node in nodes if _is_about_text(node)), {})
    found = _Found(_meta(tree), _referred(about, nodes))
    titles = (
        found.said("headline") or found.said("name"),
        found.first("og:title", "twitter:title", "dc.title"),
    )
    return Declared(
        titles=tuple(dict.fromkeys(clean_line(title) for title in titles if title)),
        authors=_authors(found),
        published=found.said("datePublished") or found.said("dateCreated") or found.first(*_META_DATES),
        updated=found.said("dateModified") or found.first(*_META_UPDATES),
        site=clean_line(
            found.first("og:site_name") or found.said("publisher") or found.first("application-name")
        ),
        image=found.first("og:image", "og:image:url", "twitter:image")
        or _text(found.node.get("image"), "url"),
        language=_language(tree, found),
        summary=clean_line(found.first("og:description", "description")),
        body=_text(found.node.get("articleBody")),
        is_free=str(found.node.get("isAccessibleForFree")).lower() in ("true", "yes", "1"),
        is_locked=_says_no(found.node.get("isAccessibleForFree"))
        or found.first("article:content_tier", "content_tier") in _LOCKED,
    )


def _meta(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for name in ("property", "name", "itemprop"):
            if content and (said := element.get(name)):
                found.setdefault(said.strip().lower(), content)
    return found


def _ld_nodes(tree: Element) -> Iterator[Mapping[str, Any]]:
    """The nodes of the page's JSON-LD."""
    for script in tree.iter("script"):
        if (
            "ld+json" not in (script.get("type") or "").lower()
            or not script.text
            or len(script.text) > _LONGEST
        ):
            continue
        try:
            found = json.loads(_WRAPPING.sub("", script.text), strict=False)
            yield from islice(_nodes(found), _MOST_NODES)
        except (ValueError, RecursionError):
            continue


def _is_about_text(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _referred(about: Mapping[str, Any], nodes: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """*about* with its persons and organisations in place of references to them by `@id`."""
    named = {str(node["@id"]): node for node in nodes if "@id" in node and node.get("name")}

    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(each) for each in value if not isinstance(each, list)]
        is_reference = isinstance(value, dict) and "@id" in value and "name" not in value
        return named.get(str(value["@id"]), value) if is_reference else value

    return {**about, **{name: resolved(about[name]) for name in _REFERENCES if name in about}}


def _nodes(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects at the top, in lists and in `@graph`, as far as pages nest them."""
    waiting = [value]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting[:0] = each
        elif isinstance(each, dict):
            yield each
            waiting.extend(
                each[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in each
            )


def _text(value: Any, name: str = "name") -> str:
    """A text, or the *name* of an object, or the first of a list of those."""
    if isinstance(value, list):
        return next(
            (text for each in value if not isinstance(each, list) and (text := _text(each, name))), ""
        )
    if isinstance(value, dict):
        value = value.get(name)
    return value if isinstance(value, str) else ""


def _authors(found: _Found) -> tuple[str, ...]:
    said = found.node.get("author") or found.node.get("creator")
    names = [_text(each) for each in (said if isinstance(said, list) else [said])]
    names = names if any(names) else [found.first(name) for name in _META_AUTHORS]
    clean = (clean_line(name, 100) for name in names[:_MOST_AUTHORS])
    return tuple(dict.fromkeys(name for name in clean if name and not _ADDRESS.search(name)))


def _language(tree: Element, found: _Found) -> str:
    said = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or found.said("inLanguage")
    )
    return clean_line(str(said or found.first("og:locale", "content-language")), 40).replace("_", "-")


def _says_no(value: Any) -> bool:
    return value is False or str(value).lower() in ("false", "no", "0")
