"""Datelines of Chinese, Japanese and Korean agencies, which are written without blanks and name their reporters."""

from __future__ import annotations

import re
from unicodedata import normalize

from newsreader.parse.plain.calendar import find_day
from newsreader.parse.plain.dateparts import Parts
from newsreader.parse.plain.names import is_agency, is_place

__all__ = ["eastern_dateline"]

_HAN = "\u3400-\u9fff\u3005"
_HANGUL = "\uac00-\ud7a3"
_KANA = "\u3041-\u30ff"
_ANY = re.compile(f"[{_HAN}{_HANGUL}{_KANA}]")
# 新闻社北京3月3日电（记者 张三 李四）
_WIRE = re.compile(
    rf"[（(【〔]?\s*([{_HAN}\w·]{{2,24}}?)\s?((?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日)\s?(?:专|專|综合)?[电電讯訊][)）】〕]?"
    rf"(?:\s?[（(]?\s?(?:本报|本報)?(?:记者|記者|通讯员)[:：\s]*([^）)，。]{{2,30}}?)(?:[）)]|\s?(?:报道|報導)|(?=[，。]))|\s?[（(](?=[{_HAN}]{{2,4}}(?:[\s、][{_HAN}]{{2,4}}){{0,3}}[）)])([^）)]+)[）)])?[\s:：]*"
)
_WIRE_AGENCY = re.compile(r"(.{1,7}?[社网網报報台])(?=.)")
_REPORTER = re.compile(r"(.*?)(?:记者|記者)\s?(.+)")
# （記者王大明／台北報導）
_REPORTER_FIRST = re.compile(
    rf"(?:记者|記者)\s?([{_HAN}、 ]{{2,12}}?)\s?[/／]\s?([{_HAN}]{{2,8}}?)(?:报道|報導|報道|综合报道)?$"
)
_BRACKET = re.compile(r"([【〔［\[（(])\s*([^】〕］\]）)]{2,40}?)\s*[】〕］\]）)]\s*")
_KOREAN = re.compile(
    rf"((?:[{_HANGUL}]{{2,4}}(?:\s?(?:특파원|인턴기자))?[,·\s]{{0,2}}){{1,4}}?)\s?(?:기자|특파원)\s*=\s*|=\s*"
)
_OPEN = re.compile(
    rf"([{_HANGUL}]{{2,8}})\s?=\s?([{_HANGUL}\w]{{2,10}})\s+"
    rf"((?:[{_HANGUL}]{{2,4}}[,·\s]{{0,2}}){{1,3}}?)\s?(?:기자|특파원)\s*=\s*"
)
_AFTER = re.compile(r"[-－―—–=＝:：]\s*")
_JOINED = re.compile(rf"([ァ-ヺー・]{{2,}})([{_HAN}]{{2,4}})$|([{_HAN}]{{2,4}})(共同|時事)$")
# 通信, 新聞 and the like end no name of a person.
_AGENCY_END = re.compile("(?:通信|新聞|新闻|通訊|通讯|放送|[社網网報报台局])\\Z")
_NAMES = re.compile(r"[\s、，,・·]+")
_ABROAD = re.compile(rf"[A-Za-z{_KANA}]")


def eastern_dateline(head: str) -> tuple[Parts, int] | None:
    """The parts of an eastern dateline at the start of *head*, and where the text goes on; None when there is none."""
    if not _ANY.search(head[:40]):
        return None
    return _wire(head) or _open(head) or _bracket(head)


def _open(head: str) -> tuple[Parts, int] | None:
    """`서울=통신 홍길동 기자 = `, without brackets."""
    match = _OPEN.match(head)
    if match is None or not is_place(match[1]):
        return None
    return Parts(match[1], match[2], None, bracketed=True, authors=_names(match[3])), match.end()


def _wire(head: str) -> tuple[Parts, int] | None:
    match = _WIRE.match(head)
    if match is None:
        return None
    lead, authors = match[1], _names(match[3] or match[4] or "")
    if inner := _REPORTER.match(lead):
        lead, (author, place) = inner[1], _name_and_place(inner[2])
        return Parts(place, lead, find_day(match[2]), bracketed=True, authors=(*authors, author)), match.end()
    agency = _WIRE_AGENCY.match(lead)
    place = lead[agency.end() :] if agency else lead
    if not is_place(place):
        return None
    return Parts(
        place, agency[1] if agency else "", find_day(match[2]), bracketed=True, authors=authors
    ), match.end()


def _name_and_place(text: str) -> tuple[str, str]:
    """`王大明台北`: a blank or a stroke parts them, else most names have three characters."""
    pieces = [piece for piece in re.split(r"[\s/／]+", text) if piece]
    return (pieces[0], pieces[-1]) if len(pieces) > 1 else (text[:3], text[3:])


def _bracket(head: str) -> tuple[Parts, int] | None:
    match = _BRACKET.match(head)
    if match is None or not _ANY.search(match[2]):
        return None
    parts = _in_bracket(normalize("NFKC", match[2]))
    if parts is None:
        return None
    end = match.end()
    if korean := _KOREAN.match(head, end):
        names = tuple(name for name in _names(korean[1] or "") if name != "특파원")
        return Parts(
            parts.place, parts.agency, parts.day, bracketed=True, authors=parts.authors + names
        ), korean.end()
    if after := _AFTER.match(head, end):
        end = after.end()
    elif match[1] in "(（[" and not (parts.day or parts.authors) and "=" not in normalize("NFKC", match[2]):
        return None  # any remark in brackets
    return parts, end


def _in_bracket(content: str) -> Parts | None:
    if match := _REPORTER_FIRST.match(content):
        return Parts(match[2], "", None, bracketed=True, authors=_names(match[1]))
    if "=" in content:
        place, _, right = content.partition("=")
        agency = is_agency(right) and (
            bool(_ABROAD.search(right))
            or bool(re.search(f"[{_HANGUL}]", right))
            or right in ("共同", "時事")
            or _AGENCY_END.search(right) is not None
        )
        if not is_place(place):
            return None
        return Parts(
            place, right if agency else "", None, bracketed=agency, authors=() if agency else _names(right)
        )
    if (day := find_day(content)) and day.day:
        words = (content[: day.start] + " " + content[day.end :]).split()
        if not 1 <= len(words) <= 3:
            return None
        return Parts(" ".join(words[:-1]), words[-1], day, bracketed=True)
    if match := _JOINED.match(content):
        return Parts(match[1] or match[3], match[2] or match[4], None, bracketed=True)
    return None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _NAMES.split(text.strip()) if name)
