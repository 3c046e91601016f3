"""One article as text."""

import io
from datetime import UTC, datetime

import pytest

from newsreader.cli.article_text import UNWRAPPED, Page, print_page
from newsreader.cli.columns import width_of
from newsreader.cli.output import Output
from newsreader.model.entry import Author, Enclosure, Entry

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)


def printed(entry, width=40, source="Harbour Daily"):
    stream = io.TextIOWrapper(io.BytesIO())
    print_page(Output(stream, None, {}), Page(entry, source), width)
    stream.flush()
    return stream.buffer.getvalue().decode()


def test_the_head_says_where_it_is_from(monkeypatch):
    entry = Entry(
        key="k", title="Title", url="https://a.example/", authors=(Author("Ada"), Author("Lin")),
        published=AT, place="OSLO", agency="Coastwire", text="Words.",
    )  # fmt: skip
    facts = f"{AT.astimezone():%-d %B %Y, %H:%M}"
    assert printed(entry) == (
        f"Title\nHarbour Daily · Ada, Lin · OSLO (Coastwire) · {facts}\nhttps://a.example/\n\nWords.\n"
    )


def test_what_is_not_known_takes_no_line():
    assert printed(Entry(key="k", title="Title", text="Words."), source="") == "Title\n\nWords.\n"


def test_html_is_set_as_text():
    html = "<p>One <b>two</b> <a href='https://a.example/'>three</a>.</p><ul><li>four</li><li>five</li></ul>"
    assert printed(Entry(key="k", title="T", html=html), source="").endswith(
        "One two three.\n\n• four\n• five\n"
    )


def test_what_stood_under_it_comes_after_it():
    entry = Entry(
        key="k",
        title="T",
        text="W.",
        see_also=("Second vote", "Third vote"),
        enclosures=(Enclosure("https://a.example/1.mp3", "audio/mpeg"),),
    )
    assert printed(entry, source="") == (
        "T\n\nW.\n\nSee also\n  Second vote\n  Third vote\n\nAttached: https://a.example/1.mp3  audio/mpeg\n"
    )


def test_what_its_source_says_beside_the_text_is_there():
    entry = Entry(
        key="k",
        title="T",
        url="https://a.example/1",
        text="W.",
        summary="Lead.",
        tags=("ice", "boats"),
        external_url="https://b.example/",
        comments_url="https://a.example/1#c",
    )
    assert printed(entry, source="") == (
        "T\nhttps://a.example/1\n\nLead.\n\nW.\n\n"
        "→ About: https://b.example/\n→ Comments: https://a.example/1#c\n\nFiled under ice, boats\n"
    )


def test_a_summary_is_the_text_where_there_is_no_other():
    assert printed(Entry(key="k", title="T", summary="Lead."), source="") == "T\n\nLead.\n"


@pytest.mark.parametrize("width", [20, 33, 80])
def test_lines_keep_to_the_width(width):
    text = "The ferry pilots of the northern islands " * 9 + "\n\n" + "渡船驾驶员罢工" * 9
    lines = printed(
        Entry(key="k", title="A headline of some length, longer than that", text=text), width
    ).splitlines()
    assert max(map(width_of, lines)) <= max(width, len("Harbour Daily"))
    assert len(lines) > 4


def test_in_a_pipe_a_paragraph_is_one_line():
    text = "word " * 500
    assert f"\n{text.strip()}\n" in printed(Entry(key="k", title="T", text=text), UNWRAPPED)


def test_rules_and_tables_stay_small_in_a_pipe():
    """A line of a million columns for each rule would fill a disk."""
    cells = "".join(f"<tr><td>{'x' * 5000}</td><td>{number}</td></tr>" for number in range(50))
    html = "<p>a</p>" + "<hr>" * 50 + f"<table>{cells}</table>"
    assert len(printed(Entry(key="k", title="T", html=html), UNWRAPPED)) < 400_000
