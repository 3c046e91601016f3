import io

import pytest

from newsreader.cli.guard import Guard
from newsreader.cli.output import Output, OutputClosedError
from newsreader.errors import FetchError, NothingToUndoError, StoreError, UnknownArticleError, UsageError


def outcome(error):
    errors = io.StringIO()
    with Guard(Output(None, errors, {})) as guard:
        raise error
    return guard.code, errors.getvalue()


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (UnknownArticleError("no such article", subject="f00"), 1, "newsreader: f00: no such article\n"),
        (FetchError("no such file", subject="a.xml"), 1, "newsreader: a.xml: no such file\n"),
        (NothingToUndoError("nothing to undo"), 1, "newsreader: nothing to undo\n"),
        (UsageError("--limit is odd", subject="list"), 2, "newsreader: list: --limit is odd\n"),
        (StoreError("the disk is full", subject="library"), 3, "newsreader: library: the disk is full\n"),
        (SystemExit(0), 0, ""),
        (SystemExit(2), 2, ""),
        (SystemExit(None), 0, ""),
        (KeyboardInterrupt(), 130, ""),
        (OutputClosedError(), 141, ""),
    ],
)
def test_every_error_has_its_line_and_exit_code(error, code, line):
    assert outcome(error) == (code, line)


@pytest.mark.parametrize(
    "error", [ValueError("bad\nthing"), MemoryError(), RecursionError("deep"), KeyError("x")]
)
def test_a_defect_is_one_line_too(error, monkeypatch):
    monkeypatch.delenv("NEWSREADER_DEBUG", raising=False)
    code, told = outcome(error)
    assert code == 1
    assert told.startswith(f"newsreader: a defect of newsreader: {type(error).__name__}")
    assert "test_guard.py:" in told
    assert told.count("\n") == 1


def test_the_traceback_of_a_defect_is_shown_on_request(monkeypatch):
    monkeypatch.setenv("NEWSREADER_DEBUG", "1")
    assert "Traceback (most recent call last)" in outcome(ValueError("bad"))[1]
    assert "Traceback" not in outcome(StoreError("the disk is full"))[1]


def test_a_block_without_errors_gives_what_it_set():
    with Guard(Output(None, None, {})) as guard:
        guard.code = 1
    assert guard.code == 1
