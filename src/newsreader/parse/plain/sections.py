"""What belongs to an article between its start and the next one: its text, its authors, headlines of others under it.

Text goes on until something shows that it ended: a byline, a label, a copyright, a rule. What follows such a sign is
text again only if it reads like text; how much of it that takes depends on the sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsreader.parse.plain.blocks import Block
from newsreader.parse.plain.bylines import signature_of
from newsreader.parse.plain.following import LISTED, following, is_paid_for
from newsreader.parse.plain.kinds import RUNNING, Kind, Piece
from newsreader.parse.plain.lines import ends_sentence, is_stopless, width
from newsreader.parse.plain.names import is_caseless
from newsreader.parse.plain.notices import names_page, speaks_to_reader
from newsreader.parse.plain.seealso import headlines_in
from newsreader.parse.plain.signoffs import is_signoff

__all__ = ["Section", "section_of"]

_LIGHT = frozenset({Kind.FURNITURE, Kind.CAPTION, Kind.STAMP})
_BETWEEN = frozenset({Kind.STAMP, Kind.DIVIDER, Kind.FURNITURE, Kind.SLUG})
_SIGNS_OF_END = frozenset({Kind.BYLINE, Kind.RIGHTS, Kind.TAGS})
_SOLID, _MUCH = 160, 300
_TWO, _LIST, _MOST_LAST = 2, 3, 40
_LONGEST_SIGNATURE = 70
_EMPLOYER = re.compile(r"\s?(?:/\s?|\()[^\W\d_a-z]{2,8}\)?\Z")
# What a desk adds under a text: with whose help, what is new in it. Figures in brackets are part of it.
_TOLD_MORE = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_a-z].{8,}[.!?]\Z")
_ASIDE = re.compile(r"[(（\[][^()（）\[\]\d]{12,300}[)）\]]\.?")


@dataclass(slots=True)
class Section:
    """What was found under a start.

    Attributes:
        body: blocks of the text, in order.
        authors: names under the text.
        see_also: headlines of other articles.
    """

    body: list[Block] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    see_also: list[str] = field(default_factory=list)


def section_of(pieces: Sequence[Piece], first: str = "", agency: str = "") -> Section:
    """Sort what stands under the *first* paragraph of an article, up to the next article. O(pieces)."""
    section = _Reader(pieces, first, agency).read()
    while section.body and _ASIDE.fullmatch(section.body[-1].text):
        section.body.pop()
    return section


class _Reader:
    """Goes through the pieces under a start once."""

    def __init__(self, pieces: Sequence[Piece], first: str, agency: str) -> None:
        self._pieces = pieces
        self._first = first
        self._agency = agency
        # There short lines are text until something ends it.
        self._stopless = is_stopless(first)
        self._signoffs = {at for at, piece in enumerate(pieces) if _signs_off(piece, agency)}
        self._section = Section()
        self._prose_after = following(pieces)

    def read(self) -> Section:
        """Sort all of them."""
        at = 0
        while at < len(self._pieces):
            piece = self._pieces[at]
            if at in self._signoffs:
                if not self._resumes(at):
                    return self._tail(at)
                at += 1
            elif piece.kind in RUNNING:
                # What stood close under a button stands under no paragraph.
                tied = piece.block.tied and not (at and self._pieces[at - 1].kind in _LIGHT)
                self._section.body.append(replace(piece.block, tied=tied))
                at += 1
            elif piece.kind in LISTED:
                at = self._list(at)
            elif self._resumes(at):
                at = self._aside(at)
            else:
                return self._tail(at)
        return self._section

    def _list(self, at: int) -> int:
        """A run of headings and items; gives where it ends, or the end of all when the text ended before it."""
        end = at
        while end < len(self._pieces) and self._is_listed(at, end):
            end += 1
        run = self._pieces[at:end]
        if len(run) == 1 and self._is_last_label(at):
            self._tail(at)
            return len(self._pieces)
        follows = end < len(self._pieces) and self._goes_on(end)
        if self._is_text(run, follows=follows):
            self._section.body += [piece.block for piece in run]
            return end
        if follows:
            self._section.see_also += headlines_in(run)
            return end
        self._tail(at)
        return len(self._pieces)

    def _is_last_label(self, at: int) -> bool:
        """Whether a few words and a colon stand over the last lines of all, which are like headlines."""
        label, items = self._pieces[at].text, self._pieces[at + 1 : at + 1 + _MOST_LAST]
        if (
            not label.endswith((":", "："))
            or len(label.split()) > _LIST
            or at + 1 + _MOST_LAST < len(self._pieces)
        ):
            return False
        while items and items[-1].kind not in (*RUNNING, Kind.ITEM):
            items = items[:-1]
        listed = len(items) > 1 and all(piece.kind is Kind.ITEM and piece.block.tied for piece in items)
        return listed and len(headlines_in(items)) == len(items)

    def _goes_on(self, at: int) -> bool:
        """Whether the text goes on with the piece *at*, which is of another kind than the run above it."""
        piece = self._pieces[at]
        if piece.kind is Kind.HEADING:
            return self._prose_after[at][0] > 0
        return piece.kind in (*RUNNING, Kind.ITEM) or self._resumes(at)

    def _is_listed(self, start: int, at: int) -> bool:
        piece, first = self._pieces[at], self._pieces[start]
        if piece.kind is Kind.SENTENCE and first.kind is Kind.HEADING:
            return at + 1 < len(self._pieces) and self._pieces[at + 1].kind is Kind.HEADING and at - start > 1
        return piece.kind is first.kind

    def _is_text(self, run: Sequence[Piece], *, follows: bool) -> bool:
        """Whether a run of headings and items belongs to the text."""
        if run[0].kind is Kind.HEADING and (self._stopless or (run[0].block.tied and self._section.body)):
            return True
        above = self._section.body[-1].text if self._section.body else self._first
        introduced = above.endswith((":", "："))
        if run[0].kind is Kind.ITEM:
            return introduced or follows or any(ends_sentence(piece.text) for piece in run)
        apart = sum(piece.block.gap > 0 for piece in run)
        return follows and (apart < _LIST or introduced)

    def _resumes(self, at: int) -> bool:
        """Whether the text goes on after the piece *at*, which is none of it."""
        piece = self._pieces[at]
        count, total, widest, next_kind = self._prose_after[at]
        if (
            piece.kind is Kind.BYLINE
            and piece.byline
            and not piece.byline.is_credit
            and not self._section.body
        ):
            return next_kind in RUNNING  # what stood above it was a deck
        if piece.kind in _SIGNS_OF_END or at in self._signoffs:
            return count > 1 and total >= _MUCH
        if piece.kind is Kind.DIVIDER:
            following = [piece.kind for piece in self._pieces[at + 1 : at + 3]]
            return (
                count > 1
                or widest >= _SOLID
                or following == [Kind.HEADING, Kind.PROSE]
                or (following[:1] == [Kind.PROSE] and not speaks_to_reader(self._pieces[at + 1].text))
            )
        if piece.kind is Kind.LABEL and not piece.rest:
            below = self._pieces[at + 1].kind if at + 1 < len(self._pieces) else None
            return below is Kind.PROSE or count > 1 or widest >= _SOLID or self._is_a_box(at)
        light = piece.kind in _LIGHT or piece.kind is Kind.LABEL or _is_remark(piece)
        return (
            next_kind is Kind.PROSE
            or (count > 0 and next_kind is not None)
            or (light and next_kind is Kind.SENTENCE)
        )

    def _is_a_box(self, label: int) -> bool:
        """Whether headlines under a label are followed by text up to the end of the article."""
        at = label + 1
        while at < len(self._pieces) and self._pieces[at].kind in (*LISTED, Kind.STAMP, Kind.FURNITURE):
            at += 1
        text = at
        while at < len(self._pieces) and self._pieces[at].kind in RUNNING:
            at += 1
        piece = self._pieces[text] if at > text else None
        if piece is None or not (
            piece.block.gap or piece.kind is Kind.PROSE or _TOLD_MORE.search(piece.text)
        ):
            return False
        told = self._pieces[text:at]
        if self._agency and any(self._agency in piece.text for piece in told):
            return False  # the page speaks of itself
        # Headlines that each stand over a sentence of their story have no bullets.
        bulleted = {each.kind for each in self._pieces[label + 1 : text]} == {Kind.ITEM}
        # After two of them a text that tells more than a teaser goes on with the article's.
        more = text > label + _TWO and len(told) == 1 and _TOLD_MORE.search(told[0].text)
        listed = not bulleted and not more and self._is_in_a_list(at)
        return not listed and all(piece.text[-1] not in "?!？！" for piece in told)

    def _is_in_a_list(self, at: int) -> bool:
        """Whether headlines stand there, rather than a name under the text or what signs it off."""
        listed = at < len(self._pieces) and self._pieces[at].kind in LISTED and at not in self._signoffs
        return listed and not self._signature(at)

    def _aside(self, at: int) -> int:
        """Take what stands in the middle of a text and is none of it; gives where the text goes on."""
        piece = self._pieces[at]
        if piece.byline:
            self._section.authors += piece.byline.authors
        if piece.kind is not Kind.LABEL:
            return at + 1
        if piece.rest:
            self._section.see_also.append(piece.rest)
            return at + 1
        end = at + 1
        while end < len(self._pieces) and self._pieces[end].kind not in (*RUNNING, Kind.LABEL):
            end += 1
        listed = [piece for piece in self._pieces[at + 1 : end] if piece.kind in LISTED]
        self._section.see_also += headlines_in(listed, labelled=True)
        return end

    def _tail(self, at: int) -> Section:
        """Sort what stands after the end of the text."""
        if names := self._signature(at):
            self._section.authors += names
            at += 1
        run: list[Piece] = []
        labelled = closed = False
        for place, piece in enumerate(self._pieces[at:], start=at):
            if piece.kind in (Kind.HEADING, Kind.ITEM, Kind.SENTENCE):
                run += [] if closed or self._is_advert(place) else [piece]
                continue
            if (run and piece.kind is Kind.CAPTION) or (labelled and piece.kind in _BETWEEN):
                continue
            self._section.see_also += headlines_in(run, labelled=labelled)
            run = []
            if piece.kind is Kind.LABEL:
                labelled, closed = True, False
                self._section.see_also += [piece.rest] if piece.rest else []
                continue
            labelled = False
            closed = closed or piece.kind in (Kind.RIGHTS, Kind.TAGS)
            if piece.byline:
                self._section.authors += piece.byline.authors
        self._section.see_also += headlines_in(run, labelled=labelled)
        if self._section.see_also and self._names_agency(self._section.see_also[-1]):
            self._section.see_also.pop()  # on what terms its texts may be used
        return self._section

    def _names_agency(self, text: str) -> bool:
        return self._agency.isupper() and len(self._agency) > _TWO and self._agency in text.split()

    def _is_advert(self, at: int) -> bool:
        """Whether a sentence stands right under the mark of an advertisement, or a line in a list of such."""
        piece = self._pieces[at]
        if is_paid_for(self._pieces, at):
            return True
        return (
            piece.kind is Kind.SENTENCE and piece.block.tied and self._pieces[at - 1].kind is Kind.FURNITURE
        )

    def _signature(self, at: int) -> tuple[str, ...]:
        """Names that stand alone on the first line under the text."""
        piece = self._pieces[at]
        if at in self._signoffs and is_caseless(piece.text):
            return ()
        if piece.kind not in (Kind.HEADING, Kind.CAPTION) or width(piece.text) > _LONGEST_SIGNATURE:
            return ()
        after = self._pieces[at + 1 : at + 2]
        in_a_list = any(each.kind is Kind.HEADING and each.block.gap == piece.block.gap for each in after)
        if in_a_list or names_page(piece.text):
            return ()
        return signature_of(self._without_agency(piece.text))

    def _without_agency(self, text: str) -> str:
        """A signature without the name of whom its author works for."""
        if self._agency and self._agency in text:
            return text.replace(self._agency, "", 1).strip(" /,-–—()")
        return _EMPLOYER.sub("", text)


def _signs_off(piece: Piece, agency: str) -> bool:
    """Whether a line is what a desk puts under a text."""
    short = piece.kind in (Kind.HEADING, Kind.SLUG, Kind.SENTENCE) and len(piece.text) <= _LONGEST_SIGNATURE
    return short and is_signoff(piece.text, agency)


def _is_remark(piece: Piece) -> bool:
    """Whether a line is a remark in brackets that a desk put between paragraphs."""
    return piece.kind is Kind.SLUG and piece.text[0] in "([（"
