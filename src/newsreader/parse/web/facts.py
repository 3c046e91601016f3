"""Title, authors and date of a page: as it declares them, else as they are to be read on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from newsreader.parse.plain.bylines import byline_of, is_staff, signature_of
from newsreader.parse.plain.calendar import find_day, moment
from newsreader.parse.plain.cues import BY
from newsreader.parse.plain.names import is_caseless
from newsreader.parse.web.changes import tells_change
from newsreader.parse.web.declared import Declared
from newsreader.parse.web.tree import Element, lines_of, names_of, text_of, words_in
from newsreader.text.dates import parse_date
from newsreader.text.sanitise import clean_line
from newsreader.text.words import fold

__all__ = ["Facts", "facts_of", "page_title"]

_SEPARATOR = re.compile(r"\s+[|–—\-·•:»«~/]+\s+|\s*[：｜]\s*|(?<=[\u3040-\u9fff])[_-](?=[\u3040-\u9fff])")
_PART = re.compile(r"\s*[,|·•]\s*|\s+[–—-]\s+|\s+(?=[^\s:：]{2,12}：)")
_PERMALINK = re.compile(r"\s*[¶#§🔗]+\Z")
_DATE_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|\b)")
_SIGNS = frozenset("brand header logo masthead menu nav navbar site".split())
_BY = frozenset("auteur auteurs author authors autor autore by byline reporter writer".split())
_WHEN = frozenset("date dateline datetime posted published pubdate time timestamp".split())
# Since when the one who wrote it has been there, as forums say it.
_MEMBER = re.compile(
    r"\W*(?:joined|registered|member since|registriert|dabei seit|mitglied seit|beigetreten|inscrit|membre depuis"
    r"|registrado|miembro desde|iscritto|lid sinds|geregistreerd|medlem sedan|medlem siden|зарегистрирован|dołączył"
    r"|rejestracja)\b",
    re.IGNORECASE,
)
_COMMENTS = frozenset("comment commentlist comments disqus respond".split())
_SHORT = 120
_LINES = 40
_LONGEST_SITE = 40
_MOST_NAMES = 5
_BEFORE = 3
_NEAR = 400
# A year alone is read as a date too.
_LEAST_DATE = 8


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page beside its text.

    Attributes:
        title: its headline; "" where it has none.
        site: the name of the site, or "".
        authors: names.
        published: aware, or None.
        updated: aware, or None.
    """

    title: str = ""
    site: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None


def facts_of(tree: Element, declared: Declared, address: str | None) -> Facts:
    """The facts of a page.

    Args:
        tree: the page, nothing taken out of it yet.
        declared: what it says of itself.
        address: where it came from, or None.
    """
    whole = page_title(tree)
    near = [line for line in islice(lines_of(tree), _LINES) if len(line) < _SHORT]
    title = _title(tree, declared, whole) or _repeated(near, whole) or whole
    site = declared.site or _site(whole, title)
    published, updated = _days(tree, near)
    authors = _whole_names(declared.authors) or _authors(tree, near) or declared.authors
    return Facts(
        title=_without_site(title, site),
        site=site,
        authors=tuple(dict.fromkeys(name for each in authors for name in _written(each) if name != site)),
        published=parse_date(declared.published) or published or _day_in(address) or updated,
        updated=parse_date(declared.updated) or updated,
    )


def page_title(tree: Element) -> str:
    """What stands in the title of the window."""
    found = tree.find(".//title")
    return clean_line(text_of(found)) if found is not None else ""


def _title(tree: Element, declared: Declared, whole: str) -> str:
    """The heading of the text, else what the page declares, else a heading that its window's title begins with."""
    if framed := _headings(tree.xpath("//article//h1 | //main//h1"), declared.site):
        return framed[0]
    others = _headings(tree.iter("h1"), declared.site)
    said = (*declared.titles, whole)
    repeated = (text for text in others if any(each.casefold().startswith(text.casefold()) for each in said))
    return (
        next(repeated, "")
        or next(iter(declared.titles), "")
        or _said_too(tree, whole, declared.site)
        or next(iter(others), "")
    )


def _said_too(tree: Element, whole: str, site: str) -> str:
    """Of the headings that are a part of the window's title the longest: on a forum the biggest is its own name."""
    parts = {part.casefold() for part in _SEPARATOR.split(whole)} | {whole.casefold().partition(": ")[2]}
    found = _headings(tree.iter("h1", "h2", "h3"), site)
    return max((text for text in found if text.casefold() in parts), key=len, default="")


def _headings(found: Iterable[Element], site: str) -> list[str]:
    texts = ((heading, _PERMALINK.sub("", clean_line(text_of(heading)))) for heading in found)
    return [text for heading, text in texts if text and not _is_sign(heading, text, site)]


def _repeated(near: Iterable[str], whole: str) -> str:
    """The line that the window's title begins with, where no mark says which is the headline."""
    found = (line for line in near if line != whole and whole.casefold().startswith(line.casefold()))
    return max(found, key=len, default="")


def _is_sign(heading: Element, text: str, site: str) -> bool:
    """Whether it is the name of the site, as it stands on every page."""
    if names_of(heading) & _SIGNS:
        return True
    is_home = any((link.get("href") or "") in ("/", "./", "index.html") for link in heading.iter("a"))
    return is_home or bool(site and text.casefold() == site.casefold())


