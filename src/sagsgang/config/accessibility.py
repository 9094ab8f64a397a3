"""What the accessibility statement says of this installation (lov nr. 692 af 08/06/2018, § 4)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Accessibility:
    """Whom to write to, and when the statement was last gone through; empty is left out of the page."""

    email: str = ""
    phone: str = ""
    updated: date | None = None


def day_of(text: str) -> date | None:
    """The ISO date in `text`, None for nothing; raises ValueError with a clear message for anything else."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"SAGSGANG_ACCESSIBILITY_UPDATED skal være en dato som 2026-05-31, ikke {text!r}") from None
