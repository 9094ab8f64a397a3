"""Reads many files in worker processes. A file that brings its worker down is refused, and only that file."""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice

from sagsgang.archive.children import begin
from sagsgang.archive.intake.reading import FileRead, read, refused

Reader = Callable[[str, str], FileRead]
Task = Callable[[str], FileRead]

_SECONDS = 1200
_WAITING_EACH = 4
_DIED = "kan ikke læses: læseren gik ned, brugte for megen hukommelse eller for lang tid"


def read_files(paths: Iterable[str], authority: str, workers: int, reader: Reader = read) -> Iterator[FileRead]:
    """What each of the files holds, in the order in which they are done. `reader` is called in another process."""
    queue = iter(paths)
    crew = _Crew(partial(read_in_time, reader, authority), workers)
    try:
        while crew.take(queue):
            yield from crew.done()
    finally:
        crew.dismiss()


class _Crew:
    """The workers and the files that they have before them."""

    def __init__(self, task: Task, workers: int) -> None:
        self._task = task
        self._workers = workers
        self._running: dict[Future[FileRead], str] = {}
        self._pool = _pool(workers)

    def take(self, queue: Iterator[str]) -> bool:
        """Hand out as many files as shall wait; False when nothing is left to do."""
        for path in islice(queue, self._workers * _WAITING_EACH - len(self._running)):
            self._running[self._pool.submit(self._task, path)] = path
        return bool(self._running)

    def done(self) -> list[FileRead]:
        """At least one result; when a worker died, those of every file that was under way."""
        ready = wait(self._running, return_when=FIRST_COMPLETED).done
        if any(isinstance(future.exception(), BrokenProcessPool) for future in ready):
            return self._after_a_death()
        return [self._result(future) for future in ready]

    def dismiss(self) -> None:
        """Let the workers go, without waiting for files that nobody wants any more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _result(self, future: Future[FileRead]) -> FileRead:
        del self._running[future]
        return future.result()

    def _after_a_death(self) -> list[FileRead]:
        """Nobody says which file it was, so each is read again by itself."""
        suspects = list(self._running.values())
        self._running.clear()
        self.dismiss()
        results = [_read_alone(self._task, path) for path in suspects]
        self._pool = _pool(self._workers)
        return results


def _read_alone(task: Task, path: str) -> FileRead:
    with _pool(1) as pool:
        try:
            return pool.submit(task, path).result()
        except BrokenProcessPool:
            return refused(path, _DIED)


def read_in_time(reader: Reader, authority: str, path: str) -> FileRead:
    """Read one file; the worker is ended by the clock when that takes too long."""
    signal.alarm(_SECONDS)
    try:
        return reader(path, authority)
    finally:
        signal.alarm(0)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=begin)
