"""Folding the folders of SOURCES."""

import pytest

from newsreader.model.query import ListQuery
from support.news import HARBOUR, VALLEY

ODD_HERE = " [b]Odd[/] [@clic…"


@pytest.fixture
def nested(data, other):
    """The library with News, in it Abroad with Harbour Daily and Local with Valley Post, and a source in none."""
    rows = {row.source.title: row.source.id for row in other.sources()}
    other.change_source(rows["Valley Post"], folder="News/Local")
    other.change_source(rows["Harbour Daily"], folder="News/Abroad")
    return data


def places(news):
    lines = (line[1:22].rstrip(" │0123456789") for line in news.lines[3:10])
    return [line for line in lines if line.strip()]


async def test_a_folder_is_folded_and_unfolded(drive, nested):
    async with drive(nested) as news:
        await news.press("5", "g", "j", "j", "plus")
        assert places(news) == [" ▸ News", ODD_HERE]
        assert news.main.sources.current.title == "News"
        assert "ARTICLES · News · 22 unread" in news.shown
        await news.press("j")
        assert "ARTICLES · [b]Odd" in news.shown
        await news.press("k", "plus")
        assert len(places(news)) == 6


async def test_folding_from_inside_goes_to_the_folder(drive, nested):
    async with drive(nested) as news:
        await news.press("5", "g", "j", "j", "j", "j", "plus")
        assert places(news)[:4] == [" ▾ News", "  ▸ Abroad", "  ▾ Local", "    Valley Post"]
        assert (news.main.sources.current.title, news.focus) == ("Abroad", "sources")
        assert set(news.titles()) == {title for title, _ in HARBOUR}


async def test_all_folders_are_folded_and_unfolded(drive, nested):
    async with drive(nested) as news:
        await news.press("5", "minus")
        assert places(news) == [" ▸ News", ODD_HERE]
        await news.press("g", "j", "j", "plus")
        assert places(news)[:3] == [" ▾ News", "  ▸ Abroad", "  ▸ Local"]
        await news.press("minus", "minus")
        assert len(places(news)) == 6


async def test_what_is_folded_away_is_read_all_the_same(drive, nested):
    async with drive(nested) as news:
        await news.press("5", "G", "plus", "g", "minus", "j", "j", "j", "enter", "A", "1", "n")
        # The next source with unread articles stands in a folder that is folded.
        assert "ARTICLES · Harbour Daily" in news.shown
        assert news.title == HARBOUR[0][0]
        assert news.main.sources.current.title == "News"
        await news.press("5", "plus")
        assert "ARTICLES · Harbour Daily" in news.shown


async def test_folders_are_folded_at_the_next_start(drive, nested):
    async with drive(nested) as news:
        await news.press("5", "minus", "ctrl+q")
    async with drive(nested) as news:
        assert places(news) == [" ▸ News", ODD_HERE]
        await news.press("5", "g", "j", "j", "enter")
        assert {title for title, _ in VALLEY} < set(news.titles())


async def test_a_folded_folder_tells_of_trouble_inside(drive, nested, other, tmp_path):
    broken = next(row.source for row in other.sources() if row.source.title == "Valley Post")
    moved = tmp_path / "moved.json"
    moved.write_text("")
    other.change_source(broken.id, url=str(moved))
    list(other.refresh([broken.id], force=True))
    async with drive(nested) as news:
        assert "! " not in news.lines[3]
        await news.press("5", "minus")
        assert news.lines[3].split("│")[1].split() == ["▸", "News", "!", "22"]


async def test_a_click_on_its_mark_folds_a_folder(drive, nested):
    async with drive(nested) as news:
        await news.pilot.click("#sources", offset=(2, 3))
        await news.settle()
        assert places(news)[0] == " ▸ News"
        await news.pilot.click("#sources", offset=(5, 3))
        await news.settle()
        assert places(news)[0] == " ▸ News"


@pytest.mark.parametrize("folded", [b'{"folded": 5}', b'{"folded": [1, null, "nosuch"]}'])
async def test_folders_that_are_none_are_passed_over(drive, nested, folded):
    (nested / "place.json").write_bytes(folded)
    async with drive(nested) as news:
        assert len(places(news)) == 6
        assert news.main.views.query == ListQuery()


async def test_outside_sources_the_key_folds_stories(drive, nested):
    async with drive(nested) as news:
        await news.press("plus")
        assert news.said in ("one row a story", "every telling has its row")
        await news.press("5", "g")
        assert news.main.check_action("do", ("fold-folder",)) is False
