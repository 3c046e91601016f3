"""Closing the index while another thread asks it something."""

import sqlite3
import threading

import pytest

from newsreader.index.database import Database


@pytest.mark.parametrize("end", [Database.close, Database.discard])
def test_a_connection_in_use_is_closed_by_its_thread(tmp_path, end):
    database = Database(tmp_path / "index.sqlite")
    with database.reading() as connection:
        other = threading.Thread(target=end, args=(database,))
        other.start()
        other.join()
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_connections_that_are_not_in_use_are_closed_at_once(tmp_path):
    database = Database(tmp_path / "index.sqlite")
    found = []
    asked, done = threading.Event(), threading.Event()

    def ask():
        with database.reading() as connection:
            found.append(connection)
        asked.set()
        done.wait()

    other = threading.Thread(target=ask)
    other.start()
    asked.wait()
    database.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        found[0].execute("SELECT 1")
    done.set()
    other.join()
