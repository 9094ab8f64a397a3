"""What goes leaves nothing behind in SQLite's own file. (PostgreSQL writes over it when it vacuums.)"""

from django.db import connection

from sagsgang.alerts.sweeping import sweep


def test_what_is_swept_away_is_written_over(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
        sweep()
        assert cursor.execute("PRAGMA secure_delete").fetchone() == (1,)
