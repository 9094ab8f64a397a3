"""How a person can be reached or told from others: mail addresses, telephone numbers, days of birth."""

import re

_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"
    r"|(?:\+45 )?(?<![0-9][ -])(?<![0-9])[2-9][0-9](?: [0-9]{2}){3}(?![ -]?[0-9])"
    r"|\b(?:[Tt]lf|[Tt]elefon|[Mm]obil)[a-zæøå]{0,6}[.: ]{1,3}(?:\+45 ?)?[0-9]{4} ?[0-9]{4}(?![0-9])"
    r"|\b[Ff]ødt (?:den |d\. )?[0-9]{1,2}\. ?(?:[a-z]{3,9}|[0-9]{1,2}\.) ?[0-9]{4}"
)


def contact(text: str) -> str:
    """The first of them in the text, "" when there is none."""
    found = _CONTACT.search(text)
    return found[0] if found else ""
