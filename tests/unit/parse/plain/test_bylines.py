"""Lines that say who wrote an article, with invented names."""

import pytest

from newsreader.parse.plain.bylines import byline_of, signature_of


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jana Kröger", ("Jana Kröger",)),
        ("By Edda Storm and Niels Farr", ("Edda Storm", "Niels Farr")),
        ("By EDDA STORM, Norhaven Courier", ("EDDA STORM",)),
        ("Written by Edda Storm", ("Edda Storm",)),
        ("By Edda Storm, Niels Farr and Oske Lund", ("Edda Storm", "Niels Farr", "Oske Lund")),
        ("Von Jana Kröger und Ole Brandt", ("Jana Kröger", "Ole Brandt")),
        ("Door Marit van der Velde", ("Marit van der Velde",)),
        ("Por Inês Falcato e Rui Sobral", ("Inês Falcato", "Rui Sobral")),
        ("Reporting by Joost Brand; Editing by Lena Hart", ("Joost Brand",)),
        (
            "(Reporting by Tilda Marsh in Lumen and Goran Petrusek in Karsk; Editing by Paul Drew)",
            ("Tilda Marsh", "Goran Petrusek"),
        ),
        ("Autorka: Hanna Lis", ("Hanna Lis",)),
        ("Muhabir: Cem Ardıç", ("Cem Ardıç",)),
        ("Editing by Paul Drew", ()),
        ("Editor: Rini Laksmi", ()),
        ("By Our Correspondent", ("Our Correspondent",)),
    ],
)
def test_a_byline(line: str, authors: tuple[str, ...]):
    found = byline_of(line)
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "By noon the lake had frozen.",
        "By Karsk standards it was a warm day, and few people stayed at home for it.",
        "Câmara de Vale Fundo aprova ponte pedonal",
        "Von der Leine gelassen",
        "Storm passes by Karsk Harbour",
        "A long paragraph by Edda Storm " * 20,
        "»",
        "| (0A)",
    ],
)
def test_no_byline(line: str):
    assert byline_of(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anders Lindh", ("Anders Lindh",)),
        ("Dr. Mira Aldous", ("Dr. Mira Aldous",)),
        ("-- Olga Petrie", ("Olga Petrie",)),
        ("Olga P.", ("Olga P.",)),
        ("Le Courrier du Large - Olga Petrie", ("Olga Petrie",)),
        (
            "Олена Гай",
            ("Олена Гай",),
        ),
        ("Grain prices rise again", ()),
        ("It was dark.", ()),
    ],
)
def test_a_signature(line: str, names: tuple[str, ...]):
    assert signature_of(line) == names
