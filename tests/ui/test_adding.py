"""Adding from the web and from lists, and editing what was added."""

import pytest

from newsreader.config import load
from support.feeds import THREE, feed
from support.server import Reply, serving

PAGE = b"<html><head><title>A page</title>%s</head><body><article><p>Words on a page.</p></article></body></html>"
LINK = b'<link rel="alternate" type="application/rss+xml" title="%s" href="/%s">'


@pytest.fixture
def server():
    with serving() as made:
        made.on("/one", Reply(body=feed(THREE, title="First Feed").encode()))
        made.on("/two", Reply(body=feed(THREE[:1], title="Second Feed").encode()))
        yield made


async def add(news, text):
    await news.press("a")
    await news.type(text)
    await news.press("enter")


def titles(news):
    return {row.source.title for row in news.library.sources()}


async def test_of_several_feeds_one_is_chosen(drive, server):
    page = server.on("/", Reply(body=PAGE % (LINK % (b"All news", b"one") + LINK % (b"Sports", b"two"))))
    async with drive() as news:
        await add(news, page)
        assert "Which of its feeds?" in news.shown
        assert "All news" in news.shown
        assert len(titles(news)) == 3
        await news.press("2")
        assert "Second Feed" in titles(news)
        assert "First Feed" not in titles(news)
        assert news.said == "Second Feed: 1 new articles"
        await news.press("ctrl+z")
        assert "Second Feed" not in titles(news)


async def test_choosing_can_be_left_and_the_page_itself_be_kept(drive, server):
    page = server.on("/", Reply(body=PAGE % (LINK % (b"All news", b"one") + LINK % (b"Sports", b"two"))))
    async with drive() as news:
        await add(news, page)
        await news.press("escape")
        assert len(titles(news)) == 3
        await add(news, page)
        await news.press("3")
        assert "Saved pages" in titles(news)
        assert "First Feed" not in titles(news)


async def test_a_page_of_one_feed_leads_there(drive, server):
    page = server.on("/", Reply(body=PAGE % (LINK % (b"All news", b"one"))))
    async with drive() as news:
        await add(news, page)
        assert "First Feed" in titles(news)
        assert server.paths() == ["/", "/one"]


async def test_a_page_without_feeds_is_saved_to_be_read_later(drive, server):
    page = server.on("/", Reply(body=PAGE % b""))
    async with drive() as news:
        await add(news, page)
        assert "Saved pages" in titles(news)
        assert "Words on a page." in news.shown


async def test_a_server_that_is_down_is_kept_and_said(drive, server):
    async with drive(size=(160, 30)) as news:
        await add(news, server.on("/busy", Reply(503)))
        assert "busy" in news.said
        assert len(titles(news)) == 4


OPML = """<opml version="2.0"><body><outline text="Far"><outline text="A" xmlUrl="http://127.0.0.1:9/a"/>
<outline text="B" xmlUrl="http://127.0.0.1:9/b"/></outline><outline text="C" xmlUrl="ftp://x/"/></body></opml>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.opml", f'<?xml version="1.0"?>\n<!-- mine -->\n{OPML}'),
        ("urls", '# mine\nhttp://127.0.0.1:9/a Far "~A"\nhttp://127.0.0.1:9/b Far ~B\n"exec:rm -rf /" Far\n'),
    ],
)
async def test_a_list_of_sources_is_imported(drive, tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text)
    async with drive(size=(160, 30)) as news:
        await add(news, str(path))
        assert {"A", "B"} <= titles(news)
        assert "2 sources added" in news.said
        assert "left out" in news.said
        assert "Far" in news.shown
        await news.press("ctrl+z")
        assert len(titles(news)) == 3


async def test_a_source_is_edited(drive, other):
    async with drive() as news:
        await news.press("5", "G", "E")
        assert "Edit [b]Odd" in news.shown
        await news.type("Mine")
        await news.press("tab")
        await news.type("Near")
        await news.press("enter")
        source = next(
            row.source for row in other.sources() if row.source.kind and row.source.folder == "Near"
        )
        assert (source.title, source.own_title) == ("Mine", True)
        await news.settle()
        assert "Near" in news.shown
        await news.press("ctrl+z")
        assert "Near" not in {row.source.folder for row in other.sources()}
        await news.press("ctrl+y")
        assert "Near" in {row.source.folder for row in other.sources()}


async def test_an_address_is_edited_and_articles_stay(drive, other, tmp_path):
    path = tmp_path / "new.json"
    path.write_text(feed(THREE, title="Moved"))
    async with drive() as news:
        await news.press("5", "G", "E", "tab", "tab")
        before = other.counts().articles
        source = news.main.source_here.source
        for _ in source.address:
            await news.pilot.press("backspace")
        await news.type(str(path))
        await news.press("enter")
        after = other.stored_source(source.id)
        assert (after.address, after.id, other.counts().articles) == (str(path), source.id, before)


async def test_what_cannot_be_edited_is_said(drive, other):
    async with drive(size=(160, 30)) as news:
        await news.press("5", "G", "E", "tab", "tab")
        for _ in news.main.source_here.source.address:
            await news.pilot.press("backspace")
        await news.press("enter")
        assert "needs an address" in news.said
        await news.press("E", "tab", "tab")
        await news.type("/no/such")
        await news.press("enter")
        assert "not saved" in news.said


async def test_nothing_edited_is_nothing_changed(drive, other):
    async with drive() as news:
        await news.press("5", "G", "E", "enter")
        assert other.history() == news.library.history()
        assert "changed" not in news.said
        await news.press("E", "escape")
        assert news.app.screen is news.main


async def test_what_the_settings_say_is_said(drive, other, tmp_path):
    source = next(row.source for row in other.sources() if not row.source.folder)
    path = tmp_path / "s.toml"
    path.write_text(f'[sources."{source.id}"]\ntitle = "From the file"\n')
    async with drive(config=load(path)) as news:
        await news.press("5", "G")
        assert "From the file" in news.shown
        await news.press("E")
        assert "The settings file names its title, and wins." in news.shown
        await news.press("escape", "i")
        assert "title from the settings file" in news.shown


async def test_full_text_is_switched_in_the_same_place(drive, other):
    async with drive() as news:
        await news.press("5", "G", "E", "tab", "tab", "tab")
        source = news.main.source_here.source
        for _ in "off":
            await news.pilot.press("backspace")
        await news.type("on")
        await news.press("enter")
        assert other.stored_source(source.id).full_text
        assert not other.stored_source(source.id).own_title
        await news.press("i")
        assert "fetched from the pages" in news.shown
        await news.press("escape", "ctrl+z")
        assert not other.stored_source(source.id).full_text


async def test_standard_input_is_the_keyboard_and_no_source(drive):
    async with drive() as news:
        await add(news, "-")
        assert "newsreader add -" in news.said
        await news.press("j")
        assert (news.main.articles.cursor, len(titles(news))) == (1, 3)
