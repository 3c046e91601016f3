"""What stands on a news page and is no news: menus, share buttons, stamps of time, captions, notices, dividers.

Each test asks for shape first (short, no sentence, parts between strokes) and takes a word of `cues` only beside it.
"""

from __future__ import annotations

import re

from newsreader.parse.plain.calendar import Day, find_day, without_time
from newsreader.parse.plain.cues import (
    ADVERTS,
    ENDS,
    NETWORKS,
    PHOTO_STEMS,
    RIGHTS,
    words,
)
from newsreader.parse.plain.lines import ends_sentence, width
from newsreader.parse.plain.names import is_all_caps, is_person
from newsreader.parse.plain.page_cues import SOURCES, SPONSORED
from newsreader.text.words import fold

__all__ = [
    "is_caption", "is_contact", "is_divider", "is_furniture", "is_menu", "is_rights", "is_slug",
    "is_source", "is_sponsored", "stamp_of",
]  # fmt: skip

_STROKES = re.compile(r"\s*(?:[|｜¦]|>>)\s*|\s+//\s+|\s+[·•›»>→▸/::]+\s+|\s*[»›＞]\s+|\s+::\s+")
_CRUMBS = re.compile(r"\s[>›»→▸]\s|>>|\s//\s|\s[·•]\s|[＞›»]")
_LETTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\s|｜·•:：,;!()\[\]\"“”«»]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\(?\+?\d[\d\s()./-]{6,}\d\)?")
_COPYRIGHT = re.compile(
    r"©|\(c\)\s*(?:copyright\b|[^()\n]{0,40}\b(?:19|20)\d\d\b)|\bcopyright\b|ⓒ", re.IGNORECASE
)
_CREDIT_END = re.compile(
    r"[(\[（]\s*[^()（）]{0,60}?\b{0}[^()（）]{0,60}[)\]）]\.?\Z".replace(
        "{0}", "(?:photo|foto|bild|image|imagen|kuva|фото|φωτογραφ|fotoğraf|zdj|fot\\.)"
    ),
    re.IGNORECASE,
)
_SLASHED_CREDIT = re.compile(
    r"(?:[A-Z]{2,8}|[A-Z][a-z]+)\s?/\s?[A-Z][\w'’-]+(?:\s[A-Z][\w'’.-]+){1,2}\)?\.?\Z"
)
_SLUG = re.compile(
    r"/\s?[^\W\d_][\w.-]{1,14}\s?/\Z|(?:[^\W\d_]\.){2,3}(?:\s?/\s?(?:[^\W\d_]\.){2,3})*\Z|[a-z]{2,12}[:-][\d-]+(?:/\d+)?\Z|[A-Z]{2,8}(?:-[A-Z]{2,12}){2,}\Z|[\d*]{6,}\Z"
)
# "r w bc-storm 03-04 0088"
_CODES = re.compile(r"(?=.*\d)(?:(?:[a-z]{1,2}|[a-z]+-[a-z-]+|\d[\d-]*)(?:\s+|\Z)){3,12}")
_SIGNS = re.compile(r"[\s/()*.–-]+")
_VOWEL = re.compile("[AEIOUYaeiouy]")
_SHORT = 14
_COUNT = re.compile(r"\s*[(（]\d{1,5}[)）]\Z")
_NUMBERED = re.compile(r"(?:[^\W\d_][\w.]*\s){1,3}?[^\W\d_]*\s?[:：#№]\s?\d{5,}\Z")
_BRACKET_BAR = re.compile(r"(?:\[[^\[\]]{1,30}\]\s*){3,}")
# What begins a line that says when a text came out, and in what.
_PUBLISHED = words(
    "published posted updated publié veröffentlicht aktualisiert erschienen publicado actualizado atualizado pubblicato"
    " aggiornato gepubliceerd publicerad publisert offentliggjort opublikowano опубликовано"
)
_ARROWS = ("<<", ">>", "«", "»", "‹", "›", "←", "→")
_PATH = re.compile(r"\s[>›»→▸]\s|\s?(?:[＞›»]|>>)\s?")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}\Z")
_NUMBER_OF_PICTURE = re.compile(r"\[\d{1,3}\s?/\s?\d{1,3}\]")
_LONGEST = 400
_LONGEST_SLUG = 40
_TWO = 2
_NETWORK_STEMS = (
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "instagram",
    "linkedin",
    "pinterest",
    "messenger",
)
_CREDIT_WITHIN = 80
_CREDIT_NAMED = re.compile(
    r"\b(?i:photo\w*|foto\w*|bild|image|fotografía|фото)\s*(?:[:/©]|(?:by|von|par|de|di|av|af)\b)\s?[^\W\d_a-z]"
)
_PICTURED = re.compile(r"(?:[^\s©]+\s+){4,40}©\s?[^\W\d_][^©\d]{1,30}")
_CREDITED = re.compile(r"\b[Cc]redit(?:\s?\.{3}|…|:)\s?\S")
_NEAR = 25
_STAMP_LENGTH = 110
_STAMP_WORDS, _FEW_WORDS, _STAMP_WIDTH = 7, 3, 45


