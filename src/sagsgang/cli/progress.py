"""How far a long command is: on a terminal one line that moves, elsewhere a line now and then."""

import sys
import time

_ON_TERMINAL = 0.2
_ELSEWHERE = 10.0


class Progress:
    """Told of each step; writes to standard error with the rate and the time left."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._stage = ""
        self._began = self._said = 0.0
        self._first = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` in `stage` are finished."""
        now = time.monotonic()
        if stage != self._stage:
            self.end()
            self._stage, self._began, self._said, self._first = stage, now, now, done
        last = done >= total and self._terminal
        if now - self._said >= (_ON_TERMINAL if self._terminal else _ELSEWHERE) or last:
            self._said = now
            self._say(self._line(done, total, now - self._began))

    def end(self) -> None:
        """Leave the moving line."""
        if self._stage and self._terminal:
            print(file=sys.stderr)
        self._stage = ""

    def _line(self, done: int, total: int, seconds: float) -> str:
        rate = (done - self._first) / seconds if seconds else 0.0
        left = f", {_span((total - done) / rate)} tilbage" if rate and total > done else ""
        return f"{self._stage} {done} af {total} ({rate:.0f}/s{left})"

    def _say(self, line: str) -> None:
        if self._terminal:
            print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} t {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
