"""Prints that nobody had: how long from the order until they can be fetched, through the queue and its worker."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from time import perf_counter, sleep

from bench.timing import Times, timed

ALONE = 12
FEW, CROWD = 8, 64
NEEDED = ALONE + 2 * FEW + CROWD
_MADE_NOW, _THERE = 202, 200
_SHORTEST = 0.1  # seconds between two looks of one who waits
_LOOKS = 64  # a second, of all who wait together


def addresses(meetings: Sequence[str]) -> list[str]:
    """Whole papers in large print, each of them another one."""
    return [f"{address}referat-18.pdf" for address in meetings[-NEEDED:]]


def measure(port: int, orders: Sequence[str]) -> tuple[Times, float, float, Times, int]:
    """Alone; prints a second for eight and for 64 at once; how long each of the 64 waited; and the largest print."""
    sizes: list[int] = []
    alone = timed(lambda path: sizes.append(order(port, path, 1)), orders[:ALONE])
    few_rate, _ = _crowded(port, orders[ALONE : ALONE + 2 * FEW], FEW)
    crowd_rate, crowd = _crowded(port, orders[ALONE + 2 * FEW : NEEDED], CROWD)
    return alone, few_rate, crowd_rate, crowd, max(sizes)


def order(port: int, path: str, waiting: int) -> int:
    """Ask for the print until it is there, as often as `waiting` at once may; gives its size in bytes."""
    while True:
        status, size = _get(port, path)
        if status == _THERE:
            return size
        if status != _MADE_NOW:
            raise SystemExit(f"{path} answered {status}")
        sleep(max(_SHORTEST, waiting / _LOOKS))


def _crowded(port: int, orders: Sequence[str], clients: int) -> tuple[float, Times]:
    with ThreadPoolExecutor(clients) as pool:
        start = perf_counter()
        waits = list(pool.map(lambda path: timed(lambda one: order(port, one, clients), [path]).seconds[0], orders))
        return len(orders) / (perf_counter() - start), Times(tuple(waits))


def _get(port: int, path: str) -> tuple[int, int]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    size = len(answer.read())
    connection.close()
    return answer.status, size
