"""How rare terms are, to order."""

from math import log

from newsreader.related.similar import Rarity


def rarity_of(articles, total):
    """Of terms that so many articles have, by number, in a library of one language."""
    return Rarity(articles, [log((total + 1) / max(1, count)) for count in articles], total)
