"""Rows that are written as lists of a programming language: `['（一）予以公开', '1', None]`, `[3, 0, 0]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gidisc.characters import LEFT_OUT
from gidisc.normalize.labels import HAN
from gidisc.normalize.page.markup import NOTHING

_STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_ITEM = rf"(?:{_STRING}|[-+]?[0-9]+(?:\.[0-9]+)?|{NOTHING})"
_ROW = re.compile(rf"[\[(]\s*+{_ITEM}(?:(?:\s*+,\s*+|\s++){_ITEM})++\s*+,?+\s*+[\])]")
_PIECE = re.compile(rf"(?P<string>{_STRING})|(?P<nothing>{NOTHING})|(?P<number>[-+]?[0-9.]+)|(?P<gap>[\s,]++)")
_ESCAPE = re.compile(r"\\[nrt]")
# How many rows a text must have before lists say anything, and how many numbers count columns.
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 4


def with_rows_apart(text: str, folded: str) -> str | None:
    """`folded` with each list on a line, a tab between its items, and nothing for quotes and empty items.

    Of the same length; None where there are no rows. `text` is what was folded. A list that counts 0, 1, 2 numbers the
    columns.
    """
    rows = list(_ROW.finditer(text)) if "[" in text or "(" in text else []
    if sum(HAN.search(row[0]) is not None for row in rows) < _FEWEST_ROWS:
        return None
    pieces = []
    at = 0
    for row in rows:
        pieces += [folded[at : row.start()], "\n", *_line(row, folded), "\n"]
        at = row.end()
    return "".join([*pieces, folded[at:]])


def _line(row: re.Match[str], folded: str) -> Iterator[str]:
    """The items of a list as cells on a line, without its brackets."""
    low, high = row.start() + 1, row.end() - 1
    numbers = re.findall(r"[0-9]+", row[0])
    if len(numbers) >= _FEWEST_COLUMNS and [*map(int, numbers)] == [*range(len(numbers))]:
        yield " " * (high - low)
        return
    pieces = list(_PIECE.finditer(row.string, low, high))
    last = max(match.start() for match in pieces if not match["gap"])
    for match in pieces:
        start, end = match.span()
        if match["gap"]:
            yield ("\t" if low < start < last else " ").ljust(end - start)
        elif match["string"]:
            yield f"{LEFT_OUT}{_ESCAPE.sub('  ', folded[start + 1 : end - 1])}{LEFT_OUT}"
        elif match["number"]:
            yield folded[start:end]
        else:
            yield LEFT_OUT * (end - start)
