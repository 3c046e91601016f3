"""Addresses: an article's own, its source's, and what came attached to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command
from newsreader.ui.commands.target import has_target, target

if TYPE_CHECKING:
    from newsreader.model.entry import Enclosure
    from newsreader.ui.programs import Ended, Program
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS", "copy_address", "open_address"]

_GROUP = "Links"


def open_address(screen: MainScreen, address: str) -> None:
    """Open an address in the browser, without what only tells who followed it from where."""
    from newsreader.text.urls import without_tracking
    from newsreader.ui.programs import program

    address = without_tracking(address)
    if screen.config.browser:
        _start(screen, program(screen.config.browser, address), f"opened {address}")
    else:
        screen.asker.ask("browser", lambda: _browse(address), lambda opened: _tell(screen, address, opened))


def copy_address(screen: MainScreen, address: str) -> None:
    """Copy an address, without what only tells who followed it from where."""
    from newsreader.text.urls import without_tracking

    address = without_tracking(address)
    screen.app.copy_to_clipboard(address)
    screen.status.say(f"copied {address}")


def _browse(address: str) -> bool:
    import webbrowser  # starts with a search for browsers, and is seldom needed

    return webbrowser.open(address)


def _tell(screen: MainScreen, address: str, opened: bool) -> None:
    said = (
        f"opened {address}"
        if opened
        else "no browser could be started; name one in the settings, or in $BROWSER"
    )
    screen.status.say(said, error=not opened)


def _start(screen: MainScreen, wanted: Program, said: str) -> None:
    from newsreader.ui.programs import hand_over, in_terminal

    def ended(end: Ended) -> None:
        screen.status.say(f"{wanted.name} {end.problem}" if end.problem else said, error=bool(end.problem))

    if wanted.in_terminal:
        with screen.app.suspend():
            end = in_terminal(wanted.words)
        ended(end)
    else:
        screen.asker.ask("program", lambda: hand_over(wanted), ended)


def _open(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None and row.url is not None:
        open_address(screen, row.url)


def _open_site(screen: MainScreen) -> None:
    site = _site(screen)
    if site:
        open_address(screen, site)


def _copy(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None and row.url is not None:
        copy_address(screen, row.url)


def _hints(screen: MainScreen) -> None:
    from newsreader.ui.screens.hints import Chosen, HintsScreen

    links = screen.text.show_hints()
    if not links:
        screen.status.say("no links in view")
        return
    screen.status.say("a letter opens the link, with shift it copies it")

    def done(chosen: Chosen | None) -> None:
        screen.text.hide_hints()
        screen.status.say("")
        if chosen is not None:
            (copy_address if chosen.copy else open_address)(screen, links[chosen.label])

    screen.app.push_screen(HintsScreen(links), done)


def _play(screen: MainScreen) -> None:
    row = target(screen)
    if row is not None:
        screen.asker.ask(
            "media",
            lambda: screen.library.article(row.id).entry.enclosures,
            lambda found: _choose(screen, found),
        )


def _choose(screen: MainScreen, found: tuple[Enclosure, ...]) -> None:
    from newsreader.text.media import media_line
    from newsreader.ui.screens.choose import ChooseScreen

    if not found:
        screen.status.say("nothing came attached to this article")
    elif len(found) == 1:
        _hand(screen, found[0])
    else:
        screen.app.push_screen(
            ChooseScreen("Play", [media_line(each) for each in found]),
            lambda choice: _hand(screen, found[choice]) if choice is not None else None,
        )


def _hand(screen: MainScreen, media: Enclosure) -> None:
    from newsreader.ui.programs import program, system_opener

    player = screen.config.player
    wanted = program(player, media.href) if player else system_opener(media.href)
    _start(screen, wanted, f"{wanted.name} has {media.href}")


def _has_link(screen: MainScreen) -> bool:
    row = target(screen)
    return row is not None and row.url is not None


def _site(screen: MainScreen) -> str:
    row = screen.source_here
    if row is None:
        return ""
    source = row.source
    return source.url or (source.address if source.address.startswith(("http://", "https://")) else "")


def _has_site(screen: MainScreen) -> bool:
    return bool(_site(screen))


COMMANDS = (
    Command(
        "browse", ("o",), "Open in the browser", _GROUP, _open, _has_link, "browser", ("articles", "text"), 1
    ),
    Command("browse-source", ("O",), "Open the source's page", _GROUP, _open_site, _has_site),
    Command("copy-link", ("y",), "Copy the link", _GROUP, _copy, _has_link),
    Command(
        "link-hints", ("semicolon",), "Letters on links, to open or copy them", _GROUP, _hints, has_target
    ),
    Command("play", ("P",), "Play or open what came attached", _GROUP, _play, has_target),
)
