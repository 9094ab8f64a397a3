"""The tables of the search index. They are no models: each database has its own way to hold terms."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# The words of the archive: for prefixes and "did you mean" (search_word), how many entries a term stands in
# (search_term), and the words that compounds are split at besides the dictionary's (search_lexicon).
VOCABULARY = (
    "CREATE TABLE search_word (word TEXT{c} NOT NULL PRIMARY KEY, folded TEXT{c} NOT NULL, term TEXT{c} NOT NULL){without}",
    "CREATE INDEX search_word_folded ON search_word (folded, term)",
    "CREATE INDEX search_word_term ON search_word (term)",
    "CREATE TABLE search_term (term TEXT{c} NOT NULL PRIMARY KEY, entries BIGINT NOT NULL){without}",
    "CREATE TABLE search_lexicon (word TEXT{c} NOT NULL PRIMARY KEY, generation BIGINT NOT NULL){without}",
)
SQLITE = (
    "CREATE TABLE search_document (key INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL UNIQUE, facts TEXT NOT NULL)",
    # The tokenizer takes every character above ASCII for a letter, as our analyser has done the splitting.
    "CREATE VIRTUAL TABLE search_text USING fts5"
    " (title, title_parts, decision, attachments, body, parts, filters, tokenize = 'ascii', prefix = '2 3')",
    # More memory before terms are written out: a third faster when much comes at once.
    "INSERT INTO search_text (search_text, rank) VALUES ('hashsize', 16777216)",
    "INSERT INTO search_text (search_text, rank) VALUES ('automerge', 8)",
    # Attachments apart from the entries that have them, so that a long report does not change how its item is ranked.
    "CREATE VIRTUAL TABLE search_file USING fts5 (own, files, filters, tokenize = 'ascii', prefix = '2 3')",
)
POSTGRESQL = (
    "CREATE TABLE search_document"
    " (key BIGINT PRIMARY KEY, entry_id BIGINT NOT NULL UNIQUE, facts TEXT NOT NULL, terms TSVECTOR NOT NULL)",
    # Listing hits reads ten thousand rows, ranking two thousand: so terms lie beside the rows, and not compressed.
    "ALTER TABLE search_document ALTER COLUMN terms SET STORAGE EXTERNAL",
    "CREATE INDEX search_document_terms ON search_document USING gin (terms)",
    "CREATE TABLE search_file (key BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL)",
    "ALTER TABLE search_file ALTER COLUMN terms SET STORAGE EXTERNAL",
    "CREATE INDEX search_file_terms ON search_file USING gin (terms)",
)
TABLES = ("search_document", "search_file", "search_word", "search_term", "search_lexicon")


def create(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The same tables on both, but for what holds the terms."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    # Words are compared byte by byte on both, so that a range of prefixes is the same.
    details = {"c": "" if sqlite else ' COLLATE "C"', "without": " WITHOUT ROWID" if sqlite else ""}
    for statement in (*VOCABULARY, *(SQLITE if sqlite else POSTGRESQL)):
        schema_editor.execute(statement.format(**details) if "{" in statement else statement)


def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Everything in the index can be built again from the entries."""
    for table in (*TABLES, *(("search_text",) if schema_editor.connection.vendor == "sqlite" else ())):
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
