"""What an attachment is and holds: its kind, its text, its pages, and what should be looked at before it is shown."""

from sagsgang.readers.attached.reading import Contents, contents
from sagsgang.readers.attached.warnings import Warned

__all__ = ["Contents", "Warned", "contents"]
