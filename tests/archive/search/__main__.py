"""The quality table for docs/benchmarks.md: `python -m tests.archive.search`, SAGSGANG_TEST_DATABASE as in tests."""

import sys

from tests.archive.search.fresh import fresh_database

if __name__ == "__main__":
    with fresh_database():
        from tests.archive.search.judged import judge, table

        sys.stdout.write(table(judge()))
