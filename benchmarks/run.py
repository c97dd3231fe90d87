"""How long parsing takes, as ratios against yardsticks measured in the same run.

The yardstick T is one pass of a simple regular expression over the same text, joined into a list: what a throw-away
script does at least. Other yardsticks are the text of the same report as a page of HTML by BeautifulSoup, its tables by
pandas, and the import of what gidisc builds on. Times are processor time, medians of several runs.

Run `python benchmarks/run.py`, with `--short` for a first look, and with folders of real texts to time those as well.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import math
import re
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

import inputs
from measures import held_blocks, parse, peak_memory, process_seconds, seconds

YARDSTICK = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十]+、|（[一二三四五六七]）|[^\s\d]+|\s+")
BUILD = (
    "import attrs, lark; from gidisc import grammar; "
    "lark.Lark(grammar.source(), start='report', parser='lalr', lexer='contextual', maybe_placeholders=False)"
)
FIRST = "import gidisc; gidisc.read({path!r})"


def tokens(text: str) -> list[str]:
    """The yardstick: every token of a text."""
    return [match[0] for match in YARDSTICK.finditer(text)]


def ratio(text: str, times: int) -> float:
    """How many T a text takes."""
    return seconds(functools.partial(parse, text), times) / seconds(functools.partial(tokens, text), 5 * times)


def show(name: str, value: float, aim: str = "", more: str = "") -> None:
    print(f"{name:48}{value:10.2f}  {aim:>8}  {more}".rstrip())


def head(title: str) -> None:
    print(f"\n{title:48}{'measured':>10}  {'aim':>8}")


def many(name: str, texts: Mapping[str, str], times: int, aims: tuple[str, str]) -> None:
    """The median and the worst of many texts."""
    ratios = {key: ratio(text, times) for key, text in texts.items()}
    worst = max(ratios, key=ratios.__getitem__)
    show(f"{name}: median of {len(ratios)}", statistics.median(ratios.values()), aims[0])
    show(f"{name}: worst", ratios[worst], aims[1], worst)


def texts(folders: Sequence[Path], times: int) -> None:
    head("parse / T")
    for name, text in inputs.cases().items():
        show(name, ratio(text, times), "12")
    many("every layout", inputs.invented(), max(times // 3, 1), ("20", "60"))
    for folder in folders:
        many(folder.name, inputs.texts_in(folder), max(times // 3, 1), ("20", "60"))


def pages(times: int) -> None:
    """The same report as a page of HTML, by what people use to get at its text and tables."""
    head("parse / reading the page")
    text = inputs.cases()["tabs_shifted_rows"]
    page = inputs.page(text)
    taken = seconds(functools.partial(parse, text), times)
    if importlib.util.find_spec("bs4"):
        from bs4 import BeautifulSoup

        show("get_text", taken / seconds(lambda: BeautifulSoup(page, "html.parser").get_text(), times), "0.10")
    if importlib.util.find_spec("pandas") and importlib.util.find_spec("lxml"):
        from io import StringIO

        import pandas

        show("read_html", taken / seconds(lambda: pandas.read_html(StringIO(page)), times), "1.00")


def growth(sizes: Sequence[int], times: int) -> None:
    """How time grows with the text, as an exponent over the larger half of the sizes, and the memory of the largest."""
    head(f"growth from {sizes[0]} to {sizes[-1]}")
    for name, make in inputs.GROWING.items():
        first, last = (seconds(functools.partial(parse, make(n)), times) for n in (sizes[0], sizes[-1]))
        show(f"{name}: exponent", math.log(last / first) / math.log(sizes[-1] / sizes[0]), "1.10")


def memory(size: int, parses: int) -> None:
    head("memory")
    for name in ("prose", "table noise", "diagnostics"):
        text = inputs.GROWING[name](size)
        show(f"{name}: peak / text", peak_memory(text) / len(text.encode()), "40")
    report = next(iter(inputs.cases().values()))
    show("a report: peak / text", peak_memory(report) / len(report.encode()), "40")
    fragment = "（一）予以公开 1 2 3 0 0 0 {}\n（二）部分公开 0 0 0 0 0 0 0"
    held = held_blocks(fragment.format, parses)
    show(f"blocks held more after {parses} parses", held, "0", "and what caches of fixed size hold")


def start(times: int) -> None:
    head("start")
    own, attrs = (process_seconds(f"import {name}", times) for name in ("gidisc", "attrs"))
    show("import gidisc / import attrs", own / attrs, "1.30")
    first = process_seconds(FIRST.format(path=str(min(inputs.CASES.glob("*.txt")))), times)
    show("first report / lark, attrs and the parser", first / process_seconds(BUILD, times), "1.60")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of ratios beside what they should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="a folder of real texts (*.txt)")
    parser.add_argument("--short", action="store_true", help="fewer runs, smaller inputs")
    parser.add_argument("--parses", type=int, help="how many parses may not hold memory (100,000; in short 100)")
    options = parser.parse_args(arguments)
    times = 3 if options.short else 15
    texts(options.folders, times)
    pages(times)
    growth((1, 4) if options.short else (1, 64), 1 if options.short else 3)
    memory(4 if options.short else 16, options.parses or (100 if options.short else 100_000))
    start(times)


if __name__ == "__main__":
    main()
