"""A meeting, who was there, and who signed."""

from django.db import models

from sagsgang.core import access
from sagsgang.core.guarded import GuardedQuerySet
from sagsgang.core.models.authority import Body
from sagsgang.core.models.people import Person
from sagsgang.core.states import MeetingState


class MeetingSet(GuardedQuerySet["Meeting"]):
    """Meetings."""

    rule = staticmethod(access.meetings)


class Meeting(models.Model):
    """One meeting of a body. `late_reason` is printed when the agenda was sent after the deadline (§ 8, stk. 5).

    `called_for`: who wanted an extraordinary meeting, and why (§ 8, stk. 2); it is printed, too.
    `wording` counts the changes of its minutes: a member approves the wording that was read, and no later one.
    `send_at`: when the agenda is to be sent by itself, in the name of `send_as`; `held_back_at`: when it was not.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    date = models.DateField()
    start = models.TimeField()
    end = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    extraordinary = models.BooleanField(default=False)
    called_for = models.TextField(blank=True)
    state = models.CharField(
        max_length=20, choices=[(s.value, s.value) for s in MeetingState], default=MeetingState.PLANNED
    )
    late_reason = models.TextField(blank=True)
    cancel_reason = models.TextField(blank=True)
    wording = models.PositiveIntegerField(default=0)
    send_at = models.DateTimeField(null=True, blank=True)
    send_as = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    held_back_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True)
    supplemented_at = models.DateTimeField(null=True)
    minuted_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)

    objects = MeetingSet.as_manager()

    class Meta:
        ordering = ("-date", "-start")
        constraints = (models.UniqueConstraint(fields=("body", "date", "start"), name="one_meeting_a_time"),)

    def __str__(self) -> str:
        return f"{self.body_id} {self.date}"


class Attendance(models.Model):
    """Who was at the meeting. `instead_of`: whose substitute. Times only where they differ from the meeting's."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    present = models.BooleanField()
    excused = models.BooleanField(default=False)
    instead_of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    arrived = models.TimeField(null=True, blank=True)
    left = models.TimeField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "person"), name="one_attendance_a_person"),)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"


class Presence(models.Model):
    """How one person differs at one item: away, or with a conflict of interest (a fact of person and item)."""

    item = models.ForeignKey("core.Item", on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presences")
    away = models.BooleanField(default=False)
    conflict = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("item", "person"), name="one_presence_an_item"),)

    def __str__(self) -> str:
        return f"{self.item_id} {self.person_id}"


class Signature(models.Model):
    """That a member approved the minutes; `on_paper`: the secretary holds the signed list."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="signatures")
    at = models.DateTimeField()
    on_paper = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "person"), name="one_signature_a_member"),)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"


class Correction(models.Model):
    """A dated addition to published minutes: what was published is never changed (§ 13)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="corrections")
    added_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.added_on}"
