"""Datelines in the forms that agencies of the world use, with invented agencies."""

import pytest

from newsreader.parse.plain.dateline import STRONG, dateline_of

READ = [
    ("OSTBY, March 3 (Norna) - The lake froze.", "OSTBY", "Norna", (3, 3)),
    ("OSTBY (NN) — The lake froze.", "OSTBY", "NN", None),
    ("DAMAR, (ST)- The lake froze.", "DAMAR", "ST", None),
    ("DAMAR, (ST)_ the lake froze.", "DAMAR", "ST", None),
    ("VELA OBALA, 4. svibnja (Obalna vijest) - Jezero je zaleđeno.", "VELA OBALA", "Obalna vijest", (5, 4)),
    ("OBALA, 4. dragovana (Vijest) - Jezero je zaleđeno.", "OBALA", "Vijest", (None, 4)),
    ("[Norpress] LUMENHALL - The lake froze.", "LUMENHALL", "Norpress", None),
    ("ST. LUMEN (NN) -- The lake froze.", "ST. LUMEN", "NN", None),
    ("LUMEN - Nor Press - The lake froze.", "LUMEN", "Nor Press", None),
    ("عين الزورق، 4 أيار (نبأ برس) - تجمدت البحيرة.", "عين الزورق", "نبأ برس", (5, 4)),
    ("LUMEN/KARSK, March 3 (Veritas) - The lake froze.", "LUMEN/KARSK", "Veritas", (3, 3)),
    ("NEW LOFT, Kan. (UPN) — The lake froze.", "NEW LOFT, Kan.", "UPN", None),
    ("(AGL) - BORGO, 03 MAR - Il lago gela.", "BORGO", "AGL", (3, 3)),
    ("Kelvapur, Mar 3 (DNA) The lake froze.", "Kelvapur", "DNA", (3, 3)),
    ("Kelvapur [Marran], March 3 (DNI): The lake froze.", "Kelvapur [Marran]", "DNI", (3, 3)),
    ("Kelvapur - Mar 3 (APK):The lake froze.", "Kelvapur", "APK", (3, 3)),
    ("GRÖN /NT/ Sjön frös.", "GRÖN", "NT", None),
    ("EAST HOLLOW, Mass., March 3, 2024 /NewsCast/ -- The lake froze.", "EAST HOLLOW, Mass.", "NewsCast", (3, 3)),
    ("ACCORA, March 3, GNW – The lake froze.", "ACCORA", "GNW", (3, 3)),
    ("Cala Brava, 3 mar. (ENI).- El lago se heló.", "Cala Brava", "ENI", (3, 3)),
    ("Vale Fundo, 03 mar 2024 (Luar) – O lago gelou.", "Vale Fundo", "Luar", (3, 3)),
    ("Modrzewo, 03.03.2024 (PAW) - Jezioro zamarzło.", "Modrzewo", "PAW", (3, 3)),
    ("Bükkalja, 2024. március 3., vasárnap (MHI) - Befagyott a tó.", "Bükkalja", "MHI", (3, 3)),
    ("ЛУГОВЕ, 3 мар — ИА «Северный край». Озеро замерзло.",
     "ЛУГОВЕ", "ИА «Северный край»", (3, 3)),
    ("ЛУГОВЕ, 3 марта. /НИТ/. Озеро замерзло.",
     "ЛУГОВЕ", "НИТ", (3, 3)),
    ("新闻社云津3月3日电（记者 李若川）湖面结冰。", "云津", "新闻社", (3, 3)),
    ("(한들=나래뉴스) 김서윤 기자 = 호수가 얼었다.", "한들", "나래뉴스", None),
    ("الزورق 3 مارس (نبأ) - تجمدت البحيرة.",
     "الزورق", "نبأ", (3, 3)),
]  # fmt: skip


@pytest.mark.parametrize(("line", "place", "agency", "day"), READ)
def test_a_dateline_beyond_doubt(line: str, place: str, agency: str, day: tuple[int | None, int] | None):
    found = dateline_of(line)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (found.day and (found.day.month, found.day.day)) == day
    assert found.weight >= STRONG
    assert line.endswith(found.body)
    assert found.body


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("NORTHGATE: The lake froze.", "NORTHGATE"),
        ("NORTHGATE -- The lake froze.", "NORTHGATE"),
        ("Riyal -- The lake froze.", "Riyal"),
        ("Saarna. PTT - Järvi jäätyi.", "Saarna"),
    ],
)
def test_a_light_dateline_needs_its_neighbours(line: str, place: str):
    found = dateline_of(line)
    assert found is not None
    assert found.place == place
    assert found.weight < STRONG


@pytest.mark.parametrize(
    "line",
    [
        "By noon the lake had frozen (as it does in May) - and melted.",
        "The lake (frozen) - a wonder - melted.",
        "WARNING: do not run it twice.",
        "NOTE - the lid is hot.",
        "He said (twice): no.",
        "On March 3 the lake froze - at last.",
        "",
        "- an item",
        "Figure 3: a lake",
    ],
)
def test_no_dateline(line: str):
    found = dateline_of(line)
    assert found is None or found.weight < 1


def test_authors_inside_a_dateline():
    found = dateline_of("新闻社云津3月3日电（记者 李若川 何青）湖。")
    assert found is not None
    assert found.authors == ("李若川", "何青")


def test_a_dateline_looks_at_the_beginning_only():
    assert dateline_of("word " * 200_000 + "(NN) - text") is None
