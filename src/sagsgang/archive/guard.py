"""The last look before the street: is the paper open, complete, and without anybody's personal number?"""

import re
from collections.abc import Sequence
from datetime import date

from sagsgang.archive.texts import Place, texts
from sagsgang.danish.personal_data import HitKind, find_personal
from sagsgang.paper.model import Paper, PaperFile
from sagsgang.paper.redact import is_open
from sagsgang.readers.base import Doubt
from sagsgang.readers.doubts import doubt

PERSONAL_NUMBER = "personal_number"
_LONGEST_NAME = 200
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r"(?!\.\.?$)[^/\\]{1,255}")
_LARGEST_FILE = 1 << 40
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,99}/[A-Za-z0-9!#$&^_.+-]{1,99}")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


class NotPublishable(Exception):  # noqa: N818 - it is what the paper is
    """A paper that may not be published. The reason is Danish, for a clerk, and quotes nothing of the paper."""


def refuse_unless_publishable(paper: Paper) -> None:
    """Raise NotPublishable when there is any reason not to publish `paper`."""
    if reason := unpublishable(paper) or ("et personnummer" if places_of_numbers(paper) else ""):
        raise NotPublishable(f"Papiret kan ikke udgives: {reason}.")


def unpublishable(paper: Paper) -> str:
    """Why `paper` cannot be published whatever its texts say, "" when it can."""
    if not paper.body or not paper.date or not paper.authority:
        return "udvalg, dato eller myndighed mangler"
    if len(paper.body) > _LONGEST_NAME or len(paper.authority) > _LONGEST_NAME:
        return f"udvalgets eller myndighedens navn er over {_LONGEST_NAME} tegn"
    if not is_open(paper):
        return "der er lukkede dele i det"
    if not all(_is_storable(text) for _, text in texts(paper)):
        return "der er tegn i det, som ikke er tekst"
    if not all(_is_file(part.file) for item in paper.items for part in item.attachments if part.file):
        return "et bilags fil har ikke et brugbart navn, en type, en størrelse og et fingeraftryk"
    return ""


def day_of(paper: Paper) -> date:
    """The day of the paper's meeting; raises NotPublishable when it says none."""
    if paper.date is None:
        raise NotPublishable("Papiret kan ikke udgives: mødets dato mangler.")
    return paper.date


def places_of_numbers(paper: Paper) -> tuple[Place, ...]:
    """Where a personal number stands in `paper`."""
    return tuple(place for place, text in texts(paper) if has_number(text))


def has_number(text: str) -> bool:
    """Whether a civil registration number, or a replacement for one, stands in `text`."""
    return any(hit.kind is not HitKind.ACCOUNT for hit in find_personal(text))


def personal_number_doubts(opened: Paper, known: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """A doubt for each item of an open edition with a personal number that no doubt among `known` names yet."""
    named = {one.item for one in known if one.code == PERSONAL_NUMBER}
    items = dict.fromkeys(place.item for place in places_of_numbers(opened))
    return tuple(doubt(PERSONAL_NUMBER, item) for item in items if item not in named)


def _is_storable(text: str) -> bool:
    """PostgreSQL keeps no zero byte, and UTF-8 no half of a pair."""
    return not _UNSTORABLE.search(text)


def _is_file(file: PaperFile) -> bool:
    """Whether it can stand in an address and in a header: one name without folders, one media type, one checksum."""
    return bool(
        _DIGEST.fullmatch(file.sha256)
        and _FILE_NAME.fullmatch(file.name)
        and file.name.isprintable()
        and _MEDIA_TYPE.fullmatch(file.media_type)
        and 0 <= file.size < _LARGEST_FILE
        and 0 <= (file.pages or 0) < _LARGEST_FILE >> 10
    )
