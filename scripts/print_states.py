"""Print docs/states.md from the table of moves: `.venv/bin/python scripts/print_states.py > docs/states.md`."""

import os
import sys

import django
from django.utils import translation


def main() -> None:
    """The page, on standard output."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sagsgang.config.settings")
    django.setup()
    from sagsgang.core.offers import LABELS  # noqa: PLC0415 - Django is set up first
    from sagsgang.core.states_page import page  # noqa: PLC0415 - as above

    with translation.override("da"):
        sys.stdout.write(page({verb: str(label) for verb, label in LABELS.items()}))


if __name__ == "__main__":
    main()
