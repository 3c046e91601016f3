"""Stories: folded into one row, their tellings one after another, what is hot, and corrections by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsreader.model.query import ListQuery
from newsreader.model.row import ArticleRow
from newsreader.ui.commands.command import Command
from newsreader.ui.commands.marking import opened
from newsreader.ui.commands.target import target

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Stories"


def _fold(screen: MainScreen) -> None:
    screen.views.folding.turn(screen.views.query)
    screen.views.show_again()
    screen.status.say("one row a story" if screen.views.asked.folded else "every telling has its row")


def _can_fold(screen: MainScreen) -> bool:
    return not screen.views.search and not screen.views.empty


def _walk(step: int, screen: MainScreen) -> None:
    row = target(screen)
    if row is None or row.story is None:
        return
    told = ListQuery(text=f"story:{row.story}")

    def next_telling() -> ArticleRow | None:
        keys = screen.library.view(told)[::-1]
        place = keys.index(row.key) + step if row.key in keys else 0
        return next(iter(screen.library.rows([keys[place % len(keys)]])), None) if keys else None

    screen.asker.ask("telling", next_telling, lambda found: _show(screen, found))


def _show(screen: MainScreen, row: ArticleRow | None) -> None:
    """Show a telling beside the list; the way back is to the article that the list has."""
    if row is None:
        return
    views, here = screen.views, screen.articles.current
    own = here is not None and here.id == row.id
    if views.single is None and here is not None and not own:
        views.back.append(here)
    views.single = None if own else row
    views.read(row, at_once=True)
    opened(screen, row)
    screen.go_to("text")


def _timeline(screen: MainScreen) -> None:
    from newsreader.ui.screens.stories import TimelineScreen

    row = target(screen)
    if row is not None:
        screen.app.push_screen(TimelineScreen(screen, row), lambda row: _show(screen, row))


def _hot(screen: MainScreen) -> None:
    from newsreader.ui.screens.stories import HotScreen

    screen.app.push_screen(HotScreen(screen), lambda row: _show(screen, row))


def _part(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None:
        screen.save(
            "take an article out of its story",
            lambda: screen.library.not_this_story(row.id),
            said="taken out of its story; ctrl+z puts it back",
        )


def _join(screen: MainScreen) -> None:
    here, found = screen.views.single or screen.articles.current, screen.related.current
    if here is not None and found is not None:
        ids = [here.id, found.row.id]
        screen.save(
            "make two articles one story",
            lambda: screen.library.same_story(ids),
            said="one story now; ctrl+z parts them again",
        )


def _has_story(screen: MainScreen) -> bool:
    row = target(screen)
    return row is not None and row.story is not None


def _can_join(screen: MainScreen) -> bool:
    found = screen.related.current
    return screen.pane == "related" and found is not None and not found.same_story


def _not_empty(screen: MainScreen) -> bool:
    return not screen.views.empty


COMMANDS = (
    Command("fold", ("plus",), "Fold each story into one row, or show every telling", _GROUP, _fold, _can_fold),
    Command(
        "next-telling", ("right_square_bracket",), "Next telling of this story", _GROUP,
        partial(_walk, 1), _has_story, "telling", ("text",), 1,
    ),
    Command(
        "previous-telling", ("left_square_bracket",), "Telling before this one", _GROUP, partial(_walk, -1), _has_story
    ),
    Command("timeline", ("T",), "Timeline of this story", _GROUP, _timeline, _has_story, "timeline", ("articles",), 1),
    Command("hot", ("H",), "Hot: what most sources tell", _GROUP, _hot, _not_empty, "hot", ("articles",), 2),
    Command("not-this-story", ("exclamation_mark",), "Take this article out of its story", _GROUP, _part, _has_story),
    Command("same-story", ("equals_sign",), "Same story as the one in RELATED", _GROUP, _join, _can_join),
)  # fmt: skip
