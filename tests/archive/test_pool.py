"""Reading in worker processes: a file that brings its worker down is refused, and only that file."""

import ctypes
import os
import signal
from pathlib import Path

import pytest

from sagsgang.archive.intake.pool import read_files
from sagsgang.archive.intake.reading import LARGEST, FileRead, read

pytestmark = pytest.mark.slow


def reader(path: str, authority: str) -> FileRead:
    """Does what the file's name says."""
    if "falder" in path:
        ctypes.string_at(0)
    if "dræbes" in path:
        os.kill(os.getpid(), signal.SIGKILL)
    if "spiser" in path:
        bytearray(64 << 30)
    return FileRead(path, authority)


def test_files_that_kill_their_worker_are_refused_and_the_others_are_read() -> None:
    good = [f"god {number}" for number in range(12)]
    paths = [*good[:3], "falder", *good[3:7], "dræbes", *good[7:]]
    results = {result.path: result.refusal for result in read_files(paths, "A", 2, reader)}
    assert set(results) == set(paths)
    assert {path for path, refusal in results.items() if refusal} == {"falder", "dræbes"}


def test_a_worker_cannot_take_all_memory() -> None:
    with pytest.raises(MemoryError):
        list(read_files(["spiser"], "A", 1, reader))


def test_no_file_is_read_far_ahead_of_its_result() -> None:
    taken: list[str] = []
    paths = (taken.append(str(number)) or str(number) for number in range(100))  # type: ignore[func-returns-value]
    next(read_files(paths, "A", 1, reader))
    assert len(taken) < 20


@pytest.mark.parametrize(
    ("data", "said"), [(b"", "tom"), (b"\x00" * 100, "tom"), (b"\xd0\xcf\x11\xe0" + bytes(9000), "format")]
)
def test_what_is_no_paper_has_a_reason(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "fil"
    file.write_bytes(data)
    assert read(str(file), "A").refusal


def test_a_file_that_may_not_be_read_or_is_too_large_has_a_reason(tmp_path: Path) -> None:
    huge = tmp_path / "stor"
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "større" in read(str(huge), "A").refusal
    assert "kan ikke læses" in read(str(tmp_path), "A").refusal
