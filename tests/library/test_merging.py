"""Two copies of one library, changed apart, come to the same: by hand, or through a service that keeps them in step."""

import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsreader.errors import DamagedFileError, NewerFormatError, NothingToUndoError, UsageError
from newsreader.library.library import open_library
from newsreader.model.query import ListQuery
from newsreader.model.retention import Retention
from newsreader.store.deleted import read_deleted
from newsreader.store.history import newest_first
from newsreader.store.layout import Layout
from support.clocks import Clock
from support.feeds import feed
from support.seeing import ids, titles, whole


def items(source, numbers, text="words"):
    return [
        {
            "id": f"{source}{n}",
            "title": f"Story {source}{n}",
            "content_text": f"{text} {n}",
            "date_published": f"2026-11-{22 - n:02}T12:00:00Z",
        }
        for n in numbers
    ]


class Machine:
    """One of two machines: its own copy of the library, and what may be done on it."""

    def __init__(self, folder, data):
        self.folder = folder
        self.data = data
        self.clock = Clock()
        self.library = open_library(data, clock=self.clock)

    def again(self):
        self.library.close()
        self.library = open_library(self.data, clock=self.clock)
        return self.library

    def write(self, name, found):
        (self.folder / f"{name}.json").write_text(feed(found, f"Paper {name}"))

    def name(self, number):
        names = sorted(ids(self.library).values())
        return names[number % len(names)] if names else "0123456789abcdef"

    def source(self, number):
        rows = sorted(row.source.id for row in self.library.sources())
        return rows[number % len(rows)] if rows else "nothing"

    def add(self, number):
        self.write("xyz"[number % 3], items("xyz"[number % 3], range(3)))
        self.library.add(str(self.folder / f"{'xyz'[number % 3]}.json"))

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
        self.library.change_retention(Retention(days=number % 4, keep_unread=bool(number % 2)))

    def refresh(self, number):
        """The sources go on: other articles, and other words of the same."""
        for name in "xyz":
            self.write(name, items(name, range(number % 4, number % 4 + 3), text=f"words {number % 2}"))
        list(self.library.refresh(force=True))

    def save(self, number):
        self.library.save_search(f"s{number % 3}", ListQuery(f"words {number}"))

    def unsave(self, number):
        self.library.remove_search(f"s{number % 3}")

    def undo(self, number):
        with suppress(NothingToUndoError):
            self.library.undo()


ACTIONS = ("add", "read", "read_all", "bookmark", "unbookmark", "remove", "rename", "rule", "refresh", "save", "unsave",
           "undo")  # fmt: skip
actions = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(ACTIONS), st.integers(0, 11), st.integers(0, 1)), max_size=12
)


def everything(machine):
    """All of a library that two machines come to share."""
    layout = Layout(machine.data)
    steps = [
        (step.number, step.undone, step.touched, step.was, step.change) for step in newest_first(layout, [])
    ]
    files = {
        path.relative_to(machine.data).as_posix(): path.read_bytes()
        for path in machine.data.rglob("*.json")
        if not path.is_relative_to(layout.cache) and path != layout.place
    }
    deleted = {path.parent.name: read_deleted(path) for path in machine.data.glob("sources/*/deleted.json")}
    searches = [search for search, _ in machine.library.saved_searches()]
    return whole(machine.library), searches, steps, deleted, files.keys()


def apart(folder):
    """Two machines with one library each that began as the same."""
    first = Machine(folder, folder / "one" / "data")
    first.add(0)
    first.library.close()
    shutil.copytree(folder / "one", folder / "two")
    return first, Machine(folder, folder / "two" / "data")


@pytest.fixture
def machines(tmp_path):
    first, second = apart(tmp_path)
    first.again()
    yield first, second
    first.library.close()
    second.library.close()


def merged(machine, data):
    machine.library.merge(data)
    return everything(machine)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(actions)
