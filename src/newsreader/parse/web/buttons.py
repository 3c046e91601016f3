"""What buttons around and within a text on the web say, which lead nowhere here."""

from __future__ import annotations

import re

from newsreader.parse.plain.cues import phrases
from newsreader.parse.plain.furniture import is_furniture
from newsreader.text.words import fold

__all__ = ["are_buttons"]

_BUTTONS = frozenset(
    phrases(
        "share, share this, share this article, tweet, pin, pin it, like, follow, reply, report, upvote, downvote,"
        " copy link, improve this question, improve this answer, add a comment, jump to recipe, print recipe, jump"
        " to navigation, jump to search, jump to content, back to top, teilen, twittern, merken, melden, antworten,"
        " vorlesen, gefällt mir, nach oben, partager, tweeter, répondre, signaler, écouter, compartir, tuitear,"
        " responder, me gusta, condividi, rispondi, mi piace, compartilhar, curtir, delen, beantwoorden, dela,"
        " gilla, svara, del, svar, jaa, vastaa, udostępnij, odpowiedz, sdílet, odpovědět, поделиться, ответить,"
        " нравится, paylaş, yanıtla, beğen, いいね, シェア, ツイート, 分享, 点赞, 回复, 공유, 좋아요"
    )
)
_BETWEEN = re.compile(r"\s*[/|·•,]\s*")
_COUNT = re.compile(r"\s*[(（]?\d{1,5}[)）]?\Z")


def are_buttons(line: str) -> bool:
    """Whether *line* is what buttons say, one or several, perhaps with how often they were pressed."""
    names = [fold(name) for name in _BETWEEN.split(_COUNT.sub("", line)) if name]
    return bool(names) and all(name in _BUTTONS or (len(names) > 1 and is_furniture(name)) for name in names)
