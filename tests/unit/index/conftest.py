"""An index in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsreader.index import Index
from support.records import STAMP, TECH, source


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """An empty index with two sources, Harbour Daily in News and Dry Valley Wire in Tech."""
    made = Index(tmp_path / "cache" / "index.sqlite", now=lambda: datetime(2026, 11, 20, 12, tzinfo=UTC))
    made.writer.put_sources("library.json", STAMP, [source(), source(TECH, "Dry Valley Wire", "Tech")])
    yield made
    made.close()
