"""Headlines that a deck stands under: a second line that says more of the story, before its text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.parse.plain.bylines import signature_of
from newsreader.parse.plain.echoes import is_echoed
from newsreader.parse.plain.headlines import BETWEEN, KICKER_WORDS, whole, words_in
from newsreader.parse.plain.kinds import Kind, Piece
from newsreader.parse.plain.lines import width
from newsreader.parse.plain.names import is_all_caps

__all__ = ["headline_over_deck", "headline_over_sentence", "headlines_over_decks"]

_DECK_WORDS, _DECK_LONGER = 4, 1.25
_LONG_WORDS = 6
# Beside longer ones on the same page.
_SHORTEST_HEADLINE = 2

_Lines = tuple[int, ...]


def headlines_over_decks(
    pieces: Sequence[Piece], headlines: Sequence[_Lines], texts: Sequence[int], floors: Sequence[int]
) -> list[_Lines] | None:
    """The lines over *headlines*, where all of these are decks; None where they are headlines.

    Two lines over every text are a headline and a deck, on a page of one article only if they look it.
    """
    found, sure = [], False
    for headline, text, floor in zip(headlines, texts, floors, strict=True):
        under = headline[-1] + 1 if headline else text
        told = any(piece.kind is Kind.SENTENCE for piece in pieces[under:text])
        if told or (under < text and _is_long_heading(pieces, under, floor)):
            found.append(headline)  # its deck is under it
            continue
        over = headline_over_deck(pieces, headline, floor)
        sure = sure or bool(over)
        found.append(over or _one_above(pieces, headline, floor, _SHORTEST_HEADLINE))
    alike = len(headlines) > 1 or sure
    long = sum(_words(pieces, lines) > KICKER_WORDS for lines in found if lines)
    return found if alike and all(found) and 2 * long >= len(found) else None


def headline_over_sentence(pieces: Sequence[Piece], place: int, floor: int, *, beside_others: bool) -> _Lines:
    """The heading over the one sentence that stands above the text at *place*; empty where it is not so.

    Where other texts have headlines, that sentence is one itself if it asks or calls.
    """
    at = place - 1
    while at > floor and pieces[at].kind in BETWEEN:
        at -= 1
    if at <= floor or pieces[at].kind is not Kind.SENTENCE:
        return ()
    if beside_others and pieces[at].text[-1] in "?!？！" and pieces[at].block.gap:
        return (at,)
    return _one_above(pieces, (at,), floor, _SHORTEST_HEADLINE if beside_others else KICKER_WORDS + 1)


def headline_over_deck(pieces: Sequence[Piece], headline: _Lines, floor: int) -> _Lines:
    """The lines over *headline* if what was taken for it looks like a deck: it stands closer, or is a sentence."""
    upper = _over(pieces, headline, floor)
    if not upper:
        return ()
    if upper[-1] < headline[0] - 1:
        return upper  # underlined
    if floor == 0 and is_echoed(pieces, headline):
        return ()
    if floor == 0 and (is_echoed(pieces, upper) or _is_signed_deck(pieces, upper, headline[-1])):
        return upper
    deck, above, words = pieces[headline[0]], pieces[upper[0]], _words(pieces, upper)
    if _is_long_heading(pieces, upper[0] - 1, floor) and not _is_half(pieces, upper):
        return ()
    if is_all_caps(deck.text) and not is_all_caps(above.text):
        return ()
    if floor == 0 and words > KICKER_WORDS and upper[0] and pieces[upper[0] - 1].kind is Kind.STAMP:
        return upper
    if words > KICKER_WORDS and is_all_caps(above.text) and not is_all_caps(deck.text):
        return upper
    closer = 0 < deck.block.gap < above.block.gap and upper[0] > 0
    columns = sum(width(pieces[at].text) for at in upper)
    longer = deck.kind in (Kind.SENTENCE, Kind.PROSE) or width(deck.text) > _DECK_LONGER * columns
    return upper if closer or (longer and words >= _DECK_WORDS + (upper[0] == 0 or above.block.tied)) else ()


def _over(pieces: Sequence[Piece], headline: _Lines, floor: int) -> _Lines:
    """The lines right over *headline* that may be the true one."""
    last = headline[0] - 1 if headline else -1
    if last > floor and pieces[last].kind is Kind.DIVIDER and pieces[last].block.tied:
        last -= 1
        return whole(pieces, last, floor) if pieces[last].kind is Kind.HEADING else ()
    titles = (Kind.HEADING, Kind.SENTENCE) if floor == 0 else (Kind.HEADING,)
    if last < floor or pieces[last].kind not in titles:
        return ()
    # What stands in one run with the deck is told from it already.
    return (last,) if pieces[headline[0]].block.tied else whole(pieces, last, floor)


def _one_above(
    pieces: Sequence[Piece], headline: _Lines, floor: int, least: int = KICKER_WORDS + 1
) -> _Lines:
    """The lines of the one heading of *least* words or more over *headline*."""
    upper = _over(pieces, headline, floor)
    if floor and upper and signature_of(pieces[upper[0]].text):
        return ()
    if not upper or _words(pieces, upper) < least or pieces[upper[-1]].kind is not Kind.HEADING:
        return ()
    apart = pieces[upper[0]].block.gap > max(1, pieces[upper[0] - 1].block.gap) if upper[0] > floor else True
    return upper if apart or not _is_long_heading(pieces, upper[0] - 1, floor) else ()


def _words(pieces: Sequence[Piece], lines: _Lines) -> int:
    return sum(words_in(pieces[at]) for at in lines)


def _is_long_heading(pieces: Sequence[Piece], at: int, floor: int) -> bool:
    """Whether there is a heading at that place, of more words than the name of a section has."""
    return (
        at >= floor and pieces[at].kind in (Kind.HEADING, Kind.ITEM) and words_in(pieces[at]) > KICKER_WORDS
    )


def _is_half(pieces: Sequence[Piece], lines: _Lines) -> bool:
    """Whether the line over *lines* is less than half as long: whose page it is, rather than another headline."""
    return 2 * width(pieces[lines[0] - 1].text) < sum(width(pieces[at].text) for at in lines)


def _is_signed_deck(pieces: Sequence[Piece], upper: _Lines, deck: int) -> bool:
    """Whether the first long line of a page stands over another, and a byline or stamp right under both."""
    half = sum(width(pieces[at].text) for at in upper) // 2
    first = all(
        piece.kind in BETWEEN or words_in(piece) <= KICKER_WORDS or width(piece.text) < half
        for piece in pieces[: upper[0]]
    )
    signed = deck + 1 < len(pieces) and pieces[deck + 1].kind in (Kind.BYLINE, Kind.STAMP)
    above = pieces[upper[0]]
    plain = above.kind is Kind.HEADING and not re.search(r"[|:：]|\s[–—-]\s", above.text)
    return (
        first and signed and plain and min(_words(pieces, upper), words_in(pieces[deck]) - 1) >= _LONG_WORDS
    )
