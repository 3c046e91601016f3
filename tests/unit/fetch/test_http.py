"""Asking servers: what is sent, what is followed, what is refused."""

import gzip
import threading
import time
import zlib

import pytest

from newsreader.errors import FetchError, WebError
from newsreader.fetch import connecting
from newsreader.fetch.bodies import MAX_BODY_BYTES
from newsreader.fetch.http import Web
from newsreader.model.source import Validators
from support.server import Reply, serving

BODY = b"<rss/>"


@pytest.fixture
def server():
    with serving() as made:
        yield made


@pytest.fixture
def web():
    with Web() as made:
        yield made


def test_a_document_comes_with_its_validators(server, web):
    headers = {
        "ETag": 'W/"odd, \\"one"',
        "Last-Modified": "Monday or so",
        "Content-Type": "text/xml; charset=x",
    }
    answer = web.get(server.on("/feed", Reply(body=BODY, headers=headers)))
    assert (answer.status, answer.body, answer.media_type) == (200, BODY, "text/xml; charset=x")
    assert answer.validators == Validators('W/"odd, \\"one"', "Monday or so")
    assert (answer.permanent, answer.public) == (None, False)


def test_validators_go_out_as_they_came(server, web):
    url = server.on("/feed", Reply(304, headers={"ETag": '"new"'}))
    answer = web.get(url, validators=Validators('W/"odd, \\"one"', "Monday or so"))
    assert (answer.status, answer.body, answer.validators.etag) == (304, b"", '"new"')
    (asked,) = server.asked
    assert (asked.headers["if-none-match"], asked.headers["if-modified-since"]) == (
        'W/"odd, \\"one"',
        "Monday or so",
    )


def test_nothing_is_sent_that_was_not_meant(server, web):
    url = server.on("/feed", Reply(body=BODY, headers={"Set-Cookie": "a=1"}))
    web.get(url)
    web.get(url)
    for asked in server.asked:
        assert asked.headers["user-agent"].startswith("newsreader/")
        assert not {"cookie", "referer", "authorization", "if-none-match"} & set(asked.headers)


@pytest.mark.parametrize("packed", [gzip.compress, zlib.compress, lambda data: zlib.compress(data)[2:-4]])
def test_packed_answers_are_inflated(server, web, packed):
    coding = "gzip" if packed is gzip.compress else "deflate"
    data = BODY * 50_000
    url = server.on("/feed", Reply(body=packed(data), headers={"Content-Encoding": coding}))
    assert web.get(url).body == data


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "quantum"])
def test_packings_that_were_not_asked_for_are_refused(server, web, coding):
    url = server.on("/feed", Reply(body=gzip.compress(BODY), headers={"Content-Encoding": coding}))
    with pytest.raises(FetchError, match="packs"):
        web.get(url)


