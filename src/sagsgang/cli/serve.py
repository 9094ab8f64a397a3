"""`sagsgang serve`: the portal, and beside it the process that makes the PDFs."""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from multiprocessing import Process
from threading import Thread

from sagsgang.cli.arguments import Commands, port, positive

_CALL = "import sys; from sagsgang.cli import main; sys.exit(main())"
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - named, not bound
_GLANCE = 0.05
_PATIENCE, _GRACE = 20, 5


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser("serve", help="vis arkivet i en browser")
    parser.add_argument("--host", default="127.0.0.1", help="adressen, der lyttes på (127.0.0.1)")
    parser.add_argument("--port", type=port, default=8000, help="porten (8000)")
    parser.add_argument("--workers", type=positive, default=2, metavar="N", help="processer, der svarer (2)")
    parser.add_argument(
        "--no-worker", action="store_true", help="lav ikke PDF her; `sagsgang worker` kører et andet sted"
    )
    parser.add_argument(
        "--audience",
        choices=("street", "employees"),
        help="hvis arkiv der vises: street (alle) eller employees (kun efter log ind)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until SIGTERM or the keyboard's interrupt; 1 when the port cannot be had."""
    if options.audience:
        os.environ["SAGSGANG_PORTAL"] = options.audience
    if os.environ.get("SAGSGANG_PORTAL", "street") == "street":
        os.environ["SAGSGANG_SERVED_AT"] = f"http://{_bracketed(_nearby(options.host))}:{options.port}"
    os.environ["SAGSGANG_HOSTS"] = ",".join(_names(options.host))
    from sagsgang.config.lifeline import offer
    from sagsgang.config.prepare import prepare

    if reason := _refusal(options.host, options.port):
        print(reason, file=sys.stderr)
        return 1
    prepare()
    offer()
    _prepare_search()
    with nullcontext() if options.no_worker else _pdf_worker():
        _serve(options)
    return 0


def _serve(options: argparse.Namespace) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "sagsgang.config.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=2,
        respawn_failed_workers=True,
        # Ctrl-C reaches the web processes twice, from the keyboard and from here: now and then one waits for itself.
        workers_kill_timeout=_GRACE,
        log_level=LogLevels.warning,
    )
    server.on_startup(Thread(target=_announce, args=(options.host, options.port), daemon=True).start)
    server.serve()


def _prepare_search() -> None:
    from django.db import connection

    from sagsgang.archive import search

    search.prepare()
    connection.close()  # a child may not use it
    # What any process reads, the system has in memory for the web workers. No thread: they are forked from here.
    reading = Process(target=_read_in, daemon=True)
    reading.start()
    Thread(target=reading.join, daemon=True).start()


def _read_in() -> None:
    """In a process of its own beside the first answers; without it they wait for the disk."""
    from django.db import Error

    from sagsgang.archive import search
    from sagsgang.config.lifeline import hold

    hold()
    with suppress(Error):
        search.read_in()


def _announce(host: str, port: int) -> None:
    """Print the address as soon as it answers: whoever reads the line may go there."""
    while True:
        with suppress(OSError), socket.create_connection((_nearby(host), port), timeout=1):
            break
        time.sleep(_GLANCE)
    print(f"Sagsgang svarer på {_address(host, port)}", flush=True)


@contextmanager
def _pdf_worker() -> Iterator[None]:
    """While this lasts the PDFs are made in a process of their own; at the end it finishes the one under way."""
    worker = subprocess.Popen([sys.executable, "-c", _CALL, "worker"])
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()


def _refusal(host: str, port: int) -> str:
    """Why the port cannot be had, in Danish; "" when it can."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            attempt.bind(address)
    except PermissionError:
        return f"Port {port} kræver særlige rettigheder. Vælg en over 1023 med --port."
    except OSError as error:
        if isinstance(error, socket.gaierror):
            return f"{host}:{port} er ikke en adresse på denne maskine."
        return f"Port {port} er optaget, eller {host} er ikke denne maskine. Vælg en anden port med --port."
    return ""


def _names(host: str) -> list[str]:
    """The host names under which the portal answers: those of the setting, and the one it listens on."""
    given = (os.environ.get("SAGSGANG_HOSTS") or "localhost,127.0.0.1,[::1]").split(",")
    own = ["localhost", socket.gethostname(), socket.getfqdn()] if host in _EVERYWHERE else [_bracketed(host)]
    return list(dict.fromkeys([*given, *own]))


def _address(host: str, port: int) -> str:
    return f"http://{'localhost' if host in _EVERYWHERE else _bracketed(host)}:{port}/"


def _nearby(host: str) -> str:
    return _EVERYWHERE.get(host, host)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
