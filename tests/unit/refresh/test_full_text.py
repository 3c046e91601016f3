"""Whether a page has more than its article, and what becomes of its text."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsreader.model.article import Article, FullText, Revision
from newsreader.model.entry import Entry, ParsedFeed
from newsreader.refresh.full_text import NO_MORE, is_wanted, judged, with_full
from support.making import NOON

TEASER = Entry(
    key="1",
    title="Lock keepers walk out over night shifts",
    url="https://a.example/1",
    html="<p>Keepers at eleven locks laid down their windlasses on Wednesday.</p>",
)
WHOLE = (
    "<p>Keepers at eleven locks laid down their windlasses on Wednesday.</p><p>The new rota would keep them at the "
    "gates for fourteen hours at a stretch when the tide is late, they said at the Guildhall.</p>"
)
CONSENT = (
    "<p>We and our partners store and access information on a device, such as cookies, and process personal data, such "
    "as unique identifiers, for personalised advertising and content, audience research and services.</p>"
)


def page(html, **more):
    entry = Entry(key="p", title="A page", html=html)
    return ParsedFeed("page", entries=(entry,), **more)


@pytest.mark.parametrize(
    "entry",
    [
        TEASER,
        replace(TEASER, html=""),
        replace(TEASER, html="", text="Keepers laid down windlasses."),
        replace(TEASER, title="", html="<p>Keepers at eleven locks laid down their windlasses.</p>"),
        replace(TEASER, title="", html=""),
    ],
)
def test_a_page_that_tells_more_is_taken(entry):
    assert judged(entry, page(WHOLE), NOON) == FullText(NOON, html=WHOLE)


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (page(CONSENT), "something else"),
        (page(WHOLE, is_cut=True), "subscribers"),
        (page(TEASER.html, is_cut=True), "subscribers"),
        (page(TEASER.html), "no more than"),
        (page(TEASER.html + "<p>Log in to read on.</p>"), "no more than"),
        (page(""), "no page with a text"),
        (ParsedFeed("rss", entries=(TEASER,)), "no page with a text"),
        (ParsedFeed("page"), "no page with a text"),
    ],
)
def test_a_page_that_tells_no_more_says_why(found, why):
    full = judged(TEASER, found, NOON)
    assert (full.html, full.problem.startswith(NO_MORE)) == ("", True)
    assert why in full.problem


@pytest.mark.parametrize(
    ("title", "text", "is_taken"),
    [
        ("港の灯台、百年ぶりに塗り替え", "白い灯台が百年ぶりに塗り替えられる。港の人が話し合った。", True),
        ("港の灯台、百年ぶりに塗り替え", "当サイトではクッキーを使用します。同意してください。", False),
        ("Мост через Талицу открыли", "Новый мост через реку Талицу открыли раньше срока. ", True),
        ("Мост через Талицу открыли", "Мы используем файлы для персонализации рекламы. ", False),
    ],
)
def test_words_are_compared_in_any_language(title, text, is_taken):
    html = f"<p>{text * 4}</p>"
    full = judged(Entry(key="1", title=title, url="https://a.example/1"), page(html), NOON)
    assert bool(full.html) == is_taken


@pytest.mark.parametrize(
    ("title", "text", "is_taken"),
    [
        (
            TEASER.title,
            "Quite other words are on this page, for its author likes neither haste nor form. ",
            True,
        ),
        (
            "Another headline",
            "Quite other words are on this page, for its author likes neither haste nor form. ",
            False,
        ),
        (
            TEASER.title,
            "We use cookies with your consent. Accept all cookies, or manage them as you like. ",
            False,
        ),
        (
            TEASER.title,
            "Wir nutzen Cookies mit Ihrer Einwilligung, siehe Datenschutz, und bitten um Geduld. ",
            False,
        ),
    ],
)
def test_the_same_headline_speaks_for_a_page_that_does_not_ask_for_consent(title, text, is_taken):
    entry = Entry(key="p", title=title, html=f"<p>{text * 3}</p>")
    assert bool(judged(TEASER, ParsedFeed("page", entries=(entry,)), NOON).html) == is_taken


def made(**more):
    return Article("a1", "s1", TEASER, NOON, **more)


LATER = NOON + timedelta(hours=1)


@pytest.mark.parametrize(
    ("article", "wanted"),
    [
        (made(), True),
        (replace(made(), entry=replace(TEASER, url=None)), False),
        (made(full=FullText(NOON, html=WHOLE)), False),
        (made(full=FullText(NOON, problem=NO_MORE)), False),
        (made(full=FullText(NOON, html=WHOLE), revisions=(Revision(TEASER, LATER),)), True),
        (made(full=FullText(LATER, html=WHOLE), revisions=(Revision(TEASER, NOON),)), False),
    ],
)
def test_a_page_is_fetched_once_and_again_when_its_article_changed(article, wanted):
    assert is_wanted(article) == wanted


def test_the_first_text_of_a_page_is_no_change():
    assert with_full(made(), FullText(NOON, html=WHOLE)) == made(full=FullText(NOON, html=WHOLE))


def test_other_words_on_the_page_are_a_change():
    article = with_full(
        made(full=FullText(NOON, html=WHOLE)), FullText(LATER, html=WHOLE + "<p>Talks begin.</p>")
    )
    assert article.revisions == (Revision(TEASER, LATER, FullText(NOON, html=WHOLE)),)


def test_a_page_that_followed_its_article_is_no_second_change():
    before = made(full=FullText(NOON, html=WHOLE), revisions=(Revision(TEASER, LATER),))
    article = with_full(before, FullText(LATER, html=WHOLE + "<p>Talks begin.</p>"))
    assert article.revisions == (Revision(TEASER, LATER, FullText(NOON, html=WHOLE)),)


def test_a_page_that_has_no_more_text_any_more_takes_none_away_and_is_asked_no_more():
    before = made(full=FullText(NOON, html=WHOLE), revisions=(Revision(TEASER, LATER),))
    after = with_full(before, FullText(LATER, problem=NO_MORE))
    assert (after.shown.html, after.revisions, is_wanted(after)) == (WHOLE, before.revisions, False)


def test_the_same_words_are_no_change():
    before = made(full=FullText(NOON, html=WHOLE, hidden=True))
    again = with_full(before, FullText(LATER, html=WHOLE + "<p>12 comments</p>"))
    assert (again.revisions, again.full.at, again.full.hidden) == ((), LATER, True)


def test_what_is_shown():
    full = FullText(NOON, html=WHOLE)
    assert made(full=full).shown.html == WHOLE
    assert made(full=replace(full, hidden=True)).shown == TEASER
    assert made(full=FullText(NOON, problem=NO_MORE)).shown == TEASER
    assert made().shown == TEASER
