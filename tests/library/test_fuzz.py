"""Any damage to any file of a library: it opens or says in one line why not, and no damaged byte is lost."""

import json
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsreader.errors import DamagedFileError, NewerFormatError, NewsreaderError
from newsreader.library.library import Library, open_library
from newsreader.model.retention import Retention
from newsreader.store.check import damaged_files
from newsreader.store.layout import Layout
from newsreader.store.tables import parse_object, read_tables
from support.clocks import Clock
from support.feeds import THREE, feed
from support.seeing import ids, state

# Each example opens a library several times over, which takes a hundred times what others take.
FEW = settings(
    max_examples=settings.default.max_examples // 25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make a failing one smaller would take minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from([2**63, -1, "2026-11-23T08:00:00", "9999-12-31T23:59:59-23:59", "\ud800", "\x00", ""])
    | st.text(max_size=8)
)
VALUES = st.recursive(
    SCALARS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=6), inside, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A directory with a closed library in `data`, of every kind of file, beside what its sources are read from."""
    room = tmp_path_factory.mktemp("whole")
    library = open_library(room / "data", clock=Clock())
    for name, items in (("First", THREE), ("Second", [("9", "Nine", "x")]), ("Third", [("7", "Seven", "x")])):
        (room / f"{name}.json").write_text(feed(items, name))
        library.add(str(room / f"{name}.json"))
    (room / "pages").mkdir()
    (room / "pages" / "notes.txt").write_text("Notes\n\nFrom a dry valley.\n")
    library.add(str(room / "pages"))
    (room / "First.json").write_text(feed([("1", "One", "first words, and others"), *THREE[1:]], "First"))
    found = ids(library)
    library.mark_read([found["One"], found["Nine"]])
    library.bookmark([found["Two"]], note="kept", tags=["a"])
    library.same_story([found["One"], found["Three"]])
    library.remove([next(row.source.id for row in library.sources() if row.source.title == "Third")])
    library.change_retention(Retention(count=3, keep_unread=False))
    list(library.refresh(force=True))
    library.save_place({"pane": "text"})
    library.close()
    return room


KINDS = (
    "library.json",
    "bookmarks.json",
    "health.json",
    "stories.json",
    "place.json",
    "history/*.json",
    "sources/*/articles-*.json",
    "sources/*/states-*.json",
    "sources/*/deleted.json",
    "trash/*/*.json",
)


@st.composite
def other_bytes(draw, data):
    """Bytes that a crash, a disk or a program could leave where *data* was."""
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
    return draw(
        st.binary(max_size=99)
        | st.just(data[:start])
        | st.just(data[:start] + bytes(end - start) + data[end:])
        | st.binary(max_size=20).map(lambda inside: data[:start] + inside + data[end:])
    )


def _places(value):
    """Every container below *value* with each key in it."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


@st.composite
def other_json(draw, data):
    """What a hand or another program could make of the JSON in *data*: values replaced, left out, named otherwise."""
    value = json.loads(data)
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(value))
        if not places:
            break
        inside, key = draw(st.sampled_from(places))
        was = inside.pop(key)
        if draw(st.booleans()):
            named = isinstance(inside, dict) and draw(st.booleans())
            new = draw(st.text(max_size=5)) if named else key
            held = was if named else draw(VALUES)
            inside[new] = held if isinstance(inside, dict) else inside.insert(new, held)
    return json.dumps(value).encode()


def _use(library, *, refresh):
    """Look at everything and change something of each kind."""
    library.catch_up()
    state(library)
    found = list(ids(library).values())
    library.articles(found)
    library.counts()
    library.stories()
    library.search("words")
    library.history()
    library.mark_read(found)
    library.bookmark(found[:1], note="new")
    if refresh:
        list(library.refresh(force=True))
    library.undo()
    library.place()
    library.save_place({"pane": "articles"})


def _complaints(library, *, refresh):
    """What the program says while it is used; its errors are one line."""
    try:
        _use(library, refresh=refresh)
    except NewsreaderError as error:
        assert str(error)
        assert "\n" not in str(error)
        return [str(error), *library.notices()]
    return library.notices()


def _is_kept(directory, broken):
    return any(path.read_bytes() == broken for path in directory.rglob("*") if path.is_file())


def _judged(directory, path):
    """Whether the file is not what its schema says, and whether it cannot be read at all."""
    try:
        is_damaged = any(found == path for found, _ in damaged_files(Layout(directory)))
    except NewerFormatError:
        return None
    is_flat = path.name == "place.json" or path.parent.name == "history"
    try:
        parse_object(path.read_bytes(), path) if is_flat else read_tables(path)
    except DamagedFileError:
        return is_damaged, True
    return is_damaged, False


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@FEW
def test_any_file(whole, kind, data):
    refresh = data.draw(st.sampled_from([False, False, False, True]), "refresh")
    with tempfile.TemporaryDirectory(dir=whole) as room:
        directory = Path(room) / "data"
        shutil.copytree(whole / "data", directory)
        path = data.draw(st.sampled_from(sorted(directory.glob(kind))), "path")
        before = path.read_bytes()
        path.write_bytes(data.draw(other_bytes(before) | other_json(before), "broken"))
        with closing(Library(directory, clock=Clock())) as library:
            broken = path.read_bytes()
            if (judged := _judged(directory, path)) is None:
                assert _complaints(library, refresh=refresh)
                assert path.read_bytes() == broken
                return
            _survives(library, directory, path, *judged, refresh=refresh, ask=data.draw(st.booleans(), "ask"))


def _survives(library, directory, path, is_damaged, is_unreadable, *, refresh, ask):
    """Whatever *path* holds now, it is named and kept if it cannot be read, and the library can be repaired."""
    name, broken = path.relative_to(directory).as_posix(), path.read_bytes()
    if ask:
        assert not is_damaged or any(name in line for line in library.doctor().problems)
        assert path.read_bytes() == broken
    said = _complaints(library, refresh=refresh)
    report = library.doctor()
    if is_unreadable:
        assert any(name in line for line in (*said, *report.problems, *report.kept_aside))
        assert _is_kept(directory, broken)
    report = library.doctor(repair=True)
    assert report.ok, report
    assert not is_unreadable or _is_kept(directory, broken)
    _use(library, refresh=False)


@pytest.mark.parametrize("kind", ["cache/index.sqlite", "cache/directories/*"])
@given(data=st.data())
@FEW
def test_any_bytes_in_the_cache(whole, kind, data):
    with tempfile.TemporaryDirectory(dir=whole) as room:
        directory = Path(room) / "data"
        shutil.copytree(whole / "data", directory)
        with closing(open_library(directory, clock=Clock())) as library:
            before = state(library)
        path = next(directory.glob(kind))
        path.write_bytes(data.draw(other_bytes(path.read_bytes()), "broken"))
        with closing(Library(directory, clock=Clock())) as library:
            assert library.doctor(repair=True).ok
            assert state(library) == before
            _use(library, refresh=True)
            assert library.doctor(repair=True).ok
