"""doctor reads every field of every file, and holds the index against them; --repair says what the damage cost."""

import shutil
import sqlite3

import orjson
import pytest

from newsreader.library.library import Library, open_library
from newsreader.model.query import ListQuery
from newsreader.model.retention import Retention
from support.feeds import feed
from support.seeing import ids, state, titles, whole


@pytest.fixture
def full(library, data, tmp_path, clock):
    """A library with something in every field that it has, and every kind of file."""
    items = [
        {
            "id": str(n),
            "title": f"Title {n}",
            "content_html": "<p>Words</p>",
            "url": f"https://x.example/{n}",
            "date_published": f"2026-11-{20 - n}T12:00:00Z",
            "date_modified": "2026-11-21T12:00:00Z",
            "tags": ["a"],
            "authors": [{"name": "Ada", "url": "https://ada.example/"}],
            "attachments": [
                {"url": "https://x.example/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 3,
                 "duration_in_seconds": 2.5}
            ],
        }
        for n in range(3)
    ]  # fmt: skip
    (tmp_path / "rich.json").write_text(feed(items, "Rich"))
    rich = library.add(str(tmp_path / "rich.json"), folder="F").source
    items[0]["content_html"] = "<p>Other words</p>"
    (tmp_path / "rich.json").write_text(feed(items, "Rich"))
    list(library.refresh(force=True))
    names = ids(library)
    library.mark_read([names["Title 2"], names["One"], names["Title 0"]])
    library.change_retention(Retention(days=9, keep_unread=True))
    library.change_source(rich.id, retention=Retention(count=2))
    list(library.refresh(force=True))
    library.bookmark([names["Two"]], note="kept", add_tags=["t"])
    library.save_search("Ones", ListQuery("one", folder="News"))
    library.mute("title:nothing")
    (tmp_path / "list.opml").write_text(
        '<opml><head><title>Mine</title></head><body><outline text="Empty" kept="y"/></body></opml>'
    )
    library.import_sources(tmp_path / "list.opml")
    library.save_place({"pane": "text"})
    (tmp_path / "gone.json").write_text(feed([("9", "Nine", "x")], "Gone"))
    library.remove([library.add(str(tmp_path / "gone.json")).source.id])
    before = whole(library)
    assert library.doctor().ok
    library.close()
    return before


def opened(data, clock):
    return Library(data, clock=clock)


def truth(data):
    return sorted(path for path in data.rglob("*.json") if "cache" not in path.parts)


