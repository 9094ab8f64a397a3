"""The title of a case that comes back: "Ny skole – genoptagelse af sag fra 14. november"."""

import re
from datetime import date

from sagsgang.core.rules import wording
from sagsgang.danish.dates import MONTHS

_EARLIER = re.compile(r" – genoptagelse af sag fra \d{1,2}\. [a-z]{3,9}(?: \d{4})?$")


def resumed_title(title: str, treated_on: date, today: date) -> str:
    """The title with the day of the earlier treatment, which has its year when that is not this one.

    A title that has such a suffix already gets the new one instead. The suffix is never cut.
    """
    plain = _EARLIER.sub("", title)
    year = f" {treated_on.year}" if treated_on.year != today.year else ""
    suffix = f" – genoptagelse af sag fra {treated_on.day}. {MONTHS[treated_on.month - 1]}{year}"
    return plain[: wording.TITLE_LENGTH - len(suffix)].rstrip() + suffix


def plain_title(title: str) -> str:
    """The title without such a suffix: for the next body the case is new."""
    return _EARLIER.sub("", title)
