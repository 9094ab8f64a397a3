"""The folder that holds the embedded database and the files (`SAGSGANG_HOME`)."""

import os
import secrets
from pathlib import Path

from sagsgang.config.wrong import WrongSettings


def home() -> Path:
    """The data folder, made for its owner only when it is missing.

    Raises WrongSettings when nothing says where: a user of a container may have no folder of their own.
    """
    folder = Path(os.environ.get("SAGSGANG_HOME") or _usual()).absolute()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _usual() -> Path:
    try:
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "sagsgang"
    except RuntimeError as error:
        raise WrongSettings(
            "Sæt SAGSGANG_HOME til mappen, hvor data skal ligge: brugeren har ingen mappe."
        ) from error


def secret_key(folder: Path) -> str:
    """Django's signing key, made once and readable by its owner only."""
    file = folder / "secret_key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return file.read_text()
