"""Every command and every setting is named in the documents, and every dependency has its reason."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from sagsgang.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
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


def test_every_dependency_has_its_reason_and_every_reason_its_dependency() -> None:
    project = tomllib.loads(document("pyproject.toml"))
    named = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["timestamps"]]
    named += [line for group in project["dependency-groups"].values() for line in group if isinstance(line, str)]
    package = json.loads(document("package.json"))
    wanted = {re.split(r"[~=\[<>]", line)[0].lower() for line in named}
    wanted |= {*package["dependencies"], *package["devDependencies"]}
    rows = re.findall(r"^\| ([^|-][^|]*) \|", document("docs/dependencies.md"), re.MULTILINE)
    reasons = {name.split()[0].lower() for row in rows for name in row.split(", ")} - {"package"}
    assert wanted == reasons


def test_every_room_is_in_the_guide_for_newcomers() -> None:
    rooms = {file.parent.name for file in (ROOT / "src/sagsgang").glob("*/__init__.py")}
    listed = re.findall(r"^\| (`[a-z`, ]+`) \|", document("CONTRIBUTING.md"), re.MULTILINE)
    assert rooms == {room for row in listed for room in re.findall(r"[a-z]+", row)}


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_a_document_leads_to_is_there(file: Path) -> None:
    text = file.read_text("utf-8")
    links = [file.parent / link for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text)]
    named = [
        ROOT / path for path in re.findall(r"`((?:src|tests|docs|scripts|requirements|bench|\.ci)/[\w./-]+)`", text)
    ]
    assert [str(path) for path in (*links, *named) if not path.exists()] == []


@pytest.mark.parametrize("name", ["docs/law.md", "docs/failures.md"])
def test_every_row_of_what_is_kept_names_a_test_that_shows_it(name: str) -> None:
    kept = document(name).split("## What is left")[0]
    rules = [line for line in kept.splitlines() if line.startswith("| ") and not line.endswith("| Shown by |")]
    named = [re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", line) for line in rules]
    assert [line for line, tests in zip(rules, named, strict=True) if not tests] == []
    gone = [name for tests in named for file, name in tests if f"def {name}(" not in document(file)]
    assert gone == []


def test_the_documents_name_no_registry_and_no_machine() -> None:
    names = re.compile(r"pypi\.org|files\.pythonhosted|registry\.npmjs|/work/")
    assert [file.name for file in DOCUMENTS if names.search(file.read_text("utf-8"))] == []
