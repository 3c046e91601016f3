"""Texts packed, unpacked, and damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.index.errors import IndexDamagedError
from newsreader.index.texts import Packer, dictionary_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(TEXTS), st.lists(TEXTS))
def test_a_text_comes_back_whatever_the_dictionary_was_made_of(before, texts):
    packer = Packer(dictionary_of(before))
    assert [packer.unpack(packer.pack(text)) for text in texts] == texts


def test_what_was_packed_before_there_was_a_dictionary_is_read_with_one():
    text = "The harbour is closed until the wind turns. " * 9
    assert Packer(dictionary_of(["The harbour master"])).unpack(Packer(b"").pack(text)) == text


def test_a_dictionary_of_like_texts_saves_room():
    text = "Ferry crews at the north quay ended their strike after nine days without pay."
    plain, helped = Packer(b""), Packer(dictionary_of([text]))
    assert len(helped.pack(text)) < len(plain.pack(text)) / 2


def test_only_the_beginning_of_a_long_text_is_unpacked():
    text = "".join(f"{number} ferries. " for number in range(9999))
    packer = Packer(b"")
    beginning = packer.beginning(packer.pack(text))
    assert text.startswith(beginning)
    assert 2000 < len(beginning) < 3000


@pytest.mark.parametrize("packed", [b"\x00", b"\x01none", b"\x00none", b"\x07", "a word", None, 5])
def test_what_was_never_packed_is_damage(packed):
    packer = Packer(dictionary_of(["The harbour master"]))
    with pytest.raises(IndexDamagedError):
        packer.unpack(packed)
