"""Names by where they stand: under a headline, over a dateline, a role, an address of mail or a stamp."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.parse.plain.bylines import is_staff, names_alone, names_role, signature_of, signed_stamp
from newsreader.parse.plain.names import is_all_caps, is_place
from newsreader.parse.plain.piece import RUNNING, Kind, Piece

__all__ = ["is_name_over", "is_over_dateline", "names_between"]

_FEW = 5
_TITLES = (Kind.HEADING, Kind.SENTENCE)
_SHORT = (Kind.HEADING, Kind.FURNITURE)
# No paper, no page of one.
_HAN_NAME = re.compile("[\u3400-\u9fff]{2,4}(?<![聞報报社網网台局部版号號事員员])")
_TWO = 2
_MOST_OVER = 3
# A dateline under a headline and a name needs less to be one.
_LIGHTEST = 1


def names_between(
    text: str, before: Piece | None, above: Piece | None, after: Piece | None
) -> tuple[str, ...] | None:
    """The names in a line where names stand, none of it where it names a desk; None where it is something else."""
    if names := signed_stamp(text):
        return names
    if _HAN_NAME.fullmatch(text) and after is not None and after.kind is Kind.STAMP and above is None:
        return (text,)
    return () if is_staff(text) or _is_desk(text, before) else None


def _is_desk(text: str, above: Piece | None) -> bool:
    """Whether a line in capitals names a desk and where it is: `REDACCIÓN / CIUDAD`."""
    parts = [part.strip() for part in re.split(r"[/|]|\s[-–—]\s", text)]
    small = above is not None and not is_all_caps(above.text)
    return (
        small
        and len(parts) == _TWO
        and all(is_all_caps(part) and len(part.split()) <= _TWO for part in parts)
    )


def is_name_over(above: Piece | None, pieces: Sequence[Piece]) -> bool:
    """Whether a name stands over its bearer's address of mail, or over what she or he is."""
    return _is_over_address(pieces) or (above is not None and _names_and_role(above, pieces))


def _names_and_role(above: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a name and what its bearer is stand one under another: over a stamp, or by a word for such work."""
    if len(pieces) < _TWO or any(piece.kind not in _SHORT for piece in pieces[:_TWO]):
        return False
    name, role = pieces[:_TWO]
    close = (
        role.block.tied
        and not any(map(str.isdigit, role.text))
        and len(role.text.split()) < _FEW
        and role.text[0].isalpha()
    )
    if not close or not signature_of(name.text):
        return False
    dated = len(pieces) > _TWO and pieces[_TWO].kind is Kind.STAMP and above.kind in _TITLES
    if not is_all_caps(name.text) and is_all_caps(role.text) and is_place(role.text):
        return True
    return (dated and pieces[0].kind is pieces[1].kind is Kind.HEADING) or names_role(role.text)


def _is_over_address(pieces: Sequence[Piece]) -> bool:
    """Whether a name, an address of mail and a text stand one under another."""
    if len(pieces) <= _TWO or pieces[0].kind is not Kind.HEADING or pieces[2].kind not in RUNNING:
        return False
    return pieces[1].kind is Kind.FURNITURE and "@" in pieces[1].text and bool(signature_of(pieces[0].text))


def is_over_dateline(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a name stands alone between a headline and a dateline, and is no headline after a list of others."""
    piece, below = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if not at or below is None or below.dateline is None or below.dateline.weight < _LIGHTEST:
        return False
    upper = at - 1
    while upper and at - upper <= _TWO and _is_deck_or_underline(pieces[upper]):
        upper -= 1
    above = pieces[upper]
    if piece.kind is not Kind.HEADING or above.kind is not Kind.HEADING or not names_alone(piece.text):
        return False
    first = upper
    while first > upper + 1 - _MOST_OVER and first and pieces[first - 1].kind is Kind.HEADING:
        if not pieces[first].block.tied and len(pieces[first - 1].text.split()) <= _TWO:
            break  # a bar of links
        first -= 1
    if sum(len(each.text.split()) for each in pieces[first : upper + 1]) <= _TWO:
        return False
    return first > upper + 1 - _MOST_OVER or above.block.gap > piece.block.gap


def _is_deck_or_underline(piece: Piece) -> bool:
    return piece.kind in (Kind.SENTENCE, Kind.DIVIDER) and piece.dateline is None
