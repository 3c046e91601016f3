"""The text of an article's own page: whether it is more than its source gave, and what becomes of it. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from newsreader.model.article import Article, FullText, Revision
from newsreader.model.entry import Entry, ParsedFeed
from newsreader.refresh.decide import with_revision
from newsreader.text.blocks import plain_text
from newsreader.text.wording import wording
from newsreader.text.words import fold, is_cjk, spaced

__all__ = ["NO_MORE", "is_wanted", "judged", "with_full"]

NO_MORE = "no more text there"
"""How every reason begins for which a page gives nothing that its article does not have."""

_MORE = 1.2
_LEAST = 80
_STEM = 4
_SHORTEST = 4
_FIRST_WORDS = 120
_OF_TITLE = 0.3
_OF_TEXT = 0.5
_SAME_TITLE = 0.6
_OFTEN = 3
# A closed class: what the law has such pages speak of.
_CONSENT = frozenset(
    fold(word)
    for word in "cookie consent einwilligung zustimmung datenschutz consentimiento consentimento consenso toestemming"
    " samtyck samtykk suostumu zgod souhlas согласи クッキー 同意 쿠키 동의 rgpd dsgvo çerez".split()
)


def is_wanted(article: Article) -> bool:
    """Whether the page of *article* is to be fetched at a refresh: never was, or its source changed the text since."""
    if article.entry.url is None:
        return False
    return article.full is None or any(revision.until > article.full.at for revision in article.revisions)


def judged(entry: Entry, page: ParsedFeed, at: datetime) -> FullText:
    """What the page of *entry*, fetched *at* that time, adds to it.

    A page that asks for consent, a list of other articles, the beginning of a text that is for subscribers, and one
    that has no more than the entry, add nothing: they are told by their length, and by the words of the entry that
    they lack, in any language. Where those say too little, the same headline does, unless the text asks for consent.
    """
    found = page.entries[0] if page.kind == "page" and page.entries else None
    if found is None or not found.html:
        return FullText(at, problem=f"{NO_MORE}: it is no page with a text")
    own = (plain_text(entry.html) if entry.html else entry.text) or entry.summary
    text = plain_text(found.html)
    if page.is_cut:
        return FullText(at, problem=f"{NO_MORE}: the page keeps it for subscribers")
    if _size(text) < max(_size(own) * _MORE, _size(own) + _LEAST):
        return FullText(at, problem=f"{NO_MORE}: the page has no more than the source gave")
    is_titled = _are_alike(found.title, entry.title) and not _asks_for_consent(text)
    if not is_titled and not _tells(text, entry.title, own):
        return FullText(at, problem=f"{NO_MORE}: the page tells something else")
    return FullText(at, html=found.html)


def with_full(article: Article, full: FullText) -> Article:
    """*article* with the text of its page; an older one with other words goes with the revision that it belongs to."""
    old = article.full
    if old is None or not old.html:
        return replace(article, full=full)
    if not full.html:
        return replace(article, full=replace(old, at=full.at))
    full = replace(full, hidden=old.hidden)
    if wording(plain_text(old.html)) == wording(plain_text(full.html)):
        return replace(article, full=full)
    return replace(article, full=full, revisions=_with_older(article, old, full.at))


def _with_older(article: Article, old: FullText, at: datetime) -> tuple[Revision, ...]:
    *before, last = article.revisions or (None,)
    if last is not None and last.full is None and last.until >= old.at:
        return (*(each for each in before if each is not None), replace(last, full=old))
    return with_revision(article.revisions, article.entry, at, old)


def _size(text: str) -> int:
    """How long a text is, blanks aside; what is written in Han characters says in one what takes others two or more."""
    return sum(2 if is_cjk(character) else 1 for character in text if not character.isspace())


def _tells(text: str, title: str, own: str) -> bool:
    """Whether *text* is about what *title* and the beginning of *own* are about."""
    there = _stems(text)
    asked = (_stems(title), _OF_TITLE), (_stems(" ".join(own.split()[:_FIRST_WORDS])), _OF_TEXT)
    wanted = [(words, share) for words, share in asked if words]
    return not wanted or any(len(words & there) >= share * len(words) for words, share in wanted)


def _are_alike(one: str, other: str) -> bool:
    words, others = _stems(one), _stems(other)
    return bool(words) and len(words & others) >= _SAME_TITLE * len(words | others)


def _asks_for_consent(text: str) -> bool:
    """Whether it speaks of cookies and consent again and again, as a page does that stands before another."""
    folded = fold(text)
    return sum(folded.count(word) for word in _CONSENT) >= _OFTEN


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words, which endings leave alone; of Han and kana every character."""
    words = ("".join(filter(str.isalnum, word)) for word in spaced(fold(text)).split())
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST or (word and is_cjk(word[0]))}
