"""What was done to articles, in files beside theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from newsreader.model.article import ArticleState
from newsreader.model.codec import state_from_json, state_to_json
from newsreader.store.layout import Layout
from newsreader.store.tables import damaged, documents

if TYPE_CHECKING:
    from newsreader.store.together import Together

__all__ = ["marked", "newer", "read_states", "set_marks"]


def read_states(layout: Layout, source_id: str, number: int) -> dict[str, ArticleState]:
    """The marks of one file by article id; none where there is no file.

    Raises:
        DamagedFileError: the file is not what this program writes.
        StoreError: it could not be read.
    """
    path = layout.states(source_id, number)
    found: dict[str, ArticleState] = {}
    try:
        for document in documents(path, "states"):
            state = state_from_json(document)
            known = found.get(document["id"])
            found[document["id"]] = newer(known, state) if known else state
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path, "a mark in it is not one") from error
    return found


def newer(one: ArticleState, other: ArticleState) -> ArticleState:
    """The later mark of each field; of two with one time, the set one, so that the order does not matter."""
    read = max((one.read_at, one.read), (other.read_at, other.read))
    hidden = max((one.hidden_at, one.hidden), (other.hidden_at, other.hidden))
    return ArticleState(read=read[1], read_at=read[0], hidden=hidden[1], hidden_at=hidden[0])


def marked(state: ArticleState, field: Literal["read", "hidden"], value: bool, at: int) -> ArticleState:
    """*state* with one field set; its time never goes back, even when the clock did. Done twice, it changes nothing."""
    if field == "read":
        if state.read == value and state.read_at >= at:
            return state
        return replace(state, read=value, read_at=max(at, state.read_at + 1))
    if state.hidden == value and state.hidden_at >= at:
        return state
    return replace(state, hidden=value, hidden_at=max(at, state.hidden_at + 1))


def set_marks(
    layout: Layout, source_id: str, number: int, states: Mapping[str, ArticleState], together: Together
) -> None:
    """Put these marks into the file of that number, when *together* is committed. Hold the lock.

    Raises:
        DamagedFileError: the file is there and is not what this program writes.
        StoreError: it could not be read.
    """
    from newsreader.store.storage import change, put

    with change(layout.states(source_id, number), "states", together=together) as database:
        put(database.table("states"), [state_to_json(article, state) for article, state in states.items()])
