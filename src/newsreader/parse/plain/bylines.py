"""Lines that say who wrote an article: `By X and Y`, `Von X, Ort`, `(Reporting by X; Editing by Y)`, `X 기자`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsreader.parse.plain.cues import AND, ARTICLES, AUTHOR_NOUNS, BY, EDITING, PHOTO_STEMS, ROLES, words
from newsreader.parse.plain.lines import ends_sentence, width
from newsreader.parse.plain.namelists import names_in
from newsreader.parse.plain.names import (
    is_caseless,
    is_person,
)
from newsreader.text.words import fold

__all__ = [
    "Byline", "byline_of", "dated_byline", "is_by", "is_staff", "named_with_role", "names_alone", "names_role",
    "signature_of", "signed_stamp",
]  # fmt: skip

_LONGEST = 260
_WHOLE_NAME = 3
_NARROW = 30
# Others before a colon stand in the headers of letters.
_WITH_COLON = ("by", "av", "af", "door", "oleh", "por", "par", "yazan", "بقلم", "מאת")
_MOST_OTHER_WORDS = 4
_LEAD = re.compile(r"[^\s:：,，;]+")
_COLON = re.compile(r"\s*[:：／]\s*|\s+/\s+")
_HAN_NAME = re.compile(
    r"(?!.*[日時时更新公開开掲載配信发發布間间来來源])[\u3400-\u9fff\u3041-\u3096]{3,6}\s+"
)
_PART = re.compile(
    r"(?<=[^\W\d_A-Z]{3})\.\s+(?=[^\W\d_a-z])|"
    r"\s+(?=[^\W\d_a-z][^\W\d_A-Z]+:\s)|\s*[|•·;；]\s*|\s+[–—-]+\s+|\s+/\s+(?=\S+\s?[:：])"
)
_HAN_REPORTER = re.compile(
    r"[（(【]?\s*(?:本报|本報|見習|见习)?(?:记者|記者|作者|撰文|文|글)\s*[:：／/\s]?\s*"
    r"([\u3400-\u9fff·、，, ]{2,24}?)\s*"
    r"(?:[/／|]\s*\S{2,8}(?:报道|報導|報道))?[）)】]?"
)
_KOREAN = re.compile(
    r"(?:기자명\s+)?[\[(]?\s*((?:[\uac00-\ud7a3]{2,4}[,·\s]{0,2}){1,4}?)\s?(?:선임)?(?:기자|특파원)\s*[\])]?\s*(?:[\w.+-]+@\S+)?"
)
_JAPANESE = re.compile(r"[（(【]?\s*([\u3400-\u9fff\u3041-\u30ff]{2,8})\s?(?:記者|特派員)[）)】]?")
_BRACKETS = re.compile(r"[(（\[]\s*(.+?)\s*[)）\]]\.?\Z")
_EMPLOYED = re.compile(r"\s+(?:/[^/()]{2,20}/|\([^/()]{2,40}\))\Z")
_VERB_AND_DASH = re.compile(r"(\w+)\s*[-–—:]\s+")
_BETWEEN_NAMES = re.compile(r"\s+[/–-]\s+")
_STROKE_AFTER = re.compile(r"[|·•/]\s*\Z")
# Before a whole name: with a capital no longer than this, or else it may be the first of the names.
_UNKNOWN_WORD = re.compile(r"\A(?:[a-zà-ÿ]{1,4}\s+(?=[^\W\d_a-z])|[^\W\d_]{1,2}\s+(?=[^\W\d_a-z]\w+\s+\w))")
# What joins a name and a day, or only parts them.
_JOINT = re.compile(r"(?:\s+[^\W\d_]{1,3}\.?|[\s|·•,/–—-]+)?\s*\Z")
# Before the preposition, as in "asked by"; English ones end alike.
_WROTE = words(
    "geschrieben verfasst gefragt beantwortet veröffentlicht gepostet erstellt écrit rédigé publié posté"
    " demandé escrito publicado preguntado respondido enviado scritto pubblicato inviato chiesto perguntado postado"
    " redigido geschreven geplaatst gepubliceerd gevraagd skriven publicerad skrevet publisert spurt napisane"
    " opublikowane zadane"
)
_SIGNED = re.compile(r"(?:-{1,3}|[–—―])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who made an article.

    Attributes:
        authors: names of those who wrote it, in order; empty where the line names only others.
        is_credit: whether it is of the kind that stands under a text and names several kinds of work.
    """

    authors: tuple[str, ...]
    is_credit: bool = False


