"""The lines as three tables in Parquet, written by DuckDB: in a process of its own, for it takes some memory."""

from importlib import import_module
from pathlib import Path

from sagsgang.archive.bulk.places import LINES, TABLES
from sagsgang.archive.children import begin_behind
from sagsgang.danish.outcomes import OutcomeKind
from sagsgang.paper.withdrawn import HEADING, SAID

# A paper may be long; DuckDB keeps a few buffers of this size, in bytes.
_LONGEST = 32 << 20
_DECISION = (
    "STRUCT(body VARCHAR, date DATE, text VARCHAR, access VARCHAR, outcome VARCHAR, secondary VARCHAR[],"
    " confidence DOUBLE, commitments JSON[])"
)
_ITEM = (
    "STRUCT(number VARCHAR, title VARCHAR, access VARCHAR, item_type VARCHAR, case_number VARCHAR,"
    " kle_number VARCHAR, document_number VARCHAR, deciding_body VARCHAR, route VARCHAR[],"
    " sections STRUCT(kind VARCHAR, heading VARCHAR, text VARCHAR)[], attachments JSON[], treatments JSON[],"
    f" decisions {_DECISION}[], extract VARCHAR)"
)
_WRITTEN = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192"
_COLUMNS = {
    "key": "VARCHAR",
    "url": "VARCHAR",
    "authority": "VARCHAR",
    "body": "VARCHAR",
    "body_slug": "VARCHAR",
    "meeting": "VARCHAR",
    "kind": "VARCHAR",
    "version": "INTEGER",
    "date": "DATE",
    "start": "TIME",
    "end": "TIME",
    "place": "VARCHAR",
    "members": "VARCHAR[]",
    "absences": "VARCHAR[]",
    "remarks": "VARCHAR",
    "sealed_at": "TIMESTAMPTZ",
    "record_hash": "VARCHAR",
    "items": f"{_ITEM}[]",
}
_PAPERS = """
SELECT * EXCLUDE (items), CAST(len(items) AS INTEGER) AS items,
    CAST(len(list_filter(items, lambda one: one.access = 'closed')) AS INTEGER) AS closed_items
FROM lines
"""
_EACH_ITEM = """
SELECT key, url, authority, body, body_slug, meeting, kind, date,
    CAST(unnest(range(1, len(items) + 1)) AS INTEGER) AS position, unnest(items) AS item
FROM lines
"""
# As entries have it: the meeting decided it, or it was taken off; else what was decided before.
_OUTCOME = f"""
    CASE WHEN len(list_filter(item.decisions, lambda one: one.date = date)) = 0 AND (
        starts_with(item.extract, '{SAID}')
        OR 0 < len(list_filter(
            item.sections, lambda one: one.heading = '{HEADING}' AND starts_with(one.text, '{SAID}')
        ))
    ) THEN '{OutcomeKind.WITHDRAWN}' ELSE item.decisions[-1].outcome END
"""
_ITEMS = f"""
SELECT * EXCLUDE (item), item.number AS number, item.title AS title, item.access AS access,
    item.item_type AS item_type, item.case_number AS case_number, item.kle_number AS kle_number,
    item.document_number AS document_number, item.deciding_body AS deciding_body, item.route AS route,
    array_to_string(list_transform(item.sections, lambda one: one.heading || chr(10) || chr(10) || one.text),
        chr(10) || chr(10)) AS text,
    item.extract AS extract, {_OUTCOME} AS outcome,
    CAST(len(item.attachments) AS INTEGER) AS attachments, CAST(len(item.treatments) AS INTEGER) AS treatments,
    CAST(len(item.decisions) AS INTEGER) AS decisions
FROM ({_EACH_ITEM})
"""  # noqa: S608 - our own words
_DECISIONS = f"""
SELECT key, url, authority, body_slug, meeting, item_position, item_number, item_title, case_number, kle_number,
    position, decision.body AS body, decision.date AS date, decision.text AS text, decision.outcome AS outcome,
    decision.secondary AS secondary, decision.confidence AS confidence,
    CAST(len(decision.commitments) AS INTEGER) AS commitments
FROM (
    SELECT key, url, authority, body_slug, meeting, position AS item_position, item.number AS item_number,
        item.title AS item_title, item.case_number AS case_number, item.kle_number AS kle_number,
        CAST(unnest(range(1, len(item.decisions) + 1)) AS INTEGER) AS position, unnest(item.decisions) AS decision
    FROM ({_EACH_ITEM})
)
"""  # noqa: S608 - our own words
_SELECTS = dict(zip(TABLES, (_PAPERS, _ITEMS, _DECISIONS), strict=True))


def write_tables(there: Path, memory: str = "512MB") -> None:
    """Write the tables beside the lines in the folder `there`, with at most `memory` of buffers."""
    duckdb = import_module("duckdb")
    settings = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": memory,
        "threads": "1",
        "temp_directory": str(there / "spill"),
    }
    with duckdb.connect(config=settings) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET enable_progress_bar = false")  # standard output is for results
        lines = connection.read_json(
            str(there / LINES), columns=_COLUMNS, format="newline_delimited", maximum_object_size=_LONGEST
        )
        lines.create_view("lines")
        for table, select in _SELECTS.items():
            target = str(there / f"{table}.parquet").replace("'", "''")
            connection.execute(f"COPY ({select}) TO '{target}' ({_WRITTEN})")


def write_tables_behind(there: Path) -> None:
    """The same as the work of a child process, which stands back while pages are answered."""
    begin_behind()
    write_tables(there)
