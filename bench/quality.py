"""What search finds of what is wanted, question by question."""

import subprocess
import sys

from bench.report import put


def run() -> None:
    """Ask the questions of `tests/archive/search/quality.py` and write the part `search quality`."""
    asked = subprocess.run([sys.executable, "-m", "tests.archive.search"], capture_output=True, text=True, check=True)
    put("search quality", asked.stdout.strip())
