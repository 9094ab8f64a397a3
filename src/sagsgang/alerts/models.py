"""Who follows what by mail, what they are still to be told, and the letters. Nobody is known but by an address."""

from django.db import models
from django.db.models import Q

from sagsgang.archive.models import Body, Seal


class Kind(models.TextChoices):
    """What can be followed."""

    BODY = "body"
    CASE = "case"
    SUBJECT = "kle"
    SEARCH = "search"


class Frequency(models.TextChoices):
    """How soon somebody wants to hear of it."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


class Follower(models.Model):
    """An address in small letters. `token` opens the page with everything it follows, and stands in its mails only.

    `confirmed_at` None: nobody who reads its mail has said yes yet. `quiet_until`: no mail "at once" before then.
    `refusals`: on how many days the mail server refused the address for good since it last took a mail to it, last on
    `refused_on`. `paused_at`: no news since then, for that reason; see `bounces`.
    """

    address = models.CharField(max_length=254, unique=True)
    token = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=2)
    created_at = models.DateTimeField(db_index=True)
    confirmed_at = models.DateTimeField(null=True)
    quiet_until = models.DateTimeField(null=True)
    refusals = models.PositiveSmallIntegerField(default=0)
    refused_on = models.DateField(null=True)
    paused_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)


class Subscription(models.Model):
    """That somebody follows one thing; it counts from `confirmed_at` on.

    `key`: a body's slug, a case's key, a KLE number's beginning, or a search as `searches` writes it. `token` stands
    in the mail that asks. `due_at`: when what waits is to be sent, None when nothing does. `older`: how many papers
    of meetings long ago were laid in since the last digest.
    """

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="subscriptions")
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=500)
    frequency = models.CharField(max_length=10, choices=Frequency)
    token = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(db_index=True)
    confirmed_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    older = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("follower", "kind", "key"), name="one_subscription_a_thing"),)
        indexes = (
            models.Index(fields=("kind", "key"), condition=~Q(confirmed_at=None), name="confirmed_subscriptions"),
            models.Index(fields=("due_at",), condition=~Q(due_at=None), name="due_subscriptions"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class Watermark(models.Model):
    """How far down a body's chain the followers have been told. A chain has no gaps, and is written one at a time."""

    body = models.OneToOneField(Body, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.body_id}/{self.number}"


class LetterKind(models.TextChoices):
    """Why somebody is written to."""

    CONFIRM = "confirm"
    LINK = "link"
    NEWS = "news"
    LEFT = "left"


class Letter(models.Model):
    """A mail that is to be sent, or was. It names what it tells of and holds no text.

    `claimed_at`: a worker is at it since then. `failed`: the mail server takes no mail to the address. `older` papers
    are only counted. `told_for`: the ids of the subscriptions that it is sent for, with commas. `seal`: by which the
    followed body left, of a letter that says so.
    """

    follower = models.ForeignKey(Follower, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=10, choices=LetterKind)
    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, null=True, related_name="+")
    older = models.PositiveIntegerField(default=0)
    told_for = models.TextField(default="", blank=True)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failed = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("id",), condition=Q(sent_at=None), name="letters_to_send"),
            models.Index(fields=("sent_at",)),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Known(models.Model):
    """What was last told of a planned meeting, by the planner's name for it; see `planning`."""

    reference = models.CharField(max_length=100, unique=True)
    date = models.DateField(db_index=True)
    start = models.TimeField(null=True)
    place = models.TextField()
    cancelled = models.BooleanField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reference


class ChangeKind(models.TextChoices):
    """What happened to a planned meeting. RESTORED: it was cancelled, and is held after all."""

    NEW = "new"
    MOVED = "moved"
    CANCELLED = "cancelled"
    RESTORED = "restored"


class Change(models.Model):
    """That a meeting was planned, moved or cancelled: when and where it is now, and was before."""

    kind = models.CharField(max_length=10, choices=ChangeKind)
    reference = models.CharField(max_length=100)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    date = models.DateField()
    start = models.TimeField(null=True)
    place = models.TextField()
    before_date = models.DateField(null=True)
    before_start = models.TimeField(null=True)
    before_place = models.TextField()
    changed_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.reference}"


class News(models.Model):
    """That a sealed record, or a change of a planned meeting, is news for a subscription: so nobody is told twice.

    `places`: the positions of the items in the paper, with commas; "" for the whole paper. `letter` None: it waits.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="news")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, null=True, related_name="+")
    change = models.ForeignKey(Change, on_delete=models.CASCADE, null=True, related_name="news")
    places = models.TextField(default="", blank=True)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, null=True, related_name="news")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("subscription", "seal"), name="told_once"),
            models.UniqueConstraint(fields=("subscription", "change"), name="told_once_of_a_meeting"),
        )

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.seal_id or self.change_id}"


class Knock(models.Model):
    """How often somebody asked for mails since `since`, by machine or by address. `key` is a keyed fingerprint."""

    key = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.key[:8]
