"""Why something was taken away, as its record in the chain says it."""

import json


def sealed(reason: str) -> bytes:
    """The content of the record."""
    return json.dumps({"reason": reason}, ensure_ascii=False).encode()


def reason_in(data: bytes) -> str:
    """The reason, from the content of the record."""
    return str(json.loads(data)["reason"])
