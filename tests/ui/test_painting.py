"""What is drawn anew for a key: as little as changed."""

from collections import Counter

from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from newsreader.ui.widgets.article_list import ArticleList
from newsreader.ui.widgets.status_bar import StatusBar
from newsreader.ui.widgets.text_view import TextView
from support.news import VALLEY


def counting(monkeypatch, owner, name):
    """How often a method is called, by what."""
    found = []
    real = getattr(owner, name)

    def counted(self, *args, **how):
        found.append(args)
        return real(self, *args, **how)

    monkeypatch.setattr(owner, name, counted)
    return found


async def test_another_text_lays_out_no_other_pane(drive, monkeypatch):
    async with drive() as news:
        # Texts and what is related fit here, and are longer than their panes there.
        layouts = counting(monkeypatch, Screen, "_refresh_layout")
        await news.press("j", "j", "j", "n", "g")
        assert news.reading == news.title
        assert layouts == []


async def test_going_to_the_text_lays_out_nothing_and_styles_nothing(drive, monkeypatch):
    async with drive() as news:
        await news.press("2", "1")  # each style is reckoned once
        layouts = counting(monkeypatch, Screen, "_refresh_layout")
        styled = counting(monkeypatch, type(news.app.stylesheet), "apply")
        await news.press("2", "1")
        assert (layouts, styled) == ([], [])


async def test_the_border_around_the_focus_follows_the_theme(drive):
    async with drive() as news:
        await news.press("2")
        for theme in ("newsreader-light", "newsreader-dark"):
            news.app.theme = theme
            await news.pilot.pause()
            accent = news.app.theme_variables["accent"].lower()
            assert news.main.text.styles.border_top[1].hex.lower() == accent
            assert news.main.articles.styles.border_top[1].hex.lower() != accent


async def test_a_row_is_put_together_once_for_all_its_lines(drive, monkeypatch):
    async with drive() as news:
        parts = counting(monkeypatch, ArticleList, "parts")
        await news.press("j")
        assert news.title == VALLEY[0][0]
        assert sorted(index for index, _ in parts) == [0, 1]


async def test_the_first_screen_reckons_each_style_once(drive, monkeypatch):
    styled = Counter()
    real = Stylesheet.apply

    def apply(self, node, **how):
        styled[node] += 1
        real(self, node, **how)

    monkeypatch.setattr(Stylesheet, "apply", apply)
    async with drive() as news:
        panes = [news.main.articles, news.main.sources, news.main.text]
        assert [styled[pane] for pane in panes] == [1, 1, 1]


async def test_a_mark_that_is_saved_at_once_draws_no_status_bar(drive, monkeypatch):
    async with drive() as news:
        await news.press("j")
        drawn = counting(monkeypatch, StatusBar, "render_line")
        await news.press("r")
        assert drawn == []


async def test_the_text_of_the_next_unread_article_comes_with_its_row(drive, monkeypatch):
    async with drive() as news:
        shown = counting(monkeypatch, TextView, "show")
        monkeypatch.setattr("newsreader.ui.asking._HALF_A_FRAME", 5.0)
        news.main.action_do("next-unread")
        assert [ready.reading.row.title for (ready,) in shown] == [news.title]


async def test_a_text_that_takes_long_comes_behind_its_row(drive, monkeypatch):
    async with drive() as news:
        monkeypatch.setattr("newsreader.ui.asking._HALF_A_FRAME", 0.0)
        await news.press("n")
        assert news.reading == news.title


async def test_what_a_key_changes_is_painted_together(drive, monkeypatch):
    async with drive() as news:
        await news.press("j")
        painted = []
        real = Screen._compositor_refresh

        def refresh(screen):
            painted.append({type(each) for each in screen._dirty_widgets})
            real(screen)

        monkeypatch.setattr(Screen, "_compositor_refresh", refresh)
        for key in ("2", "1", "2", "1"):
            painted.clear()
            await news.press(key)
            assert {ArticleList, TextView, StatusBar} <= painted[0]
