"""The readers' front door: which layout it is, how many papers there are, and what each says."""

from collections.abc import Sequence

from sagsgang.readers.assemble import read_paper
from sagsgang.readers.base import Line, Reading
from sagsgang.readers.clean import clean_lines, lines_of
from sagsgang.readers.profile import Profile
from sagsgang.readers.profiles import FALLBACK, KNOWN
from sagsgang.readers.split import split

_ENOUGH = 2
# One line of the commonest layout's form may stand in a paper of another; more cannot.
_SURELY = 3


def read_text(text: str) -> tuple[Reading, ...]:
    """The papers in `text`, one after the other; none when it holds no words."""
    return _read(lines_of(text))


def read(lines: Sequence[Line]) -> tuple[Reading, ...]:
    """The papers in extracted `lines`; none when they hold no words."""
    return _read(clean_lines(lines))


def choose(lines: Sequence[Line]) -> Profile:
    """The layout with most signs in `lines`; the fallback where none has enough."""
    text = "\n".join(line.text.strip() for line in lines)
    best, most = FALLBACK, 0
    for profile in KNOWN:
        points = sum(sign.points for sign in profile.signs if sign.pattern.search(text))
        if points > most and points >= _ENOUGH:
            best, most = profile, points
        if profile is KNOWN[0] and points > _SURELY:
            break
    return best


def _read(lines: Sequence[Line]) -> tuple[Reading, ...]:
    return tuple(_read_one(part) for part in split(lines) if any(line.text.strip() for line in part))


def _read_one(lines: Sequence[Line]) -> Reading:
    return read_paper(lines, choose(lines))
