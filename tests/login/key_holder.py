"""An authenticator in Python: it makes passkeys and signs with them as a phone does, or wrongly as it is told."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256, CoseKey
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

FLAG = AuthenticatorData.FLAG
PRESENT, VERIFIED, NEW = FLAG.UP, FLAG.UV, FLAG.AT
ORIGIN, DOMAIN, HOST = "https://sager.solbjerg.example", "sager.solbjerg.example", "sager.solbjerg.example"
PASSKEYS = {"domain": DOMAIN, "origin": ORIGIN, "host": HOST}
Options = dict[str, Any]


@dataclass(slots=True)
class Holder:
    """One passkey. What it says may be changed before it says it."""

    origin: str = ORIGIN
    domain: str = DOMAIN
    flags: AuthenticatorData.FLAG = PRESENT | VERIFIED
    count: int = 0
    user: str = ""
    credential_id: bytes = b"et tilf\xc3\xa6ldigt nummer"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, options: Options) -> Options:
        """What a browser posts when it made this passkey."""
        asked = options["publicKey"]
        self.user = asked["user"]["id"]
        held = AttestedCredentialData.create(b"\0" * 16, self.credential_id, self._public())
        data = AuthenticatorData.create(self._domain(), self.flags | NEW, self.count, bytes(held))
        client = self._client("webauthn.create", asked["challenge"])
        attestation = AttestationObject.create("none", data, {})
        return self._answer(
            {"clientDataJSON": websafe_encode(client), "attestationObject": websafe_encode(bytes(attestation))}
        )

    def sign(self, options: Options) -> Options:
        """What a browser posts when its person unlocked this passkey."""
        data = AuthenticatorData.create(self._domain(), self.flags, self.count)
        client = self._client("webauthn.get", options["publicKey"]["challenge"])
        signed = bytes(data) + hashlib.sha256(client).digest()
        return self._answer(
            {
                "clientDataJSON": websafe_encode(client),
                "authenticatorData": websafe_encode(bytes(data)),
                "signature": websafe_encode(self.key.sign(signed, ec.ECDSA(hashes.SHA256()))),
                "userHandle": self.user,
            }
        )

    def _answer(self, response: dict[str, str]) -> Options:
        number = websafe_encode(self.credential_id)
        return {
            "id": number,
            "rawId": number,
            "type": "public-key",
            "clientExtensionResults": {},
            "response": response,
        }

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _public(self) -> CoseKey:
        key: CoseKey = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]
        return key

    def _domain(self) -> bytes:
        return hashlib.sha256(self.domain.encode()).digest()
