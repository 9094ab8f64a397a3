"""Settings that cannot be used."""

import os
from urllib.parse import urlsplit

_SCHEMES = ("postgres", "postgresql", "sqlite")


class WrongSettings(Exception):  # noqa: N818 - it is what they are
    """The environment asks for something that cannot be; the reason is Danish, for whoever set it."""


def refuse_wrong_database() -> None:
    """Raise WrongSettings when `DATABASE_URL` names no database that the program can use. It may hold a password."""
    if "DATABASE_URL" not in os.environ:
        return
    try:
        parts = urlsplit(os.environ["DATABASE_URL"])
        usable = parts.scheme in _SCHEMES and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise WrongSettings(
            "DATABASE_URL kan ikke bruges. Den skal være som postgresql://bruger:kodeord@maskine/navn,"
            " eller slet ikke sat; så bruges SQLite i hjemmemappen."
        )
