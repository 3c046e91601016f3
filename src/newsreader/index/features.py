"""What likeness is reckoned from: the terms of each article, counted, and how common each term is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsreader.index.arrays import json_array
from newsreader.index.database import Database
from newsreader.index.packed import pack_counts, unpack_counts
from newsreader.index.rarities import Frequencies, latest, read, reckon

__all__ = ["ArticleTerms", "FeatureTable", "Term", "Unfeatured"]

_PENDING = """
SELECT b.key, b.title, b.text FROM unfeatured AS u CROSS JOIN bodies AS b ON b.key = u.key LIMIT ?
"""
_TERMS_OF = """
SELECT f.key, f.language, f.gaps, f.counts FROM json_each(?) AS wanted
CROSS JOIN articles AS a ON a.key = wanted.value CROSS JOIN features AS f ON f.key = a.key
WHERE a.shown = 1 OR a.kept = 1
"""

_START_AGAIN = (
    "DELETE FROM features",
    "DELETE FROM terms",
    "DELETE FROM term_languages",
    "DELETE FROM languages",
    "DELETE FROM rarities",
    "DELETE FROM own_rarities",
    "DELETE FROM vectors",
    "DELETE FROM nearest",
    "DELETE FROM postings",
    "DELETE FROM fresh_postings",
    "DELETE FROM unplaced",
    "UPDATE meta SET value = 0 WHERE name = 'featured'",
    "INSERT OR IGNORE INTO unfeatured SELECT key FROM bodies",
)
_COUNT_IN_LANGUAGE = """
INSERT INTO term_languages (term, language, articles) VALUES (?, ?, ?)
ON CONFLICT (term, language) DO UPDATE SET articles = articles + excluded.articles
"""
_COUNT_LANGUAGE = """
INSERT INTO languages (code, articles) VALUES (?, ?)
ON CONFLICT (code) DO UPDATE SET articles = articles + excluded.articles
"""
_LANGUAGES_OF = "SELECT key, language FROM bodies WHERE key IN (SELECT value FROM json_each(?))"
_NUMBERS = """
SELECT t.term, t.number FROM json_each(?) AS wanted CROSS JOIN terms AS t ON t.term = wanted.value
"""
_UNPLACED = """
INSERT OR IGNORE INTO unplaced VALUES (coalesce((SELECT at_ms FROM articles WHERE key = ?1), 0), ?1)
"""
_TERMS = """
SELECT t.number, t.term, (SELECT sum(articles) FROM term_languages AS l WHERE l.term = t.number)
FROM json_each(?) AS wanted CROSS JOIN terms AS t ON t.number = wanted.value
"""
_PART = 50
_DROP = "DELETE FROM features WHERE key IN (SELECT value FROM json_each(?)) RETURNING gaps, counts, language"


@dataclass(frozen=True, slots=True)
class Unfeatured:
    """An article whose terms are not in the index yet.

    Attributes:
        key: the index's number for it.
        title: its headline.
        text: its plain text.
    """

    key: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ArticleTerms:
    """The terms of an article, as numbers.

    Attributes:
        key: the index's number for it.
        language: the number of its language; unknown has one too.
        terms: numbers of its terms, sorted.
        counts: how often each of them occurs, at most 255.
    """

    key: int
    language: int
    terms: Sequence[int]
    counts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of articles.

    Attributes:
        term: itself.
        articles: in how many it is.
    """

    term: str
    articles: int


