"""What newsboat's queries ask for, in words of our own."""

import pytest

from newsreader.index.grammar import parse
from newsreader.parse.newsboat_queries import search_of


@pytest.mark.parametrize(
    ("expression", "query"),
    [
        ('unread = "yes"', "is:unread"),
        ('unread != "yes"', "is:read"),
        ('title =~ "dock"', "title:dock*"),
        ('title =~ "dock strike"', 'title:"dock strike"'),
        ('title =~ "(?i).*(dock|port).*"', "title:dock* or title:port*"),
        ('title !~ "dock|port"', "-title:dock* -title:port*"),
        ('content =~ "eels" and author =~ "Ida"', "eels* author:Ida*"),
        ('feedtitle =~ "Harbour" and link =~ "blog"', "source:Harbour url:blog"),
        ('(title =~ "a" or title =~ "b") and unread = "yes"', "title:a* or title:b* is:unread"),
        ("age between 0:7", "newer:7d"),
        ("age between 2:7", "newer:7d older:2d"),
        ("age <= 3 and age > 1", "newer:3d older:1d"),
    ],
)
def test_what_both_can_say_is_said(expression, query):
    assert search_of(f"query:Mine:{expression}") == {"text": "Mine", "query": query}
    assert parse(query)


@pytest.mark.parametrize(
    "line",
    [
        "query:Mine:",
        "query::unread",
        "query",
        'query:Mine:title =~ "[0-9]+"',
        'query:Mine:title = "dock"',
        'query:Mine:flags # "s"',
        'query:Mine:tags # "a" and tags # "b"',
        'query:Mine:tags # "a" or unread = "yes"',
        'query:Mine:tags !# "a"',
        'query:Mine:unread = "yes" and title =~ "a" or title =~ "b"',
        'query:Mine:unread = "yes" or title !~ "a|b"',
        'query:Mine:(unread = "yes"',
        'query:Mine:unread = "yes")',
        'query:Mine:unread = "yes" title =~ "a"',
        "query:Mine:age < many",
        "query:Mine:" + "(" * 100_000,
        "query:Mine:;;;",
        'query:Mine:title =~ "' + "$" * 1_000_000 + 'x"',
    ],
)
def test_what_a_search_cannot_say_is_no_search(line):
    assert search_of(line) is None


def test_a_tag_is_the_folder_that_it_becomes():
    line = 'query:Mine:unread = "yes" and tags # "news"'
    assert search_of(line) == {"text": "Mine", "query": "is:unread", "folder": "news"}
