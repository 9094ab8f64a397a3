"""A process of its own that makes the demo's house (`make`), or announces its next meeting and is killed (`N`).

N is the statement, or the commit, before which it is killed; with 0 it lives and says how many there were.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from sagsgang.config.prepare import prepare

if TYPE_CHECKING:
    from sagsgang.core.models import Meeting


class Killer:
    """Counts the steps, and kills its own process without a word before the one that was asked for."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.steps = 0

    def step(self) -> None:
        self.steps += 1
        if self.steps == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, execute: Callable[..., object], *asked: object) -> object:
        """A statement."""
        self.step()
        return execute(*asked)


def make() -> None:
    """The demo's house, with an item on the agenda of the board's next meeting, and nothing left to look at."""
    from django.utils import timezone

    from sagsgang.core.commands import agenda, sending
    from sagsgang.core.gate import findings
    from sagsgang.core.models import Item
    from sagsgang.demo.work.play import play

    town = play(timezone.localdate())
    ready = Item.objects.visible_to(town["Lis"]).filter(body=town.bodies["Direktionen"], state="approved")
    agenda.schedule(town["Lis"], ready.select_related("body", "case", "meeting")[0], _next())
    for found in findings(_next()):
        sending.dismiss(town["Lis"], _next(), found.key, "Filen sendes ud, som den er.")


def announce(last: int) -> int:
    """Announce it, counting."""
    from django.db import connection

    from sagsgang.core.commands.sending import announce
    from sagsgang.core.models import Person
    from sagsgang.core.viewers import viewer_of

    lis = viewer_of(Person.objects.get(name="Lis").id)
    assert lis is not None
    meeting, killer = _next(), Killer(last)
    commit = connection._commit  # type: ignore[attr-defined]

    def committing() -> None:
        killer.step()
        commit()
        killer.step()

    connection._commit = committing  # type: ignore[attr-defined]
    with connection.execute_wrapper(killer.around):
        announce(lis, meeting)
    return killer.steps


def _next() -> "Meeting":
    from sagsgang.core.models import Meeting

    planned = Meeting.objects.unguarded("a test looks behind the curtain").select_related("body")
    return planned.filter(state="planned", body__name="Direktionen").order_by("date")[0]


if __name__ == "__main__":
    prepare()
    if sys.argv[1] == "make":
        make()
    else:
        sys.stdout.write(str(announce(int(sys.argv[1]))))
