"""Clocks: how long a call takes, many times over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """Durations in seconds."""

    seconds: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The median in milliseconds."""
        return self._at(0.5)

    @property
    def p95(self) -> float:
        """The 95th percentile in milliseconds."""
        return self._at(0.95)

    def _at(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


def timed(call: Callable[[T], object], inputs: Sequence[T]) -> Times:
    """How long `call` takes for each of the inputs."""
    return Times(tuple(_once(call, each) for each in inputs))


def _once(call: Callable[[T], object], each: T) -> float:
    start = perf_counter()
    call(each)
    return perf_counter() - start


def best(call: Callable[[], object], times: int = 3) -> float:
    """The shortest of some runs in seconds: the one that other work on the machine disturbed least."""
    return min(_once(lambda _: call(), None) for _ in range(times))
