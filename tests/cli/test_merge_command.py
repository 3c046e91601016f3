"""merge: what another copy of the library has."""

import shutil


def test_merge_takes_in_and_says_what_is_new(cli, feeds, library, tmp_path, ids):
    shutil.copytree(library, tmp_path / "other")
    (tmp_path / "third.xml").write_text((feeds / "harbour.xml").read_text().replace("hd-", "third-"))
    assert cli("--data-dir", str(tmp_path / "other"), "add", str(tmp_path / "third.xml")).code == 0
    assert cli("--data-dir", str(tmp_path / "other"), "bookmark", ids["hd-1"]).code == 0
    done = cli("merge", str(tmp_path / "other"))
    assert (done.code, done.out) == (0, "merged; 2 articles, 1 source, 1 bookmark more than before\n")
    assert len(cli("list", "--json").items) == 5
    assert cli("undo").out == "undone: bookmark an article\n"
    done = cli("merge", str(tmp_path / "other"))
    assert done.out == "merged; 0 articles, 0 sources, 0 bookmarks more than before\n"


def test_merge_names_what_it_cannot_read(cli, library, tmp_path):
    shutil.copytree(library, tmp_path / "other")
    (tmp_path / "other" / "health.json").write_text("{")
    done = cli("merge", str(tmp_path / "other"))
    assert done.code == 1
    assert "health.json: damaged" in done.errors[0]
    assert not (library / "damaged").exists()


def test_merge_refuses_what_is_no_library(cli, library, tmp_path):
    for words in ((str(tmp_path),), (str(library),), (str(tmp_path / "no"),), ()):
        done = cli("merge", *words)
        assert done.code == 2
        assert len(done.errors) == 1
