"""An account: how somebody proves who they are. It holds no right: those belong to the person."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from sagsgang.core.models import Person


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their name."""


class Account(AbstractBaseUser):
    """A local account of one person. `username` is written in small letters.

    `temporary`: the password was made by an administrator; the person is asked for a new one after logging in.
    """

    username = models.CharField(max_length=150, unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    is_active = models.BooleanField(default=True)
    temporary = models.BooleanField(default=False)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username


class Attempts(models.Model):
    """How often somebody tried to log in since `since`, by account or by address. `key` is a keyed fingerprint."""

    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.key[:8]
