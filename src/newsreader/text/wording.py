"""The words of a text that its author chose: without what pages count, stamp and lay out by themselves. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsreader.text.urls import without_tracking
from newsreader.text.words import fold

__all__ = ["is_counter", "wording"]

_PARAGRAPHS = re.compile(r"\n\s*\n|\n")
_PARTS = re.compile(r"\s+[|·•–—-]+\s+|[()\[\]|·•]")
_COUNTS = re.compile(r"\s*[|·•/]\s*|,\s+")
_TOKENS = re.compile(r"\d[\d.,:]*|[^\W\d_]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_SAME_SIGNS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
     "…": "...", "\u00ad": None, "\u200b": None}
)  # fmt: skip
_LONGEST_PART = 14
_FIRST = 4
_HAS_FIGURE = re.compile(r"\d")


def _set(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


# Closed classes, as readers of several languages see them beneath what they read.
_COUNTED = _set(
    "comment comments reply replies response responses share shares like likes view views read reads retweets reposts"
    " reactions points votes upvotes kommentar kommentare antworten aufrufe geteilt commentaire commentaires réponses"
    " partages vues comentario comentarios respuestas visitas vistas compartidos comentários commenti commento"
    " condivisioni visualizzazioni reacties reactie kommentarer visninger komentarz komentarze komentarzy komentáře"
    " komentářů комментарий комментария комментариев просмотр просмотра просмотров коментарів переглядів yorum"
    " görüntülenme تعليق تعليقات مشاهدة مشاهدات תגובות צפיות viewed reputation reviews ratings stimmen"
)
_READING = _set(
    "reading lesezeit lesedauer lesen lecture lectura lettura leitura leestijd lästid lesetid læsetid czytania"
    " чтения читать čtení okuma lukuaika"
)
_MINUTES = _set(
    "min mins minute minutes minuten minutos minuti minuut minuter minutter minut мин минут dk dakika"
)
_BESIDE_COUNTS = _set(
    "and und et y e i en och og и no of on this post article the to shared viewed times time add leave a your k m min"
    " minute minutes minuten mal keer from stars out est about ca time temps tiempo tempo czas время doba de di zur zum"
)
_EASTERN = "(?:コメント|評論|评论|閲覧|阅读|浏览|点赞|댓글|조회)"
_EASTERN_COUNT = re.compile(
    rf"{_EASTERN}[数數수]?\s*[:：]?\s*\d[\d.,]*|\d[\d.,]*\s*(?:件の|条|個の)?{_EASTERN}"
)
_UPDATED = _set(
    "updated modified edited revised aktualisiert aktualisierung geändert actualisé modifié actualizado"
    " actualizada actualización aggiornato aggiornamento atualizado atualizada bijgewerkt gewijzigd oppdatert"
    " uppdaterad обновление opdateret päivitetty zaktualizowano aktualizacja aktualizováno обновлено обновлен изменено"
    " оновлено güncellendi güncelleme تحديث עודכן actualitzat actualizat frissítve ενημερώθηκε"
)
_STAMP = re.compile(r"stand\b|(?:derniere )?mise? a jour\b|更新|最終更新|最后更新|업데이트|수정")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d\b|(?:19|20)\d\d|\b\d{1,2}[./]\d{1,2}\b")
_AGO = _set(
    "ago vor il hace fa geleden siden sedan temu назад önce min mins minute minutes minuten hour hours stunden h am pm"
    " gmt utc uhr heures horas ore uur"
)


def wording(text: str) -> tuple[str, ...]:
    """What of *text* counts when two versions of it are compared: its words in order.

    White space, the shape of quotes and dashes, tracking in addresses, lines that count comments, shares or views, and
    lines that say when the text was last updated do not.

    Args:
        text: plain, its paragraphs parted by line breaks.
    """
    words: list[str] = []
    for paragraph in _PARAGRAPHS.split(text):
        words += _chosen(paragraph)
    return tuple(words)


def is_counter(line: str) -> bool:
    """Whether *line* is nothing but what a page counts or reckons by itself: readers, comments, minutes to read it."""
    parts = [part for part in _COUNTS.split(fold(line.strip())) if part]
    return bool(parts) and all(
        _HAS_FIGURE.search(part) and _is_count(part, _words(_TOKENS.findall(part))) for part in parts
    )


def _chosen(paragraph: str) -> list[str]:
    # A search for signs with blanks around them takes the square of how many stand side by side.
    plain = _ADDRESS.sub(lambda match: _bare(match[0]), " ".join(paragraph.split())).translate(_SAME_SIGNS)
    if not _HAS_FIGURE.search(plain):
        return plain.split()
    if _is_by_itself(plain):
        return []
    parts = _PARTS.split(plain)
    if not any(map(_is_by_itself, parts)):
        return plain.split()
    return [word for part in parts if not _is_by_itself(part) for word in part.split()]


def _bare(address: str) -> str:
    try:
        return without_tracking(address)
    except ValueError:
        return address


def _is_by_itself(part: str) -> bool:
    """Whether a page writes this by itself, and writes it anew without anybody having changed a word."""
    if not _HAS_FIGURE.search(part):
        return False
    folded = fold(part.strip())
    tokens = _TOKENS.findall(folded)
    if len(tokens) > _LONGEST_PART:
        return False
    words = _words(tokens)
    if _is_count(folded, words):
        return True
    if any(word in _COUNTED for word in words):
        return False
    is_stamp = bool(_STAMP.match(folded)) or any(word in _UPDATED for word in words[:_FIRST])
    return is_stamp and (bool(_CLOCK.search(folded)) or any(word in _AGO for word in words))


def _words(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if not token[0].isdigit()]


def _is_count(folded: str, words: Sequence[str]) -> bool:
    if _EASTERN_COUNT.fullmatch(folded):
        return True
    if any(word in _COUNTED for word in words):
        return all(word in _COUNTED or word in _BESIDE_COUNTS for word in words)
    is_time = any(word in _READING for word in words) and any(word in _MINUTES for word in words)
    return is_time and all(word in _READING or word in _MINUTES or word in _BESIDE_COUNTS for word in words)
