"""What came attached to an article, in words."""

from __future__ import annotations

from newsreader.model.entry import Enclosure

__all__ = ["media_facts", "media_line"]

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def media_facts(media: Enclosure) -> str:
    """Kind, size and duration, as far as they are known, such as `audio/mpeg, 12 MB, 41:30`."""
    facts = (media.media_type or "media", _size(media.length), _duration(media.duration))
    return ", ".join(fact for fact in facts if fact)


def media_line(media: Enclosure) -> str:
    """The facts and the address, in one line."""
    return f"{media_facts(media)}  {media.href}"


def _size(length: int | None) -> str:
    if not length or length < 0:
        return ""
    size, unit = float(length), 0
    while size >= 1000 and unit < len(_UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:.1f} {_UNITS[unit]}" if unit and size < 10 else f"{size:.0f} {_UNITS[unit]}"


def _duration(seconds: float | None) -> str:
    if not seconds or not 0 < seconds < 1e7:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
