"""Whether personal data stand in a text, as the codes of warnings."""

from sagsgang.danish.personal_data import HitKind, find_personal


def personal(text: str) -> set[str]:
    """The codes; none for most texts."""
    kinds = {hit.kind for hit in find_personal(text)}
    codes = {"personal_number"} if kinds & {HitKind.CPR, HitKind.REPLACEMENT} else set()
    return codes | ({"account_number"} if HitKind.ACCOUNT in kinds else set())
