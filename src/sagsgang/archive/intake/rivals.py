"""What else claims the place of a paper kept aside: other papers waiting, and the edition that is published."""

from dataclasses import dataclass

from sagsgang.archive.find import address
from sagsgang.archive.intake.aside import Aside
from sagsgang.archive.intake.doubts import waiting
from sagsgang.archive.key import key_of
from sagsgang.archive.models import Audience
from sagsgang.archive.publish import latest
from sagsgang.archive.sealed import paper_of
from sagsgang.paper.model import Paper


@dataclass(frozen=True, slots=True)
class Published:
    """The edition that an accepted paper supersedes; `paper` is None when its content was erased."""

    address: str
    version: int
    paper: Paper | None


def waiting_rivals(aside: Aside) -> tuple[Aside, ...]:
    """The other papers kept aside for the same meeting and audience."""
    place = (aside.audience, key_of(aside.paper))
    return tuple(
        other for other in waiting() if other.id != aside.id and (other.audience, key_of(other.paper)) == place
    )


def published_rival(edition: Paper, audience: str) -> Published | None:
    """What is published where `edition` would go; None where nothing is, or where it has no place yet."""
    if not edition.date or not edition.body:
        return None
    found = latest(edition, Audience(audience))
    return Published(address(found.meeting), found.version, paper_of(found)) if found else None
