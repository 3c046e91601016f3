"""TOML as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.text.toml import read_toml

WHOLE = """\
# a remark
theme = "dusk"

list = [
  "a",

  "b",
]
a.b = 2
[sources."http://x.example/"]
title = \"\"\"
two
lines\"\"\"

# another
interval = "3h"
[pipe]
words = "wc"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (["theme"], 2),
        (["list"], 4),
        (["a", "b"], 9),
        (["sources", "http://x.example/"], 10),
        (["sources", "http://x.example/", "title"], 11),
        (["sources", "http://x.example/", "interval"], 16),
        (["pipe", "words"], 18),
        (["pipe", "other"], 0),
        (["theme", "dusk"], 0),
    ],
)
def test_every_value_has_its_line(path, line):
    found = read_toml(WHOLE)
    assert not found.errors
    assert found.line_of(path) == line


@pytest.mark.parametrize(
    ("wrong", "number"),
    [
        ("a = = 3", 2),
        ("a = unquoted", 2),
        ('a = "never ends', 2),
        ("= 3", 2),
        ("before = 2", 2),
        ('a = """\nnever ends', 2),
        ("a = [1,\n2", 2),
    ],
)
def test_a_line_that_is_wrong_costs_itself_alone(wrong, number):
    found = read_toml(f"before = 1\n{wrong}\n[table]\nafter = 2\n")
    assert found.values == {"before": 1, "table": {"after": 2}}
    assert min(found.errors) == number


def test_what_stands_under_a_broken_heading_is_no_other_tables():
    found = read_toml("[first]\na = 1\n[second\nb = 2\n[third]\nc = 3\n")
    assert found.values == {"first": {"a": 1}, "third": {"c": 3}}
    assert list(found.errors) == [3]


def test_lines_are_counted_as_they_stand_in_the_file():
    found = read_toml("a = = 1\r\n\r\nb = 2\r\n")
    assert (found.values, list(found.errors), found.line_of(["b"])) == ({"b": 2}, [1], 3)


@given(st.text(alphabet="ab=[]{}\"'\n#.,1 \\", max_size=120))
def test_no_text_is_too_strange(text):
    found = read_toml(text)
    assert found.errors or found.lines
    assert all(1 <= number <= text.count("\n") + 1 for number in found.errors)


def test_rubbish_ends_soon():
    assert read_toml("= \n" * 5000).values == {}
