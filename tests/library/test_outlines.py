"""Lists of sources come out as they went in."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from html import escape
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsreader.library.library import open_library
from newsreader.store.sources import read_library
from support.clocks import Clock

URIS = {"nr": "https://nr.example/ns", "x": "urn:x", "xml": "http://www.w3.org/XML/1998/namespace"}
LETTERS = st.characters(categories=["L", "N", "P", "S"], exclude_characters="/\u2215", codec="utf-8")
NAMES = st.text(LETTERS, min_size=1, max_size=12).map(lambda name: normalize("NFC", name))
VALUES = st.text(LETTERS | st.sampled_from(" \n\t\"'<&>"), max_size=20).map(
    lambda text: normalize("NFC", text)
)
EXTRA = st.dictionaries(
    st.sampled_from(
        ["custom", "category", "type", "description", "nr:rating", "x:rating", "xml:lang", "isBreakpoint"]
    ),
    VALUES,
    max_size=4,
)


@dataclass(frozen=True)
class Node:
    """A folder, or with an address a source."""

    name: str
    extra: dict
    url: str = ""
    children: tuple = ()


FEEDS = st.builds(Node, NAMES, EXTRA, st.integers(0, 10**6).map("https://h.example/{}".format))
NODES = st.recursive(
    FEEDS, lambda inside: st.builds(Node, NAMES, EXTRA, st.just(""), st.lists(inside, max_size=3).map(tuple))
)


def written(nodes, head):
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in URIS.items() if prefix != "xml")
    lines = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in head.items())
    body = "".join(map(outline, nodes))
    return f'<opml version="2.0" {declared}><head>{lines}</head><body>{body}</body></opml>'


def outline(node):
    said = {**node.extra, "text": node.name, **({"xmlUrl": node.url} if node.url else {})}
    quoted = " ".join(f'{name}="{safe(value)}"' for name, value in said.items())
    return f"<outline {quoted}>{''.join(map(outline, node.children))}</outline>"


def safe(value):
    return escape(value).replace("\n", "&#10;").replace("\t", "&#9;")


def told(text):
    """What a list says, whatever its prefixes and its order: folder and name or address, and the attributes there."""
    found = {}

    def walk(element, folder):
        for child in element.findall("outline"):
            said = dict(child.attrib)
            name = said.pop("text")
            assert said.pop("title", name) == name
            key = said.pop("xmlUrl", None)
            if key is None:
                walk(child, (*folder, name))
            elif said.setdefault("type", "rss") == "rss":
                del said["type"]
            found.setdefault((folder, name if key is None else key), {}).update(said)

    root = ET.fromstring(text)
    walk(root.find("body"), ())
    return {child.tag: child.text for child in root.find("head")}, found


def passed_on(text, directory):
    """*text* imported into a library of its own, and exported; once more, and into a second library too."""
    path = directory / "list.opml"
    path.write_text(text, encoding="utf-8")
    out = []
    for name in ("one", "other"):
        with_it = open_library(directory / name, clock=Clock())
        try:
            with_it.import_sources(path)
            out.append(with_it.export_opml()[0])
            path.write_text(out[-1], encoding="utf-8")
            assert with_it.import_sources(path).step is None
        finally:
            with_it.close()
    assert out[0] == out[1]
    return out[0]


HEAD = {"title": "Ada's <list>", "ownerName": "Ada & Bo", "dateCreated": "Mon, 23 Nov 2026 08:00:00 GMT"}


@settings(max_examples=12, deadline=None)
@given(st.lists(NODES, max_size=4))
@example([Node("News", {"nr:rating": "5", "custom": " a\n b "}, children=(Node("Empty", {}),))])
def test_a_list_comes_out_as_it_went_in(tmp_path_factory, nodes):
    text = written(unique(nodes, set()), HEAD)
    assert told(passed_on(text, tmp_path_factory.mktemp("list"))) == told(text)


def unique(nodes, seen):
    """*nodes* without what a library has once: an address, and a folder of one name in another."""
    found = {}
    for node in nodes:
        key = node.url or f"folder {node.name}"
        if key not in found and node.url not in seen:
            seen |= {node.url} - {""}
            found[key] = Node(node.name, node.extra, node.url, tuple(unique(node.children, seen)))
    return found.values()


def test_prefixes_that_mean_two_things_keep_both(tmp_path):
    text = """<opml version="2.0"><head/><body>
      <outline text="A" xmlns:p="urn:one" p:mark="1">
        <outline text="a" xmlUrl="https://a.example/" p:mark="2"/></outline>
      <outline text="B" xmlns:p="urn:two" p:mark="3"><outline text="b" xmlUrl="https://b.example/" p:mark="4"/>
        <outline text="c" xmlUrl="https://c.example/" xmlns:p="urn:one" p:mark="5"/></outline>
      <outline text="d" xmlUrl="https://d.example/" p:mark="declared nowhere"/>
    </body></opml>"""
    _, found = told(passed_on(text, tmp_path))
    assert found == {
        (("A",), "https://a.example/"): {"{urn:one}mark": "2"},
        ((), "A"): {"{urn:one}mark": "1"},
        (("B",), "https://b.example/"): {"{urn:two}mark": "4"},
        (("B",), "https://c.example/"): {"{urn:one}mark": "5"},
        ((), "B"): {"{urn:two}mark": "3"},
        ((), "https://d.example/"): {},
    }


def test_of_the_head_stays_what_is_said_of_the_list_not_of_a_window(tmp_path):
    told_of = {**HEAD, "ownerEmail": "ada@list.example", "docs": "http://opml.example/spec"}
    window = {
        "windowTop": "61",
        "expansionState": "1, 2",
        "vertScrollState": "3",
        "dateModified": "Tue, 24 Nov 2026",
    }
    head, _ = told(passed_on(written((), {**told_of, **window}), tmp_path))
    assert head == told_of


def test_a_list_without_a_title_gets_ours_and_a_library_keeps_the_first(empty, tmp_path):
    path = tmp_path / "list.opml"
    assert told(empty.export_opml()[0])[0] == {"title": "newsreader"}
    for name in ("first", "second"):
        path.write_text(written((), {"title": name}))
        empty.import_sources(path)
    assert told(empty.export_opml()[0])[0] == {"title": "first"}


def test_undo_takes_back_what_was_kept_of_a_list(empty, data, tmp_path):
    path = tmp_path / "list.opml"
    path.write_text(written([Node("Empty", {"nr:rating": "5"})], HEAD))
    assert empty.import_sources(path).step is not None
    empty.undo()
    assert told(empty.export_opml()[0]) == ({"title": "newsreader"}, {})
    empty.redo()
    assert told(empty.export_opml()[0]) == (HEAD, {((), "Empty"): {"{https://nr.example/ns}rating": "5"}})
    assert set(read_library(empty._context.layout).settings) == {"list_head", "folder:Empty"}


def test_an_outline_with_an_empty_address_is_a_folder(empty, tmp_path):
    path = tmp_path / "list.opml"
    path.write_text(
        '<opml><body><outline text="News" xmlUrl=""><outline text="a" xmlUrl="https://a.example/"/></outline></body></opml>'
    )
    found = empty.import_sources(path)
    assert (found.left_out, [source.folder for source in found.added]) == ((), ["News"])


@pytest.mark.parametrize("attribute", [f'{"n" * 300}="x"', f'long="{"v" * 20_000}"'])
def test_attributes_beyond_all_bounds_are_left_out(attribute, empty, tmp_path):
    path = tmp_path / "list.opml"
    path.write_text(
        f'<opml><body><outline text="a" {attribute} xmlUrl="https://a.example/" kept="y"/></body></opml>'
    )
    assert [source.extra for source in empty.import_sources(path).added] == [(("kept", "y"),)]


def test_folders_too_deep_or_long_to_name_end_where_they_can_be_named(empty, tmp_path):
    path = tmp_path / "list.opml"
    deep = (
        '<outline text="f">' * 1000 + '<outline text="a" xmlUrl="https://a.example/"/>' + "</outline>" * 1000
    )
    long = (
        f'<outline text="{"l" * 900}">' * 3
        + '<outline text="b" xmlUrl="https://b.example/"/>'
        + "</outline>" * 3
    )
    path.write_text(f"<opml><body>{deep}{long}</body></opml>")
    folders = [source.folder for source in empty.import_sources(path).added]
    assert folders == ["/".join(["f"] * 200), "/".join(["l" * 900] * 2)]
