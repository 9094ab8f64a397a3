"""An hour of mixed reading: do the workers grow, do the answers slow down?"""

import os
import random
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter, sleep

from bench.pages import addresses, get
from bench.report import put, table
from bench.timing import Times
from bench.volume import build, served, sizes_of_workers

CLIENTS = 4
_PAUSE = 0.25  # seconds between two questions of one reader
_SLICES = 6
_SEED = 20
# How often each kind of page is asked for, of a hundred.
_MIX = {
    "front": 15,
    "meeting": 20,
    "item": 25,
    "case": 10,
    "search": 15,
    "meetings": 5,
    "feed": 5,
    "OParl, meetings": 5,
}


def run(seconds: int) -> None:
    """Build, serve, read for so long, and write the part."""
    with tempfile.TemporaryDirectory(prefix="sagsgang-bench-") as folder:
        os.environ["SAGSGANG_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "sagsgang.config.settings"
        build(2_000)
        kinds = addresses()
        with served(Path(folder)) as port:
            rows = [_slice(port, kinds, seconds / _SLICES, place) for place in range(_SLICES)]
    note = (
        f"{seconds / 60:.0f} minutes of mixed reading by {CLIENTS} readers at 20,000 items, two web workers, in six "
        f"slices of equal length. What a worker holds is its resident memory, read at the end of each slice."
    )
    put("endurance", f"{note}\n\n{table(['slice', 'answers', 'p50 ms', 'p95 ms', 'MB, each worker'], rows)}")


def _slice(port: int, kinds: dict[str, list[str]], seconds: float, place: int) -> list[str]:
    with ThreadPoolExecutor(CLIENTS) as readers:
        read = [readers.submit(_read, port, kinds, seconds, _SEED * place + reader) for reader in range(CLIENTS)]
        waits = [wait for each in read for wait in each.result()]
    times = Times(tuple(waits))
    sizes = ", ".join(map(str, sizes_of_workers(port)))
    return [str(place + 1), f"{len(waits):,}", f"{times.p50:.1f}", f"{times.p95:.1f}", sizes]


def _read(port: int, kinds: dict[str, list[str]], seconds: float, seed: int) -> list[float]:
    choice, waits, end = random.Random(seed), [], perf_counter() + seconds
    while perf_counter() < end:
        (kind,) = choice.choices(list(_MIX), list(_MIX.values()))
        start = perf_counter()
        get(port, choice.choice(kinds[kind]))
        waits.append(perf_counter() - start)
        sleep(_PAUSE)
    return waits
