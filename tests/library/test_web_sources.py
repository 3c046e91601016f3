"""Sources of the web, from a real server on loopback."""

import threading
from datetime import timedelta

import pytest

from newsreader.errors import ManyFeedsError, ParseError, SourceError
from newsreader.library.library import open_library
from newsreader.model.settings import Config
from newsreader.model.source_settings import SourceSettings
from support.feeds import THREE, feed
from support.server import Reply, serving

FEED = feed(THREE).encode()
PAGE = b"<html><head><title>A page</title>%s</head><body><article><p>Words on a page.</p></article></body></html>"


@pytest.fixture
def server():
    with serving() as made:
        yield made


@pytest.fixture
def url(server):
    return server.on("/feed", Reply(body=FEED, headers={"ETag": '"1"'}))


def health(library):
    (row,) = library.sources()
    return row.health


def refreshed(library, **how):
    return [(outcome.status, outcome.new, outcome.changed) for outcome in library.refresh(force=True, **how)]


def titles(library):
    from newsreader.model.query import ListQuery

    return {row.title for row in library.window(ListQuery(), 100)}


def test_a_feed_is_added_by_one_request(empty, server, url):
    outcome = empty.add(url)
    assert (outcome.new, outcome.problem, len(server.asked)) == (3, "", 1)
    assert (health(empty).status, health(empty).http_status, health(empty).validators.etag) == (
        "ok",
        200,
        '"1"',
    )


def test_unchanged_costs_one_conditional_request_and_writes_no_article(empty, server, url, data):
    empty.add(url)
    server.on(
        "/feed", lambda asked: Reply(304) if asked.headers.get("if-none-match") == '"1"' else Reply(body=FEED)
    )
    before = {path: path.stat().st_mtime_ns for path in (data / "sources").rglob("*.json")}
    assert refreshed(empty) == [("unchanged", 0, 0)]
    assert {path: path.stat().st_mtime_ns for path in (data / "sources").rglob("*.json")} == before
    assert health(empty).validators.etag == '"1"'


def test_what_is_not_due_is_not_asked(empty, server, url, clock):
    empty.add(url)
    assert list(empty.refresh()) == []
    clock.move(days=2)
    assert [outcome.status for outcome in empty.refresh()] == ["ok"]


def test_a_source_moves_when_its_server_has_said_so_three_times(empty, server, url):
    empty.add(url)
    ids = {source.source.id for source in empty.sources()}
    server.on("/feed", Reply(301, headers={"Location": "/new"}))
    server.on("/new", Reply(body=FEED))
    assert [refreshed(empty)[0][0] for _ in range(3)] == ["ok", "ok", "moved"]
    (row,) = empty.sources()
    assert (row.source.address, {row.source.id}, row.articles) == (server.base + "/new", ids, 3)
    assert empty.add(url).source.id == row.source.id
    assert empty.add(server.base + "/new").source.id == row.source.id
    assert len(empty.sources()) == 1


def test_a_redirect_to_a_page_moves_nothing(empty, server, url):
    empty.add(url)
    server.on("/feed", Reply(301, headers={"Location": "/login"}))
    server.on("/login", Reply(body=PAGE % b"", headers={"Content-Type": "text/html"}))
    assert [refreshed(empty)[0][0] for _ in range(4)] == ["error"] * 4
    assert empty.sources()[0].source.address == url
    assert len(titles(empty)) == 3


def test_what_is_gone_is_not_asked_again(empty, server, url, clock):
    empty.add(url)
    server.on("/feed", Reply(410))
    assert refreshed(empty)[0][0] == "gone"
    assert health(empty).next_due is None
    clock.move(days=30)
    assert list(empty.refresh()) == []
    assert len(titles(empty)) == 3


@pytest.mark.parametrize(
    ("status", "name"), [(429, "throttled"), (503, "throttled"), (404, "error"), (500, "error")]
)
def test_trouble_is_told_by_its_kind_and_waits(empty, server, url, clock, status, name):
    empty.add(url)
    server.on("/feed", Reply(status, headers={"Retry-After": "7200"}))
    assert refreshed(empty)[0][0] == name
    wait = health(empty).next_due - clock.now
    assert wait == timedelta(hours=2) if name == "throttled" else wait < timedelta(hours=1)
    server.on("/feed", Reply(body=FEED))
    assert refreshed(empty)[0][0] == "ok"
    assert (health(empty).error, health(empty).failures) == ("", 0)