def test_merged_either_way_the_same(todo):
    folder = Path(tempfile.mkdtemp())
    try:
        machines = apart(folder)
        machines[0].again()
        for which, name, number, seconds in todo:
            machines[which].clock.move(seconds=seconds)  # some steps of both have one time
            getattr(machines[which], name)(number)
        for machine in machines:
            machine.library.close()
        shutil.copytree(folder / "one", folder / "was")
        before = [{name for name, _ in _articles(machine)} for machine in machines]
        one, two = (machine.again() and machine for machine in machines)
        found = merged(one, two.data)
        assert merged(two, folder / "was" / "data") == found
        assert merged(one, two.data) == found  # and once more changes nothing
        assert {name for name, _ in _articles(one)} | _removed(one) >= before[0] | before[1]
        assert one.library.doctor().ok
        assert whole(one.again()) == found[0]
    finally:
        for machine in machines:
            machine.library.close()
        shutil.rmtree(folder)


def _articles(machine):
    """Articles in any file of the library, the trash too, with the file."""
    for path in machine.data.rglob("articles-*.json"):
        for name in _documents(path):
            yield name, path


def _documents(path):
    import orjson

    return [document["id"] for document in orjson.loads(path.read_bytes())["articles"].values()]


def _removed(machine):
    """Articles that went with a step which nothing can do again."""
    import orjson

    path = machine.data / "library.json"
    sources = orjson.loads(path.read_bytes()).get("sources", {}).values()
    gone = {document["id"] for document in sources if "removed_at" in document}
    kept = {name for name, path in _articles(machine)}
    return {name for name in _all_ids(gone) if name not in kept}


def _all_ids(source_ids):
    from newsreader.text.hashing import article_id

    return {article_id(source, f"{letter}{n}") for source in source_ids for letter in "xyz" for n in range(8)}


def test_marks_and_bookmarks_go_by_the_newest_change(machines):
    one, two = machines
    names = ids(one.library)
    one.library.mark_read([names["Story x0"], names["Story x1"]])
    one.library.bookmark([names["Story x2"]], note="older")
    two.clock.move(minutes=1)
    two.library.mark_read([names["Story x0"]])
    two.library.mark_read([names["Story x0"]], read=False)
    two.library.bookmark([names["Story x2"]], note="newer")
    outcome = one.library.merge(two.data)
    assert (outcome.articles, outcome.bookmarks, outcome.sources, outcome.steps) == (0, 0, 0, 3)
    assert [row.read for row in one.library.window(ListQuery(), 9)] == [False, True, False]
    assert [kept.note for kept in one.library.bookmarks()] == ["newer"]
    assert one.library.undo().change.title.startswith("note")
    assert [kept.note for kept in one.library.bookmarks()] in ([], ["older"])


def test_what_both_saved_stays_and_what_one_removed_goes(machines):
    one, two = machines
    one.library.save_search("ours", ListQuery("one"))
    one.library.save_search("both", ListQuery("one"))
    one.library.mute("football")
    one.library.close()
    shutil.rmtree(two.data)
    two.library.close()
    shutil.copytree(one.data, two.data)
    one.again()
    two.again()
    two.clock.move(minutes=1)
    two.library.save_search("theirs", ListQuery("two"))
    two.library.remove_search("both")
    one.clock.move(minutes=2)
    one.library.save_search("later", ListQuery("three"))
    for machine, other in ((one, two), (two, one)):
        machine.library.merge(other.data)
        assert [search.name for search, _ in machine.library.saved_searches()] == ["later", "ours", "theirs"]
        assert [rule.query for rule in machine.library.mute_rules()] == ["football"]


def test_articles_that_both_fetched_into_files_of_one_name_all_stay(machines):
    one, two = machines
    one.write("x", items("x", range(2, 5)))
    list(one.library.refresh(force=True))
    two.write("x", items("x", range(3, 7)))
    list(two.library.refresh(force=True))
    names = ids(two.library)
    two.library.mark_read([names["Story x6"]])
    one.library.merge(two.data)
    assert titles(one.library) == [f"Story x{n}" for n in range(7)]
    assert [row.title for row in one.library.window(ListQuery(), 9) if row.read] == ["Story x6"]
    one.library.undo()
    assert one.library.counts().unread == 7
    assert one.library.doctor().ok


