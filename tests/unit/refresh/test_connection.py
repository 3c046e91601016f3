"""Whether it is the connection that failed."""

from newsreader.refresh.connection import Connection


def told(missed, *answered):
    connection = Connection()
    for number in range(missed):
        connection.missed(f"host{number}.example")
        connection.missed(f"host{number}.example")
    for host in answered:
        connection.answered(host)
    return connection.is_good, connection.is_cut, connection.seems_cut


def test_a_server_or_two_are_no_connection_that_failed():
    assert told(2) == (False, False, False)


def test_some_servers_of_different_names_are():
    assert told(3) == (False, False, True)
    assert told(12) == (False, True, True)


def test_one_that_answers_is_enough():
    assert told(40, "good.example") == (True, False, False)


def test_this_machine_is_no_network():
    assert told(40, "localhost", "127.0.0.1", "::1") == (False, True, True)
