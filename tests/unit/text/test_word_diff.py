"""Two versions of a text, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.text.blocks import Block, Span, blocks_of_html, blocks_of_text
from newsreader.text.word_diff import diff_blocks
from newsreader.text.words import units


def diff(old, new):
    """The text of each block, rules as three dashes."""
    found = diff_blocks(blocks_of_text(old), blocks_of_text(new))
    return ["---" if block.kind == "rule" else block.text for block in found]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Ice holds.", "Ice holds.", []),
        ("Ice holds at noon today.", "Ice holds at one today.", ["Ice holds at [-noon-] {+one+} today."]),
        ("Ice holds.", "Ice holds. It sings.", ["Ice holds. {+It sings.+}"]),
        ("Ice holds. It sings.", "Ice holds.", ["Ice holds. [-It sings.-]"]),
        ("Ice.\n\nBoats sleep in the sheds.", "Ice.", ["Ice.", "[-Boats sleep in the sheds.-]"]),
        ("Ice.", "Snow.\n\nIce.", ["{+Snow.+}", "Ice."]),
        ("One thing.", "Quite another matter.", ["[-One thing.-]", "{+Quite another matter.+}"]),
        ("湖面结冰了。", "湖面融冰了。", ["湖面[-结-]{+融+}冰了。"]),
        ("Ice.\n\n12 comments", "Ice.\n\n13 comments", []),
        (
            "a one.\n\nb two.\n\nc three.\n\nd four.\n\ne five of them.",
            "a one.\n\nb two.\n\nc three.\n\nd four.\n\ne six of them.",
            ["---", "d four.", "e [-five-] {+six+} of them."],
        ),
        (
            "old start here now.\n\nb.\n\nc.\n\nd.\n\ne.\n\nold end here now.",
            "new start here now.\n\nb.\n\nc.\n\nd.\n\ne.\n\nnew end here now.",
            ["[-old-] {+new+} start here now.", "b.", "---", "e.", "[-old-] {+new+} end here now."],
        ),
    ],
)
def test_what_changed(old, new, shown):
    assert diff(old, new) == shown


def test_changes_have_a_style_of_their_own():
    (block,) = diff_blocks(blocks_of_text("Ice holds at noon."), blocks_of_text("Ice holds at one."))
    styles = {span.text: set(span.style) for span in block.spans if span.style}
    assert styles == {"[-noon.-]": {"removed"}, "{+one.+}": {"added"}}


def test_a_table_is_compared_row_by_row():
    html = "<table><tr><td>RC Lindau</td><td>{}</td></tr><tr><td>RV Bregenz</td><td>6:05</td></tr></table>"
    found = diff_blocks(blocks_of_html(html.format("6:02")), blocks_of_html(html.format("6:01")))
    assert [block.text for block in found] == ["RC Lindau | [-6:02-] {+6:01+}", "RV Bregenz | 6:05"]


def test_a_block_keeps_its_kind():
    old, new = (blocks_of_html(f"<ul><li>one {word} bell</li></ul>") for word in ("old", "new"))
    assert [(block.kind, block.marker) for block in diff_blocks(old, new)] == [("item", "•")]


def test_a_text_of_any_length_is_compared_in_the_end():
    old = [Block("paragraph", (Span(" ".join(f"w{n}" for n in range(30_000))),))]
    new = [Block("paragraph", (Span(" ".join(f"w{n}" for n in range(1, 30_001))),))]
    assert [set(span.style) for block in diff_blocks(old, new) for span in block.spans] == [
        {"removed"},
        {"added"},
    ]


@given(st.text(max_size=80))
def test_units_joined_are_the_text(text):
    assert "".join(units(text)) == text


@given(st.text("ab \n.", max_size=40), st.text("ab \n.", max_size=40))
def test_the_new_words_are_all_there_near_a_change(old, new):
    blocks = diff_blocks(blocks_of_text(old), blocks_of_text(new))
    kept = ["".join(span.text for span in block.spans if "removed" not in span.style) for block in blocks]
    words = " ".join(kept).replace("{+", "").replace("+}", "").split()
    assert set(words) <= set(new.split())
