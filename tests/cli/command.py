"""Runs the real command in a home of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_CALL = "import sys; from sagsgang.cli import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Command:
    """`sagsgang` with its home folder."""

    home: Path

    def __call__(self, *arguments: object, **environment: str) -> Ended:
        """Run to the end."""
        line, surroundings = self.line(*arguments), self.environment(**environment)
        done = subprocess.run(line, check=False, capture_output=True, text=True, env=surroundings, timeout=120)
        return Ended(done.returncode, done.stdout, done.stderr)

    def into(self, output: Path, *arguments: object) -> Ended:
        """Run to the end with standard output in a file."""
        with output.open("w") as out:
            done = subprocess.run(
                self.line(*arguments),
                check=False,
                stdout=out,
                stderr=subprocess.PIPE,
                text=True,
                env=self.environment(),
                timeout=120,
            )
        return Ended(done.returncode, "", done.stderr)

    def start(self, *arguments: object) -> subprocess.Popen[bytes]:
        """Start it and go on."""
        return subprocess.Popen(
            self.line(*arguments), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment()
        )

    def line(self, *arguments: object) -> list[str]:
        """The command line."""
        return [sys.executable, "-c", _CALL, *map(str, arguments)]

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing of the test's own database and settings."""
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith(("SAGSGANG", "DATABASE", "DJANGO"))
        }
        return kept | {"SAGSGANG_HOME": str(self.home)} | more
