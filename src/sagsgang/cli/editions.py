"""How the commands find the edition that is meant, and say so when they do not."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagsgang.archive.models import Edition
    from sagsgang.paper.model import Paper


def the_edition(name: str, audience: str | None = None) -> "Edition | None":
    """The one edition that `name` means; None, with a message on standard error, when there is none or several."""
    from sagsgang.archive.find import close_to, editions

    every = list(editions(name))
    found = [one for one in every if audience in (None, one.meeting.audience)]
    if len(found) == 1:
        return found[0]
    if every and not found:
        print(f"{name} er ikke udgivet til --audience {audience}.", file=sys.stderr)
        return None
    if found:
        print(f"{name} er flere papirer. Brug nummeret:", file=sys.stderr)
        for one in found:
            print(f"  {one.pk}: {said(one)}, {one.meeting.audience}", file=sys.stderr)
        return None
    alike = close_to(name)
    print(f"Der er intet papir, der hedder {name}.{' Nogle, der ligner:' if alike else ''}", file=sys.stderr)
    for address in alike:
        print(f"  {address}", file=sys.stderr)
    return None


def shown_paper(edition: "Edition") -> "Paper | None":
    """What the edition says; None, with the reason on standard error, when it is shown nowhere any longer."""
    from django.utils import timezone

    from sagsgang.archive.gone import Deed, of_edition
    from sagsgang.archive.sealed import paper_of

    gone = of_edition(edition)
    if gone is None:
        return paper_of(edition)
    deeds = {
        Deed.ERASED: "Indholdet er slettet",
        Deed.WITHDRAWN: "Papiret er trukket tilbage",
        Deed.LEFT: f"{edition.meeting.body.name} er taget af",
    }
    day = f"{timezone.localtime(gone.at):%d-%m-%Y}"
    print(f"{said(edition)}: {deeds[gone.deed]} {day}. Begrundelse: {gone.reason or '-'}", file=sys.stderr)
    return None


def said(edition: "Edition") -> str:
    """An edition as people say it: "referat, Direktionen 04-03-2024 kl. 08:30 (Solbjerg Kommune), udgave 2"."""
    meeting = edition.meeting
    kind = "dagsorden" if edition.kind == "agenda" else "referat"
    start = f" kl. {meeting.start:%H:%M}" if meeting.start else ""
    when = f"{meeting.date:%d-%m-%Y}{start}"
    return f"{kind}, {meeting.body.name} {when} ({meeting.body.authority}), udgave {edition.version}"
