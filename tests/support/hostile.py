"""Words that mean harm, and what must hold of a terminal that shows them."""

from __future__ import annotations

import json
import unicodedata

from rich.cells import cell_len

BAD = "[red]x[/] [@click=app.quit]y[/] \x1b]0;z\x07 \x1b[2J \x9b31m"
"""Markup of Textual's, and what acts on terminals."""

LETTERS = "[red]x[/] [@click=app.quit]y[/] ]0;z [2J 31m"
"""`BAD` as it may be shown."""

# Controls, surrogates, and what turns the direction of text; the mark of ours is a format character that may stand.
_UNPRINTABLE = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_TURNING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def check(news):
    """What stands on the terminal now does nothing but stand there."""
    for segment in (each for strip in news.app.screen._compositor.render_strips() for each in strip):
        wrong = {c for c in segment.text if unicodedata.category(c) in _UNPRINTABLE or c in _TURNING}
        assert not wrong, (wrong, segment.text)
        assert segment.control is None
        if segment.style is not None:
            assert segment.style.link is None
            assert not [name for name in segment.style.meta if name.startswith("@click")]
    assert {cell_len(line) for line in news.lines} == {news.app.size.width}
    assert not news.app._exit


def bad_feed(text: str = BAD) -> str:
    """A feed whose every word is bad, with *text* for the text of its first article."""
    address = "https://bad.example/[red]x[/]"
    item = {
        "title": f"Bad {BAD}",
        "url": address,
        "external_url": address + "?about",
        "authors": [{"name": BAD}],
        "tags": [BAD, BAD + "2"],
        "summary": BAD,
        "language": BAD,
        "attachments": [
            {"url": address + ".mp3", "mime_type": BAD},
            {"url": address + ".mp4", "mime_type": BAD},
        ],
    }
    html = f"<h1>{BAD}</h1><table><tr><th>{BAD}</th></tr></table><pre>{BAD}</pre><img alt='{BAD}' src='{address}'>"
    linked = f'<p><a href="{address}">{BAD}</a> <a href="{address}2">{BAD}</a></p><ul><li>{BAD}</li></ul>'
    items = [
        {**item, "id": "1", "content_text": f"{text}\n\n{BAD}"},
        {**item, "id": "2", "content_html": html + linked},
        {**item, "id": BAD, "title": f"Bad {BAD} again", "content_text": BAD},
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": f"Bad {BAD}", "items": items})
