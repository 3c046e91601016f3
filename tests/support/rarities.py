"""How rare terms are, to order."""

from math import log

from newsreader.related.similar import Rarity

_STEPS = 16


def rarity_of(articles, total):
    """Of terms that so many articles have, by number, in a library of one language."""
    rarity = [log((total + 1) / max(1, count)) for count in articles]
    return Rarity(bytes(min(255, max(0, round(_STEPS * each))) for each in rarity), _STEPS, total)
