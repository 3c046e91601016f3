"""x: the full text from an article's page, and the feed's own again."""

import json

import pytest

from support.server import Reply, serving

HTML = {"Content-Type": "text/html"}
TEASERS = ["The ferry sails at noon.", "The bell rings at one."]
MORE = "Sheep and cheese go first, as they always did. " * 3


@pytest.fixture
def site():
    """A server with a feed of two teasers, each with a page."""
    with serving() as server:
        items = [
            {"id": str(n), "title": f"Article {n}", "url": f"{server.base}/{n}", "content_text": text}
            for n, text in enumerate(TEASERS, start=1)
        ]
        body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Coast", "items": items})
        server.on("/feed", Reply(body=body.encode(), headers={"Content-Type": "application/feed+json"}))
        for n, text in enumerate(TEASERS, start=1):
            server.on(
                f"/{n}", Reply(body=f"<article><p>{text}</p><p>{MORE}</p></article>".encode(), headers=HTML)
            )
        yield server


async def subscribe(news, site):
    news.library.add(f"{site.base}/feed")
    await news.settle()
    await news.press("plus")  # two texts of five words may be one story; each row is to be seen
    await news.put_cursor("Article 1")


def wants_full(news):
    return news.library.sources()[0].source.full_text


async def test_x_fetches_the_page_and_x_shows_the_feeds_text_again(drive, site, tmp_path):
    async with drive(tmp_path / "own", children=True) as news:
        await subscribe(news, site)
        assert "Sheep and cheese" not in news.shown
        await news.press("x")
        assert "Sheep and cheese" in news.shown
        assert "full text" in news.shown
        assert wants_full(news)
        await news.press("x")
        assert "Sheep and cheese" not in news.shown
        assert TEASERS[0] in news.shown
        assert not wants_full(news)
        site.routes.clear()
        await news.press("x")
        assert "Sheep and cheese" in news.shown


async def test_x_leads_from_what_changed_to_the_text(drive, site, tmp_path):
    async with drive(tmp_path / "own", children=True) as news:
        await subscribe(news, site)
        body = site.routes["/feed"].body.replace(b"at noon", b"at one")
        site.on("/feed", Reply(body=body, headers={"Content-Type": "application/feed+json"}))
        list(news.library.refresh(force=True))
        await news.settle()
        await news.press("v")
        assert "[-noon.-]" in news.shown
        await news.press("x")
        assert "[-noon.-]" not in news.shown
        assert "Sheep and cheese" in news.shown


async def test_a_page_without_more_text_is_said_and_remembered_for_nothing(drive, site, tmp_path):
    site.on("/1", Reply(body=TEASERS[0].join(("<p>", "</p>")).encode(), headers=HTML))
    async with drive(tmp_path / "own", children=True) as news:
        await subscribe(news, site)
        await news.press("x")
        assert news.said.startswith("no more text there")
        assert TEASERS[0] in news.shown
        assert not wants_full(news)


async def test_a_server_that_fails_is_said(drive, site, tmp_path):
    site.on("/1", Reply(500))
    async with drive(tmp_path / "own", children=True) as news:
        await subscribe(news, site)
        await news.press("x")
        assert news.said.startswith("the server failed (status 500)")


async def test_that_it_is_remembered_can_be_undone(drive, site, tmp_path):
    async with drive(tmp_path / "own", children=True) as news:
        await subscribe(news, site)
        await news.press("x", "ctrl+z")
        assert not wants_full(news)
        assert "Sheep and cheese" in news.shown


async def test_the_screen_goes_on_while_a_page_is_fetched(drive, site, tmp_path):
    import threading

    gate = threading.Event()
    site.on(
        "/1",
        Reply(body=f"<article><p>{TEASERS[0]}</p><p>{MORE}</p></article>".encode(), headers=HTML, wait=gate),
    )
    async with drive(tmp_path / "own", children=True) as news:
        await subscribe(news, site)
        await news.pilot.press("x")
        await news.until(lambda: "/1" in site.paths())
        await news.pilot.press("j")
        await news.until(lambda: TEASERS[1] in news.shown)
        gate.set()
        await news.settle()
        await news.put_cursor("Article 1")
        assert "Sheep and cheese" in news.shown


async def test_an_article_without_a_page_has_no_x(drive, tmp_path):
    from support.feeds import THREE, feed

    path = tmp_path / "three.json"
    path.write_text(feed(THREE))
    async with drive(tmp_path / "own", children=True) as news:
        news.library.add(str(path))
        await news.settle()
        await news.press("x")
        assert news.said.startswith("x does nothing here")