def test_of_an_article_that_changed_on_both_the_newest_text_and_all_older_ones_are_kept(machines):
    one, two = machines
    for machine, text, minutes in ((one, "first", 1), (two, "second", 2)):
        machine.clock.move(minutes=minutes)
        machine.write("x", items("x", range(1), text=text))
        list(machine.library.refresh(force=True))
    one.library.merge(two.data)
    found = one.library.article(ids(one.library)["Story x0"])
    assert found.entry.text == "second 0"
    assert [revision.entry.text for revision in found.revisions] == ["words 0", "first 0"]


def test_a_source_removed_here_and_read_there_is_removed_and_comes_back_with_all(machines):
    one, two = machines
    one.clock.move(minutes=1)
    one.library.remove([one.source(0)])
    two.write("x", items("x", range(5)))
    list(two.library.refresh(force=True))
    two.library.merge(one.data)
    assert two.library.sources() == []
    two.library.undo()
    assert titles(two.library) == [f"Story x{n}" for n in range(5)]
    assert two.library.sources()[0].health.status == "ok"


def test_a_source_removed_here_and_renamed_there_later_stays(machines):
    one, two = machines
    one.library.remove([one.source(0)])
    two.clock.move(minutes=1)
    two.library.change_source(two.source(0), title="Mine")
    for machine, other in ((one, two), (two, one)):
        machine.library.merge(other.data)
        assert [row.source.title for row in machine.library.sources()] == ["Mine"]
        assert len(titles(machine.library)) == 3


def test_what_one_deleted_goes_and_what_it_brought_back_stays(machines):
    one, two = machines
    for machine in machines:
        machine.read_all(0)
    one.clock.move(minutes=1)
    one.library.change_retention(Retention(days=3))
    list(one.library.refresh(force=True))
    assert titles(one.library) == ["Story x0", "Story x1"]
    two.library.merge(one.data)
    assert titles(two.library) == ["Story x0", "Story x1"]
    list(two.library.refresh(force=True))
    assert titles(two.library) == ["Story x0", "Story x1"]
    one.clock.move(minutes=1)
    one.library.undo()
    two.library.merge(one.data)
    assert len(titles(two.library)) == 3


def test_steps_of_one_time_stay_apart(machines):
    one, two = machines
    names = ids(one.library)
    one.library.mark_read([names["Story x0"]])
    two.library.mark_read([names["Story x1"]])
    numbers = []
    for machine, other in ((one, two), (two, one)):
        machine.library.merge(other.data)
        numbers.append([(step.number, step.change) for step in machine.library.history()])
    assert numbers[0] == numbers[1]
    assert len(numbers[0]) == 3
    one.library.undo()
    one.library.undo()
    assert one.library.counts().unread == 3


def together(one, two):
    one.library.merge(two.data)
    return one.library


def test_undoing_what_the_other_did_leaves_what_was_done_here(machines):
    one, two = machines
    name = ids(one.library)["Story x0"]
    for machine, minutes in ((one, 1), (two, 2)):
        machine.clock.move(minutes=minutes)
        machine.library.bookmark([name], note=f"at {minutes}")
        machine.library.save_search("A", ListQuery(f"at {minutes}"))
        machine.add(1)
    library = together(one, two)
    seen = [_notes(library)]
    for _ in range(6):
        library.undo()
        seen.append(_notes(library))
    first, second = ({"at 1"}, {"at 1"}), ({"at 2"}, {"at 2"})
    assert seen[0] == (*second, 6)
    assert seen[3] == (*first, 6)
    assert seen[6] == (set(), set(), 3)
    for wanted in reversed(seen[:-1]):
        library.redo()
        assert _notes(library) == wanted
    assert library.doctor().ok


