"""The next unread article, however far it is."""

from collections import Counter

from newsreader.library.library import Library
from newsreader.model.query import ListQuery
from support.news import HARBOUR


async def test_many_read_articles_are_passed_over_without_their_rows(drive, other, monkeypatch):
    rows = other.window(ListQuery(), 100)
    other.mark_read([row.id for row in rows[1:-1]])
    asked = Counter()
    real = Library.rows

    def counted(self, keys):
        asked["rows"] += len(keys)
        return real(self, keys)

    monkeypatch.setattr(Library, "rows", counted)
    monkeypatch.setattr("newsreader.ui.widgets.article_list._WINDOW", 4)
    monkeypatch.setattr("newsreader.ui.views._FIRST", 4)
    async with drive() as news:
        assert news.title == HARBOUR[0][0]
        asked.clear()
        place = news.main.articles.next_unread(1)
        assert place == len(rows) - 1
        assert not asked
        news.main.articles.move_to(place)
        assert news.main.articles.next_unread(-1) == 0
        assert news.main.articles.next_unread(1) is None


async def test_what_was_just_marked_counts_before_it_is_saved(drive):
    async with drive() as news:
        articles = news.main.articles
        articles.change(articles.row_at(1).id, read=True)
        assert articles.next_unread(1) == 2
