"""What minutes say at an item besides the decision: who was away, the votes, dissent, each point's outcome."""

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet

from sagsgang.core.models import Dissent, Item, Presence, Vote
from sagsgang.core.rules.votes import count
from sagsgang.danish.outcome_kinds import OutcomeKind
from sagsgang.paper.model import Access, Section, SectionKind

WHY = "the minutes of a meeting are made by a command that has asked for the right"
# As minutes print it after a point's number.
SAID: dict[str, str] = {
    OutcomeKind.APPROVED: "Godkendt",
    OutcomeKind.APPROVED_AMENDED: "Godkendt med ændringer",
    OutcomeKind.APPROVED_PARTLY: "Delvist godkendt",
    OutcomeKind.RECOMMENDED: "Anbefales",
    OutcomeKind.NOTED: "Taget til efterretning",
    OutcomeKind.DISCUSSED: "Drøftet",
    OutcomeKind.POSTPONED: "Udsat",
    OutcomeKind.SENT_BACK: "Sendt tilbage",
    OutcomeKind.REJECTED: "Ikke godkendt",
    OutcomeKind.WITHDRAWN: "Udgået",
    OutcomeKind.REFERRED: "Oversendt",
    OutcomeKind.STOPS_HERE: "Stopper her",
    OutcomeKind.ELECTED: "Valgt",
    OutcomeKind.NONE: "Ingen beslutning",
}


def with_protocol(items: QuerySet[Item]) -> QuerySet[Item]:
    """The items with what the protocol is written from: three queries, whatever the number of items."""
    people = Presence.objects.select_related("person").order_by("person__name")
    votes = Vote.objects.unguarded(WHY).select_related("person").order_by("person__name")
    dissents = Dissent.objects.unguarded(WHY).select_related("person").order_by("id")
    return items.prefetch_related(
        Prefetch("presences", people), Prefetch("votes", votes), Prefetch("dissents", dissents)
    )


def protocol(item: Item, access: Access) -> tuple[Section, ...]:
    """The sections of the item's minutes, as open as its decision is; those with nothing to say are left out."""
    texts = (
        ("Inhabilitet", _conflicts(item.presences.all())),
        ("Fraværende under punktet", _away(item.presences.all())),
        ("Beslutning punkt for punkt", _by_point(item)),
        ("Afstemning", _votes(item.votes.all())),
        ("Mindretalsudtalelse", "\n\n".join(f"{one.person.name}: {one.text}" for one in item.dissents.all())),
    )
    return tuple(
        Section(kind=SectionKind.OTHER, heading=heading, text=text, access=access) for heading, text in texts if text
    )


def _conflicts(presences: Iterable[Presence]) -> str:
    return "\n\n".join(
        f"{one.person.name} var inhabil og deltog ikke i punktet." for one in presences if one.conflict
    )


def _away(presences: Iterable[Presence]) -> str:
    return "\n\n".join(
        f"{one.person.name} var ikke til stede under punktet." for one in presences if one.away and not one.conflict
    )


def _by_point(item: Item) -> str:
    """Each point with its outcome, where a person gave them one each."""
    return "\n".join(f"{one.position}. {SAID[one.outcome]}" for one in item.points.all() if one.outcome in SAID)


def _votes(votes: Iterable[Vote]) -> str:
    """Who voted for, against and neither, and what it came to."""
    cast = list(votes)
    if not cast:
        return ""
    result = count({one.person_id: one.choice for one in cast})
    came_to = "Forslaget blev vedtaget." if result.carried else "Forslaget faldt."
    return "\n\n".join((*_voters(cast), came_to))


def _voters(cast: list[Vote]) -> Iterator[str]:
    for choice in Vote.Choice:
        names = [one.person.name for one in cast if one.choice == choice]
        if names:
            yield f"{choice.label}: {len(names)} ({', '.join(names)})"