def fields(value, way=()):
    """Every way to a value in a document, and the value."""
    yield way, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from fields(inner, (*way, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from fields(inner, (*way, place))


def put(value, way, wanted):
    for step in way[:-1]:
        value = value[step]
    value[way[-1]] = wanted


def test_every_field_of_every_file_is_looked_at(full, data, tmp_path, clock):
    """Each, in turn, given a value of a kind that it never has."""
    missed = []
    for path in truth(data):
        good = path.read_bytes()
        for way, value in fields(orjson.loads(good)):
            if not way or path.name == "place.json":
                continue
            document = orjson.loads(good)
            put(document, way, [True] if not isinstance(value, list) else 7.5)
            path.write_bytes(orjson.dumps(document))
            if not problems(data, path):
                missed.append((path.relative_to(data).as_posix(), way))
            path.write_bytes(good)
    assert missed == []


def problems(data, path):
    from newsreader.store.check import damaged_files
    from newsreader.store.layout import Layout

    return [found for found, _ in damaged_files(Layout(data)) if found == path]


def test_one_bad_document_costs_itself_alone(full, data, clock):
    path = next(path for path in data.glob("sources/*/articles-*.json") if b"Rich" in path.read_bytes())
    tables = orjson.loads(path.read_bytes())
    number = next(n for n, each in tables["articles"].items() if each["entry"]["title"] == "Title 0")
    tables["articles"][number]["first_seen"] = "yesterday"
    path.write_bytes(broken := orjson.dumps(tables))
    library = opened(data, clock)
    (problem,) = library.doctor().problems
    assert "articles.first_seen is 'yesterday', not a time with its zone" in problem
    report = library.doctor(repair=True)
    assert report.ok
    assert "1 articles kept, 1 lost; newsreader refresh --force brings back" in report.repaired[1]
    assert broken in [each.read_bytes() for each in (data / "damaged").rglob("*.json")]
    assert "Title 1" in titles(library)
    list(library.refresh(force=True))
    assert set(titles(library)) == {"Title 0", "Title 1", "One", "Two", "Three"}
    library.close()


def test_of_a_cut_file_what_stands_before_the_cut_is_kept(full, data, clock):
    """Whatever file; nothing that can be read goes."""
    for path in truth(data):
        shutil.rmtree(data.parent / "copy", ignore_errors=True)
        shutil.copytree(data, data.parent / "copy")
        copy = data.parent / "copy" / path.relative_to(data)
        copy.write_bytes(copy.read_bytes()[:-3])
        library = opened(data.parent / "copy", clock)
        report = library.doctor(repair=True)
        assert report.ok, (path, report)
        assert report.repaired, path
        if path.name in ("library.json", "bookmarks.json"):
            assert whole(library) == full, path
        library.close()


def test_a_bookmark_from_before_the_history_survives_the_cut_of_its_file(library, data, clock):
    library.bookmark([ids(library)["One"]], note="old")
    library.bookmark([ids(library)["Two"]], note="new")
    library.close()
    shutil.rmtree(data / "history")
    path = data / "bookmarks.json"
    path.write_bytes(path.read_bytes()[:-20])
    library = opened(data, clock)
    assert library.doctor(repair=True).ok
    assert [kept.note for kept in library.bookmarks()] == ["old"]
    library.close()


def test_settings_and_unread_sources_are_found_in_the_history(library, data, tmp_path, clock):
    (tmp_path / "later.json").write_text(feed([("9", "Nine", "x")], "Later"))
    library.add(str(tmp_path / "later.json"), title="Later", fetch=False)
    library.change_retention(Retention(days=9))
    library.change_source(library.sources()[0].source.id, title="Mine", folder="F")
    before = whole(library)
    library.close()
    (data / "library.json").write_bytes(b"")
    library = opened(data, clock)
    assert library.doctor(repair=True).ok
    assert whole(library) == before
    library.close()


CHANGES = {
    "an article is missing": "DELETE FROM articles WHERE key = 1",
    "an article too many": "INSERT INTO articles SELECT 99, '0123456789abcdef', source, chunk, 1, 1,"
    " 0, 0, 0, 0, 0, 0, 0 FROM articles LIMIT 1",
    "a mark": "UPDATE articles SET read = 1 - read WHERE key = 2",
    "a bookmark": "DELETE FROM bookmarks",
    "a rule": "DELETE FROM mutes",
    "a source": "UPDATE sources SET source = replace(source, 'Harbour', 'Other')",
    "a source that is none": "UPDATE sources SET listed = 0",
    "how it fares": "UPDATE sources SET health = replace(health, '\"ok\"', '\"gone\"')",
}


@pytest.mark.parametrize("sql", CHANGES.values(), ids=CHANGES)
def test_the_index_is_held_against_the_files(library, data, sql):
    names = ids(library)
    library.mark_read([names["One"]])
    library.bookmark([names["Two"]])
    library.mute("nothing")
    before = state(library)
    with sqlite3.connect(data / "cache" / "index.sqlite") as connection:
        assert connection.execute(sql).rowcount
    connection.close()
    report = library.doctor()
    assert report.problems
    assert all(line.startswith("the index") for line in report.problems)
    report = library.doctor(repair=True)
    assert report.ok
    assert report.repaired == ("the index is made anew; it held nothing that the files do not",)
    assert state(library) == before


def test_an_index_that_names_its_files_by_no_words_is_made_anew(library, data):
    before = state(library)
    with sqlite3.connect(data / "cache" / "index.sqlite") as connection:
        connection.execute("UPDATE files SET path = x'00' WHERE path = 'library.json'")
    connection.close()
    library.catch_up()
    assert state(library) == before
    assert library.doctor().ok


def test_articles_that_stand_twice_or_apart_from_their_marks_are_put_in_place(library, data, clock):
    """What a service makes of two machines when it merges nothing."""
    library.mark_read([ids(library)["One"]])
    before = state(library)
    library.close()
    (folder,) = data.glob("sources/*")
    shutil.copy(folder / "articles-0001.json", folder / "articles-0002.json")
    (folder / "states-0001.json").rename(folder / "states-0002.json")
    library = opened(data, clock)
    assert "stand twice, or apart" in library.doctor().problems[0]
    assert library.doctor(repair=True).ok
    assert state(library) == before
    assert not (folder / "articles-0002.json").exists()
    library.close()


def test_a_directory_that_library_json_does_not_know_is_subscribed_to_again(library, data, clock):
    library.close()
    path = data / "library.json"
    tables = orjson.loads(path.read_bytes())
    path.write_bytes(orjson.dumps({"meta": tables["meta"], "sources": {}}))
    library = opened(data, clock)
    assert "not in library.json" in library.doctor().problems[0]
    report = library.doctor(repair=True)
    assert report.ok
    assert len(titles(library)) == 3
    library.close()


def test_what_was_read_under_a_damaged_id_is_set_aside(library, data, clock):
    library.close()
    path = data / "library.json"
    source = next(iter(orjson.loads(path.read_bytes())["sources"].values()))
    path.write_bytes(path.read_bytes().replace(source["id"].encode(), b"9216047-dbaf5"))
    # What a refresh of the source under that id would have made.
    shutil.copytree(data / "sources" / source["id"], data / "sources" / "9216047-dbaf5")
    library = opened(data, clock)
    report = library.doctor(repair=True)
    assert report.ok
    assert any("9216047-dbaf5/articles" in name for name in report.kept_aside)
    assert len(titles(library)) == 3
    library.close()


def test_a_whole_library_is_left_alone(full, data, clock):
    before = {path: path.read_bytes() for path in truth(data)}
    library = open_library(data, clock=clock)
    report = library.doctor(repair=True)
    assert (report.ok, report.repaired, report.kept_aside) == (True, (), ())
    assert before == {path: path.read_bytes() for path in truth(data)}
    library.close()
