"""The settings file."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.config import SETTINGS, SOURCE_SETTINGS, default_text, line_of, load, shown
from newsreader.errors import UsageError
from newsreader.model.retention import Retention
from newsreader.model.settings import Config
from newsreader.model.source import Source
from newsreader.model.source_settings import SourceSettings


@pytest.fixture
def read(tmp_path):
    """Reads settings written as text."""
    path = tmp_path / "config.toml"

    def reading(text):
        path.write_text(text, "utf-8")
        return load(path)

    reading.path = path
    return reading


def test_every_setting_is_optional(read):
    found = read("")
    assert found == Config(path=str(read.path))


def test_settings(read):
    found = read(
        """
        theme = "nord"
        keymap = "newsboat"
        mark_read = "cursor"
        refresh_interval = "2h"
        browser = "firefox --new-tab %u"
        player = "!mpv"
        [keys]
        bookmark = ["b", "ctrl+b"]
        mark = "A"
        note = []
        [pipe]
        words = "wc -w"
        [sources."https://harbour.example/feed"]
        title = "Harbour"
        folder = ""
        interval = "1d"
        user_agent = "me"
        full_text = true
        """
    )
    assert found.problems == ()
    assert (found.theme, found.keymap, found.mark_read) == ("nord", "newsboat", "cursor")
    assert found.refresh_interval == timedelta(hours=2)
    assert (found.browser, found.player) == ("firefox --new-tab %u", "!mpv")
    assert found.keys == {"bookmark": ("b", "ctrl+b"), "mark": ("A",), "note": ()}
    assert found.pipe == {"words": "wc -w"}
    said = SourceSettings("Harbour", "", timedelta(days=1), "me", True)
    assert found.sources == {"https://harbour.example/feed": said}
    assert ("keys", "mark") in found.named
    assert ("sources", "https://harbour.example/feed", "folder") in found.named


WRONG = {
    'mark_read = "always"': "mark_read: one of open, cursor, never",
    'keymap = "emacs"': "keymap: one of vim",
    "theme = 3": "theme: words in quotes",
    'refresh_interval = "soon"': "refresh_interval: a time",
    "refresh_interval = 5": "refresh_interval: a time",
    "browser = 'say \"'": "browser: a command",
    'thme = "nord"': "thme: there is no such setting",
    "[sources.x]\nfull_text = 'yes'": "sources.x.full_text: true or false is wanted",
    "keys = 3": "keys: a table is wanted",
    "[keys]\nmark = 3": "keys.mark: a key in quotes",
    "[keys]\nmark = ['a b']": "keys.mark: a key in quotes",
    "[pipe]\nwords = []": "pipe.words: words in quotes",
    "[sources]\nx = 1": "sources.x: a table is wanted",
    "[sources.x]\ncolour = 'red'": "sources.x.colour: there is no such setting",
    "[sources.x]\ninterval = true": "sources.x.interval: a time",
    "hide = 'articles'": "hide: some of sources, text, related, bookmarks are wanted",
    "hide = ['text', 3]": "hide: some of sources, text, related, bookmarks are wanted",
    "hide = [['text']]": "hide: some of sources, text, related, bookmarks are wanted",
    "article_lines = true": "article_lines: 1 or 2 is wanted",
    "article_lines = 3": "article_lines: 1 or 2 is wanted",
    "[themes]\nx = 1": "themes.x: a table is wanted",
    "[themes.x]\naccent = 'red'": "themes.x.accent: a colour is wanted",
    "[themes.x]\nborder = '#12345'": "themes.x.border: a colour is wanted",
    "[themes.x]\ncolour = '#123456'": "themes.x.colour: there is no such setting",
    "= 3": "",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_one_that_is_wrong_is_named_with_its_line_and_the_rest_is_used(read, wrong):
    found = read(f'player = "mpv"\n{wrong}\n')
    (problem,) = found.problems
    assert problem.startswith(f"line {1 + len(wrong.splitlines())}: {WRONG[wrong]}")
    assert found.player == "mpv"
    defaults = Config()
    some = {"player", "sources", "themes", "path", "named", "problems"}
    others = {field.name for field in fields(Config)} - some
    assert all(getattr(found, name) == getattr(defaults, name) for name in others)
    assert found.sources in ({}, {"x": SourceSettings()})
    assert found.themes in ({}, {"x": {}})


def test_problems_stand_in_the_order_of_their_lines_and_end(read):
    found = read("a = = 1\n" + "".join(f"x{number} = 1\n" for number in range(30)) + "mark_read = 1\n")
    assert len(found.problems) == 22
    assert found.problems[0].startswith("line 1: ")
    assert found.problems[-1] == "11 more settings are wrong"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1m", 1), ("0m", 1), ("30 min", 30), ("2h", 120), ("1d", 1440), ("9999d", 31 * 1440)],
)
def test_times(read, text, minutes):
    assert read(f'refresh_interval = "{text}"').refresh_interval == timedelta(minutes=minutes)


def test_never_is_a_time_for_refreshing(read):
    assert read('refresh_interval = "never"').refresh_interval is None


def test_a_file_of_any_bytes_is_read(read):
    read.path.write_bytes(b'\xef\xbb\xbftheme = "nord"\nplayer = "\xff"\n')
    assert load(read.path).theme == "nord"


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UsageError) as error:
        load(tmp_path / "none.toml")
    assert error.value.subject.endswith("none.toml")


def test_the_default_file_says_what_holds_without_it(read):
    text = default_text()
    assert read(text) == Config(path=str(read.path))
    set_all = "\n".join(
        line.removeprefix("# ")
        for line in text.partition("# [keys]")[0].splitlines()
        if line.startswith("# ") and not line.startswith("# Settings") and "[" not in line.partition("=")[0]
    )
    alone = "\n".join(
        line for line in set_all.splitlines() if line.split(" ")[0] in {s.name for s in SETTINGS}
    )
    found = read(alone)
    assert found.problems == ()
    assert {name for (name,) in found.named} == {known.name for known in SETTINGS}
    assert all(getattr(found, known.name) == getattr(Config(), known.name) for known in SETTINGS)


@pytest.mark.parametrize("known", [*SETTINGS, *SOURCE_SETTINGS], ids=lambda known: known.name)
def test_what_is_shown_can_be_read_again(read, known):
    holder = (
        Config()
        if known in SETTINGS
        else SourceSettings("a", "b", timedelta(minutes=90), "c", False, 2, 3, 4, False, True)
    )
    value = getattr(holder, known.name)
    text = f"{known.name} = {shown(value)}"
    found = read(text if known in SETTINGS else f"[sources.x]\n{text}")
    again = found if known in SETTINGS else found.sources["x"]
    assert getattr(again, known.name) == value


def test_rules_on_what_is_kept_say_only_what_is_named(read):
    found = read("keep_days = 0\nkeep_count = true\n[sources.x]\nkeep_unread = false\nkeep_days = -1")
    assert found.retention == Retention(days=0)
    assert found.sources["x"].retention == Retention(keep_unread=False)
    assert [line.partition(": ")[0] for line in found.problems] == ["line 2", "line 5"]


def test_themes_of_ones_own(read):
    found = read('[themes.dusk]\nbase = "nord"\naccent = "#E8B86D"\n[themes.dawn]\n')
    assert found.themes == {"dusk": {"base": "nord", "accent": "#e8b86d"}, "dawn": {}}
    assert found.problems == ()


def test_lines_are_found_later_too(read):
    read('theme = "x"\n\n[keys]\nbookmrk = "b"\n')
    assert line_of(read.path, ("keys", "bookmrk")) == 4


def test_a_source_is_shown_as_the_settings_say(read):
    source = Source(
        "aa", "https://h.example/", "feed", "Own", False, "News", datetime(2026, 1, 1, tzinfo=UTC)
    )
    by_address = read('[sources."https://h.example/"]\ntitle = "Mine"\n')
    assert (by_address.over(source).title, by_address.over(source).folder) == ("Mine", "News")
    by_id = read('[sources.aa]\nfolder = ""\n')
    assert (by_id.over(source).title, by_id.over(source).folder) == ("Own", "")
    assert by_id.fingerprint not in (0, by_address.fingerprint)
    assert [
        read(f"[sources.aa]\nfull_text = {said}\n").over(source).full_text for said in ("true", "false")
    ] == [
        True,
        False,
    ]
    assert not by_id.over(source).full_text
    assert read('theme = "nord"').fingerprint == 0
    assert Config().over(source) is source


PARTS = (
    'theme = "nord"|keymap = 3|mark_read = "open"|refresh_interval = "2h"|keep_days = -1|[keys]|[pipe]|[sources]'
    '|[sources."https://a.example/"]|sources = ["x"]|keys = 1|bookmark = ["b", "s"]|words = "wc \'"|title = """'
    "|interval = 1e999|keep_count = 99999999999999999999|x.y.z = {a = 1}|\x00|\ufeff|\u202e|= = =|[[pipe]]|\x1b[2J"
).split("|")


@given(
    st.binary(max_size=80)
    | st.lists(st.sampled_from(PARTS) | st.text(max_size=6), max_size=9).map(
        lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass")
    )
)
def test_any_settings_cost_themselves_alone(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    found = load(path)
    for problem in found.problems:
        assert problem.isprintable(), problem
    for name in found.named:
        line_of(path, name)