def _notes(library):
    notes = {kept.note for kept in library.bookmarks()}
    return notes, {search.query.text for search, _ in library.saved_searches()}, len(titles(library))


def test_a_removal_that_is_undone_brings_back_the_title_that_the_other_gave(machines):
    one, two = machines
    one.clock.move(minutes=1)
    one.library.change_source(one.source(0), title="Ours")
    two.clock.move(minutes=2)
    two.remove(0)
    library = together(one, two)
    assert titles(library) == []
    library.undo()
    assert [row.source.title for row in library.sources()] == ["Ours"]
    assert len(titles(library)) == 3


def test_a_source_that_comes_back_with_its_title_has_its_articles(machines):
    one, two = machines
    one.clock.move(minutes=1)
    one.remove(0)
    two.clock.move(minutes=2)
    two.library.change_source(two.source(0), title="Theirs")
    library = together(one, two)
    before = whole(library)
    for _ in range(2):
        library.undo()
    for _ in range(2):
        library.redo()
    assert whole(library) == before
    assert len(titles(library)) == 3


def test_what_one_deleted_stays_so_when_the_removal_of_its_source_is_undone(machines):
    one, two = machines
    names = ids(one.library)
    one.clock.move(minutes=1)
    one.library.mark_read([names["Story x2"]])
    one.rule(1)
    list(one.library.refresh(force=True))
    assert len(titles(one.library)) == 2
    two.clock.move(minutes=2)
    two.remove(0)
    library = together(one, two)
    library.undo()
    assert len(titles(library)) == 2
    assert library.doctor().ok


def test_the_other_copy_is_only_read(machines):
    one, two = machines
    two.read(1)
    two.library.close()
    before = {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in two.data.rglob("*") if path.is_file()
    }
    one.library.merge(two.data)
    assert before == {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in two.data.rglob("*") if path.is_file()
    }


def test_what_is_no_other_library_is_refused(machines, tmp_path):
    one, two = machines
    for path in (tmp_path / "nowhere", tmp_path, one.data):
        with pytest.raises(UsageError):
            one.library.merge(path)
    path = two.data / "library.json"
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    before = everything(one)
    with pytest.raises(NewerFormatError):
        one.library.merge(two.data)
    path.write_bytes(b"{")
    with pytest.raises(DamagedFileError):
        one.library.merge(two.data)
    assert everything(one) == before


def test_a_damaged_file_of_the_other_is_named_and_the_rest_taken_in(machines):
    one, two = machines
    two.library.bookmark([two.name(0)])
    (two.data / "bookmarks.json").write_bytes(b"[]")
    two.read_all(0)
    outcome = one.library.merge(two.data)
    assert len(outcome.left_out) == 1
    assert "bookmarks.json" in outcome.left_out[0]
    assert one.library.counts().unread == 0


NAMES = {
    "Syncthing": "{stem}.sync-conflict-20261123-120000-ABCDEF7.json",
    "Dropbox": "{stem} (Ada Lovelace's conflicted copy 2026-11-23).json",
    "Dropbox in German": "{stem} (In Konflikt stehende Kopie von Ada 2026-11-23).json",
    "twice": "{stem} (Ada's conflicted copy 2026-11-23) (1).json",
}


