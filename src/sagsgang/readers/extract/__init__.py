"""A file's bytes as lines with page numbers."""

from sagsgang.readers.extract.dispatch import extract, extracted
from sagsgang.readers.extract.extracted import Extracted
from sagsgang.readers.extract.refused import Refused

__all__ = ["Extracted", "Refused", "extract", "extracted"]
