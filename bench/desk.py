"""How fast the working house answers at volume: pages of the desk, saving a text, sending an agenda."""

import json
import os
import tempfile
from collections.abc import Callable, Sequence
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from bench.corpus import sentences
from bench.house import BODIES, ITEMS_EACH, MEETINGS, PASSWORD, announcing, build
from bench.report import put, table
from bench.timing import Times, timed
from bench.volume import WORKERS, served

ROUNDS = 40
_LEAST = "/log-ind/"


def run(part: str = "desk") -> None:
    """Build the house at volume, measure as its secretary, and write the part."""
    with tempfile.TemporaryDirectory(prefix="sagsgang-desk-") as folder:
        os.environ["SAGSGANG_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "sagsgang.config.settings"
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        build()
        announced = announcing()
        kinds = _addresses()
        with served(Path(folder)) as port:
            cookie = _log_in(port)
            get, least = _getter(port, cookie), _getter(port, "")
            for path in [paths[0] for paths in kinds.values()] * WORKERS * 2:
                get(path)
            rows = [_row(name, _floor(least), timed(get, paths)) for name, paths in kinds.items()]
            rows.append(_row("save a section", _floor(least), _saving(port, cookie)))
            rows.append(_row("the login page", _floor(least), timed(least, [_LEAST] * ROUNDS)))
    note = (
        f"{MEETINGS:,} meetings, {MEETINGS * ITEMS_EACH:,} items, {BODIES} bodies on SQLite, {WORKERS} web workers, "
        f"seen by the secretary of all bodies. Announcing a meeting of 40 items with 100 attachments, each a PDF, "
        f"and making its own PDF: {announced.sealed + announced.printed:.2f} s (limit 3 s), of which "
        f"{announced.sealed:.2f} s until it is sealed and published, and {announced.printed:.2f} s for the worker. "
        f"The last column compares each page with the login page, asked right before it by nobody who is logged in: "
        f"that is the least that a page costs here, and hours in which the machine is slow are slow for both."
    )
    put(part, f"{note}\n\n{table(['page', 'p50 ms', 'p95 ms', 'limit p50', 'login pages'], rows)}")


def _floor(least: Callable[[str], object]) -> Times:
    """The least page, asked right before another one."""
    return timed(least, [_LEAST] * ROUNDS)


def _row(name: str, floor: Times, times: Times) -> list[str]:
    limit = "30" if name.startswith("save") else "25"
    return [name, f"{times.p50:.1f}", f"{times.p95:.1f}", limit, f"{times.p50 / floor.p50:.1f}"]


def _addresses() -> dict[str, list[str]]:
    from sagsgang.core.models import Case, Item, Meeting

    why = "measuring asks for addresses"

    def some(path: str, numbers: Sequence[int]) -> list[str]:
        return [path.format(numbers[place * len(numbers) // ROUNDS]) for place in range(ROUNDS)]

    meetings = list(Meeting.objects.unguarded(why).values_list("id", flat=True))
    items = list(Item.objects.unguarded(why).values_list("id", flat=True))
    cases = list(Case.objects.unguarded(why).filter(items__isnull=False).distinct().values_list("id", flat=True))
    fixed = {
        "front": "",
        "cases": "sager/",
        "meetings": "moeder/",
        "follow-ups": "opfoelgning/",
        "pipeline": "hvor-er-sagen/",
        "journal": "journal/",
        "search": "soeg/?q=budget",
    }
    return {
        **{name: [f"/arbejde/{path}"] * ROUNDS for name, path in fixed.items()},
        "case": some("/arbejde/sager/{}/", cases),
        "item": some("/arbejde/punkter/{}/", items),
        "meeting": some("/arbejde/moeder/{}/", meetings),
        "minutes": some("/arbejde/moeder/{}/referat/", meetings),
    }


def _getter(port: int, cookie: str) -> Callable[[str], object]:
    def get(path: str) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")

    return get


def _log_in(port: int) -> str:
    """The cookies of a session as the secretary."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/log-ind/")
    answer = connection.getresponse()
    answer.read()
    token = _cookies(answer.getheader("Set-Cookie") or "")["csrftoken"]
    form = urlencode({"username": "lis", "password": PASSWORD, "csrfmiddlewaretoken": token})
    headers = {"Cookie": f"csrftoken={token}", "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/log-ind/", form, headers)
    answer = connection.getresponse()
    answer.read()
    found = {
        name: value for line in answer.headers.get_all("Set-Cookie") or () for name, value in _cookies(line).items()
    }
    connection.close()
    return "; ".join(f"{name}={value}" for name, value in found.items())


def _cookies(line: str) -> dict[str, str]:
    return {name: one.value for name, one in SimpleCookie(line).items()}


def _saving(port: int, cookie: str) -> Times:
    """Saving a section of a draft, as the page's autosave does."""
    from sagsgang.core.models import Body, Case, Item, Person, Section

    lis = Person.objects.get(name="Lis")
    case = Case.objects.unguarded("measuring lays rows").first()
    item = Item.objects.create(
        case=case,
        body=Body.objects.first(),
        author=lis,
        item_type="decision",
        access="open",
        document_number="999-2027-0",
    )
    section = Section.objects.create(
        item=item, kind="presentation", heading="Sagsfremstilling", access="open", position=0
    )
    token = _cookies(cookie)["csrftoken"]
    headers = {"Cookie": cookie, "X-CSRFToken": token, "Content-Type": "application/json"}

    def save(version: int) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        form = json.dumps({"text": f"{version} " + " ".join(sentences()[:40]), "version": version})
        connection.request("POST", f"/arbejde/afsnit/{section.id}/", form, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 200:
            raise SystemExit(f"saving answered {answer.status}")

    return timed(save, range(ROUNDS))
