"""The boards and the people of the demo, with a login for each of the cast."""

from dataclasses import dataclass
from datetime import date, time

from sagsgang.archive.models import Audience
from sagsgang.core.commands import organisation
from sagsgang.core.models import Body, BodyKind, LeaderLevel, Numbering, Person
from sagsgang.core.viewer import Role, Viewer
from sagsgang.core.viewers import viewer_of
from sagsgang.danish.dates import long_date
from sagsgang.login.models import Account
from sagsgang.paper.model import Access

PASSWORD = "solbjerg-demo"  # noqa: S105 - the demo's own, printed for whoever starts it
# The cast: first name, title. More people sit on the boards, without a login.
CAST = {
    "Karen": "sagsbehandler",
    "Bo": "afdelingschef",
    "Lis": "sekretær for direktion og udvalg",
    "Mads": "direktør og medlem af direktionen",
    "Ida": "medlem af kommunalbestyrelsen",
    "Rut": "administrator",
}
_BOARD = ("Mads", "Grethe", "Tue", "Anne-Lise")
_COMMITTEE = ("Ida", "Villads", "Signe", "Holger", "Rikke")
_COUNCIL = (*_COMMITTEE, "Jens-Ole", "Merete", "Aksel", "Yrsa")
_LEADERS = ("Mads", "Bo", "Grethe")
# Who may be called in when a member is away.
_SUBSTITUTES = {
    "Økonomiudvalget": ("Merete", "Aksel"),
    "Kommunalbestyrelsen": ("Sofie", "Viggo"),
    "Direktionen": ("Bo",),
}
_UNITS = {"Karen": "Borger og Digital", "Bo": "Borger og Digital", "Lis": "Politisk Sekretariat"}
_LEVELS = {
    **dict.fromkeys(_BOARD, LeaderLevel.DIRECTOR),
    "Bo": LeaderLevel.HEAD,
}


@dataclass(frozen=True, slots=True)
class Town:
    """The boards by their names, and everybody by their first name. All of it stands `since` a day."""

    bodies: dict[str, Body]
    people: dict[str, Person]
    since: date

    def __getitem__(self, name: str) -> Viewer:
        """The person as they see the house now."""
        viewer = viewer_of(self.people[name].id)
        if viewer is None:
            raise KeyError(name)
        return viewer


def settle(since: date) -> Town:
    """Set the municipality up as it has been `since` a day, as its administrator would."""
    # The first administrator is made beside the pages, as `sagsgang account add --administrator` does.
    first = Person.objects.create(name="Rut", title=CAST["Rut"], email="rut@solbjerg.example", administers=True)
    town = Town({}, {"Rut": first}, since)
    rut = town["Rut"]
    for body in (_board(rut, since), _committee(rut), _council(rut), _leaders(rut, since)):
        town.bodies[body.name] = body
    step = organisation.add_step(rut, town.bodies["Direktionen"], "Afdelingschef")
    units = {name: organisation.add_unit(rut, name=name, since=since) for name in dict.fromkeys(_UNITS.values())}
    everybody = (*CAST, *_BOARD, *_COUNCIL, *(name for some in _SUBSTITUTES.values() for name in some))
    for name in dict.fromkeys(everybody):
        if name not in town.people:
            town.people[name] = organisation.add_person(
                rut,
                name=name,
                title=CAST.get(name, ""),
                email=f"{name.lower()}@solbjerg.example",
                unit=units.get(_UNITS.get(name, "")),
                level=_LEVELS.get(name),
            )
    _roles(rut, town)
    organisation.grant(rut, town.people["Bo"], town.bodies["Direktionen"], Role.APPROVER, step)
    for name in CAST:
        _account(town.people[name], name.lower())
    return town


def _board(rut: Viewer, since: date) -> Body:
    return organisation.add_body(
        rut,
        name="Direktionen",
        abbreviation="DIR",
        kind=BodyKind.EXECUTIVE,
        audience=Audience.STREET,
        numbering=Numbering.MEETING,
        new_items=Access.OPEN,
        policy=f"Direktionen offentliggør sine åbne punkter efter beslutning af {long_date(since)}.",
        place="Rådhuset, mødelokale 3",
        start=time(9),
    )


def _committee(rut: Viewer) -> Body:
    return organisation.add_body(
        rut,
        name="Økonomiudvalget",
        abbreviation="ØU",
        kind=BodyKind.COMMITTEE,
        audience=Audience.STREET,
        numbering=Numbering.YEAR,
        notice_days=4,
        new_items=Access.OPEN,
        place="Rådhuset, byrådssalen",
        start=time(15),
    )


def _council(rut: Viewer) -> Body:
    return organisation.add_body(
        rut,
        name="Kommunalbestyrelsen",
        abbreviation="KB",
        kind=BodyKind.COUNCIL,
        audience=Audience.STREET,
        numbering=Numbering.YEAR,
        notice_days=4,
        new_items=Access.OPEN,
        place="Rådhuset, byrådssalen",
        start=time(17),
    )


def _leaders(rut: Viewer, since: date) -> Body:
    return organisation.add_body(
        rut,
        name="Chefgruppen",
        abbreviation="CG",
        kind=BodyKind.OTHER,
        audience=Audience.EMPLOYEES,
        numbering=Numbering.MEETING,
        new_items=Access.OPEN,
        policy=f"Chefgruppens åbne punkter kan læses af kommunens ansatte efter beslutning af {long_date(since)}.",
        place="Rådhuset, mødelokale 1",
        start=time(13),
    )


def _roles(rut: Viewer, town: Town) -> None:
    seats = {
        "Direktionen": _BOARD,
        "Økonomiudvalget": _COMMITTEE,
        "Kommunalbestyrelsen": _COUNCIL,
        "Chefgruppen": _LEADERS,
    }
    for name, body in town.bodies.items():
        organisation.grant(rut, town.people["Karen"], body, Role.AUTHOR)
        organisation.grant(rut, town.people["Lis"], body, Role.SECRETARY)
        organisation.grant(rut, town.people["Lis"], body, Role.AUTHOR)
        for place, member in enumerate(seats[name]):
            organisation.seat(rut, town.people[member], body, since=town.since, chairs=place == 0)
        for member in _SUBSTITUTES.get(name, ()):
            organisation.seat(rut, town.people[member], body, since=town.since, substitute=True)


def _account(person: Person, username: str) -> None:
    account = Account(username=username, person=person)
    account.set_password(PASSWORD)
    account.save()
