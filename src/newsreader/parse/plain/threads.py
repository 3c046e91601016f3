"""Comments of readers under an article: where they begin, and that nothing of them is its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsreader.parse.plain.cues import READER, phrases
from newsreader.parse.plain.furniture import is_furniture
from newsreader.parse.plain.piece import RUNNING, Kind, Piece
from newsreader.text.words import fold

__all__ = ["is_about_comments", "without_threads"]

_STEMS = phrases(
    "comment, kommentar, commentaire, comentario, comentari, comentário, commenti, reacties, reactie, komentar,"
    " комментари, коментар, yorum, replies, responses, antworten, réponses, respuestas, respostas, risposte,"
    " odpowiedzi, hozzászólás, σχόλι, تعليق, 评论, 評論, コメント, 댓글, bình luận"
)
"""Beginnings of words for what readers write under an article."""
_ASKED = phrases(
    "be the first to comment, comments are closed, comments are off, leave a comment, leave a reply, post a"
    " comment, add a comment, add your comment, join the conversation, log in to comment, sign in to comment, to"
    " leave a comment, write a comment, no comments yet, kommentar schreiben, ersten kommentar, um zu kommentieren,"
    " keine kommentare, premier à commenter, laisser un commentaire, pour commenter, primero en comentar, deja un"
    " comentario, deja una respuesta, para comentar, primeiro a comentar, deixe um comentário, deixe uma resposta,"
    " primo a commentare, lascia un commento, per commentare, eerste reactie, plaats een reactie, geef een reactie,"
    " om te reageren, första att kommentera, skriv en kommentar, lämna en kommentar, dodaj komentarz, skomentuj, ilk"
    " yorum, yorum yap, оставить комментарий, добавить комментарий, оставьте комментарий, комментариев пока нет,"
    " залишити коментар, napsat komentář, szólj hozzá, lasă un comentariu"
)
"""What stands where readers may write, or no longer may."""
_COUNT = re.compile(r"[\d()\[\]:.,\s]+")
_MOST_WORDS, _SHORT = 4, 8
_LONGEST = 110
_NEAR = 6
_NAME_WORDS = 3


def is_about_comments(text: str) -> bool:
    """Whether *text* is a short line that asks readers to comment, or says that they cannot."""
    if len(text) > _LONGEST:
        return False
    folded = fold(text)
    words = folded.split()
    if folded.startswith(_STEMS) and len(words) <= _MOST_WORDS and text.rstrip().endswith(("0)", "0")):
        return True  # "Comments (0)"
    stems = sum(word.startswith(_STEMS) for word in words)
    if len(words) <= _SHORT and stems and (stems > 1 or any(word in READER for word in words)):
        return True
    return any(phrase in folded for phrase in _ASKED)


def without_threads(pieces: Sequence[Piece]) -> list[Piece]:
    """*pieces*, those of comments told to be furniture: from a count or heading of theirs to the next label."""
    found, inside = list(pieces), False
    told = False
    for at, piece in enumerate(pieces):
        told = told or piece.kind in RUNNING
        if inside and (piece.kind in (Kind.LABEL, Kind.RIGHTS) or (piece.dateline and piece.dateline.body)):
            inside = False
        inside = inside or (told and _heads(piece) and _is_thread(pieces[at : at + 1 + _NEAR]))
        if inside:
            found[at] = replace(piece, kind=Kind.FURNITURE, byline=None, day=None)
    return found


def _heads(piece: Piece) -> bool:
    """Whether a line names comments and little else."""
    if len(piece.text) > _LONGEST:
        return False
    folded = fold(_COUNT.sub(" ", piece.text)).strip()
    words = folded.split()
    named = folded.startswith(_STEMS) or any(word.startswith(_STEMS) for word in words)
    return 0 < len(words) <= _MOST_WORDS and named


def _is_thread(pieces: Sequence[Piece]) -> bool:
    """Whether a name, and a moment unless the first line counts comments, stand over a text, as over each of them."""
    counted = any(map(str.isdigit, pieces[0].text))
    for above, piece in pairwise(pieces[1:]):
        if piece.kind in RUNNING and len(piece.text.split()) > _NAME_WORDS:
            return above.day is not None or (counted and _is_name(above) and not piece.block.gap)
        if piece.day and not (_is_name(above) or piece.byline):
            return False
    return False


def _is_name(piece: Piece) -> bool:
    named = len(piece.text.split()) <= _NAME_WORDS and any(map(str.isalpha, piece.text))
    return named and not is_furniture(piece.text)
