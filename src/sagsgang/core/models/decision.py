"""What was recommended, decided, voted and promised at an item."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.item import ACCESS, Item
from sagsgang.core.models.people import Person
from sagsgang.core.rules import votes
from sagsgang.core.states import FollowupState


class PointSet(GuardedQuerySet["Point"]):
    """Points of a recommendation."""

    rule = staticmethod(access.texts)


class Point(models.Model):
    """One point of a recommendation (at-punkt), who recommends it, and the outcome that it got.

    It is as open as the section of recommendation that it stands in.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    recommender = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=20, blank=True)

    objects = PointSet.as_manager()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("item", "position"), name="one_point_a_place"),)

    def __str__(self) -> str:
        return f"{self.item_id}/{self.position}"


class DecisionSet(GuardedQuerySet["Decision"]):
    """Decisions."""

    rule = staticmethod(access.decisions)


class Decision(models.Model):
    """What the body decided, in its words. The outcome is proposed from the text and confirmed by a person.

    `brought_by`: the member of the committee who has it brought before the council (styrelsesloven § 23).
    """

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="decision")
    text = models.TextField(blank=True)
    access = models.CharField(max_length=10, choices=ACCESS)
    outcome = models.CharField(max_length=20, blank=True, db_index=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    objects = DecisionSet.as_manager()

    def __str__(self) -> str:
        return str(self.item_id)


class VoteSet(GuardedQuerySet["Vote"]):
    """Votes."""

    rule = staticmethod(access.decisions)


class Vote(models.Model):
    """How one member voted at an item."""

    class Choice(models.TextChoices):
        """For, against, or neither."""

        FOR = votes.Choice.FOR, "For"
        AGAINST = votes.Choice.AGAINST, "Imod"
        NEITHER = votes.Choice.NEITHER, "Hverken for eller imod"

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10, choices=Choice)

    objects = VoteSet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("item", "person"), name="one_vote_a_member"),)

    def __str__(self) -> str:
        return f"{self.item_id} {self.person_id}"


class DissentSet(GuardedQuerySet["Dissent"]):
    """Dissenting opinions."""

    rule = staticmethod(access.decisions)


class Dissent(models.Model):
    """A dissenting opinion that a member had entered (styrelsesloven § 13, stk. 2)."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="dissents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()

    objects = DissentSet.as_manager()

    def __str__(self) -> str:
        return f"{self.item_id} {self.person_id}"


class FollowupSet(GuardedQuerySet["Followup"]):
    """Follow-ups."""

    rule = staticmethod(access.followups)


class Followup(models.Model):
    """What was promised in a decision: the words, who, and when, or `undated` chosen on purpose ("uden frist")."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="followups")
    text = models.TextField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="followups")
    due_kind = models.CharField(max_length=20, blank=True)
    due_from = models.DateField(null=True, blank=True)
    due_to = models.DateField(null=True, blank=True)
    undated = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in FollowupState], default=FollowupState.OPEN
    )
    closed_note = models.TextField(blank=True)

    objects = FollowupSet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("owner", "state", "due_to")),)

    def __str__(self) -> str:
        return str(self.item_id)
