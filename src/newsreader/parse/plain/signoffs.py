"""What desks put behind the last word of a text: `(AGENCY).`, `Enditem`, `-0-`, `AGENCY ABC DEF`, initials.

All of it stands after the end of a sentence and is none itself; so it is told from text by its place and shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsreader.parse.plain.cues import ENDS
from newsreader.parse.plain.lines import ends_sentence
from newsreader.parse.plain.names import is_all_caps, is_initialism, letters_of
from newsreader.text.words import fold

__all__ = ["is_signoff", "without_signoff"]

_REACH = 60
_LEAST_WORDS = 3
_MOST_SIGNS = 6
_INITIALS = 4
# A stroke with initials or a second end behind it: `text./.`, `text. /TT`, `text. (完)`.
_FIRST_STOP = re.compile(r"(?<=[.!?…。！？।॥۔؟])[\"'”’»›)\]」』）]{0,2}(?=\s|[(\[（【/]|\Z)")
_STROKES = re.compile(r"[\s/()\[\]（）【】*.,:;|–—-]+")
_WEB = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+")
_BRACKETED = re.compile(r"\s*[(\[（【]\s*([^()（）]{1,30}?)\s*[)\]）】]\.?")
_MARK = re.compile(r"\s*(?:/\.|-\s?0\s?-|-30-|#{2,}|\(\s*(?:photos?|foto|video|vídeo)\s*\))")


def without_signoff(text: str, agency: str = "") -> str:
    """*text* up to the end of its last sentence, where what stands behind that is a sign-off; else all of it.

    Args:
        text: a paragraph.
        agency: what the article's dateline names; a sign-off that is one word must be this.
    """
    for end in _ends(text):
        rest = text[end:]
        if not rest.strip():
            return text
        told = len(text[:end].split()) >= _LEAST_WORDS or " " not in text[:end]
        if told and is_signoff(rest, agency):
            return text[:end].rstrip()
    return text


def _ends(text: str) -> Iterator[int]:
    """Where the last sentences of *text* end, the first of them first."""
    start = max(0, len(text) - _REACH)
    for match in _FIRST_STOP.finditer(text, start):
        yield match.end()


def is_signoff(text: str, agency: str = "") -> bool:
    """Whether *text* is nothing but signs of a desk: its agency, marks of the end, initials, addresses."""
    rest = _WEB.sub(" ", text)
    if not letters_of(rest):
        return bool(_MARK.match(rest)) or rest != text
    bracket = _BRACKETED.match(rest)
    if bracket and _is_sign(bracket[1], agency) and _is_initials(rest[bracket.end() :]):
        return True
    if ends_sentence(rest.strip()) and not _BRACKETED.fullmatch(rest.strip()):
        return _is_initials(rest)
    if bracket and _is_sign(bracket[1], agency):
        return _are_initials(rest[bracket.end() :])
    signs = [sign for sign in _STROKES.split(rest) if sign]
    if not 1 <= len(signs) <= _MOST_SIGNS:
        return False
    named = _is_name(signs[0], agency) or fold(signs[0]) in ENDS
    if named:
        return len(signs) == 1 or _are_initials(rest)
    return (
        ("/" in rest or len(signs) > 1)
        and all(_is_initial(sign) for sign in signs)
        and (is_all_caps(rest) or ("/" in rest and " " not in rest.strip()))
    )


def _is_sign(text: str, agency: str) -> bool:
    folded = fold(text)
    return folded in ENDS or _is_name(text, agency) or is_initialism(text.lstrip("©")) or text.startswith("©")


def _is_name(sign: str, agency: str) -> bool:
    """Whether *sign* is the agency's name, or most of it."""
    one, other = fold(sign), fold(agency)
    return bool(one and other) and (
        one == other or (len(one) > 3 and (other.startswith(one) or one.startswith(other)))
    )


def _is_initial(sign: str) -> bool:
    return len(sign) <= _INITIALS and sign.isalpha()


def _are_initials(text: str) -> bool:
    """Whether what follows a sign is empty or a few initials and the like."""
    words = text.split()
    return len(words) <= _MOST_SIGNS and all(len(part) <= 12 for part in words)


def _is_initials(text: str) -> bool:
    """`K.F.`, `T.R./F.N.`"""
    return re.fullmatch(r"\s*(?:[^\W\d_]\.\s?){2,3}(?:/\s?(?:[^\W\d_]\.){2,3})*\s*", text) is not None