class FeatureTable:
    """Keeps terms. Every method may raise IndexDamagedError and StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._frequencies: tuple[int, Frequencies] | None = None

    def use_version(self, version: int) -> None:
        """Say which version of the tokeniser `put` will get terms from; those from another are thrown away."""
        with self._database.reading() as sqlite:
            if sqlite.execute("SELECT value FROM meta WHERE name = 'terms_version'").fetchone() == (version,):
                return
        with self._database.batch() as sqlite:
            for sql in _START_AGAIN:
                sqlite.execute(sql)
            sqlite.execute("INSERT OR REPLACE INTO meta VALUES ('terms_version', ?)", (version,))

    def unfeatured(self) -> int:
        """How many articles have no terms yet."""
        with self._database.reading() as sqlite:
            return int(sqlite.execute("SELECT count(*) FROM unfeatured").fetchone()[0])

    def pending(self, limit: int) -> list[Unfeatured]:
        """At most *limit* articles without terms. Ask and `put` in one batch: then no other program comes between."""
        with self._database.reading() as sqlite:
            packer = self._database.packer()
            return [
                Unfeatured(key, title, packer.unpack(text))
                for key, title, text in sqlite.execute(_PENDING, (limit,))
            ]

    def put(self, counts: Mapping[int, Mapping[str, int]]) -> None:
        """Keep the terms of articles: key to term to how often it occurs."""
        articles = _articles(counts.values())
        with self._database.batch() as sqlite:
            self.drop(counts)
            numbers = self._numbered(articles)
            languages = self._languages_of(counts)
            sqlite.executemany(
                "INSERT INTO features VALUES (?, ?, ?, ?)",
                [
                    (key, *pack_counts(_numbered(of_one, numbers)), languages[key])
                    for key, of_one in counts.items()
                ],
            )
            for language in (found := set(languages.values())):
                if len(found) > 1:
                    articles = _articles(each for key, each in counts.items() if languages[key] == language)
                rows = [(numbers[term], language, count) for term, count in articles.items()]
                sqlite.executemany(_COUNT_IN_LANGUAGE, rows)
            sqlite.executemany("DELETE FROM unfeatured WHERE key = ?", [(key,) for key in counts])
            sqlite.executemany(_UNPLACED, [(key,) for key in counts])
            sqlite.execute("UPDATE meta SET value = value + ? WHERE name = 'featured'", (len(counts),))

    def _numbered(self, articles: Counter[str]) -> dict[str, int]:
        """Term to its number; those that no article had before get one."""
        with self._database.batch() as sqlite:
            known = self.numbers(articles)
            # The commonest first: they get the small numbers, and those take less space.
            new = [term for term, _ in articles.most_common() if term not in known]
            sqlite.executemany("INSERT INTO terms (term) VALUES (?)", [(term,) for term in new])
            return known | self.numbers(new)

    def _languages_of(self, keys: Iterable[int]) -> dict[int, int]:
        """Key to the number of the article's language, each counted as one article more; unknown is one too."""
        with self._database.batch() as sqlite:
            tags = sqlite.execute(_LANGUAGES_OF, (json_array(keys),)).fetchall()
            codes = {key: tag.split("-")[0].lower() for key, tag in tags}
            sqlite.executemany(_COUNT_LANGUAGE, Counter(codes.values()).items())
            numbers = dict(sqlite.execute("SELECT code, number FROM languages").fetchall())
        return {key: numbers[code] for key, code in codes.items()}

    def drop(self, keys: Iterable[int]) -> None:
        """Forget the terms of articles."""
        with self._database.batch() as sqlite:
            wanted = (json_array(keys),)
            found = sqlite.execute(_DROP, wanted).fetchall()
            if found:
                fewer = Counter(
                    (number, language)
                    for *packed, language in found
                    for number, count in zip(*unpack_counts(*packed), strict=True)
                    if count
                )
                sqlite.executemany(_COUNT_IN_LANGUAGE, [(*pair, -count) for pair, count in fewer.items()])
                sqlite.executemany(
                    "UPDATE languages SET articles = articles - 1 WHERE number = ?",
                    [(language,) for *_, language in found],
                )
                sqlite.execute("UPDATE meta SET value = value - ? WHERE name = 'featured'", (len(found),))

    def numbers(self, terms: Iterable[str]) -> dict[str, int]:
        """Term to its number, for those that any article ever had."""
        with self._database.reading() as sqlite:
            return dict(sqlite.execute(_NUMBERS, (json_array(terms),)))

    def terms_of(self, keys: Iterable[int]) -> list[ArticleTerms]:
        """The terms of those of the articles that can be shown and have some."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(_TERMS_OF, (json_array(keys),))
            return [ArticleTerms(key, language, *unpack_counts(*packed)) for key, language, *packed in found]

    def named(self, numbers: Iterable[int]) -> dict[int, Term]:
        """Number to term."""
        with self._database.reading() as sqlite:
            found = sqlite.execute(_TERMS, (json_array(numbers),))
            return {number: Term(term, articles) for number, term, articles in found}

    def featured(self) -> int:
        """How many articles have their terms in the index."""
        with self._database.reading() as sqlite:
            return int(sqlite.execute("SELECT value FROM meta WHERE name = 'featured'").fetchone()[0])

    def frequencies(self) -> Frequencies:
        """How rare terms are, as it was reckoned last; read again when it was reckoned again."""
        with self._database.reading() as sqlite:
            number, total = latest(sqlite)
            if self._frequencies is None or self._frequencies[0] != number:
                self._frequencies = number, read(sqlite, total)
            return self._frequencies[1]

    def reckon(self, small: Mapping[str, Collection[str]]) -> Frequencies:
        """Reckon how rare terms are, if the library has grown or shrunk by a fiftieth since.

        Args:
            small: terms that are known to be common, by the two letters of a language; what has no language is taken to
                be in that of most articles.
        """
        known, total = self.frequencies(), self.featured()
        if abs(known.total - total) * _PART > known.total:
            with self._database.batch() as sqlite:
                reckon(sqlite, total, self._known(small))
        return self.frequencies()

    def _known(self, small: Mapping[str, Collection[str]]) -> dict[int, Collection[int]]:
        with self._database.reading() as sqlite:
            found = sqlite.execute(
                "SELECT number, code FROM languages ORDER BY articles DESC, number"
            ).fetchall()
        most = next((code for _, code in found if code), "")
        return {number: {*self.numbers(small.get(code or most, ())).values()} for number, code in found}

    def language(self, code: str) -> int | None:
        """The number of a language, two letters or "" for unknown; None where no article is in it."""
        with self._database.reading() as sqlite:
            found = sqlite.execute("SELECT number FROM languages WHERE code = ?", (code,)).fetchone()
            return None if found is None else int(found[0])


def _numbered(counts: Mapping[str, int], numbers: Mapping[str, int]) -> dict[int, int]:
    return dict(zip(map(numbers.__getitem__, counts), counts.values(), strict=True))


def _articles(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    """Term to in how many of the articles it is."""
    found: Counter[str] = Counter()
    for of_one in counts:
        found.update(of_one.keys())
    return found
