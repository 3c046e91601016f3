"""Full texts: fetched from an article's page, kept beside what its source gave."""

import threading
from html import escape

import pytest

from newsreader.errors import SourceError, UnknownArticleError
from newsreader.library.library import open_library
from newsreader.model.query import ListQuery
from newsreader.model.settings import Config
from newsreader.model.source_settings import SourceSettings
from support.seeing import ids
from support.server import Reply, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
MORE = (
    "The new rota would keep them at the gates for fourteen hours at a stretch, they said at the Guildhall."
)


def teaser(number):
    return f"Keepers at lock {number} laid down their windlasses."


def page_of(number, more=MORE):
    text = f"<p>{teaser(number)}</p><p>{more}</p>"
    return Reply(
        body=f"<title>Lock {number}</title><nav>Menu</nav><article>{text}</article>".encode(), headers=HTML
    )


class Site:
    """A feed of teasers, each with a page."""

    def __init__(self, server, count=3):
        self.server = server
        self.url = server.on("/feed", Reply())
        self.serve(count)
        for number in range(1, count + 1):
            server.on(f"/{number}", page_of(number))

    def serve(self, count, text=teaser):
        items = "".join(
            f"<item><guid>{n}</guid><title>Keepers of lock {n} walk out</title><link>{self.server.base}/{n}</link>"
            f"<description>{escape(text(n))}</description></item>"
            for n in range(1, count + 1)
        )
        body = f"<rss version='2.0'><channel><title>Locks</title>{items}</channel></rss>"
        self.server.on("/feed", Reply(body=body.encode(), headers={"Content-Type": "application/rss+xml"}))

    def pages(self):
        """The pages that were asked for."""
        return sorted(path for path in self.server.paths() if path != "/feed")


@pytest.fixture
def site():
    with serving() as server:
        yield Site(server)


@pytest.fixture
def reader(empty, site):
    """A library with the feed of teasers."""
    empty.add(site.url)
    return empty


def first(library, number=1):
    return ids(library)[f"Keepers of lock {number} walk out"]


def refreshed(library):
    (outcome,) = library.refresh(force=True)
    return outcome


def text_of(library, number=1):
    return library.article(first(library, number)).shown.html


def test_a_fetched_page_is_read_offline_and_the_feeds_text_is_kept(reader, site, again):
    found = reader.fetch_full(first(reader))
    assert found.problem == ""
    site.server.routes.clear()
    article = again().article(first(reader))
    assert MORE in article.shown.html
    assert "Menu" not in article.shown.html
    assert article.entry.text == teaser(1)
    assert not reader.row(article.id).changed


def test_its_words_are_searched(reader):
    assert reader.search("Guildhall") == []
    reader.fetch_full(first(reader))
    assert [row.id for row in reader.search("Guildhall")] == [first(reader)]


def test_either_text_can_be_shown(reader):
    reader.fetch_full(first(reader))
    reader.show_full(first(reader), False)
    assert reader.article(first(reader)).shown.text == teaser(1)
    assert reader.search("Guildhall") == []
    reader.show_full(first(reader), True)
    assert MORE in text_of(reader)


def test_one_that_is_fetched_again_is_shown(reader):
    reader.fetch_full(first(reader))
    reader.show_full(first(reader), False)
    reader.fetch_full(first(reader))
    assert MORE in text_of(reader)


def test_a_refresh_with_the_same_feed_keeps_it(reader):
    reader.fetch_full(first(reader))
    assert (refreshed(reader).changed, MORE in text_of(reader)) == (0, True)


def test_a_bookmark_keeps_it_when_its_source_goes(reader):
    reader.bookmark([first(reader)])
    reader.fetch_full(first(reader))
    name = first(reader)
    reader.remove([row.source.id for row in reader.sources()])
    assert MORE in reader.article(name).shown.html


def test_a_source_that_says_so_is_fetched_at_refresh(reader, site):
    reader.change_source(reader.sources()[0].source.id, full_text=True)
    site.serve(4)
    site.server.on("/4", page_of(4))
    reader.mark_read([first(reader, 2)])
    outcome = refreshed(reader)
    assert (outcome.new, outcome.full, outcome.error) == (1, 3, "")
    assert site.pages() == ["/1", "/3", "/4"]  # what was read is left alone
    assert MORE in text_of(reader, 4)
    assert refreshed(reader).full == 0
    assert site.pages() == ["/1", "/3", "/4"]


def test_full_texts_are_off_until_they_are_asked_for_and_can_be_undone(reader, site):
    refreshed(reader)
    assert site.pages() == []
    name = reader.sources()[0].source.id
    reader.change_source(name, full_text=True)
    assert reader.sources()[0].source.full_text
    reader.undo()
    assert not reader.sources()[0].source.full_text


