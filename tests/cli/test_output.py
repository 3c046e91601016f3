import errno
import io
import os

import pytest

from newsreader.cli.output import (
    Output,
    OutputClosedError,
    OutputError,
    Painted,
    counted,
    one_line,
    shortened,
)


class Stream(io.TextIOWrapper):
    """A standard stream over bytes in memory, a terminal or not, that may fail."""

    def __init__(self, *, terminal=False, fails=None, encoding="ascii"):
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal
        self.fails = fails

    def isatty(self):
        return self.terminal

    def flush(self):
        if self.fails:
            raise OSError(self.fails, os.strerror(self.fails))
        super().flush()

    def text(self):
        super().flush()
        return self.buffer.getvalue().decode()


def test_output_is_utf_8_whatever_the_locale():
    stream = Stream(encoding="ascii")
    Output(stream, None, {}).line("Žluť 港口")
    assert stream.text() == "Žluť 港口\n"


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(terminal, environment, coloured):
    stream = Stream(terminal=terminal)
    Output(stream, None, environment).line(Painted("title", "bold"), " source")
    assert stream.text() == ("\x1b[1mtitle\x1b[0m source\n" if coloured else "title source\n")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\x9bb\x07\x7f", "a\ufffdb\ufffd\ufffd"),
        ("txt.\u202exe", "txt.\ufffdxe"),
        ("raw \udcff\udcfe", "raw \ufffd\ufffd"),
        ("two\nlines\r\nand\ttab\u2028more", "two lines and tab more"),
        ("👩‍👩‍👧 \u200fעברית", "👩‍👩‍👧 \u200fעברית"),
    ],
)
def test_nothing_printed_acts_on_a_terminal(given, written):
    for part in (given, Painted(given, "bold")):
        stream = Stream()
        Output(stream, None, {}).line(part)
        assert stream.text() == written + "\n"
    assert one_line(given) == written


def test_an_error_is_one_short_line():
    errors = Stream(encoding="utf-8")
    Output(None, errors, {}).error("no\nsuch\x1b file; check it", "/" + "x" * 5000 + "/feed.xml")
    line = errors.text()
    assert line.startswith("newsreader: /xxx")
    assert line.endswith("/feed.xml: no such\ufffd file; check it\n")
    assert line.count("\n") == 1
    assert len(line) < 300


def test_an_error_about_nothing_in_particular_has_no_subject():
    errors = Stream(encoding="utf-8")
    Output(None, errors, {}).error("nothing to undo")
    assert errors.text() == "newsreader: nothing to undo\n"


def test_a_closed_pipe_is_told_from_a_full_disk():
    with pytest.raises(OutputClosedError):
        Output(Stream(fails=errno.EPIPE), None, {}).flush()
    with pytest.raises(OutputError) as caught:
        Output(Stream(fails=errno.ENOSPC), None, {}).flush()
    assert caught.value.subject == "standard output"


def test_after_a_failure_nothing_more_is_written():
    stream = Stream(fails=errno.EPIPE)
    out = Output(stream, None, {})
    with pytest.raises(OutputClosedError):
        out.flush()
    out.line("more")
    out.flush()
    assert stream.buffer.getvalue() == b""


def test_streams_may_be_missing_or_closed():
    out = Output(None, None, {})
    out.line("text")
    out.error("wrong")
    out.flush()
    closed = Stream()
    closed.close()
    Output(None, closed, {}).error("wrong")
    assert out.width is None


def test_a_long_subject_keeps_both_ends():
    assert shortened("abcdefghij", 10) == "abcdefghij"
    assert shortened("abcdefghijk", 10) == "abcdef…ijk"
    assert len(shortened("x" * 1000, 200)) == 200


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 articles"), (1, "1 article"), (12_000, "12,000 articles")]
)
def test_things_are_counted_in_words(number, text):
    assert counted(number, "article") == text
