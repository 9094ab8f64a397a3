"""A process of its own: a small house in which deeds are killed between any two of their steps.

`python -m tests.walls.dying` makes the house and says of each deed "name whole", or what was half done. A child
is forked for each kill, so that it dies as a process does, and the house is as the child found it or as the deed
leaves it, never in between.
"""

import hashlib
import os
import random
import re
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from sagsgang.config.prepare import prepare
from tests.walls.announcing import Killer

if TYPE_CHECKING:
    from tests.core.world import World

KILLS = 6
WHY = "a test looks behind the curtain"
Deed = Callable[[], object]
YEAR, BEGIN = 2031, time(9)


class Undone(Exception):  # noqa: N818 - what becomes of the deed that only was counted
    """Take it all back."""


@dataclass(frozen=True, slots=True)
class House:
    """Whose house it is, and the keys of the rows with which deeds are about to be done."""

    there: "World"
    minuted: int
    decided: int
    sent: int
    draft: int
    text: int
    word: str


def house() -> dict[str, Deed]:
    """Plain rows, and the deeds that are about to be done with them."""
    from django.utils import timezone

    from sagsgang.core.commands import documents, meetings
    from sagsgang.core.models import Journal, Section
    from sagsgang.core.states import ItemState, MeetingState
    from tests.core.world import DAY, decision, item, meeting, world
    from tests.readers import office

    there = world()
    minuted = _minuted(there)
    held = meeting(there.board, MeetingState.HELD)
    decided = item(there, there.board, ItemState.DECIDED, on=held, number=1, route=(there.board, there.committee))
    decision(decided, "Anbefales.")
    planned = meeting(there.council, day=DAY + timedelta(days=3650), start=BEGIN)
    sent, _other = (item(there, there.council, ItemState.SCHEDULED, on=planned) for _ in range(2))
    meetings.announce(there.lis, planned, late_reason="Sagen haster")
    draft = item(there, there.committee, ItemState.DRAFT)
    word = documents.attach(there.karen, item(there, there.committee, ItemState.DRAFT), "notat.docx", office.word())
    text = Section.objects.unguarded(WHY).filter(item=draft)[0]
    _stands(there)
    Journal.objects.unguarded(WHY).exclude(kind="meeting.announce").update(delivered_at=timezone.now())
    return _deeds(House(there, minuted, decided.pk, sent.pk, draft.pk, text.pk, word.checksum))


def _minuted(there: "World") -> int:
    """A meeting whose minutes are approved, with an open and a closed item."""
    from sagsgang.core.models import Item
    from sagsgang.core.states import ItemState, MeetingState
    from sagsgang.paper.model import Access
    from tests.core.world import decision, item, meeting, present

    minuted = meeting(there.committee, MeetingState.MINUTED)
    for place, access in enumerate((Access.OPEN, Access.CLOSED), 1):
        made = item(there, there.committee, ItemState.DECIDED, on=minuted, access=access, number=place)
        decision(made, access=access)
        Item.objects.unguarded(WHY).filter(pk=made.pk).update(public_extract="Solgt." if place == 2 else "")
    present(minuted, there.mads)
    return minuted.pk


def _stands(there: "World") -> None:
    """What comes up at every meeting."""
    from sagsgang.core.commands import series
    from sagsgang.core.models.series import Openness, Rule
    from sagsgang.paper.model import ItemType
    from tests.core.world import case

    series.add_series(
        there.lis,
        there.committee,
        case(there, "999-2027-900"),
        title="Eventuelt",
        item_type=ItemType.INFORMATION,
        rule=Rule.LAST,
        access=Openness.BODY,
        since=date(YEAR, 1, 1),
    )


def _deeds(at: House) -> dict[str, Deed]:
    from sagsgang.core.commands import documents, meetings, minutes, renditions, routing, sections
    from sagsgang.core.models import Item, Meeting, Section
    from sagsgang.core.rules.recurrence import Rule
    from sagsgang.jobs.deliver import deliver

    there, tuesdays = at.there, Rule(weekday=1, nth=(2,))
    held = Meeting.objects.unguarded(WHY).select_related("body")
    loaded = Section.objects.unguarded(WHY).select_related("item__body", "item__case")
    fresh = Item.objects.unguarded(WHY).select_related("body", "case", "meeting__body", "author")
    return {
        "mail": deliver,
        "publish_minutes": lambda: minutes.publish_minutes(there.lis, held.get(pk=at.minuted)),
        "forward": lambda: routing.forward(there.lis, fresh.get(pk=at.decided)),
        "withdraw": lambda: meetings.withdraw(there.lis, fresh.get(pk=at.sent), "Trukket"),
        "plan_year": lambda: meetings.plan_year(there.lis, there.committee, tuesdays, YEAR, start=BEGIN),
        "save": lambda: sections.write_section(there.karen, loaded.get(pk=at.text), "Nyt", 0),
        "attach": lambda: documents.attach(there.karen, fresh.get(pk=at.draft), "kort.txt", b"Kort over havnen"),
        "keep_pdf": lambda: renditions.keep(
            renditions.Source(at.word, ".docx"), renditions.Made(data=b"%PDF-1.7", pages=2, text="Notat")
        ),
    }


