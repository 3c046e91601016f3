"""Pages of invented agencies in many languages and habits, beside what a careful reader sees in them."""

import json
import re
from pathlib import Path

import pytest

from newsreader.model.entry import Entry
from newsreader.parse.plain import parse_plain

PAGES = Path(__file__).parents[3] / "data" / "plain"
NAMES = sorted(path.stem for path in PAGES.glob("*.json"))
QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


def one_line(text: str) -> str:
    return " ".join(text.translate(QUOTES).split())


def seen(entry: Entry) -> dict[str, object]:
    return {
        "title": one_line(entry.title),
        "place": entry.place,
        "agency": entry.agency,
        "authors": [author.name for author in entry.authors],
        "paragraphs": len(re.split(r"\n\s*\n", entry.text)),
        "see_also": [one_line(headline) for headline in entry.see_also],
        "published": entry.published.date().isoformat() if entry.published else "",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_a_careful_reader_reads_it(name: str):
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    entries = parse_plain((PAGES / f"{name}.txt").read_bytes().decode()).entries
    assert [one_line(entry.title) for entry in entries] == [
        one_line(article["title"]) for article in expected["articles"]
    ]
    for entry, article in zip(entries, expected["articles"], strict=True):
        found = seen(entry)
        wanted = {key: article.get(key, found[key]) for key in found}
        wanted["see_also"] = [one_line(headline) for headline in article["see_also"]]
        assert found == wanted
        text = one_line(entry.text)
        assert text.startswith(one_line(article["starts"]))
        assert text.endswith(one_line(article["ends"]))
        for words in expected["absent"]:
            assert words not in entry.text


def test_there_are_pages_to_read():
    assert len(NAMES) > 30


@pytest.mark.parametrize("name", NAMES)
def test_how_lines_end_makes_no_difference(name: str):
    text = (PAGES / f"{name}.txt").read_bytes().decode().replace("\r\n", "\n")
    assert parse_plain(text.replace("\n", "\r\n")) == parse_plain(text)
    assert parse_plain("\ufeff" + text + "\n\n\n") == parse_plain(text)
