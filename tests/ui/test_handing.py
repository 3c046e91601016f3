"""Articles into files and pipes; letters on links."""

import sys

import pytest

from newsreader.config import load
from newsreader.text.blocks import Span
from newsreader.ui.hints import labels, under_label
from support.news import HARBOUR


async def fill(news, text):
    """Put *text* in place of what stands in the line that has the focus."""
    for _ in news.app.screen.focused.value:
        await news.pilot.press("backspace")
    await news.type(text)
    await news.press("enter")


async def test_an_article_is_exported(drive, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    async with drive(size=(160, 30)) as news:
        await news.press("e")
        assert "Export as Markdown" in news.shown
        assert news.app.screen.focused.value.startswith("~/")
        await news.press("enter")
        (path,) = tmp_path.glob("*.md")
        assert path.read_text().startswith(f"# {HARBOUR[0][0]}\n")
        assert news.said == f"wrote {path}"
        await news.press("e", "enter")
        assert len(list(tmp_path.glob("*.md"))) == 2


async def test_no_file_is_overwritten(drive, tmp_path):
    path = tmp_path / "mine.md"
    path.write_text("mine")
    async with drive(size=(160, 30)) as news:
        await news.press("e")
        await fill(news, str(path))
        assert "stays as it is" in news.said
        await news.press("e")
        await fill(news, "/no/such/folder/x.md")
        assert "not written" in news.said
        await news.press("e", "escape")
    assert path.read_text() == "mine"


@pytest.fixture
def pipes(tmp_path):
    path = tmp_path / "settings.toml"
    script = "import sys; text = sys.stdin.read(); print('[b]' + text.splitlines()[0].upper() + '\\x1b[31m')"
    (tmp_path / "upper.py").write_text(script)
    path.write_text(f'[pipe]\nloud = "{sys.executable} {tmp_path / "upper.py"}"\nbroken = "/no/such"\n')
    return load(path)


async def test_an_article_is_piped_to_a_command(drive, pipes):
    async with drive(config=pipes) as news:
        await news.press("vertical_line")
        assert "loud" in news.shown
        await news.press("1")
        assert f"[b]# {HARBOUR[0][0][:20].upper()}" in news.shown
        assert "\x1b" not in news.shown
        await news.press("j", "space", "escape")
        assert news.app.screen is news.main
        await news.press("vertical_line", "2")
        assert "could not be started" in news.said


async def test_a_command_can_be_typed(drive):
    async with drive() as news:
        await news.press("vertical_line")
        await news.type(f"{sys.executable} -c 'print(6 * 7)'")
        await news.press("enter")
        assert "42" in news.shown
        await news.press("q", "vertical_line")
        await news.type("say 'x")
        await news.press("enter")
        assert "quotes" in news.said
        await news.press("vertical_line", "enter")
        assert news.app.screen is news.main


LINKS = """<p>See <a href="https://a.example/?utm_source=x">the first link</a> and
<a href="https://b.example/">b</a>, again <a href="https://b.example/">b</a>.</p>"""


@pytest.fixture
def linked(tmp_path):
    import json

    from newsreader.library.library import open_library
    from support.making import NOON

    path = tmp_path / "linked.json"
    items = [
        {"id": "1", "title": "Linked", "content_html": LINKS},
        {"id": "2", "title": "Bare", "content_text": "Nothing."},
    ]
    path.write_text(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "L", "items": items}))
    library = open_library(tmp_path / "linked", clock=lambda: NOON)
    library.add(str(path))
    library.close()
    return tmp_path / "linked"


@pytest.fixture
def opened(tmp_path):
    """Settings whose browser writes down what it is given."""
    note, script, path = tmp_path / "note.txt", tmp_path / "open.py", tmp_path / "open.toml"
    script.write_text(f"import sys; open({str(note)!r}, 'a').write(sys.argv[1])")
    path.write_text(f'browser = "{sys.executable} {script}"\n')

    def address():
        return note.read_text() if note.exists() else ""

    address.config = load(path)
    return address


async def test_letters_on_links_open_them(drive, linked, opened):
    async with drive(linked, config=opened.config) as news:
        await news.put_cursor("Linked")
        await news.press("semicolon")
        # A letter stands on the beginning of each link, and nothing moves.
        assert "See ahe first link and s, again b." in news.shown
        await news.press("a")
        await news.until(opened)
        assert opened() == "https://a.example/"
        assert "See the first link and b" in news.shown


async def test_with_shift_they_copy(drive, linked, opened):
    async with drive(linked, config=opened.config) as news:
        await news.put_cursor("Linked")
        await news.press("enter", "semicolon", "S")
        assert news.app.clipboard == "https://b.example/"
        assert opened() == ""
        assert news.focus == "text"


async def test_any_other_key_leaves_them(drive, linked, opened):
    async with drive(linked, config=opened.config) as news:
        await news.put_cursor("Linked")
        for key in ("escape", "z", "down"):
            await news.press("semicolon", key)
            assert news.app.screen is news.main
            assert "See the first link and b" in news.shown
        assert opened() == ""
        await news.put_cursor("Bare")
        await news.press("semicolon")
        assert news.said == "no links in view"


def test_labels_begin_no_other():
    for count in (0, 1, 26, 27, 700):
        found = labels(count)
        assert len(set(found)) == count
        assert len({len(label) for label in found}) <= 1


@pytest.mark.parametrize(
    ("text", "label", "left"), [("link", "a", "ink"), ("x", "ab", ""), ("日本", "a", " 本"), ("", "a", "")]
)
def test_a_label_takes_the_place_of_what_it_covers(text, label, left):
    assert under_label(Span(text), label) == left
