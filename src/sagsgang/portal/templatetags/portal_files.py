"""What a page says of the files behind attachments."""

from django import template
from django.utils.formats import localize
from django.utils.translation import ngettext

from sagsgang.danish.sizes import in_units
from sagsgang.paper.model import Item, PaperFile
from sagsgang.portal import words

register = template.Library()


@register.filter
def file_facts(file: PaperFile) -> str:
    """What it is, how long and how large: "PDF, 12 sider, 340 kB"."""
    kind = words.FILE_KINDS.get(file.media_type, words.FILE)
    pages = ngettext("%(n)s side", "%(n)s sider", file.pages) % {"n": file.pages} if file.pages else ""
    return ", ".join(filter(None, (str(kind), pages, file_size(file.size))))


@register.filter
def lacks_files(item: Item) -> bool:
    """Whether the archive has the titles of some attachments only."""
    return any(attachment.file is None for attachment in item.attachments)


@register.filter
def file_size(size: int) -> str:
    """The size in a short number: "340 kB"."""
    number, unit = in_units(size)
    return f"{localize(number)} {unit}"
