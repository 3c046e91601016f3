"""What names look like: of persons, places and agencies. Shape only; no name is known here."""

from __future__ import annotations

import re
import unicodedata

from newsreader.parse.plain.cues import AUTHOR_NOUNS, EDITING, NOT_PLACES, PARTICLES, ROLES
from newsreader.text.words import fold

__all__ = [
    "is_agency", "is_all_caps", "is_caseless", "is_domain", "is_initialism", "is_person", "is_place", "letters_of",
    "place_and_initials",
]  # fmt: skip

_WORD_EDGES = ".,'’\"“”«»()"
_PLACE_CHARACTERS = re.compile(
    r"[^\W\d_]|[\s.,'’´`/&()\-‐־·・\u0300-\u036f\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u200c\u200d]"
)
_LONGEST_SMALL = 6
_MOST_CAPS = 3
# Longer ones in capitals behind a first name are surnames, as French agencies write them.
_LONGEST_INITIALS = 4
# Words in the middle of headlines that are written with capitals throughout; no name has one after its first word.
_OF_HEADLINES = frozenset(
    "for to of in on at with from as by after over into not is are be has may will the".split()
)
_HAN = re.compile("[\u3400-\u9fff]+")
_LONGEST_HAN = 4
_FIRST_OF_HEADLINES = frozenset("about the why how what when where who this these our your".split())
_ROMAN = re.compile(r"[ivxlc]+\Z", re.IGNORECASE)
_AGENCY_CHARACTERS = re.compile(r"[\w\s.&/+'’«»\"“”\-–©°*\u0900-\u0dff\u0e00-\u0fff\u200c\u200d]+\Z")
# `ИА «Северный путь»`: of a name in quotes the first word tells.
_QUOTED = re.compile(r"[«\"“„]([^\s«»\"“”]+)[^«»\"“”]*[»\"”“]")
_DOMAIN = re.compile(
    r"\w[\w-]*\.(?:com|net|org|co|info|news|tv|de|fr|es|it|pt|nl|se|no|fi|dk|pl|cz|ru|ua|id|in|uk|eu|jp|kr|cn)(?:\.\w\w)?\Z",
    re.IGNORECASE,
)
# `Place/AGENCY`
_STROKED = re.compile(r"([^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+)?)\s?/\s?([^\W\d_a-z]{2,6})")


def letters_of(text: str) -> str:
    """Only the letters of *text*."""
    return "".join(character for character in text if character.isalpha())


def is_all_caps(text: str) -> bool:
    """Whether *text* has two cased letters or more, all of them capitals."""
    letters = [character for character in text if character.lower() != character.upper()]
    return len(letters) >= 2 and all(character.isupper() for character in letters)


def is_caseless(text: str) -> bool:
    """Whether *text* has letters, none of a script with capitals."""
    letters = letters_of(text)
    return (
        bool(letters)
        and letters.lower() == letters.upper()
        and not any(c.isupper() or c.islower() for c in letters)
    )


