"""What is typed, made fit to be kept: no lost word, no sign that a database refuses."""

TITLE_LENGTH, NAME_LENGTH = 300, 200


def text(typed: str) -> str:
    """A text of several lines: line feeds only, no NUL, which PostgreSQL cannot hold."""
    return typed.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def line(typed: str) -> str:
    """A title or a name: one line, single spaces."""
    return " ".join(typed.replace("\x00", "").split())
