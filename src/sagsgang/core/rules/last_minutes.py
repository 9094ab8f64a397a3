"""What the product itself writes of the approval of the last minutes: the same for everybody, and no secret."""

import re

_TITLE = "Godkendelse af referat fra mødet den {}"
_PRESENTED = "Referatet af mødet den {} foreligger til godkendelse."
_ASKED = "at referatet fra mødet den {} godkendes."
_DAY = r"[0-9]{1,2}\. \w+ [0-9]{4}"
_OWN = re.compile("|".join(re.escape(words).replace(r"\{\}", _DAY) for words in (_TITLE, _PRESENTED, _ASKED)))


def title(day: str) -> str:
    """What the item is called; `day` as 8. marts 2027."""
    return _TITLE.format(day)


def presented(day: str) -> str:
    """What is said of it."""
    return _PRESENTED.format(day)


def asked(day: str) -> str:
    """What is recommended."""
    return _ASKED.format(day)


def are_ours(text: str) -> bool:
    """Whether the text is one of these and nothing else, whatever the day."""
    return bool(_OWN.fullmatch(text.strip()))