def is_initialism(word: str) -> bool:
    """Whether *word* is two to six capitals, perhaps with dots or hyphens between."""
    letters = word.replace(".", "").replace("-", "").replace("/", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def _capital(word: str) -> bool:
    bare = word.lstrip(_WORD_EDGES + "-")
    return bool(bare) and (bare[0].isupper() or (bare[0].isalpha() and bare[0].lower() == bare[0].upper()))


def _is_particle(word: str) -> bool:
    return fold(word.strip(".,")) in PARTICLES or word.startswith(
        ("d'", "d’", "l'", "l’", "al-", "el-", "an-", "as-", "ar-", "'t", "’t", "'s-", "’s-")
    )


def is_person(text: str) -> bool:
    """Whether *text* may be a person's name: two to five words with capitals, particles and initials among them."""
    words = text.split()
    if is_caseless(text):
        return _is_caseless_person(words)
    if not 2 <= len(words) <= 6 or len(text) > 50 or any(character.isdigit() for character in text):
        return False
    if (
        not _capital(words[0])
        or not (_capital(words[-1]) or ("-" in words[-1] and _is_particle(words[-1])))
        or not all(_capital(w) or _is_particle(w) for w in words)
    ):
        return False
    bare = [fold(word.strip(_WORD_EDGES)) for word in words]
    if (
        bare[0] in _FIRST_OF_HEADLINES
        or any(word in ROLES for word in bare)
        or any(word in _OF_HEADLINES for word in bare[1:])
    ):
        return False
    return _is_spelled_like_a_person(words)


def _is_caseless_person(words: list[str]) -> bool:
    joined = "".join(words)
    if any(not (unicodedata.category(c)[0] in "LM" or c in "'’-־.・·\u200c") for c in joined):
        return False
    if len(words) == 1:
        return 2 <= len(joined) <= 5 and joined[0] >= "\u2e80"
    if any(_HAN.fullmatch(word) and len(word) > _LONGEST_HAN for word in words):
        return False
    return len(words) <= 5 and len(joined) <= 30


def _is_spelled_like_a_person(words: list[str]) -> bool:
    caps = all(is_all_caps(word) or len(letters_of(word)) < 2 for word in words)
    if (
        caps
        and len(words) > _MOST_CAPS
        and not any(_is_particle(word) or len(letters_of(word)) < 2 for word in words)
    ):
        return False
    for at, word in enumerate(words, start=1):
        bare = word.strip(".,")
        if not all(unicodedata.category(c)[0] in "LM" or c in "'’-.‐" for c in bare):
            return False
        if len(bare) > 2 and bare[-1] == "." and "." not in bare[:-1]:
            return False
        surname = (
            at == len(words) and len(letters_of(bare)) > _LONGEST_INITIALS and " ".join(words[:-1]).istitle()
        )
        if not caps and is_initialism(bare) and len(letters_of(bare)) > 2 and not surname:
            return False
    return True


def is_place(text: str) -> bool:
    """Whether *text* may name a place, or up to four: words with capitals, no figures, nothing that ends a sentence."""
    if not 2 <= len(text) <= 70 or any(not _PLACE_CHARACTERS.match(character) for character in text):
        return False
    if fold(text.strip(" .")) in NOT_PLACES or not letters_of(text) or text.count("(") != text.count(")"):
        return False
    if is_caseless(text):
        return len(text.split()) <= 4 and len(text) <= (30 if " " in text or text[0] < "\u2e80" else 12)
    parts = [part.strip() for part in re.split(r"[,/]", text)]
    return 1 <= len(parts) <= 4 and all(map(_is_place_part, parts))


def _is_place_part(part: str) -> bool:
    words = part.replace("(", " ").replace(")", " ").split()
    if not 1 <= len(words) <= (6 if is_all_caps(part) else 5) or not (
        _capital(words[0]) or _is_particle(words[0])
    ):
        return False
    small = [word for word in words if not _capital(word) and not _is_particle(word)]
    if (
        any(len(word) > 4 for word in small)
        or len(small) > 2
        or not _capital(words[-1].split("-")[-1] if "-" in words[-1] else words[-1])
    ):
        return False
    return all(len(word) <= 7 for word in words if word.endswith(".") and "." not in word[:-1])


def is_agency(text: str) -> bool:
    """Whether *text*, found in brackets, may name an agency: few words with capitals, or one short one without."""
    words = _QUOTED.sub(r"\1", text).split()
    if not 1 <= len(words) <= 5 or len(text) > 45 or not _AGENCY_CHARACTERS.match(text):
        return False
    if len(letters_of(text)) < 2 or any(word.isdecimal() for word in words) or len(_ROMAN.sub("", text)) == 0:
        return False
    if fold(text) in AUTHOR_NOUNS or fold(text) in EDITING:
        return False
    if is_caseless(text):
        return True
    if text.endswith(".") and not is_initialism(text):
        return False
    if len(words) == 1:
        return len(text) <= (25 if "/" in text or not text.islower() else _LONGEST_SMALL)
    return all(
        _capital(word)
        or _is_particle(word)
        or not letters_of(word)
        or _DOMAIN.match(word)
        or fold(word) in ("and", "und", "et")
        for word in words
    ) and _capital(words[0])


def is_domain(text: str) -> bool:
    """Whether *text* is a name of the web, such as an agency goes by."""
    return _DOMAIN.match(text) is not None


def place_and_initials(text: str) -> tuple[str, str] | None:
    """The place and the agency that *text* names around a stroke and nothing beside them: `Place/AGENCY`."""
    both = _STROKED.fullmatch(text)
    return (both[1], both[2]) if both else None