def rows() -> dict[str, list[dict[str, Any]]]:
    """Everything that the house and the archive hold."""
    from django.apps import apps

    models = [*apps.get_app_config("core").get_models(), *apps.get_app_config("archive").get_models()]
    return {
        model._meta.label: [_plain(row) for row in model._base_manager.order_by("pk").values()] for model in models
    }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}


def steps_of(deed: Deed) -> int:
    """How many statements the deed makes; it is taken back."""
    from django.db import connection, transaction

    killer = Killer(0)
    try:
        with transaction.atomic(), connection.execute_wrapper(killer.around):
            deed()
            raise Undone
    except Undone:
        return killer.steps


def killed(deed: Deed, step: int | None) -> int:
    """Do the deed in a child that dies as `die` says; how it ended."""
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child == 0:
        die(deed, step)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def die(deed: Deed, step: int | None) -> NoReturn:
    """In the child: before that statement, with 0 or one that never comes before the commit, with None after it."""
    from django.db import connection

    connection.ensure_connection()
    commit = connection._commit  # type: ignore[attr-defined]
    killer = Killer(step or -1)

    def committing() -> None:
        if step is None:
            commit()
        os.kill(os.getpid(), signal.SIGKILL)

    connection._commit = committing  # type: ignore[attr-defined]
    with connection.execute_wrapper(killer.around):
        deed()
    os._exit(0)


def tried(name: str, deed: Deed) -> str:
    """Kill it at some statements, before its commit and after it; "" or what was half done."""
    before, steps = rows(), steps_of(deed)
    chosen = sorted(random.Random().sample(range(1, steps + 1), min(KILLS, steps)))
    for step in (*chosen, 0):
        assert killed(deed, step) == -signal.SIGKILL, (name, step)
        if (left := rows()) != before:
            changed = [table for table in left if left[table] != before[table]]
            return f"{name} was half done when killed before step {step} of {steps}: {changed}"
    assert killed(deed, None) == -signal.SIGKILL, name
    return whole(name, before, rows())


def whole(name: str, before: dict[str, list[dict[str, Any]]], after: dict[str, list[dict[str, Any]]]) -> str:
    """What is missing of a deed that was committed, "" for nothing: Journal row, state and numbers agree."""
    new = {
        table: len(after[table]) - len(before[table]) for table in after if len(after[table]) != len(before[table])
    }
    kinds = [row["kind"] for row in after["core.Journal"][len(before["core.Journal"]) :]]
    numbers = sorted(
        row["document_number"] for row in after["core.Item"] if row["document_number"].startswith("999-20")
    )
    given = sum(row["last"] for row in after["core.Counter"]) - sum(row["last"] for row in before["core.Counter"])
    expected = EXPECTED[name](new, kinds, given)
    twins = len(numbers) - len(set(numbers))
    return "" if expected and not twins else f"{name} is not whole: {new} {kinds} {given} {twins}"


Told = Callable[[dict[str, int], list[str], int], bool]
EXPECTED: dict[str, Told] = {
    "mail": lambda new, kinds, _: not new and not kinds and len(sent_to()) == 1,
    "publish_minutes": lambda new, kinds, _: kinds == ["meeting.publish_minutes"] and published(new),
    "forward": lambda new, kinds, given: kinds == ["item.forward"] and new["core.Item"] == 1 == given,
    "withdraw": lambda new, kinds, _: kinds == ["item.withdraw"] and published(new),
    "plan_year": lambda new, kinds, given: planned(kinds) == new["core.Meeting"] == new["core.Item"] == given,
    "save": lambda new, kinds, _: kinds == ["item.write"] and new["core.SectionVersion"] == 1,
    "attach": lambda new, kinds, given: kinds == ["item.write"] and new["core.Attachment"] == 1 == given and kept(),
    "keep_pdf": lambda new, kinds, _: not new and not kinds and kept() and rendered() == [("notat.docx", 2)],
}


def published(new: dict[str, int]) -> bool:
    return new["core.SealedPaper"] == 1 == new["archive.Edition"] == new["archive.Seal"]


def planned(kinds: list[str]) -> int:
    return kinds.count("meeting.plan") if kinds[-1] == "meeting.plan_year" else 0


def kept() -> bool:
    """Whether every attachment's file is there as it was sent."""
    from sagsgang.core import files
    from sagsgang.core.models import Attachment

    rows = Attachment.objects.unguarded(WHY).values_list("checksum", "rendition")
    named = [checksum for row in rows for checksum in row if checksum]
    return all(hashlib.sha256(files.get(checksum)).hexdigest() == checksum for checksum in named)


def rendered() -> list[tuple[str, int | None]]:
    """The names and pages of the attachments that have a PDF."""
    from sagsgang.core.models import Attachment

    made = Attachment.objects.unguarded(WHY).exclude(rendition="")
    return list(made.values_list("file_name", "pages"))


def sent_to() -> set[str]:
    """The mails that went out: one that was sent again before it was noted has the same name."""
    from django.conf import settings

    kept = Path(settings.HOME, "mail").glob("*.log")
    return set(re.findall(r"^Message-ID: .*$", "".join(file.read_text() for file in kept), re.MULTILINE))


def main() -> int:
    """Try every deed; how many were half done."""
    prepare()
    wrong = 0
    for name, deed in house().items():
        said = tried(name, deed)
        wrong += bool(said)
        sys.stdout.write(f"{said or name + ' whole'}\n")
        sys.stdout.flush()
    return wrong


if __name__ == "__main__":
    sys.exit(main())
