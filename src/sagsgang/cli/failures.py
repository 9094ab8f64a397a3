"""What the surroundings can do to a command, each as one Danish line; a fault of the program stays a traceback."""

import os
import re
import sqlite3
import sys

from sagsgang.archive.disk import sentence
from sagsgang.config.wrong import WrongSettings

SOME_REFUSED, WRONG_USE = 1, 2
# How Python hands on the bytes of an argument that are not UTF-8.
_HALF_A_LETTER = re.compile("[\udc80-\udcff]")
_DAMAGED = ("file is not a database", "malformed", "invalid foreign key")
_FULL = ("disk I/O error", "disk is full", "No space left")


def explained(error: Exception) -> tuple[int, str] | None:
    """The exit status and the line for `error`; None when it is for developers, as all are with `SAGSGANG_DEBUG`."""
    if os.environ.get("SAGSGANG_DEBUG"):
        return None
    if isinstance(error, OSError):
        return SOME_REFUSED, f"Det gik ikke: {sentence(error)}."
    if isinstance(error, WrongSettings):
        return WRONG_USE, str(error)
    if isinstance(error, UnicodeEncodeError) and _HALF_A_LETTER.search(error.object):
        return WRONG_USE, "Der står tegn i kommandoen, som ikke er tekst (UTF-8)."
    if isinstance(error, sqlite3.Error):
        return SOME_REFUSED, of_the_database(error)
    return _of_django(error) if "django.db" in sys.modules else None


def _of_django(error: Exception) -> tuple[int, str] | None:
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError, InterfaceError, OperationalError
    from django.db.utils import NotSupportedError

    if isinstance(error, ImproperlyConfigured):
        return WRONG_USE, f"Indstillingerne kan ikke bruges: {_first_line(error)}"
    surroundings = (OperationalError, InterfaceError, NotSupportedError)
    if isinstance(error, surroundings) or (isinstance(error, DatabaseError) and _is_damaged(error)):
        return SOME_REFUSED, of_the_database(error)
    return None


def of_the_database(error: Exception) -> str:
    """What is wrong with the database, as one line."""
    if _is_damaged(error):
        return "Databasen er ødelagt og kan ikke læses. Hent hjemmemappen (SAGSGANG_HOME) fra en sikkerhedskopi."
    if "readonly" in str(error) or "unable to open database file" in str(error):
        return "Databasen kan ikke åbnes: denne bruger må ikke skrive i hjemmemappen (SAGSGANG_HOME)."
    if any(words in str(error) for words in _FULL):
        return "Databasen kan ikke skrives: disken er fuld, eller den svarer ikke."
    return f"Databasen svarer ikke: {_first_line(error)}"


def _is_damaged(error: Exception) -> bool:
    return any(words in str(error) for words in _DAMAGED)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
