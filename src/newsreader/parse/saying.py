"""What the elements of a regular feed say, as feedparser would put it: names of its own, and its ways with each.

`parse/regular.py` reads with these. Whatever is not here, or comes in another way than here, is for feedparser to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from newsreader.parse.values import date_of, resolved, said
from newsreader.text.urls import is_settled

__all__ = ["Attributes", "IrregularError", "Saying", "no_attributes"]

Attributes = dict[str, str]
"""Of an element: names in small letters, none of a namespace."""

_TYPES = {
    "text": "text/plain", "plain": "text/plain", "text/plain": "text/plain", "html": "text/html",
    "text/html": "text/html",
}  # fmt: skip
_EMAIL = re.compile(
    r"([A-Za-z0-9_.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,4})(?: \(([^()<>@&]*)\))?\Z"
)


class IrregularError(Exception):
    """The document says something that is left to feedparser."""


@dataclass(slots=True)
class Saying:
    """What was said so far, and where we are in it.

    Attributes:
        base: what links are resolved against, or "".
        feed: what the feed says of itself.
        entries: what its entries say.
        version: `atom10` or `rss20`; "" before the first element.
        language: that the document is in, as its first element declares it, or None.
        here: the one of these that is being said: the feed, or its last entry.
        has_content: whether the entry that is being said had a text that is not its summary.
        kind: the type of the text that is being said.
        text_base, text_language: as `base` and `language`, of that text.
        is_link: whether the identifier that is being said is an address.
    """

    base: str
    feed: dict[str, Any] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)
    version: str = ""
    language: str | None = None
    here: dict[str, Any] = field(default_factory=dict)
    has_content: bool = False
    kind: str = ""
    text_base: str = ""
    text_language: str | None = None
    is_link: bool = False

    def begin(self, attributes: Attributes, version: str) -> None:
        """The document begins."""
        self.version, self.here = version, self.feed
        self.base = self._based(attributes.get("xml:base"))
        if language := attributes.get("xml:lang"):
            self.language = self.feed["language"] = language.replace("_", "-")

    def begin_entry(self, attributes: Attributes) -> None:
        """An entry begins."""
        no_attributes(attributes)
        self.here, self.has_content = {"enclosures": []}, False
        self.entries.append(self.here)

    def end_entry(self, _: str) -> None:
        """An entry ends."""
        links = self.here.get("links", ())
        self.here["enclosures"] = [
            {name: value for name, value in link.items() if name != "rel"}
            for link in links
            if link["rel"] == "enclosure"
        ]
        self.here = self.feed

    def begin_text(self, attributes: Attributes, kind: str) -> None:
        """A text begins that is of type *kind* unless it says otherwise."""
        self.text_base, self.text_language = self.base, self.language
        if attributes:
            self.text_base = self._based(attributes.pop("xml:base", None), within=True)
            if (language := attributes.pop("xml:lang", None)) is not None:
                self.text_language = language.replace("_", "-") or None
            kind = _TYPES.get(attributes.pop("type", kind), "")
            if attributes or not kind:
                raise IrregularError
        self.kind = kind

    def begin_summary(self, attributes: Attributes, kind: str) -> None:
        """A summary begins. A second one would be the text."""
        if "summary" in self.here and not self.has_content:
            raise IrregularError
        self.begin_text(attributes, kind)

    def begin_content(self, attributes: Attributes, kind: str) -> None:
        """The text of an entry begins."""
        self.has_content = True
        self.begin_text(attributes, kind)

    def end_title(self, text: str) -> None:
        """A title ends. Of several that are said of one thing, which counts is a long story."""
        if "title" in self.here:
            raise IrregularError
        self.here["title_detail"] = detail = self._detail(text)
        self.here["title"] = detail["value"]

    def end_other_title(self, _: str) -> None:
        """A title ends that counts only where there is no better one."""
        if not self.here.get("title") or "source" in self.here:
            raise IrregularError

    def end_source(self, text: str) -> None:
        """The feed that an item of RSS was taken from ends."""
        self.here["source"] = {"title": said(text)}

    def end_summary(self, text: str) -> None:
        """A summary ends."""
        self.here["summary_detail"] = detail = self._detail(text)
        self.here["summary"] = detail["value"]

    def end_content(self, text: str) -> None:
        """The text of an entry ends; it is its summary too until there is one."""
        detail = self._detail(text)
        self.here.setdefault("content", []).append(detail)
        self.here.setdefault("summary", detail["value"])

    def _based(self, base: str | None, *, within: bool = False) -> str:
        """What links are resolved against where that is said to be *base*, in all of the document or *within* it."""
        if base is None:
            return self.base
        # Without one before it feedparser would not leave off.
        if not is_settled(base) or (within and not self.base):
            raise IrregularError
        return base

    def _detail(self, text: str) -> dict[str, Any]:
        value, kind = said(text), self.kind
        if kind == "text/plain" and not self.version.startswith("atom") and ("<" in value or "&" in value):
            # What RSS calls plain is often not, and feedparser has a long list to tell by.
            from feedparser.mixin import _FeedParserMixin

            kind = "text/html" if _FeedParserMixin.looks_like_html(value) else kind
        return {"type": kind, "language": self.text_language, "base": self.text_base, "value": value}

    def begin_link(self, attributes: Attributes) -> None:
        """A link begins: of Atom with its address, of RSS around it."""
        if attributes and (not attributes.get("href") or "url" in attributes or "uri" in attributes):
            raise IrregularError
        rel = attributes.setdefault("rel", "alternate")
        attributes.setdefault("type", "application/atom+xml" if rel == "self" else "text/html")
        self.here.setdefault("links", []).append(attributes)
        if "href" in attributes:
            attributes["href"] = resolved(self.base, attributes["href"])
            if rel == "alternate" and attributes["type"] in (
                "text/html",
                "html",
                "application/xhtml+xml",
                "xhtml",
            ):
                self.here["link"] = attributes["href"]

    def end_link(self, text: str) -> None:
        """A link ends."""
        link = self.here["links"][-1]
        if "href" in link:
            return
        address = said(resolved(self.base, text)) if text else ""
        if "&" in address and ";" in address:
            raise IrregularError
        self.here["link"] = address
        if address or self.here is self.feed:
            link["href"] = address

    def begin_id(self, attributes: Attributes) -> None:
        """An identifier begins."""
        self.is_link = attributes.get("ispermalink", "true") == "true"

    def end_id(self, text: str) -> None:
        """An identifier ends; it is the link too until there is one."""
        self.here["id"] = value = said(resolved(self.base, text) if text and self.is_link else text)
        if self.is_link:
            self.here.setdefault("link", value)

    def end_date(self, name: str, text: str) -> None:
        """A date ends."""
        self.here[name] = value = said(text)
        self.here[f"{name}_parsed"] = date_of(value)

    def end_line(self, name: str, text: str) -> None:
        """Something ends that is kept as it is said."""
        self.here[name] = said(text)

    def end_address(self, name: str, text: str) -> None:
        """An address ends."""
        self.here[name] = said(resolved(self.base, text) if text else "")

    def begin_author(self, attributes: Attributes) -> None:
        """An author begins."""
        no_attributes(attributes)
        self.here.setdefault("authors", []).append({})

    def end_author(self, text: str) -> None:
        """An author ends who is said in one line."""
        self.here["author"] = value = said(text)
        email = _EMAIL.match(value) if "@" in value else None
        if "@" in value and email is None:
            raise IrregularError
        found = {"name": (email[2] or "").strip(), "email": email[1]} if email else {"name": value}
        self.here["authors"][-1] |= {name: part for name, part in found.items() if part}

    def end_part_of_author(self, name: str, text: str) -> None:
        """What is said of an author beside others ends."""
        author = self.here["authors"][-1]
        if name in author:
            raise IrregularError
        author[name] = said(resolved(self.base, text) if text else "") if name == "href" else text

    def end_parted_author(self, _: str) -> None:
        """An author ends of whom name and more were said."""
        authors = self.here["authors"]
        name, email = authors[-1].get("name"), authors[-1].get("email")
        if not name or (len(authors) > 1 and any("@" in "".join(author.values()) for author in authors)):
            # feedparser mixes up what it knows of the one and of the other.
            raise IrregularError
        self.here["author"] = f"{name} ({email})" if email else name

    def begin_tag(self, attributes: Attributes) -> None:
        """A category begins, which may be in its attributes."""
        scheme = attributes.get("scheme", attributes.get("domain"))
        self._tag(attributes.get("term"), scheme, attributes.get("label"))

    def end_tag(self, text: str) -> None:
        """A category ends."""
        if not (value := said(text)):
            return
        tags = self.here["tags"]
        if tags and not tags[-1]["term"]:
            tags[-1]["term"] = value
        else:
            self._tag(value, None, None)

    def _tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        tags = self.here.setdefault("tags", [])
        tag = {"term": term, "scheme": scheme, "label": label}
        if (term or scheme or label) and tag not in tags:
            tags.append(tag)

    def end_keywords(self, text: str) -> None:
        """A list of categories ends."""
        for term in said(text).split(","):
            if term.strip():
                self._tag(term.strip(), "http://www.itunes.com/", None)

    def begin_enclosure(self, attributes: Attributes) -> None:
        """An enclosure begins, all of which is in its attributes."""
        address = attributes.pop("url", None) or attributes.pop("uri", None) or attributes.pop("href", None)
        if not address or "uri" in attributes or "href" in attributes:
            raise IrregularError
        links = self.here.setdefault("links", [])
        links.append(attributes | {"href": address, "rel": "enclosure"})

    def begin_media(self, name: str, attributes: Attributes) -> None:
        """A picture, sound or film begins."""
        self.here.setdefault(name, []).append(attributes)

    def end_thumbnail(self, text: str) -> None:
        """A small picture ends; its address may be its text."""
        if text:
            raise IrregularError

    def begin_image(self, attributes: Attributes) -> None:
        """The picture of a podcast begins."""
        if address := attributes.get("href") or attributes.get("url"):
            self.here["image"] = {"href": address}


def no_attributes(attributes: Attributes) -> None:
    """Leave elements to feedparser that should have no attributes and have some."""
    if attributes:
        raise IrregularError
