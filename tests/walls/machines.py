"""A database of its own for processes of their own: a new one in the tests' cluster, or SQLite in their home."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """What the environment of the processes says of it: nothing for SQLite."""
    if os.environ.get("SAGSGANG_TEST_DATABASE") != "postgresql":
        yield {}
        return
    cluster = os.environ["DATABASE_URL"]
    name = f"machines_{uuid.uuid4().hex}"
    _run(cluster, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield {"DATABASE_URL": urlunsplit(urlsplit(cluster)._replace(path=f"/{name}"))}
    finally:
        _run(cluster, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _run(cluster: str, statement: sql.Composed) -> None:
    with psycopg.connect(cluster, autocommit=True) as server:
        server.execute(statement)
