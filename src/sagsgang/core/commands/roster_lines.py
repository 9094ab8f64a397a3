"""Reading a list of boards, people, roles and seats from a spreadsheet's CSV. Pure: the house is not asked."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sagsgang.core.commands import roster_bodies
from sagsgang.core.commands.roster_bodies import NewBody, Wrong
from sagsgang.core.viewer import Role

COLUMNS = (
    "navn", "titel", "initialer", "mail", "enhed", "niveau",
    "udvalg", "rolle", "trin", "fra", "til", "stedfortræder", "formand",
    *roster_bodies.COLUMNS,
)  # fmt: skip
MEMBER = "medlem"
_ROLES = {"sagsbehandler": Role.AUTHOR, "godkender": Role.APPROVER, "sekretær": Role.SECRETARY}
_LEVELS = {"": None, "1": 1, "2": 2, "3": 3}
_YES, _NO = {"ja", "x", "1", "sand"}, {"", "nej", "0", "falsk"}
_DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y")
_MOST = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the file, as it was understood. `number` as a spreadsheet counts; `wrong` says what is wrong.

    `role` None with a body: a seat; without a body: the person only. `new`: the line is about a board, and nobody.
    """

    number: int
    wrong: str = ""
    name: str = ""
    title: str = ""
    initials: str = ""
    email: str = ""
    unit: str = ""
    level: int | None = None
    body: str = ""
    role: Role | None = None
    step: str = ""
    since: date | None = None
    until: date | None = None
    substitute: bool = False
    chairs: bool = False
    new: NewBody | None = None


def decode(data: bytes) -> str:
    """The text of the file: UTF-8, or what Danish Excel writes. Raises Wrong for what is no text."""
    if b"\0" in data:
        raise Wrong("Filen er ikke en CSV-fil. Gem regnearket som CSV, og prøv igen.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def lines(text: str) -> tuple[Line, ...]:
    """The lines below the heading; raises Wrong when the file as a whole cannot be read."""
    beginning, _, _ = text.partition("\n")
    separator = ";" if ";" in beginning else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restkey="")
    try:
        _refuse_heading([name.strip().lower() for name in reader.fieldnames or ()])
        found = tuple(_lines(reader))
    except csv.Error as error:
        raise Wrong(f"Linje {reader.line_num} kan ikke læses: der mangler måske et anførselstegn.") from error
    if len(found) > _MOST:
        raise Wrong(f"Filen har over {_MOST} linjer. Del den i flere.")
    return found


def _refuse_heading(names: list[str]) -> None:
    if "navn" not in names:
        raise Wrong(f"Første linje skal have kolonnernes navne: {'; '.join(COLUMNS)}. Kun navn skal være der.")
    if unknown := [name for name in names if name and name not in COLUMNS]:
        raise Wrong(f"Disse kolonner kendes ikke: {', '.join(unknown)}. Kolonnerne hedder {', '.join(COLUMNS)}.")


def _lines(reader: "csv.DictReader[str]") -> Iterator[Line]:
    for row in reader:
        cells = {(name or "").strip().lower(): str(value or "").strip() for name, value in row.items()}
        if any(value for name, value in cells.items() if name):
            yield _line(reader.line_num, cells)


def _line(number: int, cells: dict[str, str]) -> Line:
    try:
        return _board(number, cells) if cells.get("slags") else _understood(number, cells)
    except Wrong as wrong:
        return Line(number=number, wrong=str(wrong), name=cells.get("navn", ""), body=cells.get("udvalg", ""))


def _board(number: int, cells: dict[str, str]) -> Line:
    if cells.get("navn") or cells.get("rolle"):
        raise Wrong("En linje med slags opretter et udvalg. Skriv personerne på linjer for sig.")
    if not cells.get("udvalg"):
        raise Wrong("Udvalgets navn mangler (udvalg).")
    return Line(number=number, body=cells["udvalg"], new=roster_bodies.new_body(cells))


def _understood(number: int, cells: dict[str, str]) -> Line:
    line = Line(
        number=number,
        name=cells["navn"],
        title=cells.get("titel", ""),
        initials=cells.get("initialer", ""),
        email=cells.get("mail", ""),
        unit=cells.get("enhed", ""),
        level=_level(cells.get("niveau", "")),
        body=cells.get("udvalg", ""),
        role=_role(cells.get("rolle", "")),
        step=cells.get("trin", ""),
        since=_day(cells.get("fra", "")),
        until=_day(cells.get("til", "")),
        substitute=_yes(cells.get("stedfortræder", "")),
        chairs=_yes(cells.get("formand", "")),
    )
    _refuse_half(line, cells.get("rolle", ""))
    return line


def _refuse_half(line: Line, role: str) -> None:
    if not line.name:
        raise Wrong("Navnet mangler. Skal linjen oprette et udvalg, så skriv, hvad det er (slags).")
    if line.email and "@" not in line.email:
        raise Wrong(f"»{line.email}« er ikke en mailadresse.")
    if role and not line.body:
        raise Wrong("Der står en rolle, men ikke hvilket udvalg.")
    if line.body and not role:
        raise Wrong("Der står et udvalg, men ikke hvilken rolle.")
    if line.body and line.role is None and line.since is None:
        raise Wrong("Et medlem skal have en dag, pladsen begynder (fra).")


def _role(text: str) -> Role | None:
    if text.lower() in {"", MEMBER}:
        return None
    try:
        return _ROLES[text.lower()]
    except KeyError:
        raise Wrong(f"Rollen »{text}« kendes ikke. Skriv {', '.join((*_ROLES, MEMBER))}.") from None


def _level(text: str) -> int | None:
    if text not in _LEVELS:
        raise Wrong(f"»{text}« er ikke et lederniveau. Skriv 1 (direktør), 2 (chef) eller 3 (leder), eller intet.")
    return _LEVELS[text]


def _day(text: str) -> date | None:
    if not text:
        return None
    for shape in _DAYS:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise Wrong(f"»{text}« er ikke en dato. Skriv den som 31-12-2026.")


def _yes(text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise Wrong(f"»{text}« er hverken ja eller nej.")
