"""What media an entry brings: to play or keep, and its picture."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from newsreader.model.entry import Enclosure
from newsreader.text.sanitise import clean_line
from newsreader.text.urls import clean_url

__all__ = ["Media", "media_of"]

_TYPES = {
    "aac": "audio/aac", "flac": "audio/flac", "m4a": "audio/mp4", "mp3": "audio/mpeg", "oga": "audio/ogg",
    "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "m4v": "video/mp4", "mkv": "video/x-matroska",
    "mov": "video/quicktime", "mp4": "video/mp4", "webm": "video/webm", "avif": "image/avif", "gif": "image/gif",
    "jpeg": "image/jpeg", "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "pdf": "application/pdf",
}  # fmt: skip
_PERIOD = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?\Z", re.IGNORECASE)
_MOST = 10**15


@dataclass(frozen=True, slots=True)
class Media:
    """An entry's media.

    Attributes:
        enclosures: to play or to keep, each address once; the picture is none of them.
        image: http or https address of the entry's picture, or None.
    """

    enclosures: tuple[Enclosure, ...]
    image: str | None


def media_of(entry: Mapping[str, Any], base: str | None) -> Media:
    """The media of *entry*, as feedparser gives it; relative addresses are resolved against *base*.

    The picture is the widest that stands by itself, else a podcast's, an attached one, or the widest thumbnail. Of one
    film in many sizes the one that its feed calls the default is taken, else all.
    """
    attached = list(_attached(entry, base))
    listed = [found for found in entry.get("media_content") or () if isinstance(found, Mapping)]
    pictures = [
        found.get("url") for found in _widest_first(found for found in listed if _major(found) == "image")
    ]
    pictures.append((entry.get("image") or {}).get("href"))
    pictures += [enclosure.href for enclosure in attached if enclosure.media_type.startswith("image/")]
    pictures += [found.get("url") for found in _widest_first(entry.get("media_thumbnail") or ())]
    image = next((address for found in pictures if (address := clean_url(found, base))), None)
    played = [found for found in listed if _major(found) in ("audio", "video")]
    chosen = [found for found in played if found.get("isdefault") == "true"] or played
    attached += [enclosure for found in chosen for enclosure in _enclosure(found, "url", "filesize", base)]
    kept: dict[str, Enclosure] = {}
    for enclosure in attached:
        if enclosure.href != image:
            kept.setdefault(enclosure.href, enclosure)
    return Media(tuple(kept.values()), image)


def _attached(entry: Mapping[str, Any], base: str | None) -> Iterator[Enclosure]:
    listed = entry.get("enclosures") or ()
    spoken = entry.get("itunes_duration") if len(listed) == 1 else None
    for found in listed:
        yield from _enclosure({"duration": spoken, **found}, "href", "length", base)
    for found in entry.get("content") or ():
        # Atom has what it refers to stand in the place of a text.
        if str(found.get("type") or "").startswith(("audio/", "video/", "image/")):
            yield from _enclosure(found, "src", "length", base)


def _enclosure(found: Mapping[str, Any], place: str, size: str, base: str | None) -> Iterator[Enclosure]:
    if href := clean_url(found.get(place), base):
        length = _number(found.get(size))
        media_type = clean_line(str(found.get("type") or ""), 100) or _type_of(href)
        yield Enclosure(href, media_type, int(length) if length else None, _seconds(found.get("duration")))


def _major(found: Mapping[str, Any]) -> str:
    """`image`, `audio`, `video` or another kind: as declared, else by the ending of the address."""
    declared = str(found.get("medium") or found.get("type") or "") or _type_of(str(found.get("url") or ""))
    return declared.partition("/")[0].strip().lower()


def _type_of(address: str) -> str:
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    return _TYPES.get(path.rpartition(".")[2].lower(), "")


def _widest_first(
    pictures: Iterator[Mapping[str, Any]] | Sequence[Mapping[str, Any]],
) -> list[Mapping[str, Any]]:
    return sorted(pictures, key=lambda found: -(_number(found.get("width")) or 0))


def _seconds(value: Any) -> float | None:
    """A duration as podcasts write it: seconds, minutes and seconds, or hours too; or as ISO 8601 does."""
    text = str(value or "").strip()
    period = _PERIOD.match(text)
    parts = [part or "0" for part in period.groups()] if period else text.split(":")
    numbers = [_number(part) for part in parts]
    if len(parts) > 3 or any(number is None for number in numbers):
        return None
    seconds = sum((number or 0.0) * 60**place for place, number in enumerate(reversed(numbers)))
    return (int(seconds) if seconds.is_integer() else seconds) or None


def _number(value: Any) -> float | None:
    """A number that is not negative; None for what is none, or could not be true."""
    try:
        number = float(str(value).strip() if value is not None else "")
    except ValueError:
        return None
    return number if math.isfinite(number) and 0 <= number < _MOST else None
