"""An hour of mixed reading: do the workers grow, do the answers slow down?"""

import os
import random
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from time import perf_counter, sleep

from bench.pages import FRESH, addresses, get, keep_prints
from bench.report import put, table
from bench.timing import Times
from bench.volume import build, served, workers

CLIENTS = 4
LIMIT = 150  # MB each worker
GROWTH = 3  # MB from the second slice to the last: the first one fills what is filled once
_PAUSE = 0.25  # seconds between two questions of one reader
_SLICES = 6
_SEED = 20
# How often each kind of page is asked for, of a hundred.
_MIX = {
    "front": 12,
    "meeting": 18,
    "item": 24,
    "case": 10,
    "search": 15,
    "meetings": 5,
    "feed": 4,
    "calendar": 2,
    "OParl, meetings": 4,
    "JSON, items": 3,
    "PDF, kept": 3,
}


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the time: how long each answer took, how many failed, and megabytes by worker at its end."""

    times: Times
    failed: int
    sizes: dict[int, int]


def run(seconds: int) -> None:
    """Build, serve, read for so long, and write the part."""
    with tempfile.TemporaryDirectory(prefix="sagsgang-bench-") as folder:
        os.environ["SAGSGANG_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "sagsgang.config.settings"
        build(2_000)
        write(Path(folder), seconds)


def write(home: Path, seconds: int) -> None:
    """Read the archive in `home` for so long, and write the part."""
    kinds = addresses()
    del kinds[FRESH]
    keep_prints(len(kinds["PDF, kept"]))
    with served(home) as port:
        slices = [_slice(port, kinds, seconds / _SLICES, place) for place in range(_SLICES)]
    note = (
        f"{seconds / 60:.0f} minutes of mixed reading by {CLIENTS} readers at 20,000 items, two web workers, in six "
        f"slices of equal length. What a worker holds is its resident memory, read at the end of each slice.\n\n"
        f"{verdict(slices)}"
    )
    head = ["slice", "answers", "failed", "p50 ms", "p95 ms", "MB, each worker"]
    put("endurance", f"{note}\n\n{table(head, [_row(place, one) for place, one in enumerate(slices, 1)])}")


def verdict(slices: Sequence[Slice]) -> str:
    """Whether the workers grew, passed their limit, were started anew, or failed to answer; in one sentence each."""
    warm, last = slices[1].sizes, slices[-1].sizes
    most = max(size for one in slices for size in one.sizes.values())
    failed = sum(one.failed for one in slices)
    if set(slices[0].sizes) != set(last):
        grown, held = "A worker ended and was started anew.", False
    else:
        growth = max(last[process] - warm[process] for process in last)
        grown = f"From the second slice to the last the workers grew by {growth} MB at most (limit {GROWTH})."
        held = growth <= GROWTH
    held = held and most <= LIMIT and not failed
    return (
        f"**{'Holds' if held else 'Does not hold'}.** {grown} The most: {most} MB (limit {LIMIT}). Failed: {failed}."
    )


def _row(place: int, one: Slice) -> list[str]:
    sizes = ", ".join(map(str, sorted(one.sizes.values())))
    times = one.times
    return [str(place), f"{len(times.seconds):,}", str(one.failed), f"{times.p50:.1f}", f"{times.p95:.1f}", sizes]


def _slice(port: int, kinds: dict[str, list[str]], seconds: float, place: int) -> Slice:
    with ThreadPoolExecutor(CLIENTS) as readers:
        read = [readers.submit(_read, port, kinds, seconds, _SEED * place + reader) for reader in range(CLIENTS)]
        found = [each.result() for each in read]
    waits = tuple(wait for some, _ in found for wait in some)
    return Slice(Times(waits or (0.0,)), sum(failed for _, failed in found), workers(port))


def _read(port: int, kinds: dict[str, list[str]], seconds: float, seed: int) -> tuple[list[float], int]:
    """How long each answer took; and how many failed, which ends no run of an hour."""
    choice, waits, failed, end = random.Random(seed), [], 0, perf_counter() + seconds
    while perf_counter() < end:
        (kind,) = choice.choices(list(_MIX), list(_MIX.values()))
        start = perf_counter()
        try:
            get(port, choice.choice(kinds[kind]))
            waits.append(perf_counter() - start)
        except (SystemExit, OSError, HTTPException):
            failed += 1
        sleep(_PAUSE)
    return waits, failed
