"""Lists of sources: OPML 1.0 to 2.0 (opml.org), and the `urls` file of newsboat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from newsreader.errors import ParseError
from newsreader.parse.newsboat import read_urls
from newsreader.parse.outlines import LONGEST_LINE, Folder, Outline, SourceList, gathered
from newsreader.text.beginning import beginning
from newsreader.text.opml import SEARCH
from newsreader.text.sanitise import clean_line, clean_value
from newsreader.text.urls import clean_url

__all__ = ["parse_source_list"]

_HEAD = 65_536
_DEEPEST = 200
_LONGEST_FOLDER = 2000
_LONGEST_NAME, _LONGEST_VALUE, _MOST_VALUES = 200, 10_000, 200
_NAMES = frozenset({"text", "title"})
_OF_FOLDERS = _NAMES | {"xmlurl"}
_OF_SOURCES = _NAMES | {"xmlurl", "htmlurl"}
_OF_FEEDS = _OF_SOURCES | {"type"}  # one that says `rss` says what is written anyway
_DECLARES = "xmlns:"
# How the window of the program that wrote the list stood, and when: true of its own list alone.
_NOT_KEPT = re.compile(r"datemodified|expansionstate|vertscrollstate|window\w*")


def parse_source_list(data: bytes) -> SourceList:
    """The sources that *data* lists; nothing in it is run, no file that it names is opened.

    Raises:
        ParseError: it is no such list.
    """
    if re.search(rb"<(?:[a-z]+:)?opml[\s>]", beginning(data[:_HEAD]), re.IGNORECASE):
        return _Opml(data).read()
    return read_urls(data)


@dataclass
class _Opml:
    """Reads an OPML document as it comes, so that one that is cut gives what stands before the cut."""

    data: bytes
    _scopes: _Scopes = field(default_factory=lambda: _Scopes())
    _head: _Head = field(default_factory=lambda: _Head())
    _inside: list[tuple[str, ...]] = field(default_factory=lambda: [()])
    _folders: dict[tuple[str, ...], Folder] = field(default_factory=dict)
    _found: list[Outline | str] = field(default_factory=list)
    _searches: list[Mapping[str, str]] = field(default_factory=list)

    def read(self) -> SourceList:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._head.say
        # Entities of its own are what bombs and spies are made of; no list of sources needs one.
        parser.EntityDeclHandler = _refuse
        problem = ""
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            problem = f"the list is broken at line {error.lineno}; what stands before it was read"
        except _EntityError:
            problem = "the list declares entities of its own, which are not read; save it again without"
        if problem and not self._found:
            raise ParseError(problem)
        found = gathered(self._found, problem)
        folders = tuple(_to_keep(self._folders.values(), found.outlines))
        return replace(found, searches=tuple(self._searches), folders=folders, head=self._head.read())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._scopes.enter(attributes)
        if _local(name) == "outline":
            self._outline({key.lower(): value for key, value in attributes.items()}, attributes)
        else:
            self._head.enter(name)

    def _outline(self, values: Mapping[str, str], attributes: Mapping[str, str]) -> None:
        title = clean_line(values.get("title") or values.get("text") or "")
        address = values.get("xmlurl")
        folder = self._inside[-1]
        self._inside.append(folder)
        if values.get("type") == SEARCH and values.get("query"):
            self._searches.append({name: clean_line(value, LONGEST_LINE) for name, value in values.items()})
        elif not address:
            self._folder((*folder, title), self._extra(attributes, _OF_FOLDERS))
        elif (url := clean_url(address)) is None:
            self._found.append(address)
        else:
            extra = self._extra(attributes, _OF_FEEDS if values.get("type") == "rss" else _OF_SOURCES)
            self._found.append(Outline(url, title, folder, clean_url(values.get("htmlurl")), extra))

    def _folder(self, name: tuple[str, ...], extra: tuple[tuple[str, str], ...]) -> None:
        """A folder begins; what is in one without a name, or too deep or long to be named, is in the one around it."""
        if name[-1] and len(name) <= _DEEPEST and sum(map(len, name)) <= _LONGEST_FOLDER:
            self._inside[-1] = name
            known = self._folders.get(name, Folder(name)).extra
            self._folders[name] = Folder(name, tuple({**dict(extra), **dict(known)}.items()))

    def _extra(self, attributes: Mapping[str, str], known: frozenset[str]) -> tuple[tuple[str, str], ...]:
        found: dict[str, str] = {}
        for name, said in attributes.items():
            value = clean_value(said)
            if name.lower() in known or len(name) > _LONGEST_NAME or len(value) > _LONGEST_VALUE:
                continue
            prefix, colon, _ = name.rpartition(":")
            if not colon or prefix == "xml":
                found[name] = value
            elif prefix != "xmlns" and (uri := self._scopes.uri(prefix)):
                found |= {name: value, _DECLARES + prefix: uri}
            if len(found) >= _MOST_VALUES:
                break
        return tuple(found.items())

    def _end(self, name: str) -> None:
        self._scopes.leave()
        if _local(name) != "outline":
            self._head.leave(name)
        else:
            self._inside.pop()


class _Scopes:
    """The prefixes of names that are declared where the reading stands."""

    def __init__(self) -> None:
        self._uris: dict[str, list[str]] = defaultdict(list)
        self._declared: list[tuple[str, ...]] = []

    def enter(self, attributes: Mapping[str, str]) -> None:
        """An element with these attributes begins."""
        declared = tuple(name.removeprefix(_DECLARES) for name in attributes if name.startswith(_DECLARES))
        for prefix in declared:
            self._uris[prefix].append(clean_value(attributes[_DECLARES + prefix])[:_LONGEST_VALUE])
        self._declared.append(declared)

    def leave(self) -> None:
        """The innermost element ends."""
        for prefix in self._declared.pop():
            self._uris[prefix].pop()

    def uri(self, prefix: str) -> str:
        """What *prefix* stands for here, or ""."""
        found = self._uris.get(prefix)
        return found[-1] if found else ""


class _Head:
    """Gathers the plain lines of the head."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self._said: list[str] = []
        self._found: dict[str, str] = {}

    def enter(self, name: str) -> None:
        """An element that is no outline begins."""
        self._path.append(name)
        self._said.clear()

    def say(self, text: str) -> None:
        """Text stands where the reading is."""
        if self._is_line and len(self._said) < _MOST_VALUES:
            self._said.append(text[:_LONGEST_VALUE])

    def leave(self, name: str) -> None:
        """An element that is no outline ends."""
        text = clean_value("".join(self._said)).strip()
        if self._is_line and text and len(text) <= LONGEST_LINE and len(self._found) < _MOST_VALUES:
            self._found.setdefault(name, text)
        self._said.clear()
        if self._path:
            self._path.pop()

    @property
    def _is_line(self) -> bool:
        if len(self._path) != 3 or _local(self._path[1]) != "head":
            return False
        name = self._path[2]
        return ":" not in name and len(name) <= _LONGEST_NAME and not _NOT_KEPT.fullmatch(name.lower())

    def read(self) -> tuple[tuple[str, str], ...]:
        """What was gathered, by name, in its order."""
        return tuple(self._found.items())


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _to_keep(folders: Iterable[Folder], outlines: Iterable[Outline]) -> Iterator[Folder]:
    """The folders that would not come back from the sources alone."""
    used: set[tuple[str, ...]] = set()
    for each in outlines:
        name = each.folder
        while name and name not in used:
            used.add(name)
            name = name[:-1]
    yield from (folder for folder in folders if folder.extra or folder.name not in used)


class _EntityError(Exception):
    """The document declares an entity."""


def _refuse(*_: object) -> None:
    raise _EntityError
