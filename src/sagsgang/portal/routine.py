"""Items that stand on every agenda and tell nobody anything: approvals of the agenda, news, any other business."""

import re

_ROUTINE = re.compile(
    r"(?:godkendelse|underskrivelse|underskrift|vedtagelse|fastsættelse|gennemgang)(?: og underskrivelse)? af "
    r"(?:dagsorden|dagsordenen|mødets dagsorden|beslutningsprotokol|beslutningsprotokollen|protokol|protokollen"
    r"|referat|referatet|referat fra sidste møde)\b"
    r"|(?:dagsorden|eventuelt|evt|meddelelser|orientering|gensidig orientering|siden sidst|næste møde|mødekalender"
    r"|lukket punkt|orientering fra (?:formanden|borgmesteren|forvaltningen|administrationen|direktionen))\.?$"
)


def is_routine(title: str) -> bool:
    """Whether an item of that title stands on every agenda."""
    return _ROUTINE.match(title.strip().casefold()) is not None
