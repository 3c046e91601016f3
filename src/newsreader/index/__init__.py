"""What a screen asks, from SQLite: derived from the library, may be deleted at any time."""

from newsreader.index.errors import IndexDamagedError, QueryError
from newsreader.index.index import Index

__all__ = ["Index", "IndexDamagedError", "QueryError"]
