"""Talks to a time-stamping authority and checks its answers. Loaded only where one is configured."""

from functools import reduce

import requests
from cryptography.x509 import load_pem_x509_certificates
from rfc3161_client import (
    TimestampRequestBuilder,
    VerificationError,
    Verifier,
    VerifierBuilder,
    decode_timestamp_response,
)

_PATIENCE = 20  # seconds
_LARGEST = 200_000  # bytes of an answer
_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


def ask(address: str, roots: bytes, data: bytes) -> bytes:
    """The authority's answer for `data`, checked; OSError when there is none, ValueError when it does not hold."""
    request = TimestampRequestBuilder().data(data).build()
    got = requests.post(address, data=request.as_bytes(), headers=_HEADERS, timeout=_PATIENCE)
    got.raise_for_status()
    answer = got.content
    if len(answer) > _LARGEST or not holds(answer, roots, data):
        raise ValueError("the time stamp does not hold")
    return answer


def holds(answer: bytes, roots: bytes, data: bytes) -> bool:
    """Whether `answer` is a stamp of `data` by somebody whom `roots` (PEM certificates) vouch for."""
    try:
        return _verifier(roots).verify_message(decode_timestamp_response(answer), data)
    except (VerificationError, ValueError):
        return False


def _verifier(roots: bytes) -> Verifier:
    """The first certificate is the root, those after it lead from it to the authority."""
    root, *others = load_pem_x509_certificates(roots)
    start = VerifierBuilder().add_root_certificate(root)
    return reduce(lambda builder, one: builder.add_intermediate_certificate(one), others, start).build()
