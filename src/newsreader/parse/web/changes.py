"""Days on a page on which it was changed, which are not when it came out."""

from __future__ import annotations

import re

from newsreader.text.words import fold

__all__ = ["tells_change"]

_CHANGED = re.compile(
    r"\b(?:actuali[sz]|aendret|aggiornat|aktuali[sz]|andrad|atualizad|bearbeitet|bewerkt|bijgewerkt|editad|edited"
    r"|edytowan|endret|geaendert|geandert|gewijzigd|guncellen|mise? a jour|modifica[dt]|modified|modifie|muokattu"
    r"|oppdater|opdater|paivitetty|redigera|redigeret|reviewed|revisad|revised|uberarbeitet|updated?\b|uppdatera"
    r"|zaktualizowan|zmienion|ændret|обновлен|изменен|отредактирован)|更新|修改|編集|编辑|수정|업데이트"
)


def tells_change(before: str) -> bool:
    """Whether the words *before* a day, in its line, say that something was changed on it."""
    return _CHANGED.search(fold(before)) is not None
