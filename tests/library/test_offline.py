"""Refreshing without a connection."""

import socket

import pytest

from support.feeds import THREE, feed
from support.server import Reply, serving


@pytest.fixture
def cut(monkeypatch):
    """No name is found but that of this machine; counts the names that were asked for."""
    asked = []
    real = socket.getaddrinfo

    def find(host, *rest, **more):
        if host in ("127.0.0.1", "up.example"):
            return real("127.0.0.1", *rest, **more)
        asked.append(host)
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", find)
    return asked


def subscribe(library, *addresses):
    for address in addresses:
        library.add(address, fetch=False)


def statuses(library):
    return {row.health.status for row in library.sources()}


def test_without_a_connection_nothing_is_held_against_the_sources(empty, cut):
    subscribe(empty, *(f"http://h{number}.example/feed" for number in range(60)))
    outcomes = list(empty.refresh(force=True))
    assert len(outcomes) == 60
    assert all(outcome.offline and outcome.error for outcome in outcomes)
    assert statuses(empty) == {"never"}
    assert len(set(cut)) < 40
    assert empty.due() == 60


def test_what_is_on_this_machine_is_read_all_the_same(empty, cut, path):
    empty.add(str(path))
    subscribe(empty, *(f"http://h{number}.example/feed" for number in range(20)))
    outcomes = list(empty.refresh(force=True))
    assert [outcome.status for outcome in outcomes if not outcome.offline] == ["ok"]


def test_one_server_that_answers_makes_the_others_fail_for_themselves(empty, cut):
    with serving() as server:
        url = server.on("/feed", Reply(body=feed(THREE).encode()))
        subscribe(empty, url.replace("127.0.0.1", "up.example"))
        subscribe(empty, *(f"http://h{number}.example/feed" for number in range(5)))
        outcomes = list(empty.refresh(force=True))
    assert not any(outcome.offline for outcome in outcomes)
    assert sorted(outcome.status for outcome in outcomes) == ["error"] * 5 + ["ok"]


def test_one_server_that_is_not_found_fails_for_itself(empty, cut):
    subscribe(empty, "http://gone.example/feed")
    (outcome,) = empty.refresh(force=True)
    assert (outcome.status, outcome.offline) == ("error", False)
    assert "gone.example is not found" in outcome.error


def test_what_is_added_without_a_connection_is_kept(empty, cut):
    assert "not found" in empty.add("http://new.example/feed").problem
    assert statuses(empty) == {"error"}
