"""What a heading says of the text under it, where it is known to be one: in our own plain text."""

from sagsgang.readers.profiles import FALLBACK
from sagsgang.readers.roles import SECTIONS, Role

_REMARK = "administrativ"


def section_role(heading: str) -> Role:
    """The kind of section under `heading`, by the words of any layout, a scanner's slip in them forgiven."""
    word = heading.casefold().rstrip(" :")
    near = None if word in FALLBACK.words else FALLBACK.near.find(word)
    role = near[1] if near else FALLBACK.words.get(word)
    if role is Role.BOTH:
        return Role.RECOMMENDATION
    if role in SECTIONS:
        return role
    return Role.REMARK if word.startswith(_REMARK) else Role.OTHER
