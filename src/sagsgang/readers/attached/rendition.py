"""An Office file as PDF, made by LibreOffice: a profile of its own, no macros, no links followed, within bounds.

A document can name files and addresses to fetch; what it would bring home from our disk or network must not be
published with it. The profile forbids each way that is known, and `confined` leaves no network to follow them in.
"""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

SECONDS = 180
UNOPENED = "LibreOffice kan ikke åbne filen. Den er måske ødelagt eller beskyttet med en adgangskode."
SLOW = "Det tog for lang tid. Del filen op, eller gem den selv som PDF."
DIED = "LibreOffice gik ned eller brugte for megen hukommelse. Gem filen selv som PDF."
_CONFINED = str(Path(__file__).with_name("confined.py"))
_RESTART = 81  # LibreOffice has laid its new profile, and wants to begin again
_PROFILE = Path(__file__).with_name("profile.xcu")
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--convert-to", "pdf")
# Left to guess, LibreOffice takes anything for a text or a web page.
_FILTERS = {
    ".docx": "MS Word 2007 XML",
    ".doc": "MS Word 97",
    ".rtf": "Rich Text Format",
    ".odt": "writer8",
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".pptx": "Impress MS PowerPoint 2007 XML",
    ".ppt": "MS PowerPoint 97",
    ".odp": "impress8",
}


class NoRendition(Exception):  # noqa: N818 - it is what there is
    """Why the file did not become a PDF; one Danish sentence that quotes nothing of it."""


def render(data: bytes, ending: str, program: str, seconds: int = SECONDS) -> bytes:
    """The PDF of an Office file with that ending (".docx"). `program` is the path of LibreOffice.

    Raises NoRendition. Nothing of the file stays behind, and nobody of the processes.
    """
    if ending not in _FILTERS:
        raise NoRendition(UNOPENED)
    with TemporaryDirectory(prefix="sagsgang-pdf-") as folder:
        home = Path(folder)
        source = home / f"bilag{ending}"
        source.write_bytes(data)
        (home / "user").mkdir()
        (home / "user" / "registrymodifications.xcu").write_bytes(_PROFILE.read_bytes())
        _run(_command(program, home, source, seconds), home, seconds)
        try:
            return source.with_suffix(".pdf").read_bytes()
        except FileNotFoundError as error:
            raise NoRendition(UNOPENED) from error


def _command(program: str, home: Path, source: Path, seconds: int) -> list[str]:
    # The script of that name starts a second process, which would outlive whoever ends the first.
    itself = Path(program).resolve().with_name("soffice.bin")
    chosen = str(itself if itself.exists() else Path(program).resolve())
    confined = [sys.executable, "-I", "-S", _CONFINED, str(seconds), chosen]
    own = [f"-env:UserInstallation={home.as_uri()}", f"--infilter={_FILTERS[source.suffix]}"]
    return [*confined, *own, *_OPTIONS, "--outdir", str(home), str(source)]


def _run(command: list[str], home: Path, seconds: int) -> None:
    # Nothing of our own environment: it may hold passwords, and a document can ask for it.
    environment = {"HOME": str(home), "TMPDIR": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    status = _once(command, environment, seconds)
    if status == _RESTART:
        status = _once(command, environment, seconds)
    if status:
        raise NoRendition(DIED if status < 0 else UNOPENED)


def _once(command: list[str], environment: dict[str, str], seconds: int) -> int:
    """The exit status of one run, minus the signal that ended it; its whole group is gone afterwards."""
    running = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return running.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise NoRendition(SLOW) from error
    finally:
        _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
