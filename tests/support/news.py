"""News of two invented towns, and letters that mean harm: three feeds of thirty articles."""

from datetime import datetime, timedelta

from support.feeds import feed
from support.making import NOON

_LONG = "".join(
    f"<p>Paragraph {n}: the crews of the north quay unloaded the ferry by hand, crate after crate, while the "
    "harbour master counted barrels and the wind turned to the west.</p>"
    for n in range(1, 25)
)
_RICH = (
    "<h2>What was said</h2><blockquote>We were promised a bell.</blockquote><ul><li>one bell</li><li>two ropes"
    '</li></ul><pre>bell  120 kg\nrope   40 m</pre><p>More in <a href="https://bell.example/plan">the plan</a> '
    "and <strong>in <em>print</em></strong>.</p><table><tr><th>Year</th><th>Bells</th></tr><tr><td>1901</td>"
    "<td>3</td></tr></table>"
)
HARBOUR = (
    ("Ferry crews end nine-day strike", _LONG),
    (
        "Storm warning lifted for the coast",
        "<p>Sailors may leave again after the storm, the coast guard says.</p>",
    ),
    ("Chapel bell of Arlen is cast anew", _RICH),
    (
        "Oyster beds reopen in the bay",
        "<p>Divers found the oyster beds of the bay clean for the first time.</p>",
    ),
    (
        "Night market moves to the old dock",
        "<p>Stalls of the night market stand on the old dock from May.</p>",
    ),
    ("Lighthouse keeper retires at ninety", "<p>Olga Brandt kept the lighthouse lamp for sixty years.</p>"),
    ("Fog horn gets a second voice", "<p>The fog horn sounds a fifth higher, to the relief of dogs.</p>"),
    ("Tug races draw a record crowd", "<p>Twelve tugs raced around the island; Marigold won by a rope.</p>"),
    (
        "Fish prices fall for a third week",
        "<p>Cod and herring prices fell; buyers from inland stayed away.</p>",
    ),
    (
        "Harbour library lends fishing rods",
        "<p>Beside books, the library lends rods and a bucket of bait.</p>",
    ),
    ("Swing bridge stuck open since dawn", "<p>The swing bridge will not close; a gear from 1911 broke.</p>"),
    (
        "Seal sleeps in the mayor's boat",
        "<p>A seal has slept in the boat since Sunday and is not to be moved.</p>",
    ),
)
VALLEY = (
    (
        "Ferry strike is over, crews say",
        "<p>The ferry crews unloaded at the north quay again after nine days.</p>",
    ),
    (
        "Coast guard lifts its storm warning",
        "<p>The storm has passed; the warning for the coast was lifted.</p>",
    ),
    (
        "Arlen casts a new chapel bell",
        "<p>The chapel bell of Arlen was cast in one night, with two ropes.</p>",
    ),
    (
        "Orchards bloom three weeks early",
        "<p>Apple growers of the valley fear a late frost in the orchards.</p>",
    ),
    (
        "Children ring the chapel bell of Arlen",
        "<p>The new chapel bell of Arlen hangs; two ropes rang it.</p>",
    ),
    (
        "Cheese cellar found behind a wall",
        "<p>Builders found forty wheels of cheese, none of them edible.</p>",
    ),
    ("Bus 7 gets a conductor again", "<p>Passengers of bus 7 may again buy tickets from a conductor.</p>"),
    (
        "Mill pond drained for repairs",
        "<p>Carp of the mill pond wait in tubs until the sluice is mended.</p>",
    ),
    ("Valley clock runs backwards", "<p>A magpie moved the pendulum, the clockmaker believes.</p>"),
    ("Snow closes the upper pass", "<p>The upper pass is closed; drivers go round by the tunnel.</p>"),
)
ODD = (
    ("[red]Markup[/] in a headline", "<p>[bold]Not bold[/bold] and [@click=app.quit]not a button[/].</p>"),
    ("[@click=app.quit]Press me[/]", "<p>[link=https://evil.example]no link[/link] [/nothing] [[[</p>"),
    (
        "Escapes \u001b[31mred\u001b]0;title\u0007 and \u009b2J more",
        "<p>\u001b[2J\u001b[Hgone? \u0007\u0090q\u009c</p>",
    ),
    (
        "日本の港でストライキが終わり貨物船の荷下ろしが再び始まったと港湾当局が月曜日に発表した",
        "<p>荷下ろしが始まった。" * 40,
    ),
    ("عمال الميناء ينهون إضرابهم بعد تسعة أيام", "<p>عاد عمال الميناء إلى العمل يوم الاثنين.</p>"),
    ("Word " + "donaudampfschiff" * 20, "<p>" + "x" * 500 + " end</p>"),
    ("Family 👨‍👩‍👧‍👦 flags 🇳🇴🇯🇵 and e\u0301 a\u0308", "<p>👍🏽 fine \u202eesrever\u2066 here</p>"),
    ("", "<p>No headline here, but words.</p>"),
)


def feeds() -> dict[str, str]:
    """Names of files and the feeds in them; the newest article first, an hour between two."""
    return {
        "harbour.json": feed(_items("harbour", HARBOUR, minutes=0), title="Harbour Daily"),
        "valley.json": feed(_items("valley", VALLEY, minutes=20), title="Valley Post"),
        "odd.json": feed(_items("odd", ODD, minutes=40), title="[b]Odd[/] [@click=app.quit]Letters"),
    }


def _items(name, stories, *, minutes):
    return [
        {
            "id": f"{name}-{n}",
            "url": f"https://{name}.example/{n}?utm_source=feed",
            "title": title,
            "content_html": html,
            "date_published": _ago(hours=n, minutes=minutes).isoformat(),
            "authors": [{"name": "Ines Holm"}],
        }
        for n, (title, html) in enumerate(stories, start=1)
    ]


def _ago(**much: int) -> datetime:
    return NOON - timedelta(**much)
