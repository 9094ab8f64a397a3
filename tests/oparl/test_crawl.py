"""What a client finds that follows every address from the System on."""

import json
from hashlib import sha512
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client

from tests.oparl.conftest import SECRET
from tests.oparl.crawl import HOST, Crawl, files, inner, pages, references

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TYPES = {
    "organization": "Organization", "person": "Person", "meeting": "Meeting", "paper": "Paper",
    "agendaItem": "AgendaItem", "consultation": "Consultation", "file": "File", "locationList": "Location",
    "legislativeTermList": "LegislativeTerm", "membership": "Membership", "body": "Body",
}  # fmt: skip

BOTH_ENDS = (
    ("meeting", "agendaItem", (["agendaItem"], ["meeting"])),
    ("agendaItem", "consultation", (["consultation"], ["agendaItem"])),
    ("paper", "consultation", (["consultation"], ["paper"])),
    ("person", "membership", (["membership"], ["person"])),
    ("organization", "membership", (["membership"], ["organization"])),
    ("meeting", "file", (["invitation", "resultsProtocol"], ["meeting"])),
    ("agendaItem", "file", (["auxiliaryFile"], ["agendaItem"])),
    ("paper", "file", (["mainFile", "auxiliaryFile"], ["paper"])),
)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def id_of(value: Any) -> str:
    return str(value["id"]) if isinstance(value, dict) else str(value)


@pytest.fixture
def crawl(client: Client, world: None) -> Crawl:
    return Crawl(client)


def test_every_list_holds_objects_of_its_type(crawl: Crawl) -> None:
    for name, objects in crawl.lists.items():
        assert objects, name
        assert {one["type"] for one in objects} == {f"https://schema.oparl.org/1.1/{TYPES[name]}"}


def test_every_id_is_the_address_of_that_object(crawl: Crawl) -> None:
    for address, one in crawl.objects.items():
        alone = crawl.get(address)
        assert alone["id"] == address
        assert {**alone, **one} == alone


def test_every_reference_leads_to_an_object_of_a_list(crawl: Crawl) -> None:
    known = {*crawl.objects, crawl.system["id"]}
    lists = {body[name] for body in crawl.bodies for name in TYPES if name in body and isinstance(body[name], str)}
    lists |= {one[name] for one in crawl.lists["organization"] for name in ("meeting", "consultation")}
    for one in [part for each in crawl.objects.values() for part in inner(each)]:
        assert set(references(one)) <= known | lists, one["id"]


def test_what_stands_inside_an_object_stands_in_its_list_too(crawl: Crawl) -> None:
    for each in crawl.objects.values():
        for part in inner(each):
            listed = crawl.objects[part["id"]]
            assert {**listed, **part} == listed


def test_a_bodys_own_lists_are_parts_of_its_authoritys(crawl: Crawl) -> None:
    for name in ("meeting", "consultation"):
        own = [one["id"] for body in crawl.lists["organization"] for one in crawl.all(body[name])]
        assert sorted(own) == sorted(one["id"] for one in crawl.lists[name])


def test_every_file_can_be_fetched_as_its_object_says(crawl: Crawl) -> None:
    for one in crawl.lists["file"]:
        shown, kept = (crawl.client.get(address.removeprefix(HOST)) for address in files(one))
        assert len(shown.getvalue()) == len(kept.getvalue()) == one["size"]
        assert shown["Content-Type"] == kept["Content-Type"] == one["mimeType"]
        assert not shown["Content-Disposition"].startswith("attachment")
        assert kept["Content-Disposition"].startswith("attachment")


def test_every_files_checksum_is_that_of_its_bytes(crawl: Crawl) -> None:
    for one in crawl.lists["file"]:
        data = crawl.client.get(next(files(one)).removeprefix(HOST)).getvalue()
        assert one["sha512Checksum"] == sha512(data).hexdigest()


def test_whatever_names_another_object_is_named_by_it(crawl: Crawl) -> None:
    """Both ends of every relation that OParl has two ends of."""
    for one, other, names in BOTH_ENDS:
        there = {(a["id"], id_of(b)) for a in crawl.lists[one] for name in names[0] for b in listed(a.get(name))}
        back = {(id_of(a), b["id"]) for b in crawl.lists[other] for name in names[1] for a in listed(b.get(name))}
        assert there
        assert there == back, (one, other, there ^ back)


def test_every_page_that_is_named_is_there(crawl: Crawl) -> None:
    named = {page for one in crawl.objects.values() for page in pages(one)}
    assert len(named) > 10
    assert [page for page in named if crawl.client.get(page).status_code != 200] == []


def test_every_object_says_when_it_came_and_when_it_changed(crawl: Crawl) -> None:
    for each in (crawl.system, *crawl.objects.values()):
        for part in inner(each):
            assert part["created"] <= part["modified"]
            assert part["created"].endswith("+00:00")


def test_nothing_is_said_without_a_value(crawl: Crawl) -> None:
    for each in crawl.objects.values():
        assert not [name for part in inner(each) for name, value in part.items() if value in (None, "", [])]


def test_nothing_sings_that_is_closed_erased_or_for_others(crawl: Crawl) -> None:
    gone = Crawl(crawl.client, "?modified_since=2000-01-01T00:00:00Z")
    told = json.dumps([crawl.system, crawl.lists, gone.lists], ensure_ascii=False)
    assert SECRET not in told
    assert "Ledergruppen" not in told
    alone = [crawl.get(address) for address in {**crawl.objects, **gone.objects}]
    assert SECRET not in json.dumps(alone, ensure_ascii=False)


def test_pages_of_one_hold_what_pages_of_many_do(crawl: Crawl) -> None:
    for query in ("?limit=1", "?limit=2&modified_since=2000-01-01"):
        small = Crawl(crawl.client, query)
        for name, objects in crawl.lists.items():
            there = [one["id"] for one in small.lists[name] if not one.get("deleted")]
            assert sorted(there) == sorted(one["id"] for one in objects)


def test_without_inner_lists_everything_else_is_the_same(crawl: Crawl) -> None:
    bare = Crawl(crawl.client, "?omit_internal=true")
    left_out = {"auxiliaryFile", "location", "membership", "agendaItem", "legislativeTerm"}
    for name, objects in crawl.lists.items():
        for whole, less in zip(objects, bare.lists[name], strict=True):
            missing = set(whole) - set(less)
            assert missing <= left_out
            assert less == {key: value for key, value in whole.items() if key not in missing}
    assert not any("agendaItem" in one for one in bare.lists["meeting"])


def test_every_answer_is_as_the_schemas_say(crawl: Crawl, shared: Path) -> None:
    schemas = {file.stem: json.loads(file.read_text()) for file in (shared / "data/oparl-1.1-schema").glob("*.json")}
    alone = [crawl.get(address) for address in crawl.objects]
    gone = Crawl(crawl.client, "?modified_since=2000-01-01T00:00:00Z").objects.values()
    for each in (crawl.system, *crawl.objects.values(), *alone, *gone):
        for part in inner(each):
            check(part, schemas[part["type"].rsplit("/", 1)[1]])


def check(one: dict[str, Any], schema: dict[str, Any]) -> None:
    """A tombstone says no more than its names and times; no property may be unknown but the vendor's own."""
    if one.get("deleted"):
        schema = {**schema, "required": ["id", "type", "created", "modified"]}
    jsonschema.validate(one, schema, format_checker=jsonschema.FormatChecker())
    assert not [name for name in one if name not in schema["properties"] and not name.startswith("sagsgang:")]
