"""What every command does first: settings loaded, and the database there with its tables as this program has them."""

import fcntl
import os
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

_ONE_MIGRATOR = 5_418_736_002


def prepare() -> None:
    """Load the settings, and make or migrate the database when that is needed: one quick look when it is not.

    Ends the process with a clear line when the database does not answer.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sagsgang.config.settings")
    django.setup()
    try:
        _bring_up_to_date()
    except OperationalError as error:
        sys.exit(f"Databasen svarer ikke: {str(error).partition(chr(10))[0]}")


def _bring_up_to_date() -> None:
    if not _is_up_to_date():
        with _alone():
            call_command("migrate", verbosity=0, interactive=False)


def _is_up_to_date() -> bool:
    return _shipped() <= set(MigrationRecorder(connection).applied_migrations())


def _shipped() -> set[tuple[str, str]]:
    """Every migration of this program, by app and name."""
    return {
        (app.label, module.name)
        for app in apps.get_app_configs()
        for module in pkgutil.iter_modules([str(Path(app.path) / "migrations")])
    }


@contextmanager
def _alone() -> Iterator[None]:
    """While this lasts no other process migrates the same database."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_ONE_MIGRATOR])
            yield
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_ONE_MIGRATOR])
    else:
        with (Path(settings.HOME) / "migrate.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
