"""Pages that keep their text back: for subscribers, or until one agrees to something."""

from __future__ import annotations

from newsreader.parse.web.declared import Declared
from newsreader.parse.web.tree import Element, names_of, words_in

__all__ = ["has_gate"]

_GATES = frozenset("gate gated metered meter paywall piano regwall subscribe subscriber subscribers".split())
_PREFIXES = ("paywall", "regwall", "subscri", "premium")


def has_gate(tree: Element, declared: Declared) -> bool:
    """Whether the page says that its text is not for everybody, or holds a box that stands before the rest of it.

    That says little alone: pages that are open to all carry boxes that offer a subscription.
    """
    if declared.is_locked or declared.is_free:
        return declared.is_locked
    return any(_is_gate(element) for element in tree.iter("div", "section", "aside", "p"))


def _is_gate(element: Element) -> bool:
    names = names_of(element)
    is_named = bool(names & _GATES) or any(name.startswith(_PREFIXES) for name in names)
    return is_named and words_in(element) > 0
