"""What is typed, made fit to be kept: no lost word, no sign that a database refuses."""

import re

# PostgreSQL holds no NUL, and no database half a sign, as scripts send of one that was cut in two.
_REFUSED = re.compile("[\x00\ud800-\udfff]")
TITLE_LENGTH, NAME_LENGTH = 300, 200


def text(typed: str) -> str:
    """A text of several lines: line feeds only."""
    return _REFUSED.sub("", typed.replace("\r\n", "\n").replace("\r", "\n"))


def line(typed: str) -> str:
    """A title or a name: one line, single spaces."""
    return " ".join(_REFUSED.sub("", typed).split())
