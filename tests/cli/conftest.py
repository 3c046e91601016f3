"""The command line in this process, on a library of its own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsreader.cli.main import run

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Daily</title><link>https://harbour-daily.example/</link><language>en</language>
<item><guid isPermaLink="false">hd-1</guid><title>Ferry pilots walk out over night shifts</title>
 <link>https://harbour-daily.example/1</link><author>Ines Holm</author><category>port</category>
 <pubDate>Mon, 02 Mar 2026 06:30:00 GMT</pubDate>
 <description>&lt;p&gt;Pilots of the &lt;b&gt;northern&lt;/b&gt; ferries walked out on Monday.&lt;/p&gt;
 &lt;p&gt;They object to night shifts.&lt;/p&gt;</description>
 <enclosure url="https://harbour-daily.example/1.mp3" type="audio/mpeg" length="12345"/></item>
<item><guid isPermaLink="false">hd-2</guid><title>Lighthouse museum opens a third floor</title>
 <link>https://harbour-daily.example/2</link><pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate>
 <description>&lt;p&gt;The museum of lamps and lenses grew by a floor.&lt;/p&gt;</description></item>
</channel></rss>
"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Valley Post",
    "items": [
        {
            "id": "vp-1",
            "title": "Ferry pilots and owners meet again",
            "content_text": "Owners of the northern ferries offered fewer night shifts.\n\nPilots will vote.",
            "date_published": "2026-03-04T10:00:00Z",
        }
    ],
}


@dataclass
class Result:
    """What one run gave."""

    code: int
    out: str
    err: str

    @property
    def items(self) -> list[dict[str, Any]]:
        """The items of its JSON Feed document."""
        found: list[dict[str, Any]] = json.loads(self.out)["items"]
        return found

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Its JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def errors(self) -> list[str]:
        """Its lines on standard error; every one is the program's own."""
        lines = self.err.splitlines()
        assert all(line.startswith("newsreader: ") for line in lines), lines
        return lines


Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where the library of this test is."""
    return tmp_path / "data"


@pytest.fixture
def cli(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line and gives what came of it."""
    monkeypatch.delenv("NEWSREADER_DEBUG", raising=False)

    def go(*words: str) -> Result:
        capsys.readouterr()
        code = run(["--data-dir", str(data), *words])
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return go


@pytest.fixture(scope="session")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with two feeds."""
    made = tmp_path_factory.mktemp("feeds")
    (made / "harbour.xml").write_text(FEED, "utf-8")
    (made / "valley.json").write_text(json.dumps(JSON_FEED), "utf-8")
    return made


@pytest.fixture(scope="session")
def filled(feeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds both feeds; to be copied, not changed."""
    made = tmp_path_factory.mktemp("library") / "data"
    assert run(["--data-dir", str(made), "add", *map(str, sorted(feeds.iterdir()))]) == 0
    return made


@pytest.fixture
def library(filled: Path, data: Path) -> Path:
    """The library of this test, with both feeds."""
    shutil.copytree(filled, data)
    return data


@pytest.fixture
def ids(cli: Run, library: Path) -> dict[str, str]:
    """Article ids by the guids that the feeds gave."""
    return {item["_newsreader"]["guid"]: item["id"] for item in cli("list", "--json").items}
