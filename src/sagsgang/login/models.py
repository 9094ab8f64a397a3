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
    """

    username = models.CharField(max_length=150, unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    is_active = models.BooleanField(default=True)
    temporary = models.BooleanField(default=False)
    factor_since = models.DateTimeField(null=True, blank=True)
    factor_secret = models.CharField(max_length=255, blank=True)
    factor_step = models.BigIntegerField(default=0)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username

    def get_session_auth_hash(self) -> str:
        """What a session must match: it ends when the password or the second factor becomes another one."""
        return salted_hmac("sagsgang.login.session", f"{self.password}\0{self.factor_secret}").hexdigest()


class RecoveryCode(models.Model):
    """A code for when the phone is gone, used once: the row is deleted then. `digest` is a keyed fingerprint."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "digest"), name="one_recovery_code"),)

    def __str__(self) -> str:
        return self.digest[:8]


class Attempts(models.Model):
    """How often somebody tried to log in since `since`, by account or by address. `key` is a keyed fingerprint."""

    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.key[:8]
