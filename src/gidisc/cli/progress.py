"""A progress bar at a terminal, for work that takes long enough to be waited for."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

_SHORT = 1.0  # seconds of work without a bar


@contextlib.contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """A function to call with how much is done, of how much: a bar on standard error, where that is a terminal.

    The bar comes when the work turns out to be long, and is gone when it ends.
    """
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    task = bar.add_task("")
    begin = time.monotonic()

    def show(done: int, total: int) -> None:
        bar.update(task, completed=done, total=total)
        if not bar.live.is_started and time.monotonic() - begin >= _SHORT:
            bar.start()

    try:
        yield show
    finally:
        if bar.live.is_started:
            bar.stop()
