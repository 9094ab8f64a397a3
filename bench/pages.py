"""How fast the pages answer at volume, with one client, eight and sixty-four, beside the peers' figures."""

import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from urllib.parse import quote

from bench import fresh
from bench.corpus import queries
from bench.peers import PEERS
from bench.report import put, table
from bench.timing import Times, timed
from bench.volume import build, served, sizes_of_workers

ROUNDS = 60
CROWD, FEW = 64, 8
PRINTED = 20
FRESH = "PDF, fresh"


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind of page: its times with one client, its rates with eight and 64, and the largest answer in bytes."""

    name: str
    times: Times
    rate: float
    crowd_rate: float
    crowd: Times
    size: int


def run(meetings: int, part: str) -> None:
    """Build an archive of that many meetings, serve it with two workers, measure, and write the part."""
    with tempfile.TemporaryDirectory(prefix="sagsgang-bench-") as folder:
        os.environ["SAGSGANG_HOME"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "sagsgang.config.settings"
        write(Path(folder), meetings, part, build(meetings))


def write(home: Path, meetings: int, part: str, pace: float) -> None:
    """Measure the archive of that many meetings in `home`, built at `pace` items a second, and write the part."""
    kinds = addresses()
    keep_prints(len(kinds["PDF, kept"]))
    orders = kinds.pop(FRESH)
    with served(home) as port:
        measured = [measure(port, name, paths) for name, paths in kinds.items()]
        workers = ", ".join(f"{size} MB" for size in sizes_of_workers(port))
    with served(home, worker=True) as port:
        measured.append(Measured(FRESH, *fresh.measure(port, orders)))
    size = sum(file.stat().st_size for file in home.rglob("*") if file.is_file()) / 1e6
    head = ["page", "p50 ms", "p95 ms", "req/s, 8 clients", "req/s, 64 clients", "p95 ms, 64 clients", "kB"]
    head += ["MST p50", "SAPL p50", "OneGov p50"]
    put(part, f"{_note(meetings, pace, size, workers)}\n\n{table(head, [_row(each) for each in measured])}")


def _note(meetings: int, pace: float, size: float, workers: str) -> str:
    return (
        f"{meetings:,} meetings, {meetings * 10:,} items, 40 bodies on SQLite; two web workers, the client on the "
        f"same two cores. Published and indexed {pace:,.0f} items/s; home folder {size:,.0f} MB; resident memory of "
        f"the web workers after all pages, at 64 clients too: {workers} (limit 150). {FRESH}: whole papers in large "
        "print that nobody had, from the order until they can be fetched, rendered one after the other by the "
        "worker, which prints the sealed editions besides. Addresses are asked for the first time, so that of a "
        "file larger than what the machine had lately in memory the times hold what the disk took; `search, again` "
        "is the same words once more, as of a server that has run for a while."
    )


def _row(each: Measured) -> list[str]:
    peers = PEERS.get(each.name, ("-", "-", "-"))
    return [
        each.name,
        f"{each.times.p50:.1f}",
        f"{each.times.p95:.1f}",
        _rate(each.rate),
        _rate(each.crowd_rate),
        f"{each.crowd.p95:,.0f}",
        f"{each.size / 1000:.0f}",
        *peers,
    ]


def _rate(answers: float) -> str:
    return f"{answers:,.0f}" if answers >= 10 else f"{answers:.1f}"


def addresses() -> dict[str, list[str]]:
    """For each kind of page some addresses, spread over the archive."""
    from sagsgang.archive.models import Body, Entry, Meeting

    def spread(rows: Sequence[str], number: int = ROUNDS) -> list[str]:
        return [rows[place * len(rows) // number] for place in range(number)]

    held = Meeting.objects.order_by("pk").values_list("body__slug", "slug")[:20_000]
    meetings = [f"/moeder/{'/'.join(row)}/" for row in held]
    entries = Entry.objects.values_list("meeting__body__slug", "meeting__slug", "number", "case_key")[:20_000]
    items = [f"/moeder/{body}/{meeting}/punkt/{number}/" for body, meeting, number, _ in entries]
    cases = [f"/sager/{case}/" for _, _, _, case in entries if case]
    words = [quote(word) for word in queries(ROUNDS)]
    return {
        "front": ["/"] * ROUNDS,
        "bodies": ["/udvalg/"] * ROUNDS,
        "body": spread([f"/udvalg/{slug}/" for slug in Body.objects.values_list("slug", flat=True)]),
        "meetings": ["/moeder/"] * ROUNDS,
        "meeting": spread(meetings),
        "item": spread(items),
        "case": spread(cases),
        "promises": ["/lovet/"] * ROUNDS,
        "search": [f"/soeg/?q={word}" for word in words],
        "search, again": [f"/soeg/?q={word}" for word in words],
        "search, two words": [f"/soeg/?q={one}+{two}" for one, two in pairwise(words[:31])] * 2,
        "search, phrase": [f"/soeg/?q=%22{one}%22" for one in words],
        "search, prefix": [f"/soeg/?q={quote(word[:5])}*" for word in queries(ROUNDS)],
        "feed": spread([f"/udvalg/{slug}/feed.atom" for slug in Body.objects.values_list("slug", flat=True)]),
        "calendar": spread([f"/udvalg/{slug}/kalender.ics" for slug in Body.objects.values_list("slug", flat=True)]),
        "OParl, meetings": spread(_oparl("meeting")),
        "OParl, papers": spread(_oparl("paper")),
        "OParl, one meeting": spread([f"/oparl/v1.1/meeting/{'/'.join(each.split('/')[2:4])}" for each in meetings]),
        "JSON, items": ["/api/v1/items"] * ROUNDS,
        FRESH: fresh.addresses(meetings),
        "PDF, kept": spread([f"{address}referat.pdf" for address in meetings[:PRINTED]], PRINTED),
    }


def _oparl(name: str) -> list[str]:
    """The address of a list of the archive's authority, again and again."""
    from sagsgang.archive.models import Trace, TraceKind

    key = Trace.objects.filter(kind=TraceKind.AUTHORITY).values_list("key", flat=True)[0]
    return [f"/oparl/v1.1/body/{key}/{name}"] * ROUNDS


def keep_prints(number: int) -> None:
    """Keep the PDFs of the first meetings, as the worker would have."""
    from sagsgang.archive.models import Edition
    from sagsgang.archive.print import keep_pdf
    from sagsgang.writers import pdf

    for edition in Edition.objects.filter(pdf=None).order_by("meeting_id")[:number]:
        keep_pdf(edition, pdf.write)


def measure(port: int, name: str, paths: Sequence[str]) -> Measured:
    """Ask for the paths one after the other after a warm-up, then eight at a time."""
    sizes = [get(port, path) for path in paths[:10]]
    times = timed(lambda path: sizes.append(get(port, path)), paths)
    rate, _ = _crowded(port, [*paths, *paths], FEW)
    crowd_rate, crowd = _crowded(port, [*paths, *paths, *paths], CROWD)
    return Measured(name, times, rate, crowd_rate, crowd, max(sizes))


def _crowded(port: int, paths: Sequence[str], clients: int) -> tuple[float, Times]:
    """Answers a second to that many clients at once, and how long each answer took."""
    with ThreadPoolExecutor(clients) as pool:
        start = perf_counter()
        waits = list(pool.map(lambda path: timed(lambda one: get(port, one), [path]).seconds[0], paths))
        return len(paths) / (perf_counter() - start), Times(tuple(waits))


def get(port: int, path: str) -> int:
    """The size of the answer in bytes; a page that fails ends the run."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return len(body)
