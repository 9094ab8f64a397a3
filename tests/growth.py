"""Whether work grows in proportion to its input, told by the processor's time and not by a clock on the wall."""

from collections.abc import Callable
from time import process_time

_TIMES = 4
_NOISE = 0.01


def grows_in_proportion(call: Callable[[int], object], size: int) -> bool:
    """Whether four times the size costs about four times as much, with room for caches and a busy machine."""
    small, large = _seconds(call, size), _seconds(call, size * _TIMES)
    return large < 2 * _TIMES * max(small, _NOISE)


def _seconds(call: Callable[[int], object], size: int) -> float:
    return min(_once(call, size) for _ in range(2))


def _once(call: Callable[[int], object], size: int) -> float:
    start = process_time()
    call(size)
    return process_time() - start
