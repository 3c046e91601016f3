"""The tables of the index.

Rows are narrow where lists and marks work (`articles`) and wide where one article is shown (`bodies`), so that marking
100,000 articles read rewrites 5 MB and not 200. The partial indexes are the lists themselves, in the order in which
they are shown. Counts are kept by triggers on the row of the source.

In `words` the text is the first column: a posting names its column unless it is the first, which makes 600 bytes of
2,200 in an article of 3.4 KB. FTS5 gathers the words of a transaction before it writes them, and merges sixteen of
those at a time, a little with each transaction: 0.15 ms an article, which is 0.20 as it comes. Until somebody searches,
or articles are related, new ones wait in `unsearchable` for that.

What is taken out of the lists at once (a removed source of 22,000 articles) leaves its bodies and words behind as
`dead`: they are found again if it comes back, and swept away a few at a time if it does not.

An article waits in `unfeatured` for its terms, then in `unplaced` for its neighbours and its story. `vectors` keeps the
terms that weigh most in it, `nearest` its nearest; `postings` finds the articles in which a term weighs much, and
`fresh_postings` those that came last. How rare each term is stands in one row of `rarities`, a byte a term, so that a
question reads it at once, and how rare it is in the articles of a language that many are in, in a row of
`own_rarities`.

An article that a rule of `mutes` is about is `muted`, and so not shown.

`meta` has a number for each part of `model.version.Version`.
"""

from __future__ import annotations

from zlib import crc32

from newsreader.index.texts import FORMAT
from newsreader.model.version import ALL
from newsreader.text.words import FOLD_VERSION

__all__ = ["FINGERPRINT", "SHOWN", "TABLES"]

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, role TEXT, chunk INTEGER) WITHOUT ROWID;
CREATE TABLE sources (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, listed INTEGER DEFAULT 0, title TEXT DEFAULT '', folder TEXT DEFAULT '',
    source TEXT, health TEXT, articles INTEGER DEFAULT 0, unread INTEGER DEFAULT 0, priority INTEGER DEFAULT 0);
CREATE TABLE chunks (number INTEGER PRIMARY KEY, source INTEGER, chunk INTEGER, UNIQUE (source, chunk));

CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, source INTEGER, chunk INTEGER, at_ms INTEGER,
    shown INTEGER NOT NULL, read INTEGER NOT NULL, hidden INTEGER, kept INTEGER, changed INTEGER,
    story INTEGER, copy INTEGER, muted INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX article_by_id ON articles (id);
CREATE INDEX article_by_chunk ON articles (chunk);
CREATE INDEX list_all ON articles (at_ms DESC, id, source, story) WHERE shown = 1;
CREATE INDEX list_unread ON articles (at_ms DESC, id, source, story) WHERE shown = 1 AND read = 0;
CREATE INDEX list_source ON articles (source, at_ms DESC, id, story) WHERE shown = 1;
CREATE INDEX list_kept ON articles (at_ms DESC, id, source, story) WHERE kept = 1;
CREATE INDEX list_muted ON articles (source, at_ms DESC, id, story) WHERE muted = 1;

CREATE INDEX list_story ON articles (story, at_ms, id, shown) WHERE story IS NOT NULL;

CREATE TABLE bodies (
    key INTEGER PRIMARY KEY, digest INTEGER, title TEXT, lead, author TEXT, url TEXT, place TEXT, agency TEXT,
    guid TEXT, language TEXT, published_ms INTEGER, updated_ms INTEGER, first_seen_ms INTEGER, see_also TEXT,
    text BLOB);
CREATE TABLE bookmarks (
    id TEXT PRIMARY KEY, kept_at_ms INTEGER, source_title TEXT, note_words TEXT, tag_words TEXT, digest INTEGER,
    record BLOB);
CREATE TABLE unsearchable (key INTEGER PRIMARY KEY);
CREATE TABLE dead (id TEXT PRIMARY KEY, key INTEGER, story INTEGER, copy INTEGER) WITHOUT ROWID;
CREATE TABLE mutes (query TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE waiting_marks (id TEXT PRIMARY KEY, chunk INTEGER, read INTEGER, hidden INTEGER) WITHOUT ROWID;

CREATE TABLE terms (number INTEGER PRIMARY KEY, term TEXT UNIQUE);
CREATE TABLE languages (number INTEGER PRIMARY KEY, code TEXT UNIQUE, articles INTEGER);
CREATE TABLE term_languages (
    term INTEGER, language INTEGER, articles INTEGER, PRIMARY KEY (term, language)) WITHOUT ROWID;
CREATE TABLE features (key INTEGER PRIMARY KEY, gaps BLOB, counts BLOB, language INTEGER);
CREATE TABLE unfeatured (key INTEGER PRIMARY KEY);
CREATE TABLE rarities (number INTEGER PRIMARY KEY AUTOINCREMENT, total INTEGER, packed BLOB);
CREATE TABLE own_rarities (language INTEGER PRIMARY KEY, packed BLOB);
CREATE TABLE vectors (key INTEGER PRIMARY KEY, terms BLOB, weights BLOB, unit REAL);
CREATE TABLE nearest (key INTEGER PRIMARY KEY, near BLOB);
CREATE TABLE postings (
    term INTEGER, block INTEGER, keys BLOB, shares BLOB, PRIMARY KEY (term, block)) WITHOUT ROWID;
CREATE TABLE fresh_postings (
    term INTEGER, block INTEGER, keys BLOB, shares BLOB, PRIMARY KEY (term, block)) WITHOUT ROWID;
CREATE TABLE unplaced (at_ms INTEGER, key INTEGER UNIQUE, PRIMARY KEY (at_ms, key)) WITHOUT ROWID;
CREATE TABLE stories (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE);
CREATE TABLE story_marks (
    one TEXT, other TEXT, same INTEGER, at INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX story_mark_by_other ON story_marks (other);

CREATE TRIGGER count_new AFTER INSERT ON articles WHEN new.shown BEGIN
    UPDATE sources SET articles = articles + 1, unread = unread + (new.read = 0) WHERE number = new.source; END;
CREATE TRIGGER count_old AFTER DELETE ON articles WHEN old.shown BEGIN
    UPDATE sources SET articles = articles - 1, unread = unread - (old.read = 0) WHERE number = old.source; END;
CREATE TRIGGER count_changed AFTER UPDATE OF shown, read ON articles
WHEN new.shown <> old.shown OR (new.shown AND new.read <> old.read) BEGIN
    UPDATE sources SET articles = articles + new.shown - old.shown,
        unread = unread + (new.shown AND NOT new.read) - (old.shown AND NOT old.read) WHERE number = new.source; END;

CREATE VIRTUAL TABLE words USING fts5(
    text, title, author, place, content = '',
    tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
INSERT INTO words (words, rank) VALUES ('hashsize', 8388608), ('automerge', 16), ('crisismerge', 64);
"""

SHOWN = """(chunk IS NOT NULL AND hidden = 0 AND muted = 0
    AND (SELECT listed FROM sources WHERE number = articles.source))"""
"""Whether lists show an article, as an UPDATE of `articles` would reckon it."""

FINGERPRINT = crc32(f"{FOLD_VERSION} {FORMAT} {sorted(ALL)} {TABLES}".encode())
