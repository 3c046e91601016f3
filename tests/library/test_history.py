"""Any sequence of changes, undone whole, gives the library as it was; redone, as it became."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsreader.errors import NothingToUndoError
from newsreader.library.library import open_library
from newsreader.model.query import ListQuery
from newsreader.model.retention import Retention
from support.clocks import Clock
from support.feeds import feed
from support.seeing import ids, whole

OPML = (
    '<opml version="2.0"><body><outline text="Far"><outline text="A" xmlUrl="http://127.0.0.1:9/a"/>'
    '<outline text="B" xmlUrl="http://127.0.0.1:9/b"/></outline></body></opml>'
)


def items(source):
    return [
        {
            "id": f"{source}{n}",
            "title": f"Story {source}{n}",
            "content_text": f"words of {n}",
            "date_published": f"2026-11-{22 - n:02}T12:00:00Z",
        }
        for n in range(4)
    ]


class World:
    """A library of two sources, and what may be done to it."""

    def __init__(self, folder):
        self.folder = folder
        self.clock = Clock()
        for name in "xy":
            (folder / f"{name}.json").write_text(feed(items(name), f"Paper {name}"))
        (folder / "far.opml").write_text(OPML)
        self.library = open_library(folder / "data", clock=self.clock)
        self.add(0)

    def reopen(self):
        self.library.close()
        self.library = open_library(self.folder / "data", clock=self.clock)

    def name(self, number):
        names = sorted(ids(self.library).values())
        return names[number % len(names)] if names else "0123456789abcdef"

    def source(self, number):
        rows = sorted(row.source.id for row in self.library.sources())
        return rows[number % len(rows)] if rows else "nothing"

    def add(self, number):
        self.library.add(str(self.folder / f"{'xy'[number % 2]}.json"))

    def read(self, number):
        self.library.mark_read([self.name(number)], read=number % 3 > 0)

    def read_all(self, number):
        self.library.mark_keys(self.library.view(ListQuery()), read=number % 2 == 0)

    def bookmark(self, number):
        self.library.bookmark([self.name(number)], note="n" * (number % 3), add_tags=["t"] * (number % 2))

    def unbookmark(self, number):
        self.library.unbookmark([self.name(number)])

    def remove(self, number):
        self.library.remove([self.source(number)])

    def rename(self, number):
        self.library.change_source(self.source(number), title=f"T{number}", folder="F" * (number % 2))

    def rule(self, number):
        self.library.change_source(self.source(number), retention=Retention(count=number % 4))

    def rule_for_all(self, number):
        self.library.change_retention(Retention(days=number % 4, keep_unread=bool(number % 2)))

    def refresh(self, number):
        list(self.library.refresh(force=True))

    def take_over(self, number):
        self.library.import_sources(self.folder / "far.opml")


ACTIONS = ("add", "read", "read_all", "bookmark", "unbookmark", "remove", "rename", "rule", "rule_for_all",
           "refresh", "take_over")  # fmt: skip
actions = st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 11)), min_size=1, max_size=8)


def all_back(library):
    try:
        while True:
            library.undo()
    except NothingToUndoError:
        pass


def all_again(library):
    try:
        while True:
            library.redo()
    except NothingToUndoError:
        pass


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(actions)
@example([("remove", 0), ("add", 0)])
def test_undone_whole_as_it_was_and_redone_as_it_became(todo):
    folder = Path(tempfile.mkdtemp())
    world = World(folder)
    try:
        seen = [whole(world.library)]
        steps = len(world.library.history(500))
        for name, number in todo:
            world.clock.move(minutes=1)
            getattr(world, name)(number)
            if len(world.library.history(500)) > steps:
                steps = len(world.library.history(500))
                seen.append(whole(world.library))
            else:
                seen[-1] = whole(world.library)  # no step: a source was read again, or a deletion went on
        for wanted in reversed(seen[:-1]):
            world.library.undo()
            assert whole(world.library) == wanted
        world.reopen()
        for wanted in seen[1:]:
            world.library.redo()
            assert whole(world.library) == wanted
        all_back(world.library)
        assert world.library.sources() == []
        all_again(world.library)
        assert whole(world.library) == seen[-1]
        assert world.library.doctor().ok
    finally:
        world.library.close()
        shutil.rmtree(folder)


def test_a_removed_source_takes_its_health_along(library, path):
    row = library.sources()[0]
    library.remove([row.source.id])
    library.add(str(path), fetch=False)
    assert library.sources()[0].health.status == "never"
    assert [outcome.new for outcome in library.refresh()] == [3]
    library.undo()
    library.undo()
    assert library.sources()[0].health == row.health


def test_a_note_that_was_undone_does_not_come_back(library):
    name = ids(library)["One"]
    library.bookmark([name], note="why", add_tags=["t"])
    library.undo()
    library.bookmark([name])
    assert (library.bookmark_of(name).note, library.bookmark_of(name).tags) == ("", ())


def test_what_was_read_of_a_source_while_it_was_removed_is_not_stored(library, path):
    """A refresh and a removal at one moment."""
    outcomes = library.refresh(force=True)
    path.write_text(feed([("8", "Eight", "x")]))
    reading = iter(outcomes)
    library.remove([library.sources()[0].source.id])
    list(reading)
    assert library.sources() == []
    library.undo()
    assert set(ids(library)) == {"One", "Two", "Three"}
    assert library.sources()[0].health.status == "ok"
