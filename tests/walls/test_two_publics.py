"""Nothing of the employees' archive is on the street, in any channel; inside there is nothing for programs."""

import json
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from urllib.parse import quote

import duckdb
import pytest
from django.test import Client
from django.urls import Resolver404, URLResolver, resolve
from django.urls.resolvers import RegexPattern
from pytest_django import Settings

from sagsgang.alerts import searches
from sagsgang.alerts.models import Kind
from sagsgang.archive.bulk import places
from sagsgang.archive.bulk.making import make
from sagsgang.archive.bulk.tables import write_tables
from sagsgang.archive.models import Audience, Meeting
from sagsgang.archive.print import keep_pdf
from sagsgang.config import urls
from sagsgang.core.models import Person
from sagsgang.login.models import Account
from sagsgang.portal.still.crawl import Crawl
from sagsgang.portal.still.folder import Folder
from sagsgang.writers import pdf
from tests.alerts.town import follows, news, said
from tests.walls import aviary
from tests.walls.addresses import LINES
from tests.walls.aviary import BIRD, CASE, FILE, SHARED_CASE
from tests.walls.test_canary import STARTS, walk

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SLUG, LEFT_SLUG = "dompapudvalget", "det-gamle-dompapudvalg"
WORD = BIRD.lower()
# These repeat what was asked for, and nothing else may.
ASKED = (f"/soeg/?q={WORD}", f"/soeg/?q={WORD}*", f"/soeg/feed.atom?q={WORD}")


@pytest.fixture
def town(db: None) -> None:
    aviary.fill()


@pytest.fixture
def inside(settings: Settings, client: Client) -> Client:
    settings.PORTAL = "employees"
    client.force_login(Account.objects.create(username="karen", person=Person.objects.create(name="Karen")))
    return client


def text(client: Client, address: str) -> str:
    return client.get(address).getvalue().decode("utf-8", "replace").lower()


def day() -> str:
    return aviary.today().isoformat()


def of_the_bird() -> Iterator[str]:
    """Every kind of address that the employees' papers would have on the street."""
    for slug in (SLUG, LEFT_SLUG):
        meeting = f"/moeder/{slug}/{day()}/"
        yield from (f"/udvalg/{slug}/", f"/udvalg/{slug}/{day()[:4]}/", f"/udvalg/{slug}/feed.atom")
        yield from (f"/udvalg/{slug}/kalender.ics", meeting, f"{meeting}punkt/1/", f"{meeting}referat.pdf")
        yield from (f"{meeting}referat-14.pdf", f"{meeting}referat-med-bilag.pdf", f"{meeting}referat.docx")
        yield from (f"{meeting}punkt/1/udskrift.pdf", f"{meeting}udgaver/", f"{meeting}udgaver/minutes-1.json")
        yield from (f"/api/v1/papers/{slug}/{day()}", f"/api/v1/items/{slug}/{day()}/1", f"/foelg/?udvalg={slug}")
        yield f"/en{meeting}"
    yield from (f"/bilag/{FILE.sha256}/{quote(FILE.name)}", f"/sager/{CASE}/", f"/sager/{CASE}/feed.atom")
    yield from (f"/api/v1/cases/{CASE}", f"/foelg/?sag={CASE}")


def programs(client: Client) -> Iterator[str]:
    """What programs are told, list by list, and every object that the lists of OParl name."""
    yield from (f"/api/v1/{name}?limit=100" for name in ("papers", "items", "decisions", "findings"))
    yield from (f"/api/v1/search?q={WORD}", f"/api/v1/papers?body={SLUG}", f"/api/v1/cases/{SHARED_CASE}")
    yield from ("/api/v1/openapi.json", "/api/agenda/udvalgsliste", f"/api/agenda/soeg/?soegeord={WORD}")
    yield from ("/feed.atom", "/kalender.ics", "/sitemap.xml", "/robots.txt", f"/soeg/forslag?q={WORD[:4]}")
    yield from (f"/sager/{SHARED_CASE}/", f"/sager/{SHARED_CASE}/feed.atom", "/lovet/", "/data/", "/kalender/")
    body = client.get("/oparl/v1.1/body").json()["data"][0]
    lists = [
        value for value in body.values() if isinstance(value, str) and value.startswith("http://localhost/oparl")
    ]
    yield from (one.removeprefix("http://localhost") for one in lists)


