"""What was decided about papers kept aside: who, when and why, and never a word of their content."""

import contextlib
import getpass
import json
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from hmac import new as hmac
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from sagsgang.archive.intake.folder import append, folder


class Verdict(StrEnum):
    """What was decided about a content."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ERASED = "erased"


def fingerprint(audience: str, essence: bytes) -> str:
    """The short name of what an open edition says. Keyed, so that nobody can guess a content from its name."""
    return hmac(settings.SECRET_KEY.encode(), audience.encode() + b"\0" + essence, sha256).hexdigest()[:12]


def decide(name: str, verdict: Verdict, reason: str = "") -> None:
    """Enter a verdict on the content of that fingerprint."""
    entry = {
        "id": name,
        "verdict": verdict.value,
        "who": _who(),
        "when": timezone.now().isoformat(timespec="seconds"),
        "reason": reason,
    }
    append(_file(), json.dumps(entry, ensure_ascii=False))


def settled() -> dict[str, Verdict]:
    """The last verdict on every content that was decided on."""
    return {entry["id"]: Verdict(entry["verdict"]) for entry in _entries()}


def _entries() -> Iterator[dict[str, str]]:
    if not _file().exists():
        return
    with _file().open(encoding="utf-8") as file:
        for line in file:
            # A line cut off by a power cut was never answered for: the paper is still there to decide on.
            with contextlib.suppress(json.JSONDecodeError):
                yield json.loads(line)


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"


def _file() -> Path:
    return folder() / "journal.jsonl"
