"""Many files: read one after the other or by several processes, in the order given."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from gidisc.diagnostics import ParseError, diagnose
from gidisc.model import Report
from gidisc.reading import read
from gidisc.source import Source

Path = TypeVar("Path", bound="str | os.PathLike[str]")
Result = TypeVar("Result")
_Reader = Callable[[Path], Result]

_PATIENCE = 0.1  # seconds
_at_rest = threading.Lock()  # held in a process that reads for another, but while it reads
_WAITING = 8  # files a process that are read ahead: enough to keep it busy, few enough to bound memory


def read_many(paths: Iterable[Path], *, jobs: int = 1) -> Generator[tuple[Path, Report | ParseError], None, None]:
    """The reports in text files, each with its path, in the order of `paths`, as they are asked for.

    A file that cannot be read gives its `ParseError` instead and never stops the rest: what `read` raises, or
    `unreadable` (with the reason of the system), `unexpected` (a fault of gidisc), `worker-lost`. With `jobs` above 1
    that many processes read; the results are the same. A script that asks for this must be importable: put its start
    under `if __name__ == "__main__":`. Raises `ValueError` for `jobs` below 1.

    >>> [(path.name, report.year) for path, report in gidisc.read_many([pathlib.Path("report.txt")])]
    [('report.txt', 2022)]
    """
    return map_files(read, paths, jobs=jobs)


def map_files(
    function: Callable[[Path], Result], paths: Iterable[Path], *, jobs: int = 1
) -> Generator[tuple[Path, Result | ParseError], None, None]:
    """What a function gives for each path, as `read_many` does; with several processes it must be picklable."""
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; at least one process must read")
    return _alone(function, paths) if jobs == 1 else _together(function, paths, jobs)


def _alone(
    function: _Reader[Path, Result], paths: Iterable[Path]
) -> Generator[tuple[Path, Result | ParseError], None, None]:
    for path in paths:
        yield path, guarded(function, path)


def _together(
    function: _Reader[Path, Result], paths: Iterable[Path], jobs: int
) -> Generator[tuple[Path, Result | ParseError], None, None]:
    workers = _Workers(jobs)
    waiting: deque[tuple[Path, Future[Result | ParseError]]] = deque()
    ahead = iter(paths)
    try:
        workers.submit(_ready).result()
        while True:
            while len(waiting) < jobs * _WAITING and (path := next(ahead, None)) is not None:
                waiting.append((path, workers.submit(_at_work, function, path)))
            if not waiting:
                return
            path, future = waiting.popleft()
            try:
                result = future.result()
            except BrokenProcessPool:
                result = _isolated(function, path)
                workers.end()
                workers = _Workers(jobs)
                again = [path for path, _ in waiting]
                waiting = deque((path, workers.submit(_at_work, function, path)) for path in again)
            yield path, result
    except BrokenProcessPool as error:
        raise RuntimeError(
            "no process could be started to read files; put the start of the script under"
            ' `if __name__ == "__main__":`, or pass jobs=1'
        ) from error
    finally:
        workers.end()


def _isolated(function: _Reader[Path, Result], path: Path) -> Result | ParseError:
    """The file read by a process of its own, so that one that kills its process takes no other with it."""
    workers = _Workers(1)
    try:
        return workers.submit(_at_work, function, path).result()
    except BrokenProcessPool:
        return _failure("worker-lost", path)
    finally:
        workers.end()


class _Workers:
    """Processes that read. They end when they are told to, whatever they are at, and when this process ends."""

    def __init__(self, jobs: int) -> None:
        # Spawned, because a fork copies the locks of whatever threads the caller runs, and the lifeline.
        context = multiprocessing.get_context("spawn")
        self._held, self._lifeline = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(self._held,))

    def submit(self, function: Callable[..., Result], *arguments: object) -> Future[Result]:
        """Work handed to a process; processes that have just been lost say so when its result is asked for."""
        try:
            return self._pool.submit(function, *arguments)
        except BrokenProcessPool as error:
            broken: Future[Result] = Future()
            broken.set_exception(error)
            return broken

    def end(self) -> None:
        """End the processes, and wait until they have ended."""
        self._lifeline.close()
        self._pool.shutdown(cancel_futures=True)
        self._held.close()


def _start(lifeline: Connection) -> None:
    """Leave Ctrl-C, which goes to every process of a terminal, to the one that started this one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _at_rest.acquire(blocking=False)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End this process when the other end of the lifeline is closed; the system closes it if its holder is killed.

    While its holder lives, a process that does not read is not ended: half a result in the pipe would keep the holder
    waiting for the rest. It ends when the pool tells it to, or with its next file.
    """
    parent = multiprocessing.parent_process()
    with contextlib.suppress(EOFError, OSError):
        lifeline.recv_bytes()
    while parent is not None and parent.is_alive() and not _at_rest.acquire(timeout=_PATIENCE):
        pass
    os._exit(1)


def _at_work(function: Callable[[Path], Result], path: Path) -> Result | ParseError:
    """What a process does with a file: while it reads, it may be ended."""
    _at_rest.release()
    try:
        return guarded(function, path)
    finally:
        _at_rest.acquire()


def _ready() -> None:
    """What a new process does first, to show that it can."""


def guarded(function: Callable[[Path], Result], path: Path) -> Result | ParseError:
    """What a function gives for a path, or why it cannot, whatever it raises."""
    try:
        return function(path)
    except ParseError as error:
        return error
    except OSError as error:
        return _failure("unreadable", path, reason=error.strerror or str(error))
    except Exception as error:
        return _failure("unexpected", path, error=f"{type(error).__name__}: {error}")


def _failure(code: str, path: str | os.PathLike[str], **arguments: Any) -> ParseError:
    return ParseError((diagnose(Source(""), code, name=os.fspath(path), **arguments),))