def is_divider(text: str) -> bool:
    """Whether *text* is only a rule, stars or dots, or a typist's mark of the end."""
    return (not _LETTER.search(text) and len(text) < 200) or (
        len(text) < 12 and fold(text.strip(" .-–—")) in ENDS
    )


def is_menu(text: str, columns: int = 1) -> bool:
    """Whether *text* is a bar of links or a path to a page: short parts between strokes, no sentence among them."""
    if len(text) > 300 or (ends_sentence(text) and "|" not in text):
        return False
    parts = [part for part in _STROKES.split(text) if part.strip()]
    if _BRACKET_BAR.fullmatch(text) or _is_path(text):
        return True
    if len(parts) >= 3:
        return all(_is_link(part) for part in parts) or (
            len(parts) >= 4 and sum(map(_is_link, parts)) >= len(parts) - 1
        )
    if len(parts) == 2:
        return all(len(part.split()) <= 4 and width(part) <= 30 for part in parts) and bool(
            _CRUMBS.search(text) or "|" in text or "｜" in text
        )
    words = text.split()
    if 2 * sum(any(map(str.isdigit, word)) for word in words) >= len(words):
        return False  # a row of a table
    return columns >= 2 and len(words) <= 3 * columns and len(words) <= _SHORT and max(map(len, words)) <= 20


def _is_path(text: str) -> bool:
    """Whether *text* says by which pages one gets to this one: sections, then perhaps its headline."""
    steps = [step.strip() for step in _PATH.split(text)]
    return len(steps) >= 3 and all(0 < len(step.split()) <= 3 for step in steps[:-1]) and steps[-1] != ""


def _is_link(part: str) -> bool:
    return len(part.split()) <= 4 and width(part) <= 36 and not ends_sentence(part)


def is_source(text: str) -> bool:
    """Whether *text* says in a word and a colon whom it is from: `Source: AGENCY`."""
    if len(text) > _STAMP_LENGTH:
        return False
    word, colon, names = text.replace("：", ":").partition(":")
    if not colon and is_all_caps(text.split(" ", 1)[0]):
        word, colon, names = text.partition(" ")  # "SOURCE Company Ltd."
        names = names.rstrip(".")
    short = 0 < len(names.split()) <= _SHORT // 2 and not ends_sentence(names)
    return bool(colon) and short and fold(word) in SOURCES


def is_contact(text: str) -> bool:
    """Whether *text* is nothing but an address of the web or of mail, or a telephone number."""
    rest = _ADDRESS.sub("", text)
    if rest == text:
        return bool(_PHONE.fullmatch(text.strip()))
    return len(_LETTER.findall(_PHONE.sub("", rest))) <= 10 or text.startswith("((")


def is_slug(text: str) -> bool:
    """Whether *text* is what desks sign or number a text with: `abc/xy`, `npd:240303-99-1187/2`, `BC-STORM-COAST`."""
    if len(text) > _LONGEST_SLUG:
        return False
    if _CODES.fullmatch(text):
        return True
    signs = [sign for sign in _SIGNS.split(text) if sign]
    initials = all(
        sign.isalpha() and (len(sign) <= 3 if sign.islower() else sign.isupper() and len(sign) <= 4)
        for sign in signs
    )
    coded = all(map(_is_code, signs)) and any(map(str.isalpha, text)) and text[-1] not in ":："
    if coded and (len(signs) > 1 or not _VOWEL.search(text)):
        return True
    several = len(signs) > 1 or "/" in text
    if any(pattern.match(text) for pattern in (_SLUG, _NUMBERED, _SITE)):
        return True
    return several and initials and 1 <= len(signs) <= 7 and not ends_sentence(text)


def _is_code(sign: str) -> bool:
    """Whether a sign has figures, or is capitals that make no word: `KNS0412`, `ZCZC`, `GMT`."""
    figures = any(map(str.isdigit, sign))
    return sign.isascii() and (figures or (sign.isupper() and len(sign) > 2 and not _VOWEL.search(sign)))


