"""What there is of open data."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.timezone import localtime

from sagsgang.archive.bulk import places
from sagsgang.archive.models import Audience
from sagsgang.portal.queries.audience import audience


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of all papers: its size in bytes and when it was made, None for both while it is not made."""

    name: str
    size: int | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class DataPage:
    """The files, and the address of the licence ("" while none is chosen)."""

    files: tuple[DataFile, ...]
    licence: str


def data() -> DataPage | None:
    """What everybody may fetch; None in a portal that not everybody may read. No query."""
    if audience() is not Audience.STREET:
        return None
    return DataPage(tuple(map(_file, places.NAMES)), settings.OPEN_DATA_LICENSE)


def is_file(name: str) -> bool:
    """Whether that is the name of a file of all papers, be it made or not."""
    return audience() is Audience.STREET and name in places.NAMES


def _file(name: str) -> DataFile:
    found = places.bulk_file(name)
    return DataFile(name, found.size if found else None, localtime(found.at) if found else None)
