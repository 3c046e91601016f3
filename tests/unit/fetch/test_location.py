"""What a person wrote, and the address that it is kept under."""

import os
from pathlib import Path

import pytest

from newsreader.errors import FetchError
from newsreader.fetch.location import locate


@pytest.mark.parametrize(
    ("text", "kind", "address"),
    [
        ("-", "stdin", "stdin:"),
        ("stdin:0a1b", "stdin", "stdin:0a1b"),
        ("sample:harbour", "sample", "sample:harbour"),
        ("https://news.example/feed?a=1", "web", "https://news.example/feed?a=1"),
        ("HTTP://news.example/", "web", "HTTP://news.example/"),
    ],
)
def test_addresses(text, kind, address):
    found = locate(text)
    assert (found.kind, found.address) == (kind, address)


def test_a_path_is_kept_absolute_and_without_links(tmp_path, monkeypatch):
    (tmp_path / "real.xml").write_text("x")
    (tmp_path / "link.xml").symlink_to("real.xml")
    monkeypatch.chdir(tmp_path)
    for text in ("link.xml", "./real.xml", str(tmp_path / "link.xml"), (tmp_path / "real.xml").as_uri()):
        found = locate(text)
        assert (found.kind, found.address) == ("file", str(tmp_path.resolve() / "real.xml"))
    assert locate(".").kind == "directory"


def test_home_is_understood(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text("x")
    assert locate("~/a.txt").path == tmp_path.resolve() / "a.txt"


def test_a_name_that_is_not_utf8_is_kept_as_an_address_and_found_again(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.xml"))
    path.write_text("x")
    found = locate(str(path))
    found.address.encode()
    assert found.address.startswith("file://")
    assert locate(found.address).path == found.path == path.resolve()


def test_a_file_whose_name_looks_like_an_address_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note:today").write_text("x")
    assert locate("note:today").kind == "file"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing.xml",
        "/nowhere/nothing.xml",
        "x" * 5000,
        "a\x00b",
        "gopher://127.0.0.1/",
        "javascript:alert(1)",
        "http://",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:x/",
        "~nobody-of-that-name/x",
    ],
)
def test_what_is_nowhere_is_one_clear_line(text):
    with pytest.raises(FetchError) as caught:
        locate(text)
    assert "\n" not in caught.value.message
    assert ";" in caught.value.message
