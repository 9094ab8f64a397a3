"""A body's chain of seal records: each holds its content's salted hash and the hash of the record before it.

A record's hash is the SHA-256 of its fields as canonical JSON, `previous_hash` among them. A content's hash is the
SHA-256 of a random salt followed by the bytes, so that nobody can guess an erased content from its hash.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from itertools import chain

from django.utils import timezone

from sagsgang.archive.models import Body, Content, RecordKind, Seal

GENESIS = "0" * 64
_SALT_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a new record shall say: see the fields of `Seal`."""

    kind: RecordKind
    key: str
    version: int
    audience: str
    concerns: int | None = None


def content_hash(salt: bytes, parts: Iterable[bytes]) -> str:
    """The SHA-256, in hex, of the salt and the parts of a content after each other."""
    digest = sha256(salt)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def record_hash(seal: Seal) -> str:
    """The SHA-256, in hex, of everything that the record says."""
    fields = {
        "number": seal.number,
        "key": seal.key,
        "version": seal.version,
        "kind": seal.kind,
        "concerns": seal.concerns,
        "sealed_at": seal.sealed_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "audience": seal.audience,
        "content_hash": seal.content_hash,
        "previous_hash": seal.previous_hash,
    }
    return sha256(json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def append(body: Body, deed: Deed, data: bytes, *, beside: Iterable[bytes] = ()) -> Seal:
    """Put a record at the end of the chain of `body`, whose row the caller has locked, with its content.

    `data` is kept in the database; `beside` are the parts of a content that is kept in a file.
    """
    last = Seal.objects.filter(body=body).order_by("-number").only("number", "record_hash").first()
    salt = secrets.token_bytes(_SALT_BYTES)
    seal = Seal(
        body=body,
        number=last.number + 1 if last else 1,
        key=deed.key,
        version=deed.version,
        kind=deed.kind,
        concerns=deed.concerns,
        sealed_at=timezone.now(),
        audience=deed.audience,
        content_hash=content_hash(salt, chain((data,), beside)),
        previous_hash=last.record_hash if last else GENESIS,
    )
    seal.record_hash = record_hash(seal)
    seal.save(force_insert=True)
    Content.objects.create(seal=seal, salt=salt, data=data)
    return seal
