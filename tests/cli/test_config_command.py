"""The settings on the command line."""

import pytest


@pytest.fixture
def settings(cli, tmp_path):
    """Runs a command under settings written as text."""
    path = tmp_path / "settings.toml"

    def go(text, *words):
        path.write_text(text)
        return cli("--config", str(path), *words)

    go.path = path
    return go


def rows(done):
    return {
        line.split("=")[0].strip(): line.split("  ")[-1].strip()
        for line in done.out.splitlines()
        if "=" in line
    }


def test_every_setting_and_where_it_comes_from(settings, library):
    (library / "place.json").write_text('{"theme": "nord"}')
    done = settings('mark_read = "never"\n[keys]\nmark = "M"\n', "config")
    assert done.code == 0
    assert done.out.startswith(f"# {settings.path}\n")
    found = rows(done)
    assert found["mark_read"] == "in the file"
    assert found["mark"] == "in the file"
    assert found["theme"] == "chosen in the reader"
    assert found["browser"] == "default"


def test_the_file_wins_over_the_reader_and_the_library(settings, library, cli):
    (library / "place.json").write_text('{"theme": "nord"}')
    address = next(line["url"] for line in cli("sources", "--json").lines if line["title"] == "Harbour Daily")
    text = f'theme = "dracula"\n[sources."{address}"]\ntitle = "Mine"\n[sources.nobody]\ntitle = "x"\n'
    done = settings(text, "config")
    assert 'theme = "dracula"' in done.out
    assert 'in the file; the library says "Harbour Daily"' in done.out
    assert "no source is called so" in done.out
    assert {line["title"] for line in settings(text, "sources", "--json").lines} == {"Mine", "Valley Post"}
    assert "Mine" in settings(text, "list").out
    assert [line["title"] for line in settings(text, "list", "source:mine", "--json").items]
    # The library itself keeps what it had.
    assert {line["title"] for line in cli("sources", "--json").lines} == {"Harbour Daily", "Valley Post"}
    settings(text, "set", "Mine", "--folder", "News")
    assert "own_title" not in (library / "library.json").read_text()


def test_what_is_wrong_is_told_once_and_the_rest_is_used(settings, library):
    text = 'mark_read = "always"\nplayer = "mpv"\n'
    done = settings(text, "config")
    assert done.code == 1
    assert done.errors == [
        f"newsreader: {settings.path}: line 1: mark_read: one of open, cursor, never is wanted"
    ]
    assert 'player = "mpv"' in done.out
    done = settings(text, "list")
    assert (done.code, len(done.errors)) == (0, 1)


def test_a_file_that_was_asked_for_must_be_there(cli, tmp_path):
    done = cli("--config", str(tmp_path / "none.toml"), "list")
    assert (done.code, done.out) == (2, "")
    assert "none.toml" in done.errors[0]


def test_without_a_file_all_is_as_it_is(cli, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSREADER_CONFIG", str(tmp_path / "none.toml"))
    done = cli("config")
    assert done.code == 0
    assert "there is no such file" in done.out
    assert set(rows(done).values()) == {"default"}
    assert not (tmp_path / "data").exists()


def test_where_the_file_is(cli, tmp_path, monkeypatch):
    monkeypatch.delenv("NEWSREADER_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    done = cli("config", "--write-default")
    assert done.code == 0
    path = done.out.split()[-1]
    assert path.startswith(str(tmp_path))
    assert path.endswith("/newsreader/config.toml")
    assert cli("config").out.startswith(f"# {path}\n")


def test_a_file_is_written_once(settings, cli, tmp_path):
    path = tmp_path / "deep" / "new.toml"
    done = cli("--config", str(path), "config", "--write-default")
    assert (done.code, done.out) == (0, f"wrote {path}\n")
    text = path.read_text()
    assert "# mark_read" in text
    done = cli("--config", str(path), "config", "--write-default")
    assert (done.code, path.read_text()) == (2, text)
    assert "stays as it is" in done.errors[0]