def _site(whole: str, title: str) -> str:
    """What the window's title says beside the headline."""
    parts = _SEPARATOR.split(whole)
    if len(parts) < 2 or not whole.casefold().startswith(title.casefold()[:_LONGEST_SITE]):
        return ""
    return (
        parts[-1] if len(parts[-1]) <= _LONGEST_SITE and parts[-1].casefold() not in title.casefold() else ""
    )


def _without_site(title: str, site: str) -> str:
    parts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(title)]
    if not parts or not site:
        return title
    start, end = parts[-1]
    if title[end:].casefold() == site.casefold():
        return title[:start]
    start, end = parts[0]
    return title[end:] if title[:start].casefold() == site.casefold() else title


def _authors(tree: Element, near: Iterable[str]) -> list[str]:
    """Names by a mark in the page, else by a line near its top that says who wrote it."""
    marked = [
        *tree.xpath("//*[@rel='author'] | //*[contains(concat(' ', @itemprop, ' '), ' author ')]"),
        *(each for each in tree.iter("p", "div", "span", "a", "address") if names_of(each) & _BY),
    ]
    own = [each for each in marked if not _is_in_comments(each) and len(text_of(each)) < _SHORT]
    found = [(each, names) for each in own if (names := _user_in(each) or _written(text_of(each)))]
    if found:
        first = found[0][0]
        return [name for each, names in found if _is_near(each, first) for name in names][:_MOST_NAMES]
    for line in near:
        for part in (line, *_PART.split(line)):
            if (byline := byline_of(part)) and byline.authors:
                return list(byline.authors)
    return _with_mail(tree)


def _user_in(element: Element) -> tuple[str, ...]:
    """How the one who wrote it is called on a forum."""
    users = (each for each in element.iter("a", "span", "strong", "b") if "username" in names_of(each))
    return next(((name,) for each in users if (name := clean_line(text_of(each), _SHORT))), ())


def _whole_names(names: Iterable[str]) -> list[str]:
    """Those of *names* that are a person's; what is one word, where names are two, is what a system calls its user."""
    return [name for name in names if not is_staff(name) and (" " in name or is_caseless(name))]


def _with_mail(tree: Element) -> list[str]:
    """The name that leads to an address of mail, or stands before one, as in archives of letters."""
    link = next(
        (link for link in tree.iter("a") if (link.get("href") or "").lower().startswith("mailto:")), None
    )
    if link is None:
        return []
    before = link.getprevious()
    beside = text_of(before) if before is not None and not (before.tail or "").strip() else ""
    return list(signature_of(text_of(link)) or signature_of(beside))


def _is_near(element: Element, other: Element) -> bool:
    """Whether no text stands between the two: others who are named further down answered, or wrote something else."""
    above = set(other.iterancestors()) | {other}
    common = next((each for each in (element, *element.iterancestors()) if each in above), None)
    return common is not None and words_in(common) < _NEAR


def _is_in_comments(element: Element) -> bool:
    """Whether somebody is named there for what he said of the text."""
    return any(names_of(each) & _COMMENTS for each in (element, *element.iterancestors()))


def _written(text: str) -> tuple[str, ...]:
    """The names in a text that is about who wrote something."""
    text = text.partition("»")[0].strip()  # after it forums say when
    byline = byline_of(text)
    if byline is None:
        byline = next((found for part in _PART.split(text) if (found := byline_of(part))), None)
    if byline is None and (":" in text or "：" in text):
        text = re.split("[:：]", text, maxsplit=1)[1].strip()
    if byline is not None and byline.authors:
        return byline.authors
    words = text.split()
    # `By X`, and in many languages `published by X`.
    before = next((at for at, word in enumerate(words[:-1][:_BEFORE]) if fold(word) in BY), None)
    words = words if before is None else words[before + 1 :]
    is_short = 0 < len(words) <= _MOST_NAMES + 1 and not any(map(str.isdigit, text))
    return (" ".join(words),) if is_short else ()


def _days(tree: Element, near: Iterable[str]) -> tuple[datetime | None, datetime | None]:
    """When it came out and when it was changed, by marks in the page, else by lines near its top; None for neither."""
    for element in tree.iter("time", "abbr"):
        said = element.get("datetime") or element.get("title") or text_of(element)
        if at := (parse_date(said) if len(said) >= _LEAST_DATE else None):
            return at, None
    marked = (
        text_of(each) for each in tree.iter("p", "div", "span", "abbr", "li", "td") if names_of(each) & _WHEN
    )
    updated = None
    for text in (*(text for text in marked if len(text) < _SHORT), *near):
        at, is_change = _day(text)
        if at and not is_change:
            return at, updated
        updated = updated or at
    return None, updated


def _day(line: str) -> tuple[datetime | None, bool]:
    """The day that *line* names, and whether it says that something was changed then."""
    if _MEMBER.match(line):
        return None, False
    day = find_day(line)
    if day is not None and (at := moment(day, line)):
        return at, tells_change(line[: day.start])
    return parse_date(line) if _LEAST_DATE <= len(line) <= _LONGEST_SITE else None, tells_change(line)


def _day_in(address: str | None) -> datetime | None:
    found = _DATE_IN_ADDRESS.search(address or "")
    return parse_date("-".join(found.groups())) if found else None
