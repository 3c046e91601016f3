"""Signs of Markdown leave a page of news, and stay in any other text."""

from newsreader.parse.plain import parse_plain
from newsreader.parse.plain.markup import without_markup

README = """# Kettle

A *kettle* for [tea](https://tea.example/) and [coffee](https://coffee.example/).

- boils
- whistles
"""


def test_links_pictures_and_stars_are_read_as_their_words():
    text = "# Owl\n\n![An owl](owl.jpg)\n\n*By Edda Storm*\n\n> It [flew](https://a.example/) [off](https://b.example/)."
    assert without_markup(text).split() == ["Owl", "By", "Edda", "Storm", "It", "flew", "off."]


def test_addresses_behind_words_go():
    text = "News <https://a.example/>\nSport <https://b.example/>\n<https://c.example/> stands alone"
    assert without_markup(text) == "News\nSport\n<https://c.example/> stands alone"


def test_a_single_sign_is_part_of_a_text():
    text = "See [tea](https://tea.example/) and 2 * 3 * 4."
    assert without_markup(text) == text


def test_a_text_that_is_no_news_keeps_its_addresses():
    (entry,) = parse_plain(README).entries
    assert entry.title == "Kettle"
    assert "[tea](https://tea.example/)" in entry.text
