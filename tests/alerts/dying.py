"""A process of its own: a worker that is killed again and again, between any two of its steps, until all is told.

`python -m tests.alerts.dying` publishes some papers for some followers and says what came of it, as JSON. A child is
forked for each kill, so that it dies as a process does.
"""

import json
import os
import re
import signal
import sys
from datetime import timedelta
from pathlib import Path

from sagsgang.config.prepare import prepare
from tests.walls.announcing import Killer

FOLLOWERS, PAPERS, MEETINGS = 3, 4, 2
KILLS = range(2, 77, 3)


def publish() -> None:
    """Papers and planned meetings that everybody follows."""
    from sagsgang.alerts.models import Kind
    from sagsgang.archive.plan import announce
    from tests.alerts.town import BODY, agenda, follows, go_out, meeting, today

    for number in range(FOLLOWERS):
        follows(Kind.BODY, BODY, address=f"f{number}@solbjerg.example")
    go_out(*(agenda(today() + timedelta(days=7 * week)) for week in range(PAPERS)))
    for number in range(MEETINGS):
        announce(meeting(f"moede-{number}", 70 + number))


def work() -> None:
    """All that a worker does, as one deed."""
    from sagsgang.alerts.work import Herald

    herald = Herald()
    while herald.work():
        pass


def killed(step: int) -> bool:
    """Let a child work until that statement; whether it died there."""
    from django.db import connection, connections

    connections.close_all()
    child = os.fork()
    if child == 0:
        with connection.execute_wrapper(Killer(step).around):
            work()
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert ended in {0, -signal.SIGKILL}, ended
    return ended != 0


def let_time_go_by() -> None:
    """Longer than a claim lasts."""
    from django.utils import timezone

    from sagsgang.alerts.models import Letter
    from sagsgang.alerts.sending import CLAIM

    Letter.objects.filter(claimed_at__isnull=False).update(claimed_at=timezone.now() - CLAIM - CLAIM)


def main() -> int:
    """Kill it at steps all over its work; then let it live."""
    prepare()
    publish()
    deaths = 0
    for step in KILLS:
        deaths += killed(step)
        let_time_go_by()
    work()
    sys.stdout.write(json.dumps({"deaths": deaths, **told()}))
    return 0


def told() -> dict[str, object]:
    """What was noted and what was sent."""
    from django.conf import settings

    from sagsgang.alerts.models import Letter, News

    mails = "".join(file.read_text() for file in Path(settings.HOME, "mail").glob("*.log"))
    return {
        "news": News.objects.exclude(letter=None).count(),
        "letters": Letter.objects.exclude(sent_at=None).count(),
        "unsent": Letter.objects.filter(sent_at=None).count(),
        "names": re.findall(r"^Message-ID: (.*)$", mails, re.MULTILINE),
    }


if __name__ == "__main__":
    sys.exit(main())
