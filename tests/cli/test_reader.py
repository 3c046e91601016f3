"""Opening the reader: what is added before, and when it does not open."""

import pytest

from newsreader.cli import reader
from newsreader.cli.main import run


class Screen:
    """Stands for the reader; keeps which library it was opened on."""

    def __init__(self, code=0):
        self.code = code
        self.opened = []

    def __call__(self, data_dir, config):
        self.opened.append(data_dir)
        self.config = config
        return self.code


@pytest.fixture
def terminal(monkeypatch):
    """A terminal, whatever the tests are run in."""
    monkeypatch.setattr(reader, "_take_terminal", lambda: None)


def test_the_reader_opens_on_the_library_named(terminal, data):
    screen = Screen()
    assert run(["--data-dir", str(data)], screen) == 0
    assert screen.opened == [data]


def test_it_opens_with_the_settings(terminal, data, feeds, tmp_path):
    screen = Screen()
    file = tmp_path / "settings.toml"
    file.write_text('mark_read = "never"\n')
    words = ["--data-dir", str(data), "--config", str(file), str(feeds / "valley.json")]
    assert run(words, screen) == 0
    assert screen.config.mark_read == "never"


def test_without_a_file_of_settings_it_has_the_defaults(terminal, data):
    screen = Screen()
    assert run(["--data-dir", str(data)], screen) == 0
    assert screen.config is None


def test_its_exit_code_is_the_programs(terminal, data):
    assert run(["--data-dir", str(data)], Screen(3)) == 3


def test_each_source_is_added_first(terminal, cli, data, feeds):
    screen = Screen()
    assert run([str(feeds / "harbour.xml"), "--data-dir", str(data), str(feeds / "valley.json")], screen) == 0
    assert screen.opened == [data]
    assert [line["title"] for line in cli("sources", "--json").lines] == ["Harbour Daily", "Valley Post"]


def test_a_source_that_fails_does_not_keep_the_others_from_it(terminal, data, feeds, capfd):
    screen = Screen()
    assert run(["--data-dir", str(data), str(feeds / "no.xml"), str(feeds / "valley.json")], screen) == 1
    assert screen.opened == [data]
    assert capfd.readouterr().err.startswith(f"newsreader: {feeds / 'no.xml'}: ")


def test_where_nothing_could_be_added_it_does_not_open(terminal, data, feeds, capfd):
    screen = Screen()
    assert run(["--data-dir", str(data), str(feeds / "no.xml")], screen) == 1
    assert screen.opened == []
    assert capfd.readouterr().err.count("\n") == 1


def test_a_library_that_cannot_be_used_is_told_before_it_opens(terminal, data, feeds, capfd):
    data.write_text("a file")
    screen = Screen()
    assert run(["--data-dir", str(data), str(feeds / "valley.json")], screen) == 3
    assert screen.opened == []


def test_without_a_terminal_it_says_what_it_needs(cli, monkeypatch):
    done = cli()
    assert (done.code, done.out) == (2, "")
    assert done.errors[0].startswith("newsreader: the reader needs a terminal")


@pytest.mark.parametrize("own", [True, False])
def test_the_samples_have_a_library_of_their_own(terminal, data, tmp_path, monkeypatch, own):
    samples = pytest.importorskip("newsreader.samples")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("NEWSREADER_DATA_DIR", raising=False)
    screen = Screen()
    assert run(["--sample"] if own else ["--sample", "--data-dir", str(data)], screen) == 0
    (opened,) = screen.opened
    assert opened == data if not own else tmp_path in opened.parents
    assert opened.name == ("sample-library" if own else "data")
    assert (opened / "library.json").read_text().count('"sample:') == len(samples.sample_names())


def test_a_word_that_is_no_command_is_told_where_those_are(terminal, data, capfd):
    assert run(["serch", "--data-dir", str(data)], Screen()) == 1
    assert "serch: is no command either; newsreader --help lists them" in capfd.readouterr().err
