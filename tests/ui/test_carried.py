"""What an entry carries beside its text, in TEXT."""

from support.feeds import rss

ITEM = """
<title>Ice at Ostby</title><link>https://lakes.example/1</link><guid>1</guid>
<author>Edda Storm</author><dc:creator>Niels Farr</dc:creator>
<pubDate>Mon, 02 Mar 2026 06:00:00 GMT</pubDate><atom:updated>2026-03-02T09:30:00Z</atom:updated>
<description>Boats rest.</description><content:encoded>&lt;p>The lake froze at night.&lt;/p></content:encoded>
<category>ice</category><category>boats [red]</category><comments>https://lakes.example/1#talk</comments>
<enclosure url="https://lakes.example/ice.mp3" type="audio/mpeg" length="9"/>
"""


async def test_all_that_a_person_wants_is_there(drive, other, tmp_path):
    path = tmp_path / "ice.xml"
    path.write_text(rss(ITEM))
    other.add(str(path))
    async with drive(size=(160, 50)) as news:
        await news.put_cursor("Ice at Ostby")
        await news.press("enter")
        for words in (
            "Edda Storm, Niels Farr",
            "06:00 · updated",
            "09:30",
            "Boats rest.",
            "The lake froze at night.",
            "https://lakes.example/1#talk",
            "Filed under ice, boats [red]",
            "https://lakes.example/ice.mp3",
        ):
            assert words in news.shown, words
