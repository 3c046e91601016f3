"""Where data, settings and caches live on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["config_file", "data_dir", "sample_data_dir"]


def data_dir(given: str | None = None) -> Path:
    """The library's directory: *given*, else `$NEWSREADER_DATA_DIR`, else the platform's user data folder."""
    chosen = given or os.environ.get("NEWSREADER_DATA_DIR")
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs  # 13 ms, and most scripts name their folder

    return Path(platformdirs.user_data_dir("newsreader", appauthor=False))


def config_file(given: str | None = None) -> Path:
    """The settings file: *given*, else `$NEWSREADER_CONFIG`, else one in the platform's folder for such files."""
    chosen = given or os.environ.get("NEWSREADER_CONFIG")
    if chosen:
        return Path(chosen).expanduser().absolute()
    # As platformdirs says, whose import would cost every command that names its library 13 ms.
    if sys.platform == "darwin":
        folder = Path("~/Library/Application Support").expanduser()
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME", "").strip() or "~/.config").expanduser()
    return folder / "newsreader" / "config.toml"


def sample_data_dir() -> Path:
    """The directory of the samples' own library, under the platform's cache folder."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("newsreader", appauthor=False)) / "sample-library"
