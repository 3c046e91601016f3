"""Bookmarks last: longer than their source, their article and their own removal."""

from support.seeing import ids, titles


def test_a_bookmark_keeps_the_article_when_its_source_goes(library, again):
    name = ids(library)["Two"]
    library.bookmark([name], note="for later", add_tags=["sea"])
    library.remove([library.sources()[0].source.id])
    other = again()
    assert titles(other) == []
    assert titles(other, bookmarked=True) == ["Two"]
    assert other.article(name).entry.text == "second words"
    kept = other.bookmarks()[0]
    assert (kept.note, kept.tags, kept.source_title) == ("for later", ("sea",), "Harbour Daily")


def test_note_and_tags_come_back_with_the_bookmark(library):
    name = ids(library)["One"]
    library.bookmark([name], note="mine", tags=["x"])
    library.unbookmark([name])
    assert library.bookmark_of(name) is None
    assert library.row(name).bookmarked is False
    library.bookmark([name])
    assert library.bookmark_of(name).note == "mine"
    assert library.bookmark_of(name).tags == ("x",)


def test_tags_are_set_added_and_kept(library):
    name = ids(library)["One"]
    library.bookmark([name], add_tags=["b", "a", " a "])
    assert library.bookmark_of(name).tags == ("a", "b")
    library.bookmark([name], tags=["c"])
    assert library.bookmark_of(name).tags == ("c",)
    library.bookmark([name], note="note")
    assert library.bookmark_of(name).tags == ("c",)
    library.bookmark([name], note="")
    assert library.bookmark_of(name).note == ""


def test_newest_kept_first(library, clock):
    names = ids(library)
    for title in ("Two", "One", "Three"):
        library.bookmark([names[title]])
        clock.move(minutes=1)
    assert [kept.article.entry.title for kept in library.bookmarks()] == ["Three", "One", "Two"]


def test_control_characters_in_notes_and_tags_go_no_further(library):
    name = ids(library)["One"]
    library.bookmark([name], note="a\x1b[31mb\nc", add_tags=["t\x07\u202eag"])
    kept = library.bookmark_of(name)
    assert (kept.note, kept.tags) == ("a[31mb\nc", ("tag",))
