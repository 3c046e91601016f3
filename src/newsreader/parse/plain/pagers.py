"""Lines that lead through pages or a list: `2 of 5`, `Page 1 of 3`, `Prev 1 2 3 Next`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsreader.parse.plain.lines import ends_sentence
from newsreader.parse.plain.piece import Kind, Piece
from newsreader.text.words import fold

__all__ = ["is_pager", "without_frames"]

# "list 1 of 3", "Seite 2 von 7", "3 / 12"
_ONE_OF = re.compile(
    r"(?:[^\W\d_]{2,12}\s+){0,2}\d{1,3}\s*(?:/|[^\W\d_]{1,4})\s*\d{1,4}(?:\s+[^\W\d_]{3,8})?"
)
_TWO, _FEW_WORDS, _SHORT, _LONGEST = 2, 4, 14, 110


def is_pager(text: str) -> bool:
    """Whether *text* leads through pages or a list: `2 of 5`, `Page 1 of 3`, `Prev 1 2 3 Next`."""
    words = text.split() if len(text) <= _LONGEST else ()
    if not words or len(words) > _SHORT or ends_sentence(text):
        return False
    if _ONE_OF.fullmatch(text):
        return True
    numbers = [at for at, word in enumerate(words) if word.isdecimal() and len(word) < _SHORT]
    together = len(numbers) > _TWO and numbers[-1] - numbers[0] == len(numbers) - 1
    counted = together and all(int(words[b]) == int(words[a]) + 1 for a, b in pairwise(numbers[:-1]))
    return counted and len(words) - len(numbers) <= _FEW_WORDS


def without_frames(pieces: Sequence[Piece]) -> list[Piece]:
    """*pieces*, those told to be furniture that name the list whose items are counted: `list of 3 items`."""
    firsts = Counter(
        fold(piece.text.split()[0])
        for piece in pieces
        if piece.kind is Kind.FURNITURE and piece.text[0].isalpha() and _ONE_OF.fullmatch(piece.text)
    )
    counted = {word for word, times in firsts.items() if times >= _TWO}
    if not counted:
        return list(pieces)
    return [replace(piece, kind=Kind.FURNITURE) if _frames(piece, counted) else piece for piece in pieces]


def _frames(piece: Piece, counted: set[str]) -> bool:
    words = fold(piece.text).split()
    return piece.kind is Kind.HEADING and len(words) <= _FEW_WORDS and not counted.isdisjoint(words)
