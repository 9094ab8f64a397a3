"""The one way a file is turned away."""


class Refused(Exception):  # noqa: N818 - it is what happened to the file, in the user's words
    """A file that cannot be read. `reason` is one Danish line for a clerk: no path, nothing of the content."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __reduce__(self) -> tuple[type["Refused"], tuple[str]]:
        return Refused, (self.reason,)
