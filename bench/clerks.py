"""Two hundred clerks printing at once: how the list of meetings answers meanwhile, and when the last has a print."""

import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep

from bench.report import put, table
from bench.timing import Times, timed
from bench.volume import build, served

CLERKS = 200
MEETINGS = 200
_LIST = ["/moeder/"] * 100
_MADE_NOW = 202
_PAUSE = 5  # seconds


def run() -> None:
    """Build, serve with the worker, print, measure, and write the part."""
    with tempfile.TemporaryDirectory(prefix="sagsgang-bench-") as folder:
        os.environ["SAGSGANG_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "sagsgang.config.settings"
        build(MEETINGS)
        _print_all()
        with served(Path(folder), worker=True) as port:
            _measure(port)


def _print_all() -> None:
    """The sealed PDFs first, so that the worker has nothing else to do."""
    from sagsgang.archive.models import Edition
    from sagsgang.archive.print import keep_pdf

    for edition in Edition.objects.filter(pdf=None):
        keep_pdf(edition, lambda _: b"%PDF")


def _measure(port: int) -> None:
    idle = timed(lambda path: _get(port, path), _LIST)
    start = perf_counter()
    with ThreadPoolExecutor(CLERKS) as clerks:
        waits = [clerks.submit(_fetch, port, address) for address in _asked()]
        busy = _until_done(port, waits)
        last = max(wait.result() for wait in waits) - start
    rows = [[name, f"{times.p50:.1f}", f"{times.p95:.1f}"] for name, times in (("idle", idle), ("printing", busy))]
    note = (
        f"{CLERKS} clerks each ask for a print that nobody had (100 in large print, 100 of one item) and come back "
        f"as the page says, every {_PAUSE} s, until they have it; web workers, printing worker and clerks share two "
        f"cores. The last one had it after {last:.1f} s. Until then the list took {busy.p50 / idle.p50:.1f} times as "
        f"long as idle (p50)."
    )
    put("clerks printing", f"{note}\n\n{table(['list of meetings', 'p50 ms', 'p95 ms'], rows)}")


def _asked() -> list[str]:
    from sagsgang.archive.models import Meeting

    rows = list(Meeting.objects.values_list("body__slug", "slug")[:CLERKS])
    kinds = ("referat-18.pdf", "punkt/1/udskrift.pdf")
    return [f"/moeder/{body}/{slug}/{kinds[place % 2]}" for place, (body, slug) in enumerate(rows)]


def _fetch(port: int, address: str) -> float:
    """When the clerk has the print."""
    while _get(port, address) == _MADE_NOW:
        sleep(_PAUSE)
    return perf_counter()


def _until_done(port: int, waits: Sequence[Future[float]]) -> Times:
    seconds: list[float] = []
    while not all(wait.done() for wait in waits):
        seconds += timed(lambda path: _get(port, path), _LIST[:10]).seconds
        sleep(0.2)
    return Times(tuple(seconds))


def _get(port: int, path: str) -> int:
    """The status; anything but an answer or a print in the making ends the run."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status not in (200, _MADE_NOW):
        raise SystemExit(f"{path} answered {answer.status}")
    return answer.status
