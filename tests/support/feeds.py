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
