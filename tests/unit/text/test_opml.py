"""Lists of sources: told from other files by how they begin."""

import pytest

from newsreader.text.opml import is_source_list

BEFORE = [
    b"",
    b"\xef\xbb\xbf\n",
    b"<?xml version='1.0'?>" * 2000,
    b"<!-- > <rss> -->\n" * 2000,
    b"<!DOCTYPE opml [<!ENTITY a 'b'>]>" * 200,
    b"<?x <!-- ?><!-- ?> -->" * 2000,
]


@pytest.mark.parametrize("before", BEFORE)
def test_what_stands_before_the_first_element_is_passed_over_once(before: bytes):
    assert is_source_list(before + b"<opml version='2.0'>")
    assert is_source_list(before + b"<x:OPML>")
    assert not is_source_list(before + b"<rss version='2.0'>\n")
    assert not is_source_list(before + b"<!-- <opml>\n")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_list_may_be_in_wide_characters(codec: str):
    for text, is_list in (("<?xml version='1.0'?>\n<opml>", True), ("<opml>", True), ("<rss>\n", False)):
        assert is_source_list(text.encode(codec)) is is_list
