"""`python -m bench [--full] [PART ...]`: measure and write docs/benchmarks.md."""

import argparse

from bench import pages, printing, quality, reading

PARTS = {
    "reading": reading.run,
    "printing": printing.run,
    "search quality": quality.run,
    "pages": lambda: pages.run(2_000, "pages"),
}
FULL = {
    "memory": lambda: reading.endless(100_000),
    "pages at a million": lambda: pages.run(100_000, "pages at a million"),
}


def main() -> None:
    """Run the parts asked for, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help="also 1,000,000 items and 100,000 papers (hours)")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, *FULL, []], help="only these parts")
    options = parser.parse_args()
    known = PARTS | FULL if options.full or options.parts else PARTS
    for part in options.parts or known:
        known[part]()


if __name__ == "__main__":
    main()