def test_a_bomb_goes_off_at_its_limit(server, web):
    bomb = gzip.compress(bytes(MAX_BODY_BYTES * 20))
    url = server.on("/feed", Reply(body=bomb, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(FetchError, match="longer than"):
        web.get(url)


@pytest.mark.parametrize("body", [gzip.compress(BODY * 999)[:-40], b"no gzip"], ids=["cut", "none"])
def test_broken_packing_is_an_error(server, web, body):
    url = server.on("/feed", Reply(body=body, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(FetchError):
        web.get(url)


@pytest.mark.parametrize(
    ("codes", "permanent"),
    [
        ((301,), "/1"),
        ((308, 301), "/2"),
        ((302,), None),
        ((302, 301), None),
        ((301, 302), "/1"),
        ((307, 303), None),
    ],
)
def test_what_is_for_ever_is_told_from_what_is_not(server, web, codes, permanent):
    for hop, code in enumerate(codes):
        server.on(f"/{hop}", Reply(code, headers={"Location": f"/{hop + 1}"}))
    server.on(f"/{len(codes)}", Reply(body=BODY))
    answer = web.get(server.base + "/0")
    assert answer.body == BODY
    assert answer.address == f"{server.base}/{len(codes)}"
    assert answer.permanent == (server.base + permanent if permanent else None)


@pytest.mark.parametrize(
    "to", ["file:///etc/hosts", "data:text/xml,x", "gopher://127.0.0.1/", "http://[::1", "http://a\\@b/"]
)
def test_redirects_leave_the_web_for_nothing(server, web, to):
    with pytest.raises(FetchError):
        web.get(server.on("/feed", Reply(302, headers={"Location": to})))


def test_a_loop_ends(server, web):
    with pytest.raises(WebError, match="redirects"):
        web.get(server.on("/feed", Reply(302, headers={"Location": "/feed"})))
    assert len(server.asked) < 15


@pytest.fixture
def names(monkeypatch):
    """Names that lead to loopback, whatever address they claim to have."""
    claimed = {
        "news.example": "93.184.216.34",
        "inside.example": "10.0.0.7",
        "meta.example": "169.254.169.254",
    }
    monkeypatch.setattr(connecting, "resolve", lambda host, port: (claimed.get(host, host),))
    real = connecting.httpcore.SyncBackend.connect_tcp

    def connect(self, host, port, **rest):
        return real(self, "127.0.0.1", port, **rest)

    monkeypatch.setattr(connecting.httpcore.SyncBackend, "connect_tcp", connect)
    return claimed


def named(server, name, path):
    return f"http://{name}:{server.base.rpartition(':')[2]}{path}"


@pytest.mark.parametrize("to", ["inside.example", "127.0.0.1", "meta.example"])
def test_a_public_server_leads_to_nothing_private(server, web, names, to):
    server.on("/secret", Reply(body=BODY))
    server.on("/feed", Reply(302, headers={"Location": named(server, to, "/secret")}))
    with pytest.raises(WebError, match="private"):
        web.get(named(server, "news.example", "/feed"))
    assert server.paths() == ["/feed"]


def test_a_private_server_may_be_asked_by_its_user_and_leads_to_no_metadata(server, web, names):
    server.on("/feed", Reply(body=BODY))
    assert web.get(named(server, "inside.example", "/feed")).public is False
    server.on("/feed", Reply(302, headers={"Location": named(server, "meta.example", "/x")}))
    with pytest.raises(WebError):
        web.get(named(server, "inside.example", "/feed"))


def test_what_a_page_names_is_asked_by_the_same_rule(server, web, names):
    with pytest.raises(WebError):
        web.get(named(server, "inside.example", "/feed"), public=True)
    assert server.asked == []


def test_credentials_stay_on_their_host(server, web):
    with serving("127.0.0.2") as other:
        other.on("/there", Reply(body=BODY))
        server.on("/same", Reply(302, headers={"Location": "/again"}))
        server.on("/again", Reply(302, headers={"Location": other.base + "/there"}))
        web.get(server.base.replace("http://", "http://anna:pa%24s@") + "/same")
        assert {asked.headers.get("authorization") for asked in server.asked} == {"Basic YW5uYTpwYSRz"}
        assert "authorization" not in other.asked[0].headers


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "99999999999999"}, 31 * 86400),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
def test_how_long_a_busy_server_asks_to_wait(server, web, headers, seconds):
    with pytest.raises(WebError) as caught:
        web.get(server.on("/feed", Reply(429, headers=headers)))
    assert caught.value.status == 429
    assert (caught.value.wait and caught.value.wait.total_seconds()) == seconds


@pytest.mark.parametrize("status", [206, 226, 400, 401, 403, 404, 410, 418, 500, 503])
def test_what_is_no_document_is_an_error_with_what_to_do(server, web, status):
    with pytest.raises(WebError) as caught:
        web.get(server.on("/feed", Reply(status, body=BODY)))
    assert caught.value.status == status
    assert "; " in caught.value.message


@pytest.mark.parametrize(
    "raw",
    [
        b"what is this\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<rss",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<rss",
    ],
)
def test_an_answer_that_is_broken_or_cut_is_an_error(server, web, raw):
    with pytest.raises(WebError):
        web.get(server.on("/feed", Reply(raw=raw)))


def test_a_server_that_hangs_is_left(server):
    release = threading.Event()
    url = server.on("/feed", Reply(body=BODY, wait=release))
    with Web(seconds=0.3) as web:
        started = time.monotonic()
        with pytest.raises(WebError, match="in time"):
            web.get(url)
        waited = time.monotonic() - started
    release.set()
    assert waited < 5


def test_nobody_listens():
    with Web() as web, pytest.raises(WebError, match="refuses"):
        web.get("http://127.0.0.1:1/feed")


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "http://", "http://[::1", "http://a:99999/", "http://a b/", "//a/"]
)
def test_no_web_address(web, address):
    with pytest.raises(FetchError):
        web.get(address)
