"""Numbers in series: each is taken once, none is left out, and none comes back."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from sagsgang.core.act import Refused, begin
from sagsgang.core.models import Alias, Attachment, Case, Counter, Item, NumberFormat
from sagsgang.core.rules import numbering, wording
from sagsgang.core.viewer import Viewer
from sagsgang.danish.numbers import key

CASES, DOCUMENTS = "case", "document"
NUMBER_LENGTH = 100
WHY = "a number is looked for, no text"


def typed_document(number: str) -> str:
    """The document number that somebody typed, on one line; raises Refused for what is none."""
    given = wording.line(number)
    if not key(given) or len(given) > NUMBER_LENGTH:
        raise Refused("Dokumentnummeret skal have bogstaver eller tal, og højst 100 tegn.")
    return given


def take(series: str, year: int) -> int:
    """The next number of the series in the year, from 1. Its row stays locked until the caller's transaction ends.

    A caller that is rolled back gives the number back, so that there is no gap; two at once wait for each other.
    """
    with transaction.atomic():
        Counter.objects.get_or_create(series=series, year=year)
        Counter.objects.filter(series=series, year=year).update(last=F("last") + 1)
        return Counter.objects.get(series=series, year=year).last


def case_number(year: int) -> str:
    """The next case number of our own; one that a case already has from elsewhere is passed."""
    while _is_a_case(number := _next(CASES, year)):
        pass
    return number


def document_number(year: int) -> str:
    """The next document number of our own, for an item or an attachment."""
    while _is_a_document(number := _next(DOCUMENTS, year)):
        pass
    return number


def set_format(by: Viewer, *, series: str, pattern: str, since: date) -> NumberFormat:
    """Write the numbers of the series by `pattern` from the day `since` on: numbers given before stay as they are."""
    with begin(by, "numbers.format", None, None, series=series, pattern=pattern, since=since.isoformat()) as row:
        if reason := numbering.fault(pattern):
            raise Refused(reason)
        if since < timezone.localdate():
            raise Refused("Mønstret kan først gælde fra i dag: numre, der er givet, ændres ikke.")
        found, _ = NumberFormat.objects.update_or_create(series=series, since=since, defaults={"pattern": pattern})
        row.subject = found.id
    return found


def _next(series: str, year: int) -> str:
    patterns = NumberFormat.objects.filter(series=series).values_list("since", "pattern")
    pattern = numbering.pattern_on(timezone.localdate(), patterns)
    return numbering.written(pattern, settings.AUTHORITY_CODE, year, take(series, year))


def _is_a_case(number: str) -> bool:
    found = key(number)
    return Case.objects.unguarded(WHY).filter(key=found).exists() or Alias.objects.filter(key=found).exists()


def _is_a_document(number: str) -> bool:
    given = Item.objects.unguarded(WHY).filter(document_number=number)
    return given.exists() or Attachment.objects.unguarded(WHY).filter(document_number=number).exists()