def test_a_week_of_trouble_means_once_a_day(empty, server, url, clock):
    empty.add(url)
    server.on("/feed", Reply(500))
    clock.move(days=8)
    refreshed(empty)
    assert timedelta(days=0.9) <= health(empty).next_due - clock.now <= timedelta(days=1.1)


def test_one_that_fails_is_subscribed_to_and_said(empty, server):
    outcome = empty.add(server.base + "/nothing")
    assert "nothing at this address" in outcome.problem
    assert health(empty).status == "error"


def test_a_source_that_was_imported_learns_its_name(empty, server, url):
    empty.add(url, fetch=False)
    assert empty.sources()[0].source.title == url
    refreshed(empty)
    (row,) = empty.sources()
    assert (row.source.title, row.source.kind) == ("Harbour Daily", "feed")


def link(href, title=b""):
    return b'<link rel="alternate" type="application/feed+json" href="%s" title="%s">' % (href, title)


def test_a_page_leads_to_its_feed_and_not_to_its_comments(empty, server, url):
    page = PAGE % (link(b"/comments", b"Comments") + link(b"feed", b"All"))
    empty.add(server.on("/", Reply(body=page, headers={"Content-Type": "text/html"})))
    (row,) = empty.sources()
    assert (row.source.address, row.articles) == (url, 3)


def test_a_page_whose_first_feed_is_broken_leads_to_the_next(empty, server, url):
    page = PAGE % (link(b"/broken") + link(b"/feed"))
    empty.add(server.on("/", Reply(body=page, headers={"Content-Type": "text/html"})))
    assert [row.source.address for row in empty.sources()] == [url]


def test_a_page_without_a_feed_is_kept_as_an_article_and_never_asked_again(empty, server, clock):
    for name in ("/one", "/two"):
        empty.add(server.on(name, Reply(body=PAGE % b"", headers={"Content-Type": "text/html"})))
    (row,) = empty.sources()
    assert (row.source.kind, row.articles, row.health.next_due) == ("saved", 2, None)
    clock.move(days=3)
    assert list(empty.refresh()) == []
    assert refreshed(empty) == [("unchanged", 0, 0)]
    assert len(server.asked) == 2


def test_what_is_neither_feed_nor_page_is_not_subscribed_to(empty, server):
    with pytest.raises(ParseError):
        empty.add(server.on("/x", Reply(body=b"\x89PNG\r\n\x1a\n" + bytes(50))))
    assert empty.sources() == []


def test_a_password_is_sent_and_shown_nowhere(empty, server, url, data):
    secret = url.replace("http://", "http://anna:pa55@")
    empty.add(secret)
    refreshed(empty)
    assert {asked.headers.get("authorization") for asked in server.asked} == {"Basic YW5uYTpwYTU1"}
    assert empty.sources()[0].source.address == url
    holding = [path.name for path in data.rglob("*") if path.is_file() and b"pa55" in path.read_bytes()]
    assert holding == ["credentials.json"]
    assert (data / "credentials.json").stat().st_mode & 0o077 == 0
    server.on("/feed", Reply(500))
    refreshed(empty)
    assert "pa55" not in repr(empty.sources())
    with pytest.raises(SourceError) as caught:
        empty.add("http://anna:pa55@[::1")
    assert "pa55" not in str(caught.value) + caught.value.subject


def test_one_that_hangs_delays_nobody(empty, server):
    release = threading.Event()
    empty.add(server.on("/slow", Reply(body=FEED, wait=release)), fetch=False)
    for number in range(5):
        empty.add(server.on(f"/{number}", Reply(body=FEED)), fetch=False)
    ended = []
    for outcome in empty.refresh():
        ended.append(outcome.source.address.rpartition("/")[2])
        if len(ended) == 5:
            release.set()
    assert ended[-1] == "slow"
    assert server.most_at_once <= 2


def test_a_refresh_that_is_stopped_keeps_what_it_has(empty, server, again):
    for number in range(6):
        empty.add(server.on(f"/{number}", Reply(body=FEED)), fetch=False)
    outcomes = empty.refresh()
    next(outcomes)
    outcomes.close()
    other = again()
    assert [row.health.status for row in other.sources()].count("ok") == 1


