"""The bundled samples: a small invented world of news, in `sample_feeds/`, to try the reader on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from newsreader.errors import SourceError
from newsreader.samples.dates import shifted

__all__ = ["SamplesMissingError", "sample_files", "sample_names"]

_PACKAGE = Path(__file__).parents[1]
# A wheel holds them inside the package; an editable install has none there, and finds them in its checkout.
_PLACES = (_PACKAGE / "sample_feeds", _PACKAGE.parents[1] / "sample_feeds")


class SamplesMissingError(SourceError):
    """The bundled samples are not where an installed program has them."""


def sample_names() -> tuple[str, ...]:
    """The names of the samples, sorted; each is a source `sample:NAME`.

    Raises:
        SamplesMissingError: there are none.
    """
    return tuple(sorted(path.name.partition(".")[0] for path in _folder().iterdir() if _is_sample(path)))


def sample_files(name: str, now: datetime) -> tuple[tuple[str, bytes], ...]:
    """The files of the sample *name*, each with its name: one, or those of a directory.

    Args:
        name: one of `sample_names`.
        now: aware; the dates in the files are shifted so that the newest of all samples was an hour ago.

    Raises:
        SamplesMissingError: there are no samples.
        SourceError: there is none of that name.
    """
    path = next(
        (path for path in _folder().iterdir() if _is_sample(path) and path.name.partition(".")[0] == name),
        None,
    )
    if path is None:
        raise SourceError(
            "there is no such sample; the samples are " + ", ".join(sample_names()), subject=f"sample:{name}"
        )
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return tuple(
        (file.name, shifted(file.name, file.read_bytes(), now)) for file in files if _is_sample(file)
    )


def _folder() -> Path:
    for place in _PLACES:
        if place.is_dir() and any(map(_is_sample, place.iterdir())):
            return place
    raise SamplesMissingError("the samples are missing; install newsreader again", subject="sample")


def _is_sample(path: Path) -> bool:
    return not path.name.startswith(("_", "."))