@pytest.mark.parametrize("pattern", NAMES.values(), ids=NAMES)
def test_copies_in_conflict_are_taken_in_and_removed_by_the_next_start(machines, tmp_path, pattern):
    """Of every file that differs the other machine's version wins, and ours is laid beside it; new files just come."""
    one, two = machines
    names = ids(one.library)
    one.library.bookmark([names["Story x0"]], note="one")
    one.library.mark_read([names["Story x0"]])
    one.write("x", items("x", range(2, 5)))
    list(one.library.refresh(force=True))
    one.library.save_place({"pane": "one"})
    two.clock.move(minutes=1)
    two.library.bookmark([names["Story x1"]], note="two")
    two.library.mark_read([names["Story x1"]])
    two.write("x", items("x", range(4, 7)))
    list(two.library.refresh(force=True))
    two.add(1)
    for machine in machines:
        machine.library.close()
    shutil.copytree(one.data, tmp_path / "by hand")
    by_hand = open_library(tmp_path / "by hand", clock=one.clock)
    by_hand.merge(two.data)
    laid = sync(two.data, one.data, pattern)
    assert laid
    library = one.again()
    assert whole(library) == whole(by_hand)
    assert not [path for path in one.data.rglob("*.json") if "(" in path.name or "sync-conflict" in path.name]
    assert library.doctor().ok
    assert library.notices() == []
    by_hand.close()


def sync(origin, target, pattern):
    """Bring what *origin* has to *target*; where both changed a file, that of the target goes beside it."""
    laid = []
    for path in sorted(origin.rglob("*.json")):
        name = path.relative_to(origin)
        there = target / name
        if "cache" in name.parts:
            continue
        there.parent.mkdir(parents=True, exist_ok=True)
        if there.exists() and there.read_bytes() != path.read_bytes():
            laid.append(there.with_name(pattern.format(stem=there.stem)))
            there.rename(laid[-1])
        shutil.copy2(path, there)
    return laid


def keep_in_step(was, one, two):
    """As a service does that saw both when they were *was*: what one changed or deleted goes to the other, what one
    changed stays though the other deleted it, and what both changed stands beside itself."""
    files = {
        path.relative_to(folder)
        for folder in (was, one, two)
        for path in folder.rglob("*.json")
        if "cache" not in path.relative_to(folder).parts and path.name != "place.json"
    }
    for name in sorted(files):
        before, ours, theirs = (_bytes(folder / name) for folder in (was, one, two))
        wanted = ours if theirs in (before, None) and ours not in (before, None) else theirs
        wanted = ours if theirs == before else wanted
        if ours and theirs and before not in (ours, theirs) and ours != theirs:
            for folder in (one, two):
                _put(folder / NAMES["Syncthing"].format(stem=name.with_suffix("")), ours)
        for folder in (one, two):
            _put(folder / name, wanted)


def _bytes(path):
    return path.read_bytes() if path.exists() else None


def _put(path, content):
    if content is None:
        path.unlink(missing_ok=True)
        if path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.mark.parametrize("late", ["read", "rename"])
def test_a_source_removed_on_one_machine_is_whole_or_gone_on_both(machines, tmp_path, late):
    """A service moves single files: what marking wrote on the other machine stays, and a title brings no articles."""
    one, two = machines
    shutil.copytree(one.data, tmp_path / "was")
    names = ids(two.library)
    one.clock.move(minutes=1)
    one.remove(0)
    two.clock.move(minutes=2)
    if late == "read":
        two.library.mark_read([names["Story x1"]])
    else:
        two.library.change_source(two.source(0), title="Mine")
    for machine in machines:
        machine.library.close()
    keep_in_step(tmp_path / "was", one.data, two.data)
    for machine in machines:
        library = machine.again()
        assert library.doctor().ok
        assert len(titles(library)) == (0 if late == "read" else 3)
    if late == "read":
        one.library.undo()  # the mark
        one.library.undo()
        assert len(titles(one.library)) == 3


def test_both_machines_make_the_same_bytes_of_a_conflict(machines, tmp_path):
    """Or the service would find them in conflict again, for ever."""
    one, two = machines
    for machine, numbers in ((one, range(2, 5)), (two, range(4, 7))):
        machine.clock.move(seconds=1)
        machine.write("x", items("x", numbers))
        list(machine.library.refresh(force=True))
        machine.read_all(0)
        machine.bookmark(numbers[0])
        machine.library.close()
    shutil.copytree(one.data, tmp_path / "one before")
    sync(two.data, one.data, NAMES["Syncthing"])
    sync(tmp_path / "one before", two.data, NAMES["Dropbox"])
    for machine in machines:
        machine.again()
    for path in sorted(one.data.rglob("*.json")):
        if "cache" not in path.parts:
            assert path.read_bytes() == (two.data / path.relative_to(one.data)).read_bytes(), path


