"""How long parsing takes, as ratios against a yardstick measured in the same run.

The yardstick T is one pass of a simple regular expression over the same text, joined into a list: what a throw-away
script does at least. Run `python benchmarks/run.py`, with `--short` for a first look.
"""

from __future__ import annotations

import argparse
import functools
import math
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import gidisc

CASES = sorted((Path(__file__).parents[1] / "tests" / "cases").glob("*.txt"))
YARDSTICK = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十]+、|（[一二三四五六七]）|[^\s\d]+|\s+")
GROWING: dict[str, Callable[[int], str]] = {
    "prose": lambda n: "一、总体情况\n" + "本年度围绕群众关心的事项推进公开工作，举办培训三次。\n" * (40 * n),
    "table noise": lambda n: "一、本年新收政府信息公开申请数量\n" + "0 1 2 — / 不予 公开\n" * (100 * n),
    "repeated labels": lambda n: "1.属于国家秘密 0 0 0 0 0 0 0\n" * (60 * n),
    "headings": lambda n: "一、总体情况\n二、主动公开政府信息情况\n" * (60 * n),
    "brackets": lambda n: "（" * (1500 * n) + "）" * (1500 * n),
    "one character": lambda n: "申" * (3000 * n),
}


def seconds(run: Callable[[], object], times: int) -> float:
    """The median time of a call."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def tokens(text: str) -> list[str]:
    """The yardstick: every token of a text."""
    return [match[0] for match in YARDSTICK.finditer(text)]


def parse(text: str) -> object:
    """The report of a text, or why there is none."""
    try:
        return gidisc.parse(text)
    except gidisc.ParseError as error:
        return error


def import_seconds(module: str, times: int) -> float:
    """The median time of a process that imports a module and ends."""
    return seconds(lambda: subprocess.run([sys.executable, "-c", f"import {module}"], check=True), times)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="fewer runs, smaller inputs")
    short = parser.parse_args(arguments).short
    times = 3 if short else 15
    print(f"{'text':32}{'characters':>12}{'T in ms':>10}{'parse / T':>11}")
    for path in CASES:
        text = path.read_text("utf-8")
        yardstick = seconds(functools.partial(tokens, text), times)
        ratio = seconds(functools.partial(parse, text), times) / yardstick
        print(f"{path.stem:32}{len(text):12}{1000 * yardstick:10.3f}{ratio:11.1f}")
    print(f"\n{'growing':32}{'exponent':>12}")
    sizes = (1, 4) if short else (1, 4, 16, 64)
    for name, make in GROWING.items():
        taken = [seconds(functools.partial(parse, make(n)), 1 if short else 3) for n in sizes]
        print(f"{name:32}{math.log(taken[-1] / taken[0]) / math.log(sizes[-1] / sizes[0]):12.2f}")
    print(f"\nimport gidisc / import attrs: {import_seconds('gidisc', times) / import_seconds('attrs', times):.2f}")


if __name__ == "__main__":
    main()