def test_two_programs_do_not_read_a_source_twice(empty, server, url, again):
    release = threading.Event()
    empty.add(url, fetch=False)
    server.on("/feed", Reply(body=FEED, wait=release))
    first = threading.Thread(target=lambda: list(empty.refresh(force=True)))
    first.start()
    while not server.asked:
        pass
    assert [outcome.status for outcome in again().refresh(force=True)] == ["unchanged"]
    release.set()
    first.join()
    assert len(server.asked) == 1


def test_what_the_settings_say_of_a_source_is_done(data, clock, server, url):
    said = SourceSettings(title="Mine", folder="Near", interval=timedelta(hours=9), user_agent="a name/1")
    library = open_library(data, clock=clock, config=Config(sources={url: said}))
    try:
        library.add(url)
        list(library.refresh(force=True))
        assert [asked.headers["user-agent"] for asked in server.asked] == ["a name/1"] * 2
        (row,) = library.sources()
        assert (row.source.title, row.source.folder) == ("Mine", "Near")
        assert timedelta(hours=9) <= row.health.next_due - clock() <= timedelta(hours=10)
    finally:
        library.close()


def test_settings_that_change_are_seen_at_the_next_start(data, clock, url):
    def shown(**said):
        config = Config(sources={url: SourceSettings(**said)} if said else {})
        library = open_library(data, clock=clock, config=config)
        try:
            library.add(url, title="Own", folder="Far") if not library.sources() else None
            (row,) = library.sources()
            return row.source.title, row.source.folder, library.doctor().ok
        finally:
            library.close()

    assert shown() == ("Own", "Far", True)
    assert shown(title="Mine") == ("Mine", "Far", True)
    assert shown(folder="") == ("Own", "", True)
    assert shown() == ("Own", "Far", True)


LINKS = "".join(f'<link rel="alternate" type="application/rss+xml" title="F{n}" href="/{n}">' for n in (1, 2))


@pytest.fixture
def page(server):
    server.on("/1", Reply(body=FEED))
    server.on("/2", Reply(body=feed(THREE[:1], title="Two").encode()))
    return server.on("/", Reply(body=PAGE % LINKS.encode()))


def test_a_page_of_several_feeds_gives_the_first_and_names_the_others(empty, server, page):
    outcome = empty.add(page)
    assert outcome.source.address == server.base + "/1"
    assert [(link.url, link.title) for link in outcome.others] == [(server.base + "/2", "F2")]


def test_of_several_feeds_one_can_be_picked(empty, server, page):
    with pytest.raises(ManyFeedsError) as many:
        empty.add(page, ask=True)
    assert many.value.feeds == ((server.base + "/1", "F1"), (server.base + "/2", "F2"))
    assert empty.sources() == []
    assert empty.add(page, pick=server.base + "/2").source.title == "Two"


def test_a_feed_that_was_picked_and_is_gone_is_an_error(empty, server, page):
    server.on("/2", Reply(404))
    with pytest.raises(SourceError):
        empty.add(page, pick=server.base + "/2")
    with pytest.raises(SourceError):
        empty.add(page, pick=server.base + "/3")
    assert empty.sources() == []


def test_the_page_itself_can_be_picked(empty, server, page):
    assert empty.add(page, pick="").source.kind == "saved"
    assert server.paths() == ["/"]


def test_a_name_that_is_taken_away_gives_way_to_its_own(empty, server, url):
    source = empty.add(url, title="Mine").source
    empty.change_source(source.id, title="")
    server.on("/feed", Reply(body=feed(THREE[:2], title="Own").encode()))
    list(empty.refresh(force=True))
    assert empty.stored_source(source.id).title == "Own"


def test_a_feed_that_hangs_keeps_no_other_without_its_name(empty, server, url, data, monkeypatch):
    monkeypatch.setattr("newsreader.library.refreshing._FOUND_SECONDS", 0.5)
    release = threading.Event()

    def hang(_):
        release.wait(20)
        return Reply(body=FEED)

    for address in (url, server.on("/hangs", hang)):
        empty.add(address, fetch=False)
    outcomes = empty.refresh()
    first = next(outcomes)
    rest = threading.Thread(target=list, args=(outcomes,))
    rest.start()
    other = open_library(data)
    try:
        while {row.health.status for row in other.sources()} != {"ok", "never"}:
            assert rest.is_alive()
        assert first.source.title in {row.source.title for row in other.sources()} - {url}
    finally:
        release.set()
        rest.join()
        other.close()