def test_the_settings_win_over_the_library(reader, site, data, clock):
    said = Config(sources={site.url: SourceSettings(full_text=True)})
    library = open_library(data, clock=clock, config=said)
    assert [outcome.full for outcome in library.refresh(force=True)] == [3]
    library.close()


def test_a_page_is_fetched_again_when_its_article_changed(reader, site, clock):
    reader.change_source(reader.sources()[0].source.id, full_text=True)
    refreshed(reader)
    clock.move(hours=1)
    site.serve(3, lambda number: teaser(number).replace("laid down", "took up"))
    site.server.on("/1", page_of(1, MORE.replace("fourteen", "twelve")))
    outcome = refreshed(reader)
    assert (outcome.changed, outcome.full) == (3, 3)
    (change,) = reader.text_changes(first(reader))
    assert "[-fourteen-] {+twelve+}" in "".join(block.text for block in change.blocks)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(404), "nothing at this address"),
        (Reply(403), "does not let us in"),
        (Reply(body=b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"}), "no page with a text"),
        (Reply(body=b"<p>Keepers at lock 1 laid down their windlasses.", headers=HTML), "no more than"),
        (
            Reply(body=b"<p>" + b"We value your privacy and our partners too. " * 20, headers=HTML),
            "something else",
        ),
    ],
)
def test_a_page_without_more_text_is_asked_for_once(reader, site, reply, why):
    site.server.on("/1", reply)
    reader.change_source(reader.sources()[0].source.id, full_text=True)
    assert (refreshed(reader).full, refreshed(reader).full) == (2, 0)
    assert site.pages().count("/1") == 1
    article = reader.article(first(reader))
    assert why in article.full.problem
    assert article.shown == article.entry
    assert why in reader.fetch_full(article.id).problem  # a person may ask as often as they like


def test_a_server_that_fails_is_asked_again_at_the_next_refresh(reader, site):
    for number in (1, 2, 3):
        site.server.on(f"/{number}", Reply(503))
    reader.change_source(reader.sources()[0].source.id, full_text=True)
    outcome = refreshed(reader)
    assert (outcome.status, outcome.full) == ("ok", 0)
    assert "full texts could not be fetched" in outcome.error
    assert len(site.pages()) <= 2  # two were under way when the first had failed
    assert reader.sources()[0].health.error == outcome.error
    for number in (1, 2, 3):
        site.server.on(f"/{number}", page_of(number))
    assert refreshed(reader).full == 3


def test_one_that_cannot_be_had_leaves_the_article_as_it_is(reader, site):
    site.server.on("/1", Reply(500))
    before = reader.article(first(reader))
    with pytest.raises(SourceError, match="the server failed"):
        reader.fetch_full(before.id)
    assert reader.article(before.id) == before


def test_at_most_two_pages_of_a_host_at_once(empty):
    with serving() as server:
        site = Site(server, count=8)
        busy, gate = [], threading.Event()

        def slow(asked):
            busy.append(asked.path)
            if len(busy) == 2:
                gate.set()
            return Reply(body=page_of(asked.path[1:]).body, headers=HTML, wait=gate)

        for number in range(1, 9):
            server.on(f"/{number}", slow)
        empty.add(site.url)
        empty.change_source(empty.sources()[0].source.id, full_text=True)
        assert refreshed(empty).full == 8
        assert server.most_at_once == 2


def test_what_a_public_feed_names_on_this_machine_is_not_asked(reader, site, monkeypatch):
    monkeypatch.setattr("newsreader.fetch.http.Web.is_public", lambda self, address: True)
    with pytest.raises(SourceError, match="private address"):
        reader.fetch_full(first(reader))
    assert site.pages() == []


def test_a_password_goes_to_the_sources_own_server_alone(empty, site):
    with serving() as other:
        other.on("/1", page_of(1))
        site.server.on("/2", page_of(2))
        empty.add(site.url.replace("http://", "http://ida:secret@"))
        body = site.server.routes["/feed"].body.replace(
            f"{site.server.base}/1".encode(), f"{other.base}/1".encode()
        )
        site.server.on("/feed", Reply(body=body, headers={"Content-Type": "application/rss+xml"}))
        refreshed(empty)
        for number in (1, 2):
            assert empty.fetch_full(first(empty, number)).problem == ""
        assert "authorization" not in other.asked[-1].headers
        assert "authorization" in next(asked for asked in site.server.asked if asked.path == "/2").headers


def test_an_article_that_is_gone_has_no_page(reader):
    with pytest.raises(UnknownArticleError):
        reader.fetch_full("0" * 16)


def test_an_index_made_anew_has_the_same(reader, data, again):
    reader.fetch_full(first(reader))
    for path in (data / "cache").glob("index.sqlite*"):
        path.unlink()
    fresh = again()
    assert [row.id for row in fresh.search("Guildhall")] == [first(fresh)]
    assert fresh.window(ListQuery(text="is:changed"), 9) == []