def test_no_page_and_no_object_of_the_street_tells_of_it(town: None, client: Client) -> None:
    for edition in Meeting.objects.filter(audience=Audience.EMPLOYEES).exclude(edition=None):
        assert edition.edition
        keep_pdf(edition.edition, pdf.write)
    starts = [address for address in STARTS if "KANARIE" not in address.upper()]
    seen = {address: body.decode("utf-8", "replace").lower() for address, body in walk(client, starts)}
    assert len(seen) > 100
    assert [address for address, body in seen.items() if WORD in address.lower() or WORD in body] == []
    lists = {address: text(client, address) for address in programs(client)}
    questions = {address for address in lists if WORD in address}
    assert [address for address in lists.keys() - questions if WORD in lists[address]] == []
    assert [address for address in questions if aviary.FILE.name.lower() in lists[address]] == []
    assert json.loads(lists[f"/api/v1/search?q={WORD}"])["data"] == []
    assert json.loads(lists[f"/api/v1/papers?body={SLUG}"])["data"] == []
    for address in ASKED:
        assert "/punkt/" not in text(client, address)


def test_every_address_of_it_is_unknown_on_the_street(town: None, client: Client) -> None:
    answers = {address: client.get(address).status_code for address in of_the_bird()}
    assert {address: status for address, status in answers.items() if status != 404} == {}


def test_no_bulk_file_tells_of_it(town: None) -> None:
    assert make(write_tables)
    assert WORD not in (places.folder() / places.LINES).read_text().lower()
    with duckdb.connect() as tables:
        for table in places.TABLES:
            file = places.folder() / f"{table}.parquet"
            rows = tables.execute(f"SELECT CAST(row AS VARCHAR) FROM '{file}' AS row").fetchall()
            assert rows or table == "findings"
            assert WORD not in str(rows).lower(), table


def test_no_file_of_the_exported_portal_tells_of_it(town: None, settings: Settings, tmp_path: Path) -> None:
    settings.ALLOWED_HOSTS = ["referater.example.dk"]
    folder = Folder(tmp_path / "site")
    Crawl(folder, "referater.example.dk", secure=True, tell=lambda _done, _total: None).run()
    folder.finish()
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert len(files) > 100
    assert [
        str(file) for file in files if WORD in str(file).lower() or WORD.encode() in file.read_bytes().lower()
    ] == []


def test_no_mail_tells_of_it(db: None, client: Client) -> None:
    things = [(Kind.BODY, SLUG), (Kind.BODY, LEFT_SLUG), (Kind.CASE, CASE), (Kind.CASE, SHARED_CASE)]
    things += [
        (Kind.SUBJECT, "01"),
        (Kind.SEARCH, searches.written(WORD, {})),
        (Kind.SEARCH, searches.written("havn", {})),
    ]
    for number, (kind, key) in enumerate(things):
        follows(kind, key, address=f"f{number}@solbjerg.example")
    aviary.fill()
    heard = news()
    assert {one.to[0] for one in heard} == {"f3@solbjerg.example", "f4@solbjerg.example", "f6@solbjerg.example"}
    assert [one.subject for one in heard if WORD in said(one).lower()] == []
    assert f'value="body:{SLUG}"' not in client.get("/foelg/").content.decode()
    sent = client.post("/foelg/", {"adresse": "a@solbjerg.example", "hvad": f"body:{SLUG}", "hvor_tit": "at_once"})
    assert sent.status_code == 400


def test_behind_the_login_it_sings_and_the_street_is_not_there(town: None, inside: Client) -> None:
    assert BIRD in inside.get(f"/udvalg/{SLUG}/").content.decode()
    assert BIRD in inside.get(f"/moeder/{SLUG}/{day()}/punkt/1/").content.decode()
    assert "/punkt/" in text(inside, ASKED[0])
    assert BIRD in inside.get("/kalender.ics").content.decode()
    assert inside.get(f"/bilag/{FILE.sha256}/{quote(FILE.name)}").status_code == 200
    assert inside.get(f"/udvalg/{LEFT_SLUG}/").status_code == 410
    street = Meeting.objects.filter(audience=Audience.STREET, edition__isnull=False).select_related("body")
    inner = set(Meeting.objects.filter(audience=Audience.EMPLOYEES).values_list("body__slug", "slug"))
    others = [f"/moeder/{one.body.slug}/{one.slug}/" for one in street if (one.body.slug, one.slug) not in inner]
    assert others
    assert {inside.get(address).status_code for address in others} == {404}


def test_nothing_is_shown_to_who_is_not_logged_in(town: None, settings: Settings, client: Client) -> None:
    settings.PORTAL = "employees"
    for address in (*(line.address for line in LINES), *of_the_bird()):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/log-ind/"), address
        assert answer.content == b"", address


def test_the_employees_process_has_no_address_of_the_streets_programs(settings: Settings) -> None:
    settings.PORTAL = "employees"
    inside = mounted()
    for address in ("/oparl/v1.1/system", "/api/v1/papers", "/api/agenda/udvalgsliste", "/foelg/"):
        assert resolve(address)
        with pytest.raises(Resolver404):
            inside.resolve(address)
    assert inside.resolve("/moeder/")


def mounted() -> URLResolver:
    """The addresses as a process of its own joins them."""
    assert urls.__file__
    spec = spec_from_file_location("urls_inside", urls.__file__)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return URLResolver(RegexPattern(r"^/"), module)
