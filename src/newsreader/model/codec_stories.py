"""What people say about stories to plain JSON values and back. Raises as `model.codec`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsreader.model.codec_values import Json
from newsreader.model.story import StoryMark

__all__ = ["story_mark_from_json", "story_mark_to_json"]


def story_mark_to_json(mark: StoryMark) -> Json:
    """What a person said of two articles, as a JSON object; `same` is null where it was taken back."""
    return {"id": f"{mark.one}-{mark.other}", "same": mark.same, "at": mark.at}


def story_mark_from_json(value: Mapping[str, Any]) -> StoryMark:
    """What `story_mark_to_json` wrote."""
    one, other = value["id"].split("-")
    same, at = value["same"], value["at"]
    if not (same is None or isinstance(same, bool)) or not isinstance(at, int):
        raise TypeError("what was said is true, false or null, and its time a whole number")
    return StoryMark(one, other, same, at)
