"""Clocks: how long a call takes, many times over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter, process_time
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
    return Times(tuple(_once(call, each, perf_counter) for each in inputs))


def best(call: Callable[[T], object], inputs: Sequence[T], times: int = 5) -> float:
    """Seconds that this process works for one input: of some runs over all, the one that was disturbed least."""
    return min(sum(_once(call, each, process_time) for each in inputs) for _ in range(times)) / len(inputs)


def _once(call: Callable[[T], object], each: T, clock: Callable[[], float]) -> float:
    start = clock()
    call(each)
    return clock() - start
