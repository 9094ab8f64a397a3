"""Choices that belong to a home folder and outlive the command that made them, in `settings.json` there."""

import json
from pathlib import Path

_FILE = "settings.json"


def choice(folder: Path, name: str) -> str:
    """What was chosen for `name` in the home `folder`, "" when nothing was."""
    file = folder / _FILE
    return str(json.loads(file.read_text()).get(name, "")) if file.exists() else ""


def choose(folder: Path, name: str, value: str) -> None:
    """Choose `value` for `name`; the other choices stay."""
    file = folder / _FILE
    choices = json.loads(file.read_text()) if file.exists() else {}
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(choices | {name: value}, indent=1, sort_keys=True) + "\n")
    unfinished.replace(file)
