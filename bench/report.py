"""The tables of docs/benchmarks.md: each part is written between its own marks, so that parts can be run alone."""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "docs/benchmarks.md"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(part: str, text: str) -> None:
    """Print a part and write it in place of the one that stands in the file."""
    print(f"\n## {part}\n\n{text}\n", flush=True)
    old = FILE.read_text("utf-8")
    today = datetime.now().astimezone().date().isoformat()
    block = f"<!-- {part} -->\n_Measured {today}._\n\n{text}\n<!-- end of {part} -->"
    marked = re.compile(rf"<!-- {re.escape(part)} -->.*?<!-- end of {re.escape(part)} -->", re.DOTALL)
    if not marked.search(old):
        raise SystemExit(f"docs/benchmarks.md has no place for the part {part!r}")
    FILE.write_text(marked.sub(lambda _: block, old), "utf-8")
