"""The intake's folder and how files get into it and out of it for good."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

_BLOCK = 1 << 20
_UNFINISHED = ".unfinished"


def folder(name: str = "") -> Path:
    """The intake's folder, or one in it; made, and closed to everybody but its owner."""
    intake = Path(settings.INTAKE)
    path = intake / name if name else intake
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    for private in {intake, path}:
        private.chmod(0o700)
    return path


@contextlib.contextmanager
def held() -> Iterator[None]:
    """While this lasts nobody else changes what is kept aside. What a killed process left half written is removed."""
    with _private(folder() / "lock", os.O_WRONLY) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for unfinished in folder().glob(f"*/*{_UNFINISHED}"):
            purge(unfinished)
        yield


def touch(path: Path) -> Path:
    """The file, made for its owner only when it is missing."""
    _private(path, os.O_WRONLY).close()
    return path


def write(path: Path, data: bytes) -> None:
    """Put a file in place whole or not at all, also when the machine stops in the middle."""
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    with _private(unfinished, os.O_WRONLY | os.O_EXCL) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync(path.parent)


def append(path: Path, line: str) -> None:
    """Add a line that is on the disk when this returns, also after one that a power cut left unfinished."""
    with _private(path, os.O_WRONLY | os.O_APPEND) as file:
        file.write(f"\n{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def purge(path: Path) -> None:
    """Write over a file and remove it; one that is gone already is no error."""
    with contextlib.suppress(FileNotFoundError):
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, _BLOCK)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync(path.parent)


def sync(directory: Path) -> None:
    """Make a rename or a removal in `directory` last through a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _private(path: Path, flags: int) -> BinaryIO:
    return os.fdopen(os.open(path, flags | os.O_CREAT, 0o600), "wb")
