"""A world of invented news in any size, the same for the same numbers, as feed files on disk."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

__all__ = ["write_feeds"]

_NEWEST = datetime(2026, 3, 15, 16, tzinfo=UTC)
_SYLLABLES = (
    "ka lu men or the sal ti no har veld oske mi ra pont dar ess wick ley am ber cor dun fen gal".split()
)
_WORDS = 6000
_COMMON = (
    "the of and to in a said that was for on with at by from it is be as were has had not but its".split()
)


def write_feeds(folder: Path, feeds: int, items: int, *, first: int = 0) -> list[Path]:
    """Write *feeds* RSS files of *items* items of some 3 KB each into *folder*; gives their paths.

    Items are numbered from *first*: other numbers are other articles.
    """
    chance = random.Random(1 + first)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(_WORDS)]
    # Words of a language are not alike common: Zipf's law, near enough.
    weights = [1 / (rank + 10) for rank in range(_WORDS)]
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(feeds):
        path = folder / f"feed-{number:04}.xml"
        path.write_text(_feed(number, range(first, first + items), chance, words, weights), encoding="utf-8")
        paths.append(path)
    return paths


def _feed(number: int, items: range, chance: random.Random, words: list[str], weights: list[float]) -> str:
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>',
        f"<title>Paper {number}</title><link>https://paper-{number}.example/</link><description>d</description>",
    ]
    for item in items:
        at = _NEWEST - timedelta(minutes=chance.randint(0, 60 * 24 * 365))
        title = " ".join(chance.choices(words, weights, k=8)).capitalize()
        paragraphs = "".join(f"<p>{_sentences(chance, words, weights)}</p>" for _ in range(6))
        parts.append(
            f"<item><title>{title}</title><link>https://paper-{number}.example/{item}</link>"
            f"<guid>{number}-{item}</guid><pubDate>{format_datetime(at)}</pubDate>"
            f"<description><![CDATA[{paragraphs}]]></description></item>"
        )
    return "".join([*parts, "</channel></rss>"])


def _sentences(chance: random.Random, words: list[str], weights: list[float]) -> str:
    mixed = [
        word
        for pair in zip(chance.choices(_COMMON, k=36), chance.choices(words, weights, k=36), strict=True)
        for word in pair
    ]
    return " ".join(mixed).capitalize() + "."
