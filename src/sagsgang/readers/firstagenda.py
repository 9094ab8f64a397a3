"""FirstAgenda Publication's JSON: what `GET /api/agenda/dagsorden/{id}` answers, one agenda or a list of them."""

import re
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sagsgang.paper.model import Paper, PaperKind
from sagsgang.readers.base import Reading
from sagsgang.readers.bodies import definite
from sagsgang.readers.extract.refused import Refused
from sagsgang.readers.firstagenda_item import Meeting, item, words
from sagsgang.readers.review import review

LAYOUT = "FirstAgenda"
ONLY_A_LIST = "Filen er FirstAgendas liste over udvalg og møder; den indeholder ingen dagsordener eller referater."
BROKEN = "Filen ligner FirstAgendas JSON, men mangler noget eller er sat sammen på en anden måde."

_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_TICKS = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})(?:[ T](\d\d):(\d\d))?")
_ZONED = re.compile(r"(?:Z|[+-]\d\d:?\d\d)\Z")
Json = dict[str, Any]


def is_firstagenda(data: object) -> bool:
    """Whether parsed JSON is of FirstAgenda's shape: an agenda, a list with one, or the list of committees."""
    first = data[0] if isinstance(data, list) and data else data
    return isinstance(first, dict) and ("Dagsordenpunkter" in first or isinstance(first.get("Udvalg"), dict))


def read(data: object) -> tuple[Reading, ...]:
    """The papers in parsed JSON. Raises `Refused` when it holds none."""
    agendas = data if isinstance(data, list) else [data]
    found = [each for each in agendas if isinstance(each, dict) and "Dagsordenpunkter" in each]
    if not found:
        raise Refused(ONLY_A_LIST)
    try:
        return tuple(_reading(each) for each in found)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise Refused(BROKEN) from error


def _reading(agenda: Json) -> Reading:
    about = agenda.get("Moede") or {}
    day, start = _began(about)
    body = _body(agenda)
    meeting = Meeting(body, day, _kind(agenda, about))
    read_items = [item(each, meeting) for each in agenda["Dagsordenpunkter"] or ()]
    paper = Paper(
        kind=meeting.kind,
        body=body,
        date=day,
        start=start,
        end=_clock(_moment(about.get("MeetingEndUtc"), utc=True)),
        place=words(about.get("Sted")) or None,
        items=tuple(each for each, _ in read_items),
    )
    found = [*review(paper, frozenset(), {}), *(each for _, doubts in read_items for each in doubts)]
    return Reading(paper, tuple(found), LAYOUT)


def _body(agenda: Json) -> str | None:
    stated = agenda.get("Udvalg")
    name = words(stated.get("Navn") if isinstance(stated, dict) else stated)
    return definite(name) if name else None


def _kind(agenda: Json, about: Json) -> PaperKind:
    """`Afsluttet` says that the meeting is over and these are its minutes; without it a decision does."""
    ended = about.get("Afsluttet", agenda.get("Afsluttet"))
    if ended is None:
        ended = any(words(each.get("ItemDecision")) for each in agenda["Dagsordenpunkter"] or ())
    return PaperKind.MINUTES if ended is True else PaperKind.AGENDA


def _began(about: Json) -> tuple[date | None, time | None]:
    """The day is `Dato`, in local time; the hour is that of `MeetingBeginUtc`, else one that `Dato` has."""
    stated = _moment(about.get("Dato"), utc=False)
    began = _moment(about.get("MeetingBeginUtc"), utc=True)
    day = stated or began
    hour = _clock(began) or (_clock(stated) if stated and stated.time() != time() else None)
    return (day.date() if day else None), hour


def _clock(moment: datetime | None) -> time | None:
    return moment.time().replace(second=0, microsecond=0) if moment else None


def _moment(stated: object, *, utc: bool) -> datetime | None:
    """A moment as the clock in Denmark showed it, without its zone. Raises ValueError for an impossible date."""
    if not isinstance(stated, str) or not (stated := stated.strip()):
        return None
    if ticks := _TICKS.fullmatch(stated):
        return _local(datetime.fromtimestamp(int(ticks.group(1)) / 1000, UTC))
    if iso := _ISO.match(stated):
        zoned = _ZONED.search(stated[10:])
        moment = datetime.fromisoformat(iso.group() + (zoned.group() if zoned and len(iso.group()) > 10 else ""))
        if moment.tzinfo is None:
            return _local(moment.replace(tzinfo=UTC)) if utc else moment
        return _local(moment)
    if first := _DAY_FIRST.match(stated):
        day, month, year, hour, minute = (int(each or 0) for each in first.groups())
        return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - local time, as printed
    return None


def _local(moment: datetime) -> datetime:
    return moment.astimezone(_COPENHAGEN).replace(tzinfo=None)