def test_a_copy_that_cannot_be_read_is_set_aside(machines):
    one, _ = machines
    broken = one.data / "health.sync-conflict-20261123-120000-ABCDEF7.json"
    broken.write_bytes(b"[")
    library = one.again()
    assert not broken.exists()
    assert [path.read_bytes() for path in (one.data / "damaged").rglob("*.json")] == [b"["]
    assert len(library.notices()) == 1


def test_a_copy_of_a_change_that_was_not_finished_is_finished(machines, monkeypatch):
    """The other machine was killed after it had saved its step, and the service laid that beside ours."""
    one, two = machines
    with monkeypatch.context() as patched:
        patched.setattr("newsreader.library.changes.apply_step", _stopped)
        with pytest.raises(KeyboardInterrupt):
            two.library.bookmark([two.name(0)], note="saved")
    (saved,) = (two.data / "history").glob("*.open.json")
    stem = NAMES["Syncthing"].format(stem=saved.stem)
    shutil.copy2(saved, one.data / "history" / stem)
    library = one.again()
    assert [kept.note for kept in library.bookmarks()] == ["saved"]
    assert library.doctor().ok


def _stopped(*_):
    raise KeyboardInterrupt


def test_a_copy_of_a_newer_format_is_refused_in_a_line(machines):
    one, _ = machines
    path = one.data / "library.sync-conflict-20261123-120000-ABCDEF7.json"
    path.write_bytes(b'{"meta": {"1": {"format": 2}}}')
    before = (one.data / "library.json").read_bytes()
    with pytest.raises(NewerFormatError):
        one.again()
    assert (one.data / "library.json").read_bytes() == before
    assert path.exists()


def git(folder, *words):
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@a.example", *words],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_what_git_could_not_merge_is_merged_by_the_next_start(tmp_path):
    one = Machine(tmp_path, tmp_path / "one")
    one.add(0)
    one.library.close()
    git(one.data, "init", "-q", "-b", "main")
    git(one.data, "add", "-A")
    git(one.data, "commit", "-q", "-m", "x")
    assert git(one.data, "status", "--porcelain") == (0, "")
    assert not any(name in git(one.data, "ls-files")[1] for name in ("cache", ".lock", "credentials"))
    git(tmp_path, "clone", "-q", str(one.data), "two")
    two = Machine(tmp_path, tmp_path / "two")
    one.again()
    names = ids(one.library)
    for machine, title in ((one, "Story x0"), (two, "Story x1")):
        machine.clock.move(minutes=1)
        machine.library.mark_read([names[title]])
        machine.library.bookmark([names[title]], note=title)
        machine.library.close()
        git(machine.data, "add", "-A")
        git(machine.data, "commit", "-q", "-m", "y")
    assert git(two.data, "pull", "-q", "--no-rebase", "--no-edit")[0] != 0
    library = two.again()
    assert [row.read for row in library.window(ListQuery(), 9)] == [True, True, False]
    assert {kept.note for kept in library.bookmarks()} == {"Story x0", "Story x1"}
    assert library.notices() == []
    assert library.doctor().ok
    two.library.close()


def test_what_is_not_to_be_shared_is_kept_from_services(library, data):
    for name in (".stignore", ".gitignore"):
        lines = (data / name).read_text().splitlines()
        assert any("cache" in line for line in lines)
        assert any("credentials" in line for line in lines)
        assert any(".lock" in line for line in lines)
    (data / ".gitignore").write_text("mine\n")
    library.mark_read(list(ids(library).values()))
    assert (data / ".gitignore").read_text() == "mine\n"
