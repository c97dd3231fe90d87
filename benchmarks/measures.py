"""Processor time and memory."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable

import gidisc


def seconds(run: Callable[[], object], times: int) -> float:
    """The median processor time of a call: what others do on the machine counts as little as can be."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def process_seconds(code: str, times: int) -> float:
    """The median processor time of a Python that runs some code, its modules compiled as those of packages are."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        for _ in range(times + 1):
            before = os.times()
            subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, env=environment)
            after = os.times()
            taken.append(sum(after[2:4]) - sum(before[2:4]))
    return statistics.median(taken[1:])


def parse(text: str) -> object:
    """The report of a text, or why there is none."""
    try:
        return gidisc.parse(text)
    except gidisc.ParseError as error:
        return error


def peak_memory(text: str) -> int:
    """How many bytes a parse needs at once, its report among them."""
    parse(text)
    tracemalloc.start()
    report = parse(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report is not None
    return peak


def held_blocks(text: Callable[[str], str], times: int) -> int:
    """How many blocks of memory more are held after many parses, each of another text, than after a tenth of them."""
    before = 0
    for number in range(times):
        if number == times // 10:
            gc.collect()
            before = sys.getallocatedblocks()
        parse(text(str(number)))
    gc.collect()
    return sys.getallocatedblocks() - before
