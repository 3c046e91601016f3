"""`newsreader config`: the settings in force, and where each comes from."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsreader.cli.arguments import Parser
from newsreader.cli.columns import padded, width_of
from newsreader.cli.output import Painted
from newsreader.cli.session import DONE, FAILED, Session
from newsreader.errors import UnknownSourceError, UsageError
from newsreader.model.settings import Config

if TYPE_CHECKING:
    from newsreader.library.library import Library

__all__ = ["configure", "run"]

_FILE, _DEFAULT = "in the file", "default"
_WIDEST = 48


def configure(parser: Parser) -> None:
    """Add the options."""
    parser.add_argument(
        "--write-default",
        action="store_true",
        help="write a settings file that names all of them and sets none",
    )


def run(values: Namespace, session: Session) -> int:
    """Print every setting with where it comes from, or write the file to begin with."""
    if values.write_default:
        return _write_default(session)
    config = session.config()
    session.out.line(
        Painted(f"# {session.config_file}", "dim"), "" if config else "  (there is no such file)"
    )
    lines = list(_lines(config or Config(), session))
    width = min(max(width_of(line.text) for line in lines), _WIDEST)
    for line in lines:
        text = padded(line.text, width) if width_of(line.text) <= width else line.text
        session.out.line(
            Painted(text if line.origin else line.text, "bold" if line.origin != _DEFAULT else ""),
            "  ",
            Painted(line.origin, "dim"),
        )
    return FAILED if config and config.problems else DONE


@dataclass(frozen=True, slots=True)
class _Line:
    """A setting, or a heading above some; where it comes from."""

    text: str
    origin: str = ""


def _write_default(session: Session) -> int:
    from newsreader.config import default_text

    path = session.config_file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(default_text())
    except FileExistsError as error:
        raise UsageError("it is there already, and stays as it is", subject=str(path)) from error
    except OSError as error:
        reason = error.strerror or "it cannot be written"
        raise UsageError(f"{reason}; name another with --config", subject=str(path)) from error
    session.out.line(f"wrote {path}")
    return DONE


def _lines(config: Config, session: Session) -> Iterator[_Line]:
    from newsreader.config import SETTINGS, shown

    theme, wrong = "", dict[str, str]()
    if session.data_dir.is_dir():
        with session.library() as library:
            theme = str(library.place().get("theme") or "")
            sources = list(_sources(config, library))
            wrong = library.wrong_mute_rules()
    else:
        sources = list(_sources(config, None))
    for known in SETTINGS:
        value, origin = getattr(config, known.name), _FILE if (known.name,) in config.named else _DEFAULT
        if known.name == "theme" and not value and theme:
            value, origin = theme, "chosen in the reader"
        yield _Line(f"{known.name} = {shown(value)}", origin)
    yield from (_Line(f"# no rule: {rule}: {why}", _FILE) for rule, why in wrong.items())
    for table in ("keys", "pipe"):
        if found := getattr(config, table):
            yield _Line(f"[{table}]")
            yield from (_Line(f"{name} = {shown(value)}", _FILE) for name, value in found.items())
    for name, said in config.themes.items():
        yield _Line(f"[themes.{shown(name)}]")
        yield from (_Line(f"{field} = {shown(value)}", _FILE) for field, value in said.items())
    yield from sources


def _sources(config: Config, library: Library | None) -> Iterator[_Line]:
    from newsreader.config import SOURCE_SETTINGS, shown

    for name, said in config.sources.items():
        stored = None
        if library is not None:
            try:
                stored = library.stored_source(library.source(name).source.id)
            except UnknownSourceError:
                stored = None
        yield _Line(f"[sources.{shown(name)}]", "" if stored else "no source is called so")
        for known in SOURCE_SETTINGS:
            if ("sources", name, known.name) not in config.named:
                continue
            own = getattr(stored, known.name, None) if stored else None
            value = getattr(said, known.name)
            over = f"; the library says {shown(own)}" if own is not None and own != value else ""
            yield _Line(f"{known.name} = {shown(value)}", _FILE + over)
