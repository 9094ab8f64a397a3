"""A copy of everything in one file, taken while others write, and put back elsewhere."""

import shutil
import tarfile
from pathlib import Path

import pytest

from tests.cli.command import Command

pytestmark = pytest.mark.slow
PAPER = """Solbjerg Kommune

Direktionen

REFERAT

Mandag den 8. marts 2027 kl. 9.00

1. Åbent: Ny svømmehal

Sagsfremstilling
Svømmehallen er 40 år gammel.

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def published(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one published paper."""
    top = tmp_path_factory.mktemp("published")
    source = top / "referat.txt"
    source.write_text(PAPER)
    shutil.copytree(empty, top / "home")
    assert Command(top / "home")("import", source, "--audience", "street").status == 0
    return top / "home"


@pytest.fixture
def filled(published: Path, tmp_path: Path) -> Command:
    """A copy of it."""
    shutil.copytree(published, tmp_path / "home")
    return Command(tmp_path / "home")


def test_a_copy_put_back_elsewhere_is_the_same_archive(filled: Command, tmp_path: Path) -> None:
    saved = filled("backup", tmp_path / "kopi.tar")
    assert saved.status == 0, saved.err
    assert (tmp_path / "kopi.tar").stat().st_mode & 0o077 == 0
    other = Command(tmp_path / "other")
    assert other("recover", tmp_path / "kopi.tar").status == 0
    assert other("verify").status == 0
    assert other("verify").out == filled("verify").out


def test_a_copy_has_the_files_of_published_attachments(filled: Command, tmp_path: Path) -> None:
    kept = filled.home / "files" / "attached" / "ab" / ("ab" * 32)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"%PDF-1.7 kort")
    assert filled("backup", tmp_path / "kopi.tar").status == 0
    other = Command(tmp_path / "other")
    assert other("recover", tmp_path / "kopi.tar").status == 0
    assert (other.home / kept.relative_to(filled.home)).read_bytes() == b"%PDF-1.7 kort"


def test_a_copy_is_without_the_prints_that_can_be_made_again(filled: Command, tmp_path: Path) -> None:
    made = filled.home / "files" / "renditions" / "1.pdf"
    made.parent.mkdir(parents=True)
    made.write_bytes(b"%PDF-1.7 stor")
    assert filled("backup", tmp_path / "kopi.tar").status == 0
    with tarfile.open(tmp_path / "kopi.tar") as tar:
        assert not [name for name in tar.getnames() if "renditions" in name]


def test_the_database_is_copied_before_the_files_it_may_name(filled: Command, tmp_path: Path) -> None:
    """What comes while the copy is made is in it without being named, and never named without being in it."""
    assert filled("backup", tmp_path / "kopi.tar").status == 0
    with tarfile.open(tmp_path / "kopi.tar") as tar:
        assert tar.getnames()[0].endswith(".sqlite3")


def test_a_copy_is_never_written_over(filled: Command, tmp_path: Path) -> None:
    (tmp_path / "kopi.tar").write_text("noget andet")
    refused = filled("backup", tmp_path / "kopi.tar")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    assert (tmp_path / "kopi.tar").read_text() == "noget andet"


def test_nothing_is_put_back_over_what_is_there(filled: Command, tmp_path: Path) -> None:
    filled("backup", tmp_path / "kopi.tar")
    refused = filled("recover", tmp_path / "kopi.tar")
    assert refused.status == 1
    assert "er ikke tom" in refused.err


def test_a_copy_does_not_lie_among_what_it_copies(filled: Command) -> None:
    refused = filled("backup", filled.home / "kopi.tar")
    assert (refused.status, refused.err.count("\n")) == (1, 1)


@pytest.mark.parametrize("content", [b"", b"not a tar file"])
def test_a_broken_copy_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "kopi.tar").write_bytes(content)
    refused = Command(tmp_path / "home")("recover", tmp_path / "kopi.tar")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    assert "Traceback" not in refused.err
