"""What a screen asks, from SQLite: derived from the library, may be deleted at any time."""

from newsreader.index.catch_up import Difference, differences
from newsreader.index.errors import IndexDamagedError, QueryError
from newsreader.index.index import Index

__all__ = ["Difference", "Index", "IndexDamagedError", "QueryError", "differences"]
