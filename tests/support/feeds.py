"""Feeds to order."""

import json


def feed(items, title="Harbour Daily"):
    """A JSON Feed of (id, title, text) or of ready items."""
    made = [
        item if isinstance(item, dict) else dict(zip(("id", "title", "content_text"), item, strict=True))
        for item in items
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": made})


THREE = [("1", "One", "first words"), ("2", "Two", "second words"), ("3", "Three", "third words")]


def rss(*items: str) -> str:
    """An RSS document of items that are written already, with the namespaces that such have."""
    spaces = {
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "media": "http://search.yahoo.com/mrss/",
    }
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0" {declared}><channel><title>Lakes</title>{inside}</channel></rss>'
