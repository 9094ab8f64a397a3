"""`python -m bench [--full] [PART ...]`: measure and write docs/benchmarks.md."""

import argparse
from importlib import import_module

# Each part with its module, function and arguments: a part is imported when it is measured.
PARTS: dict[str, tuple[str, str, tuple[object, ...]]] = {
    "reading": ("bench.reading", "run", ()),
    "printing": ("bench.printing", "run", ()),
    "clerks printing": ("bench.clerks", "run", ()),
    "search quality": ("bench.quality", "run", ()),
    "pages": ("bench.pages", "run", (2_000, "pages")),
    "desk": ("bench.desk", "run", ()),
}
FULL: dict[str, tuple[str, str, tuple[object, ...]]] = {
    "memory": ("bench.reading", "endless", (100_000,)),
    "endurance": ("bench.endurance", "run", (3_600,)),
    "pages at a million": ("bench.pages", "run", (100_000, "pages at a million")),
}


def main() -> None:
    """Run the parts asked for, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help="also 1,000,000 items and 100,000 papers (hours)")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, *FULL, []], help="only these parts")
    options = parser.parse_args()
    known = PARTS | FULL if options.full or options.parts else PARTS
    for part in options.parts or known:
        module, function, arguments = known[part]
        getattr(import_module(module), function)(*arguments)


if __name__ == "__main__":
    main()
