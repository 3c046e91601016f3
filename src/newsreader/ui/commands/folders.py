"""Folding the folders of SOURCES."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsreader.ui.commands.command import Command

if TYPE_CHECKING:
    from newsreader.ui.screens.main import MainScreen

__all__ = ["COMMANDS"]

_GROUP = "Sources"


def _folder_here(screen: MainScreen) -> str:
    """The folder under the cursor of SOURCES, or that around what is there; "" for none."""
    place = screen.sources.current
    return (place.folder or place.inside) if screen.pane == "sources" and place is not None else ""


def _fold(screen: MainScreen) -> None:
    screen.sources.fold(screen.sources.folded ^ {_folder_here(screen)})


def _fold_all(screen: MainScreen) -> None:
    folders = screen.sources.folders()
    screen.sources.fold(() if folders <= screen.sources.folded else folders)


def _has_folder(screen: MainScreen) -> bool:
    return bool(_folder_here(screen))


def _has_folders(screen: MainScreen) -> bool:
    return screen.pane == "sources" and bool(screen.sources.folders())


COMMANDS = (
    Command(
        "fold-folder", ("plus",), "Fold or unfold a folder", _GROUP, _fold, _has_folder, "fold", ("sources",)
    ),
    Command("fold-folders", ("minus",), "Fold or unfold all folders", _GROUP, _fold_all, _has_folders),
)
