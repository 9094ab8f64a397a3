"""How our own numbers are written, and which list of subjects is loaded."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Q
from django.forms import Form
from django.utils import timezone

from sagsgang.core.commands.subjects import Loaded
from sagsgang.core.models import Counter, KleEntry, NumberFormat
from sagsgang.core.rules import numbering
from sagsgang.desk.forms.numbering import SERIES


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern and its first day; `since` None: always. `coming`: from a day that is not yet."""

    pattern: str
    since: date | None
    coming: bool


@dataclass(frozen=True, slots=True)
class Numbered:
    """A series: the pattern in force, an example of the next number, and what was and will be."""

    name: str
    example: str
    pattern: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Both series, a form, and the municipality's name and code, which the numbers carry."""

    series: tuple[Numbered, ...]
    form: Form
    authority: str
    code: str


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of the list of subjects, with how many of its subjects are in force and retired."""

    name: str
    in_force: int
    retired: int


@dataclass(frozen=True, slots=True)
class Subjects:
    """`loaded`: what the file that was just sent came to."""

    editions: tuple[Edition, ...]
    form: Form
    loaded: Loaded | None


def numbers(form: Form) -> Numbers:
    """Two queries."""
    today = timezone.localdate()
    rows = list(NumberFormat.objects.order_by("-since").values_list("series", "since", "pattern"))
    last = dict(Counter.objects.filter(year=today.year).values_list("series", "last"))
    series = tuple(
        _numbered(str(name), [(since, pattern) for kind, since, pattern in rows if kind == one], last.get(one, 0))
        for one, name in SERIES.items()
    )
    return Numbers(series, form, settings.AUTHORITY, settings.AUTHORITY_CODE)


def _numbered(name: str, rows: list[tuple[date, str]], last: int) -> Numbered:
    today = timezone.localdate()
    now = numbering.pattern_on(today, rows)
    patterns = [Pattern(pattern, since, since > today) for since, pattern in rows]
    usual = Pattern(numbering.USUAL, None, coming=False)
    example = numbering.written(now, settings.AUTHORITY_CODE, today.year, last + 1)
    return Numbered(name, example, now, (*patterns, usual))


def subjects(form: Form, loaded: Loaded | None) -> Subjects:
    """One query."""
    retired = Count("id", filter=~Q(retired_on=None))
    rows = KleEntry.objects.order_by("edition").values("edition").annotate(all=Count("id"), retired=retired)
    editions = tuple(Edition(row["edition"], row["all"] - row["retired"], row["retired"]) for row in rows)
    return Subjects(editions, form, loaded)