def is_furniture(text: str) -> bool:
    """Whether *text* is furniture wherever it stands: buttons to share it, an address, an advertisement's place."""
    if len(text) > _LONGEST:
        return False
    folded = fold(_COUNT.sub("", text)).strip(" .:-–—()[]*")
    head = re.split(r"[,:]| [·•|–—-] ", folded, maxsplit=1)[0] if len(text) <= _STAMP_LENGTH else folded
    if " " not in text and text.endswith(("...", "…")):
        return True  # "Loading..."
    return folded in ADVERTS or head in ADVERTS or _leads_on(text) or _is_share(text) or is_contact(text)


def _leads_on(text: str) -> bool:
    """Whether arrows stand before or behind few words: the page before, the page after."""
    words = text.strip("<>«»‹›←→ ").split()
    return (
        (text.startswith(_ARROWS) or text.endswith(_ARROWS))
        and 0 < len(words) <= _FEW_WORDS
        and not (text[0] == "«" and text[-1] == "»")
    )


def is_sponsored(text: str) -> bool:
    """Whether *text* stands over what somebody paid for."""
    return fold(text.strip(" .:-–—()[]*")) in SPONSORED


def _is_share(text: str) -> bool:
    words = [fold(word.strip(".,")) for word in _WORD.findall(text)]
    named = sum(word in NETWORKS or word.startswith(_NETWORK_STEMS) for word in words)
    if ends_sentence(text) or len(words) > _SHORT:
        return False
    return named >= _TWO or bool(named and _ADDRESS.search(text)) or (named == 1 and len(words) <= _FEW_WORDS)


def is_rights(text: str) -> bool:
    """Whether *text* says whose the page is."""
    if len(text) > _LONGEST:
        return False
    found = _COPYRIGHT.search(text)
    said = found is not None and ends_sentence(text[: found.start()].rstrip(" (["))
    if found and _PICTURED.fullmatch(text) and not any(formula in fold(text) for formula in RIGHTS):
        return False  # whose the picture is
    if found and not said and (found.start() < _NEAR or len(text) < _STAMP_LENGTH):
        return True
    folded = fold(text)
    return any(formula in folded for formula in RIGHTS)


def is_caption(text: str) -> bool:
    """Whether *text* is the line under a picture: it begins with a word for one, or ends with its maker."""
    if len(text) > _LONGEST:
        return False
    if (
        _NUMBER_OF_PICTURE.match(text)
        or _PICTURED.fullmatch(text)
        or _CREDITED.search(text[-_CREDIT_WITHIN:])
        or _is_maker_of_picture(text)
    ):
        return True
    head = re.split(r"[:：(（/]| – | - ", text[:40], maxsplit=1)
    first = fold(head[0].strip(" [（(").split(" ")[-1]) if head[0].strip() else ""
    named = (
        len(head) > 1 and len(head[0].split()) <= 3 and any(first.startswith(stem) for stem in PHOTO_STEMS)
    )
    tail = text[-_CREDIT_WITHIN:]
    return named or any(pattern.search(tail) for pattern in (_CREDIT_END, _SLASHED_CREDIT, _CREDIT_NAMED))


def _is_maker_of_picture(text: str) -> bool:
    """`Fot. Name`: a shortened word for a picture, and who made it."""
    word, _, name = text.partition(" ")
    return word.endswith(".") and fold(word[:-1]) in PHOTO_STEMS and is_person(name)


def stamp_of(text: str) -> Day | None:
    """The day of a stamp of time, which is a short line of little else; None when *text* is none."""
    if len(text) > _STAMP_LENGTH:
        return None
    day = find_day(text)
    if day is None:
        return None
    rest = _without(text, day)
    if (second := find_day(rest)) and second.day:
        rest = _without(rest, second)
    untimed = without_time(rest)
    if day.day is None and untimed == rest:
        return None
    others = [word for word in _WORD.findall(untimed) if any(map(str.isalpha, word))]
    # Headlines and sentences that name a day have more words beside it than a stamp, or no time of day.
    published = fold(text.split(" ", 1)[0].rstrip(":")) in _PUBLISHED
    most = _FEW_WORDS if (untimed == rest and not published) or ends_sentence(text) else _STAMP_WORDS
    return day if len(others) <= most and sum(map(width, others)) <= _STAMP_WIDTH else None


def _without(text: str, day: Day) -> str:
    return text[: day.start] + " " + text[day.end :]
