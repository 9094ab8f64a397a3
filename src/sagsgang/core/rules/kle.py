"""The form of a KLE number as a clerk may type it."""

from sagsgang.danish.numbers import parse_kle

WRONG = "Et KLE-nummer skrives med tre par cifre, fx 00.30.02, og eventuelt en handlingsfacet, fx 00.30.02-P35."


def tidy(text: str) -> str | None:
    """The number as we write it ("85.02.02-P35"); None when it is none."""
    found = parse_kle(" ".join(text.split()))
    return str(found) if found else None


def subject(number: str) -> str:
    """The subject alone, without what is done about it: "85.02.02"."""
    return number.partition("-")[0]