def byline_of(text: str) -> Byline | None:
    """The byline that the line *text* is, or None."""
    if len(text) > _LONGEST:
        return None
    if bracketed := _BRACKETS.match(text):
        inner = byline_of(bracketed[1])
        return Byline(inner.authors, is_credit=True) if inner else None
    return _eastern(text) or _western(text)


def signature_of(text: str) -> tuple[str, ...]:
    """Names of a line under a text that is nothing but names, perhaps after a dash; empty when it is more or less."""
    if fold(text.split(" ", 1)[0].rstrip(".:")) in PHOTO_STEMS:
        return ()
    bare = _SIGNED.sub("", text, count=1) if _SIGNED.match(text) else text
    if len(bare) > 80 or (is_caseless(bare) and bare is text and not _is_two_words(bare)):
        return ()
    bare = _BETWEEN_NAMES.sub(", ", bare)
    names = names_in(bare.rstrip(".") if bare is not text else bare)
    if not names or not _names_are_all(bare, names):
        return ()
    # "Le Journal du Large - Soizic Madec": whose page it is, and who wrote.
    persons = tuple(name for name in names if fold(name.split()[0]) not in ARTICLES)
    return persons if 0 < len(persons) < len(names) else names


def names_alone(text: str) -> tuple[str, ...]:
    """Names on a line over a text that is nothing else, or only a short word before them that no list has."""
    first, _, rest = text.partition(" ")
    if fold(first) in BY and " " not in rest:
        return ()
    return signature_of(_UNKNOWN_WORD.sub("", text))


def _is_two_words(text: str) -> bool:
    # Han names are written in one: three words of Han are what a text is filed under.
    most = 2 if "\u3400" <= text[0] <= "\u9fff" else 4
    return 2 <= len(text.split()) <= most and len(text) <= 24


def _names_are_all(text: str, names: tuple[str, ...]) -> bool:
    rest = text
    for name in names:
        rest = rest.replace(name, " ", 1)
    return all(fold(word.strip(",.")) in AND or not word.strip(",./") for word in rest.split())


def signed_stamp(text: str) -> tuple[str, ...]:
    """Names that begin a line which goes on with a role or an address of mail, as they stand beside a stamp of time."""
    if names := signature_of(text.strip(" ,")) or _names_at_a_place(text):
        return names
    words = [word for word in text.split() if "@" not in word]
    for end in (3, 2) if len(words) == _WHOLE_NAME else (2, 3):
        name = " ".join(words[:end])
        if (
            len(words) >= end
            and "," not in name[:-1]
            and is_person(name.rstrip(","))
            and len(words) - end <= _MOST_OTHER_WORDS
            and _says_for_whom(text, name, words[end:])
            and not ends_sentence(text)
        ):
            return (name.rstrip(","),)
    return ()


def names_role(text: str) -> bool:
    """Whether a word of *text* says what somebody does for a paper, or for whom."""
    return any(fold(word.strip(",.()")) in ROLES | AUTHOR_NOUNS | EDITING for word in text.split())


def is_by(text: str) -> bool:
    """Whether *text* is nothing but a preposition that stands before an author's name."""
    return fold(text.rstrip(" :")) in BY


def is_staff(text: str) -> bool:
    """Whether *text* names nobody but those who work for a paper: `Staff and agencies`."""
    words = [fold(word.strip(",.")) for word in text.split()]
    return all(word in ROLES | AND for word in (words[1:] if words[0] in BY and len(words) > 1 else words))


def named_with_role(text: str) -> str:
    """The name before a role in brackets: `Name (editor for ...)`; "" where *text* is something else."""
    name, _, role = text.partition(" (")
    return name if role.endswith(")") and names_role(role) and is_person(name) else ""


def _names_at_a_place(text: str) -> tuple[str, ...]:
    """`A and B in Oslo`."""
    names = names_in(text)
    rest = text[text.rfind(names[-1]) + len(names[-1]) :].split() if names else []
    told = 2 <= len(rest) <= _WHOLE_NAME and rest[0].islower() and len(rest[0]) <= _WHOLE_NAME
    before = text[: -len(" ".join(rest))] if rest else text
    return (
        names
        if told and all(word[0].isupper() for word in rest[1:]) and _names_are_all(before, names)
        else ()
    )


