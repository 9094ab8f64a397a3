"""What every command does first: settings loaded, and the database there with its tables as this program has them."""

import fcntl
import os
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from sagsgang.config.wrong import WrongSettings, refuse_wrong_database

_ONE_MIGRATOR = 5_418_736_002


def prepare() -> None:
    """Load the settings, and make or migrate the database when that is needed: one quick look when it is not.

    Raises WrongSettings when the environment cannot be used, and the system's and the database's own errors.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sagsgang.config.settings")
    refuse_wrong_database()
    try:
        django.setup()
    except ValueError as error:
        raise WrongSettings(f"Indstillingerne kan ikke bruges: {error}") from error
    with suppress(OSError):  # what cannot be written is told of by whoever writes it
        _keep_private(Path(settings.HOME))
    _bring_up_to_date()


def _keep_private(home: Path) -> None:
    """The database and the mails of a trial are not for everybody on the machine, whoever made the folder."""
    (home / "mail").mkdir(mode=0o700, exist_ok=True)
    database = Path(connection.settings_dict["NAME"])
    if database.parent == home:
        # SQLite gives the files that it makes beside the database the same rights.
        os.close(os.open(database, os.O_RDONLY | os.O_CREAT, 0o600))
        for file in home.glob(f"{database.name}*"):
            file.chmod(file.stat().st_mode & 0o770)


def _bring_up_to_date() -> None:
    applied, shipped = set(MigrationRecorder(connection).applied_migrations()), _shipped()
    if _ours(applied - shipped):
        raise WrongSettings(
            "Databasen er lavet af en nyere udgave af Sagsgang end denne. Opdatér programmet: git pull && make setup."
        )
    if not shipped <= applied:
        with _alone():
            call_command("migrate", verbosity=0, interactive=False)
            _trace()


def _trace() -> None:
    """An archive from before there was open data gets its traces."""
    from sagsgang.archive.traces import catch_up  # noqa: PLC0415 - models can be imported once Django is set up

    catch_up()


def _shipped() -> set[tuple[str, str]]:
    """Every migration of this program, by app and name."""
    return {
        (app.label, module.name)
        for app in apps.get_app_configs()
        for module in pkgutil.iter_modules([str(Path(app.path) / "migrations")])
    }


def _ours(migrations: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of this program; what Django itself may bring in a later version does no harm."""
    labels = {app.label for app in apps.get_app_configs() if app.name.startswith("sagsgang.")}
    return {one for one in migrations if one[0] in labels}


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
