"""How the commands find the edition that is meant, and say so when they do not."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagsgang.archive.models import Edition


def the_edition(name: str, audience: str | None = None) -> "Edition | None":
    """The one edition that `name` means; None, with a message on standard error, when there is none or several."""
    from sagsgang.archive.find import close_to, editions

    found = [one for one in editions(name) if audience in (None, one.meeting.audience)]
    if len(found) == 1:
        return found[0]
    if found:
        print(f"{name} er flere papirer. Brug nummeret:", file=sys.stderr)
        for one in found:
            print(f"  {one.pk}: {one.seal.key}, udgave {one.version}, {one.meeting.audience}", file=sys.stderr)
        return None
    print(f"Der er intet papir, der hedder {name}. Nogle, der ligner:", file=sys.stderr)
    for address in close_to(name):
        print(f"  {address}", file=sys.stderr)
    return None
