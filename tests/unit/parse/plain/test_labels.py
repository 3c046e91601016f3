"""Labels before headlines of other articles keep those as they were written."""

import pytest

from newsreader.parse.plain.labels import label_of


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Lesen Sie auch: Straße am Fluss bleibt gesperrt", "Straße am Fluss bleibt gesperrt"),
        ("Read more: Owl seen again", "Owl seen again"),
        ("À lire aussi : L'œuvre retrouvée", "L'œuvre retrouvée"),
        ("Related stories", ""),
        ("More Coast News", ""),
        ("More articles ...", ""),
        ("[Read more] Owl seen again", "Owl seen again"),
        ("Previous article: Owl seen again", "Owl seen again"),
        ("MORE FROM THE BULLETIN", ""),
    ],
)
def test_a_label_and_its_headline(line: str, headline: str):
    found = label_of(line)
    assert found is not None
    assert found[1] == headline
