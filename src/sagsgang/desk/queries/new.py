"""The page on which a case or a treatment begins."""

from dataclasses import dataclass

from django import forms

from sagsgang.core.models import Case


@dataclass(frozen=True, slots=True)
class NewPage:
    """The form, and the case when there is one already."""

    form: forms.Form
    case_id: int | None = None
    case_number: str = ""

    @classmethod
    def of(cls, form: forms.Form, case: Case | None = None) -> "NewPage":
        """The page with the form."""
        return cls(form, case.id if case else None, case.number if case else "")
