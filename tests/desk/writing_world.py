"""What the tests of the writing pages share: an item, made through the commands."""

from django.test import Client
from django.urls import reverse

from sagsgang.core.commands.cases import open_case
from sagsgang.core.commands.items import draft_item, set_points, write_section
from sagsgang.core.models import Item, Section
from sagsgang.paper.model import ItemType, SectionKind
from tests.core.world import World

WHY = "a test looks behind the curtain"


def draft(there: World, title: str = "Ny svømmehal") -> Item:
    """Karen's draft for the committee, with a recommendation: it may be submitted."""
    case = open_case(there.karen, there.committee, kle_number="04.04.00")
    item = draft_item(there.karen, case, there.committee, ItemType.DECISION, title=title)
    set_points(there.karen, item, ["at hallen bygges."], "Direktøren")
    return item


def part(item: Item, kind: SectionKind = SectionKind.PRESENTATION) -> Section:
    """The item's section of that kind, as it is now."""
    return Section.objects.unguarded(WHY).get(item=item, kind=kind)


def written(there: World, item: Item, text: str) -> Section:
    """The presentation, after Karen wrote the text."""
    section = part(item)
    return write_section(there.karen, section, text, section.version)


def item_address(item: Item) -> str:
    """Where the item is written on."""
    return reverse("desk:item", args=[item.id])


def do(client: Client, item: Item, verb: str, **fields: object) -> str:
    """Press a button, and read the page that follows."""
    address = reverse("desk:item-verb", args=[item.id, verb])
    answer = client.post(address, {"tilbage": item_address(item), **fields}, follow=True)
    assert answer.status_code in {200, 422}, "done, or refused on the page itself"
    return answer.content.decode()
