"""What is closed is in no mail: a bird in every closed place of a paper, and every mail listened to."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from sagsgang.alerts import due, searches
from sagsgang.alerts.models import Frequency, Kind, Subscription
from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.intake.run import Import
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import publish
from sagsgang.demo.papers import papers
from tests.alerts.town import agenda, follows, go_out, minutes, news, said
from tests.walls.birdcage import BIRD, DAY, moved, sources, with_closed_parts

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SEARCHES = (BIRD, f"{BIRD[:7].lower()}*", "fortroligt", "møde ELLER sag")


def test_no_mail_about_imported_minutes_sings(
    tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due, "FRESH", timedelta(days=36_500))
    settings.INTAKE, settings.FILES = tmp_path / "intake", tmp_path / "files"
    folder = tmp_path / "minutes"
    folder.mkdir()
    caplog.set_level(0)
    for name, text in sources():
        (folder / name).write_text(text, "utf-8")
    follows(Kind.BODY, "direktionen")
    follow_everything()
    Import(
        paths=(folder,),
        audience=Audience.STREET,
        authority="Solbjerg Kommune",
        workers=1,
        refuse=lambda path, reason: pytest.fail(f"{path}: {reason}"),
        progress=lambda stage, done, total: None,
    ).run()
    heard = news()
    assert any("Direktionen" in said(one) for one in heard)
    assert not any(BIRD.lower() in said(one).lower() for one in heard)
    assert BIRD not in caplog.text


def test_a_paper_with_a_closed_part_is_refused_before_anybody_could_be_told() -> None:
    follow_everything()
    paper = with_closed_parts(moved(next(one for one in papers() if one.date == DAY), 1))
    with pytest.raises(NotPublishable):
        publish(paper, Audience.STREET)
    assert news() == []


def test_no_row_of_ours_holds_a_word_of_a_paper() -> None:
    follow_everything()
    go_out(agenda(), minutes())
    assert news()
    for table in connection.introspection.table_names():
        if table.startswith("alerts_"):
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                told = " ".join(str(cell) for row in cursor.fetchall() for cell in row)
            assert "Helhedsplan" not in told
            assert "promenade" not in told


def follow_everything() -> None:
    """Every case, every subject, and some searches."""
    keys = [(Kind.SEARCH, searches.written(text, {})) for text in SEARCHES]
    keys += [(Kind.SUBJECT, f"{number:02}") for number in range(30)]
    for place, (kind, key) in enumerate(keys):
        follows(kind, key, Frequency.AT_ONCE, f"f{place}@solbjerg.example")
    assert Subscription.objects.count() >= len(keys)
