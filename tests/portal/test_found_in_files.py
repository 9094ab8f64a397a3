"""A hit in an attachment says which, on which page, and leads there."""

import pytest
from django.test import Client
from django.urls import reverse

from sagsgang.archive.reading import keep_pages, next_unread
from sagsgang.readers.attached.pages import Page, Pages
from tests.portal.papers import PLAN

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("number", "place", "said"), [(3, "#page=3", ", side 3</a>"), (0, "", "udkast</a>")])
def test_a_hit_leads_to_the_page_of_the_attachment(
    client: Client, world: None, number: int, place: str, said: str
) -> None:
    row = next_unread()
    assert row is not None
    keep_pages(row, Pages((Page(number, "Tegningen viser et trædesten-anlæg."),), personal=False))
    html = client.get("/soeg/?q=trædesten").content.decode()
    address = reverse("file:attachment", args=[PLAN.sha256, PLAN.name])
    assert f'href="{address}{place}">Bilag 1: Helhedsplan, udkast' in html
    assert said in html
    assert "et <mark>trædesten</mark>-anlæg" in html
