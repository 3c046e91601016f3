"""Muting a source, or words."""

from newsreader.config import load
from newsreader.model.query import ListQuery
from support.news import HARBOUR


def muted(news):
    return [rule.about for rule in news.library.mute_rules()]


async def test_a_source_is_muted_and_shown_again(drive):
    async with drive(size=(120, 30)) as news:
        before = news.titles()
        await news.press("M")
        assert "This source: Harbour Daily" in news.shown
        await news.press("1")
        assert news.said == f"muted {len(HARBOUR)} articles, source: Harbour Daily; ctrl+z takes it back"
        assert not set(news.titles()) & {title for title, _ in HARBOUR}
        assert "muted" in next(line for line in news.lines if "Harbour Daily" in line)
        await news.press("5", "j", "j", "j", "enter")
        assert news.main.views.query.source_id is not None
        assert HARBOUR[0][0] in news.titles()
        await news.press("M")
        assert "This source" not in news.shown
        await news.press("2")
        assert muted(news) == []
        await news.press("5", "g", "enter")
        assert news.titles() == before


async def test_words_are_muted_until_that_is_undone(drive):
    async with drive() as news:
        await news.press("M", "2")
        await news.type("title:storm")
        await news.press("enter")
        assert muted(news) == ["title:storm"]
        assert not [title for title in news.titles() if "torm" in title]
        await news.press("ctrl+z")
        assert [title for title in news.titles() if "torm" in title]


async def test_what_was_searched_for_is_offered_as_words(drive):
    async with drive() as news:
        await news.press("f")
        await news.type("title:bell")
        await news.press("enter", "M", "2", "enter")
        assert muted(news) == ["title:bell"]


async def test_what_can_be_no_rule_is_said_in_a_line(drive):
    async with drive(size=(160, 30)) as news:
        await news.press("M", "2")
        await news.type("is:unread")
        await news.press("enter")
        assert '"is:" changes after an article came' in news.said
        assert muted(news) == []
        await news.press("M", "2", "escape")
        assert news.focus == "articles"


async def test_what_the_settings_mute_is_gone_and_a_wrong_rule_is_named(drive, tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('theme = "nord"\nmute = ["title:storm", "is:unread"]\n')
    async with drive(size=(160, 30), config=load(path)) as news:
        await news.settle()
        assert "config.toml: line 2: mute: is:unread" in news.said
        assert not [title for title in news.titles() if "torm" in title]
        assert len(news.library.window(ListQuery("is:muted"), 99)) > 0
        await news.press("M")
        assert "Show again" not in news.shown
