"""A secretary's verdict on a paper that was kept aside when it was read in: the same as `sagsgang doubts` does."""

from datetime import date

from sagsgang.archive.guard import NotPublishable
from sagsgang.archive.intake import doubts
from sagsgang.archive.intake.aside import Aside
from sagsgang.archive.intake.doubts import Supplement
from sagsgang.archive.publish import Published
from sagsgang.core.act import NotYours, Refused, begin
from sagsgang.core.models import Body
from sagsgang.core.viewer import Role, Viewer


def accept(
    by: Viewer, aside: Aside, *, body: str = "", day: date | None = None, known: Supplement | None = None
) -> Published:
    """Publish what is safe of it; `body` and `day` when the source does not say. Raises Refused with the reason.

    `known`: all that a person corrected, these two among it.
    """
    supplement = known or Supplement(body=body.strip() or None, day=day)
    with begin(by, "intake.accept", Role.SECRETARY, desk_of(by, supplement.body or aside.paper.body), paper=aside.id):
        try:
            return doubts.accept(aside, supplement)
        except NotPublishable as reason:
            raise Refused(str(reason)) from reason


def reject(by: Viewer, aside: Aside, reason: str) -> None:
    """Take it out unpublished."""
    with begin(by, "intake.reject", Role.SECRETARY, desk_of(by, aside.paper.body), paper=aside.id):
        if not reason.strip():
            raise Refused("Skriv, hvorfor papiret afvises.")
        doubts.reject(aside, reason.strip())


def desk_of(by: Viewer, name: str | None) -> Body:
    """The body whose secretary decides: the paper's own, and any of one's own when we do not know the paper's."""
    mine = by.bodies(Role.SECRETARY)
    # SQLite knows the small and capital letters of ASCII only.
    bodies = list(Body.objects.order_by("pk"))
    named = next((body for body in bodies if body.name.lower() == (name or "").lower()), None)
    wanted = named or next((body for body in bodies if body.pk in mine), None)
    if wanted is None:
        raise NotYours("Det har du ikke rettighed til.")
    return wanted
