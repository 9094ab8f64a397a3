"""What hides in a text in Rich Text Format, by its control words (RTF 1.9.1): nobody's reader is needed for that."""

import re

_CODES = {
    b"revised": "tracked_changes",
    b"deleted": "tracked_changes",
    b"annotation": "comments",
    b"v": "hidden_text",
    b"objdata": "inner_files",
    b"author": "author",
    b"operator": "author",
}
_WORD = re.compile(rb"\\(" + b"|".join(_CODES) + rb")(?![a-z0-9])")


def look(data: bytes) -> set[str]:
    """The codes of what was found. A control word with a number after it (`\\v0`) switches off."""
    return {_CODES[found[1]] for found in _WORD.finditer(data)}
