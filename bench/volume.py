"""An archive of a given size in a home of its own, and the server over it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from time import perf_counter

from bench.corpus import papers

WORKERS = 2


def build(meetings: int) -> float:
    """Publish that many meetings of ten items into the home that the environment names; gives items a second."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)

    from sagsgang.archive.models import Audience
    from sagsgang.archive.publish import publish_all
    from sagsgang.paper.redact import redact

    made, spent = papers(meetings), 0.0
    while some := [redact(paper) for paper in islice(made, 50)]:
        start = perf_counter()
        publish_all(some, Audience.STREET)
        spent += perf_counter() - start
    return meetings * 10 / spent


@contextmanager
def served(home: Path, *, worker: bool = False) -> Iterator[int]:
    """The pages over that home on a free port, without the PDF worker's load unless it is wanted."""
    port = _free_port()
    command = [str(Path(sys.executable).parent / "sagsgang"), "serve", "--port", str(port)]
    command += [] if worker else ["--no-worker"]
    environment = {**os.environ, "SAGSGANG_HOME": str(home)}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(1_200):
        with suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not answer")


def sizes_of_workers(port: int) -> list[int]:
    """Resident megabytes of the web workers that listen on the port."""
    return sorted(workers(port).values())


def workers(port: int) -> dict[int, int]:
    """The same by the workers' process ids: one that was started anew has another."""
    listing = subprocess.run(["ps", "-eo", "pid,ppid,rss,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 3) for line in listing.splitlines()[1:]]
    main = {row[0] for row in rows if f"serve --port {port}" in row[3]}
    return {int(row[0]): int(row[2]) // 1024 for row in rows if row[1] in main}