def _says_for_whom(text: str, name: str, rest: list[str]) -> bool:
    """Whether what follows a name is a role, an employer or an address; headlines begin with names too."""
    if not rest or "@" in text:
        return True
    apart = name.endswith(",") or rest[0][0] in "(,/|–—-"
    named = name.endswith(",") and width(text) <= _NARROW
    # A clause after a comma, as in "Der Fluss, der nicht mehr gehorcht", has no name in it.
    other = not name.endswith(",") or any(
        word[:1].isupper() for word in (each.strip("(,/|–—-") for each in rest)
    )
    return (apart and (named or (other and not is_caseless(text)))) or names_role(" ".join(rest))


def dated_byline(text: str, before: str, after: str) -> Byline | None:
    """The byline of a line *text* that names a day too, *before* it or *after* it; None when it is none."""
    if _STROKE_AFTER.search(before) and (names := names_in(before.strip(" |·•-–—/"))):
        return Byline(names)
    if _HAN_NAME.fullmatch(before):
        return Byline((before.strip(),))
    if len(after.split()) <= _MOST_OTHER_WORDS and (found := byline_of(_JOINT.sub("", before))):
        return found
    bare = after.strip(" |,·•-–—/")
    first = _LEAD.match(bare)
    return (
        byline_of(bare) if first and fold(first[0]) in BY | AUTHOR_NOUNS and not ends_sentence(text) else None
    )


def _eastern(text: str) -> Byline | None:
    for pattern in (_HAN_REPORTER, _KOREAN, _JAPANESE):
        if match := pattern.fullmatch(text):
            names = tuple(name for name in re.split(r"[\s、，,·]+", match[1]) if name)
            return Byline(names) if names else None
    return None


def _western(text: str) -> Byline | None:
    if (verb := _VERB_AND_DASH.match(text)) and is_caseless(verb[1]) and fold(verb[1]) in BY:
        text = f"{verb[1]} {text[verb.end() :]}"
    parts = [part for part in _PART.split(_EMPLOYED.sub("", text)) if part]
    if not parts:
        return None
    first, *others = parts
    is_credit = bool(others) and ";" in text
    found = _lead(first)
    if found is None:
        return None
    names, writes = found
    if not writes:
        later = [_lead(part) for part in others]
        authors = next((names for item in later if item for names, writing in [item] if writing), ())
        return Byline(authors, is_credit=True)
    return Byline(names, is_credit) if names and (is_credit or not _tells(first, names)) else None


def _tells(text: str, names: tuple[str, ...]) -> bool:
    """Whether *text* is a sentence that names somebody rather than a byline."""
    others = len(text.split()) - sum(len(name.split()) for name in names) - 1
    return others > _MOST_OTHER_WORDS + len(names) or (others > len(names) and ends_sentence(text))


def _lead(text: str) -> tuple[tuple[str, ...], bool] | None:
    """Names after a word that announces them, and whether it is for writing; None when no such word begins *text*."""
    words = list(_LEAD.finditer(text))[:4]
    for at, match in enumerate(words[:3]):
        word, rest = fold(match[0]), text[match.end() :]
        colon = _COLON.match(rest)
        editing = any(fold(before[0]) in EDITING for before in words[: at + 1])
        if colon and (word in AUTHOR_NOUNS or word in EDITING) and at <= 1:
            return _announced(rest[colon.end() :], editing)
        if word in BY and (rest[:1] == " " or (colon and word in _WITH_COLON)):
            said = rest[colon.end() if colon else 1 :]
            names = names_in(said.strip(" -–:") if is_caseless(word) else said)
            told = at == 0 or (match[0].islower() and _is_work(fold(words[at - 1][0]), word))
            return (names, not editing) if names and told else None
        if word in EDITING and at == 0 and is_caseless(text):
            return _announced(rest, editing=True)
    return None


def _is_work(word: str, by: str) -> bool:
    """Whether *word* names work on a text, so that "by" after it announces who did it ("Reporting by", "Texte de")."""
    if word in AUTHOR_NOUNS or word in EDITING or word in _WROTE:
        return True
    return by == "by" and word.endswith(("ing", "ed", "en"))


def _announced(rest: str, editing: bool) -> tuple[tuple[str, ...], bool] | None:
    names = names_in(rest.strip())
    if not names and 0 < len(rest.split()) <= 3 and rest.strip()[:1].isupper():
        names = (rest.strip(),)
    return (names, not editing) if names else None
