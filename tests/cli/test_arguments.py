import argparse

import pytest

from newsreader.cli.arguments import Parser, least_one, share, split_command
from newsreader.errors import UsageError

NAMES = ("list", "read")


@pytest.mark.parametrize(
    ("argv", "command", "words"),
    [
        ([], None, ()),
        (["list"], "list", ()),
        (["list", "read"], "list", ("read",)),
        (["--data-dir", "list", "read", "x"], "read", ("--data-dir", "list", "x")),
        (["--data-dir=list", "read"], "read", ("--data-dir=list",)),
        (["--config", "c.toml", "list", "--json"], "list", ("--config", "c.toml", "--json")),
        (["--help", "list"], "list", ("--help",)),
        (["feed.xml", "list"], None, ("feed.xml", "list")),
        (["-", "list"], None, ("-", "list")),
        (["--", "list"], None, ("--", "list")),
        (["--sample"], None, ("--sample",)),
        (["--data-dir"], None, ("--data-dir",)),
    ],
)
def test_the_first_word_that_is_no_option_is_the_command(argv, command, words):
    split = split_command(argv, NAMES)
    assert (split.command, split.words) == (command, words)


def parser(least=1, most=None):
    made = Parser("tag", "what it does")
    made.add_words("ids", "ID...", least=least, most=most)
    made.add_argument("--tag", action="append", default=[])
    made.add_json("JSON")
    return made


@pytest.mark.parametrize(
    ("words", "ids", "tags"),
    [
        (["a", "b"], ["a", "b"], []),
        (["a", "--tag", "x", "b"], ["a", "b"], ["x"]),
        (["--tag", "x", "a", "--tag=y"], ["a"], ["x", "y"]),
        (["--", "-a", "--tag"], ["-a", "--tag"], []),
        (["a", "--tag", "x", "--", "-b"], ["a", "-b"], ["x"]),
        (["--", "a", "--", "b"], ["a", "--", "b"], []),
        (["-"], ["-"], []),
        (["-not so"], ["-not so"], []),
        ([""], [""], []),
    ],
)
def test_words_and_options_stand_in_any_order(words, ids, tags):
    values = parser().parse(words)
    assert (values.ids, values.tag) == (ids, tags)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("option", ["--data-dir", "--config"])
def test_global_options_stand_before_and_after_the_words(option, before):
    words = [option, "there", "a"] if before else ["a", option, "there"]
    values = parser().parse(words)
    assert getattr(values, option[2:].replace("-", "_")) == "there"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "ID is missing; see newsreader tag --help"),
        (["a", "--nosuch"], "no option --nosuch; put -- before"),
        (["a", "-x"], "no option -x"),
        (["a", "-1"], "no option -1"),
        (["a", "--js"], "no option --js"),
        (["a", "--tag"], "expected one argument"),
        (["a", "b", "c"], "nothing is known to do with c"),
    ],
)
def test_a_wrong_command_line_is_an_error_of_one_line(words, says):
    with pytest.raises(UsageError) as caught:
        parser(most=2).parse(words)
    assert says in caught.value.message
    assert caught.value.subject == "tag"
    assert "\n" not in caught.value.message


def test_a_command_without_words_takes_none():
    with pytest.raises(UsageError, match="nothing is known to do with x"):
        Parser("undo").parse(["x"])
    assert Parser("undo").parse([]).data_dir is None


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("50", 50), ("9" * 40, 1_000_000_000)])
def test_limits_are_whole_numbers(text, number):
    assert least_one(text) == number


@pytest.mark.parametrize("text", ["0", "-1", "x", "", "1.5", "1e3", "nan", "9" * 5000])
def test_other_limits_are_refused(text):
    with pytest.raises(argparse.ArgumentTypeError):
        least_one(text)


@pytest.mark.parametrize("text", ["0", "1", ".25", "1e-3"])
def test_scores_are_from_0_to_1(text):
    assert share(text) == float(text)


@pytest.mark.parametrize("text", ["-0.1", "1.01", "nan", "inf", "-inf", "", "x"])
def test_other_scores_are_refused(text):
    with pytest.raises(argparse.ArgumentTypeError):
        share(text)
