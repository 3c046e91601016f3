"""Whatever breaks a file, every document before the break is read."""

import random

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.store.salvage import salvaged

TABLES = {
    "source": {"1": {"id": "5b1c0de2f3a4", "address": "/x", "title": "X"}},
    "states": {
        str(n): {"id": f"{n:016x}", "read": n % 2 == 0, "read_at": 1795421400000 + n} for n in range(1, 9)
    },
}
WHOLE = orjson.dumps(TABLES)


def test_a_whole_file_is_read_whole():
    assert salvaged(WHOLE) == TABLES
    assert salvaged(orjson.dumps(TABLES, option=orjson.OPT_INDENT_2)) == TABLES


@given(st.integers(0, len(WHOLE)))
def test_a_cut_file_up_to_the_cut(length):
    found = salvaged(WHOLE[:length])
    ends = [WHOLE.index(orjson.dumps(each)) + len(orjson.dumps(each)) for each in TABLES["states"].values()]
    assert len(found.get("states", {})) == sum(end <= length for end in ends)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"[" * 100_000,
        b'{"states": ' * 50_000,
        random.Random(3).randbytes(500),
        bytes(99),
    ],
)
def test_what_is_no_file_of_ours_gives_nothing(data):
    assert not any(salvaged(data).values())


def test_documents_that_are_not_what_they_should_be_are_left_out():
    tables = orjson.loads(WHOLE)
    tables["states"]["3"]["read_at"] = "noon"
    tables["states"]["4"] = 7
    found = salvaged(orjson.dumps(tables))["states"]
    assert list(found.values()) == [each for number, each in TABLES["states"].items() if number not in "34"]


def test_what_is_found_can_be_written_again():
    tables = b'{"source": {"1": {"id": "5b1c0de2f3a4", "address": "/x", "title": "X\\ud800"}}, "states": {"1": NaN,'
    states = b'"2": {"id": "0000000000000001", "read": true, "read_at": NaN}}}'
    found = salvaged(tables + states)
    assert orjson.loads(orjson.dumps(found)) == found
    assert found["source"]["1"]["title"] == "X?"
    assert not found["states"]


def test_documents_are_numbered_anew():
    tables = orjson.loads(WHOLE)
    tables["states"] = {f"no. {number}": each for number, each in tables["states"].items()}
    assert salvaged(orjson.dumps(tables)) == TABLES
