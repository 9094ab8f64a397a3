"""Every command and every setting is named in the documents, and every dependency has its reason."""

import re
import tomllib
from pathlib import Path

import pytest

from sagsgang.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = "\n".join(file.read_text("utf-8") for file in (ROOT / "src").rglob("*.py"))


def document(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_shown_in_the_readme(command: str) -> None:
    assert re.search(rf"sagsgang {command}\b", document("README.md")), f"README.md does not show `sagsgang {command}`"


def test_every_setting_is_documented() -> None:
    used = set(re.findall(r"\"(SAGSGANG_[A-Z_]+)\"", SOURCES))
    named = set(re.findall(r"`(SAGSGANG_[A-Z_]+)`", document("docs/settings.md")))
    assert used == named


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(document("pyproject.toml"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["setup"]]
    named += [line for line in project["dependency-groups"]["dev"] if isinstance(line, str)]
    reasons = document("docs/dependencies.md").lower()
    missing = [name for line in named if (name := re.split(r"[~=\[<>]", line)[0]).lower() not in reasons]
    assert missing == []


def test_the_documents_name_no_registry_and_no_machine() -> None:
    names = re.compile(r"pypi\.org|files\.pythonhosted|registry\.npmjs|/work/")
    files = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert [file.name for file in files if names.search(file.read_text("utf-8"))] == []
