"""Which attachments are to become PDF: Office files, where the house has LibreOffice."""

from django.conf import settings

from sagsgang.core.models import Attachment

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
CONVERTIBLE = frozenset(
    {
        f"{_OOXML}wordprocessingml.document",
        f"{_OOXML}spreadsheetml.sheet",
        f"{_OOXML}presentationml.presentation",
        f"{_ODF}text",
        f"{_ODF}spreadsheet",
        f"{_ODF}presentation",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/rtf",
    }
)


def is_waiting(attachment: Attachment) -> bool:
    """Whether its PDF will be there in a while."""
    made = attachment.rendition or attachment.no_rendition
    return bool(settings.LIBREOFFICE) and attachment.media_type in CONVERTIBLE and not made
