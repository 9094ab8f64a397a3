"""Contents sealed by an older program stay as they are and are read as papers of today."""

import json

import pytest

from sagsgang.archive.models import Audience, Content, Seal
from sagsgang.archive.publish import Outcome, publish
from sagsgang.archive.seal import content_hash, record_hash
from sagsgang.archive.sealed import paper_in, paper_of, raw
from sagsgang.archive.verify import verify
from tests.archive.papers import minutes

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def age(data: bytes) -> bytes:
    """The same paper as schema 0 wrote it: no access on the parts of an item."""
    paper = json.loads(data)
    del paper["schema"]
    for item in paper["items"]:
        for part in item["sections"] + item["decisions"] + item["attachments"]:
            del part["access"]
    return json.dumps(paper).encode()


def test_a_paper_of_an_older_schema_is_read_recognised_and_verified() -> None:
    edition = publish(minutes(), Audience.STREET).edition
    content, seal = Content.objects.get(), Seal.objects.get()
    content.data = age(bytes(content.data))
    seal.content_hash = content_hash(bytes(content.salt), (content.data,))
    seal.record_hash = record_hash(seal)
    content.save()
    seal.save()
    assert paper_of(edition) == minutes()
    assert publish(minutes(), Audience.STREET).outcome is Outcome.UNCHANGED
    assert list(verify()) == []
    assert bytes(Content.objects.get().data) == content.data


def test_bytes_are_bytes_whichever_type_the_database_gives() -> None:
    assert raw(b"a") == raw(memoryview(b"a")) == raw("a") == b"a"


def test_what_is_no_paper_is_an_error() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        paper_in(b"{")
