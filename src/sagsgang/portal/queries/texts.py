"""Items and papers as stored, read back into the model."""

import json

from sagsgang.paper.model import Item, Paper
from sagsgang.paper.store import SCHEMA, from_json


def item(data: str) -> Item:
    """The item that an entry's `data` holds."""
    shell = {"schema": SCHEMA, "kind": "minutes", "body": None, "date": None, "items": [json.loads(data)]}
    return from_json(shell).items[0]


def paper(data: bytes) -> Paper:
    """The paper whose sealed bytes are `data`."""
    return from_json(json.loads(data))
