"""What the settings file changes in the reader."""

import pytest

from newsreader.config import load
from newsreader.model.settings import Config
from newsreader.ui.commands import ALL
from newsreader.ui.commands.keymap import HABITS, rebound
from support.news import HARBOUR, VALLEY


@pytest.fixture
def settings(tmp_path):
    """Settings written as text."""
    path = tmp_path / "settings.toml"

    def read(text):
        path.write_text(text)
        return load(path)

    return read


async def test_a_theme_wins_over_the_one_chosen_before(drive, data, settings):
    (data / "place.json").write_text('{"theme": "dracula"}')
    async with drive(config=settings('theme = "nord"')) as news:
        assert news.app.theme == "nord"
    async with drive() as news:
        assert news.app.theme == "dracula"


async def test_a_theme_of_ones_own(drive, settings):
    text = """theme = "dusk"
    [themes.dusk]
    background = "#000010"
    accent = "#ff00aa"
    border = "#102030"
    [themes.late]
    base = "dusk"
    accent = "#00ffaa"
    """
    async with drive(config=settings(text)) as news:
        assert news.main.styles.background.hex == "#000010"
        assert news.main.articles.styles.border_top[1].hex == "#FF00AA"
        assert news.main.text.styles.border_top[1].hex == "#102030"
        assert news.app.theme_variables["foreground"] == "#D8DBE2"
        news.app.theme = "late"
        await news.settle()
        assert news.main.styles.background.hex == "#000010"
        assert news.main.articles.styles.border_top[1].hex == "#00FFAA"
        assert news.said == ""


async def test_a_theme_of_ones_own_is_there_at_the_next_start(drive, settings):
    config = settings('[themes.dusk]\nbase = "newsreader-light"\naccent = "#0000aa"\n')
    async with drive(config=config) as news:
        news.app.theme = "dusk"
        assert not news.app.current_theme.dark
        await news.press("ctrl+q")
    async with drive(config=config) as news:
        assert news.app.theme == "dusk"
    async with drive() as news:
        assert news.app.theme == "newsreader-dark"


async def test_a_base_that_is_no_theme_is_named(drive, settings):
    text = '[themes.dusk]\nbase = "dawn"\naccent = "#0000aa"\n[themes.dawn]\n'
    async with drive(config=settings(text), size=(160, 40)) as news:
        assert "line 2: themes.dusk.base: there is no theme dawn" in news.said
        assert "dusk" in news.app.available_themes


async def test_a_key_of_ones_own(drive, settings):
    config = settings('[keys]\nbookmark = "K"\nread = ["w", "k"]\n')
    async with drive(config=config, size=(140, 30)) as news:
        await news.press("K")
        assert len(news.library.bookmarks()) == 1
        await news.press("b", "s")
        assert len(news.library.bookmarks()) == 1
        await news.press("w")
        assert news.main.articles.current.read
        # A key that is given to a command is taken from the one that had it, which keeps its others.
        await news.press("k")
        assert not news.main.articles.current.read
        await news.press("j", "up")
        assert news.title == HARBOUR[0][0]
        assert "K bookmark" in news.lines[-1]
        await news.press("question_mark", "pagedown")
        assert "K " in news.shown
        assert "w k" in news.shown


@pytest.mark.parametrize("keymap", HABITS)
async def test_habits_of_other_readers(drive, settings, keymap):
    config = settings(f'keymap = "{keymap}"')
    commands, wrong = rebound(ALL, config)
    assert wrong == {}
    assert set(HABITS[keymap]) <= {each.id for each in ALL}
    assert [each.id for each in commands] == [each.id for each in ALL]
    keys = [key for each in commands for key in each.keys if each.id not in ("samples", "fold-folder")]
    assert len(keys) == len(set(keys))
    essential = {
        "down",
        "up",
        "open",
        "back-or-leave",
        "quit",
        "help",
        "read",
        "bookmark",
        "refresh",
        "undo",
        "mark",
    }
    assert {each.id for each in commands if each.keys} >= essential
    async with drive(config=config) as news:
        read = next(each for each in commands if each.id == "read")
        await news.press(read.keys[0])
        assert news.main.articles.current.read


async def test_own_keys_win_over_habits(drive, settings):
    async with drive(config=settings('keymap = "newsboat"\n[keys]\nread = "N"\nbookmark = "r"')) as news:
        await news.press("r")
        assert len(news.library.bookmarks()) == 1
        await news.press("N")
        assert news.main.articles.current.read


def test_a_key_for_two_commands_is_wrong():
    _, wrong = rebound(ALL, Config(keys={"read": ("x",), "bookmark": ("x",), "nothing": ("y",)}))
    assert wrong[("keys", "bookmark")].startswith("x is the key of read")
    assert "no such command" in wrong[("keys", "nothing")]


def test_keys_are_understood_as_people_write_them():
    commands, _ = rebound(ALL, Config(keys={"help": ("/", ";")}))
    found = {each.id: each.keys for each in commands}
    assert found["help"] == ("slash", "semicolon")
    assert found["search"] == ()


WRONG = {
    '[keys]\nbookmrk = "b"\n': "settings.toml: line 2: keys.bookmrk: there is no such command",
    'theme = "nonesuch"\n': "settings.toml: line 1: theme: there is no theme nonesuch",
    '\nmark_read = "x"\n': "settings.toml: line 2: mark_read: one of",
}


@pytest.mark.parametrize("text", WRONG)
async def test_what_is_wrong_is_said_and_the_reader_opens(drive, settings, text):
    async with drive(size=(160, 30), config=settings(text)) as news:
        assert news.said.startswith(WRONG[text])
        await news.press("r")
        assert news.main.articles.current.read


async def test_read_once_opened(drive):
    async with drive() as news:
        await news.press("j", "j", "k")
        assert news.library.counts().unread == 30
        await news.press("enter")
        assert news.library.counts().unread == 29


async def test_read_under_the_cursor(drive, settings):
    async with drive(config=settings('mark_read = "cursor"')) as news:
        assert news.library.counts().unread == 30
        await news.press("j")
        assert (news.title, news.main.articles.current.read) == (VALLEY[0][0], True)
        await news.press("r")
        assert not news.main.articles.current.read
        await news.press("k", "j")
        assert (news.library.counts().unread, news.main.articles.current.read) == (28, True)


async def test_read_by_a_key_alone(drive, settings):
    async with drive(config=settings('mark_read = "never"')) as news:
        await news.press("enter", "space", "n", "p", "1", "j")
        assert news.library.counts().unread == 30
        await news.press("r")
        assert news.library.counts().unread == 29


async def test_a_source_is_called_and_placed_as_the_file_says(drive, other, settings):
    source = next(row.source for row in other.sources() if row.source.title == "Valley Post")
    text = f'[sources."{source.address}"]\ntitle = "My Valley"\nfolder = "Near"\n'
    async with drive(config=settings(text)) as news:
        await news.press("5")
        assert "My Valley" in news.shown
        assert "Near" in news.shown
        assert "Valley Post" not in news.shown
    assert news.library.stored_source(source.id) == source
