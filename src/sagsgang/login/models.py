"""An account: how somebody proves who they are. It holds no right: those belong to the person."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from sagsgang.core.models import Person


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their name."""


class Account(AbstractBaseUser):
    """A local account of one person. `username` is written in small letters.

    `temporary`: the password was made by an administrator; the person is asked for a new one after logging in.
    `factor_since`: when the second factor was set up, None: there is none. `factor_secret` is sealed (`seal.py`),
    `factor_step` the last step of time whose code was used (RFC 6238, 30 seconds each).
    `round`: how often all of its sessions were ended at once.
    """

    username = models.CharField(max_length=150, unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    is_active = models.BooleanField(default=True)
    temporary = models.BooleanField(default=False)
    factor_since = models.DateTimeField(null=True, blank=True)
    factor_secret = models.CharField(max_length=255, blank=True)
    factor_step = models.BigIntegerField(default=0)
    round = models.PositiveIntegerField(default=0)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username

    def get_session_auth_hash(self) -> str:
        """What a session must match: it ends when password, second factor or round become others."""
        matched = f"{self.password}\0{self.factor_secret}\0{self.round}"
        return salted_hmac("sagsgang.login.session", matched).hexdigest()


class RecoveryCode(models.Model):
    """A code for when the phone is gone, used once: the row is deleted then. `digest` is a keyed fingerprint."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "digest"), name="one_recovery_code"),)

    def __str__(self) -> str:
        return self.digest[:8]


class Passkey(models.Model):
    """A key that a phone, a computer or a stick holds for an account (WebAuthn).

    `handle`: the credential's id, base64url. `credential`: attested credential data with the public key (WebAuthn
    level 2, 6.5.1). `sign_count`: how often it has signed, as it says itself; 0: it does not count.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    handle = models.CharField(max_length=1400, unique=True)
    credential = models.BinaryField()
    sign_count = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Identity(models.Model):
    """Who an account's person is at the municipality's provider: its issuer and its subject, which never change."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="identity")
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("issuer", "subject"), name="one_identity"),)

    def __str__(self) -> str:
        return self.issuer


class Attempts(models.Model):
    """How often somebody tried to log in since `since`, by account or by address. `key` is a keyed fingerprint."""

    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.key[:8]
