"""Why something was taken away, as its record in the chain says it."""

import json

from sagsgang.archive.guard import NotPublishable, has_number

_NUMBER = "Der står et personnummer i begrundelsen, som er offentlig for altid. Skriv den uden."


def refusal(reason: str) -> str:
    """Why the reason cannot be made public, in Danish; "" when it can."""
    return _NUMBER if has_number(reason) else ""


def sealed(reason: str) -> bytes:
    """The content of the record. Raises NotPublishable: from the chain nothing that was written is taken out."""
    if wrong := refusal(reason):
        raise NotPublishable(wrong)
    return json.dumps({"reason": reason}, ensure_ascii=False).encode()


def reason_in(data: bytes) -> str:
    """The reason, from the content of the record."""
    return str(json.loads(data)["reason"])
