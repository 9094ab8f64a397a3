"""What was taken off a channel without being erased: sealed still, and shown nowhere. See `withdraw`, `leave`."""

from django.db import models


class Withdrawal(models.Model):
    """That an edition is shown nowhere. `record` says so in the body's chain, with the time and the reason."""

    edition = models.OneToOneField("archive.Edition", on_delete=models.CASCADE, related_name="withdrawal")
    record = models.ForeignKey("archive.Seal", on_delete=models.PROTECT, related_name="withdrawals")

    def __str__(self) -> str:
        return str(self.edition_id)


class Left(models.Model):
    """That a body was taken off a channel: all that it had published there by `record`. `done`: all of it is off."""

    record = models.OneToOneField("archive.Seal", on_delete=models.PROTECT, related_name="left")
    done = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.record_id)
