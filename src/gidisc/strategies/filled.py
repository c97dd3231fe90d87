"""Rows that damage filled, so that what is printed is a full row of a report, and no reader can tell that it was not.

Where blanks leave nothing behind, a row shows that it has some only by fewer numbers than cells. Where one of these
fell apart, or the number of a page or a mark came to stand beside them, there may be as many again. Which rows these
are follows from the text and from whose characters stand where in it, and never from what a parser makes of it:
between the words before and behind the numbers of the row stand exactly as many runs as the row has cells. With more
or fewer a reader knows that something is wrong, and where blanks leave a gap, too: such rows are not among these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from gidisc import form
from gidisc.strategies.sheet import Sheet, number

_WORD = re.compile(r"[一-鿿]")
# The quote that closes a label is none of its values.
_RUN = re.compile(r"[^\s|“”]+")
_LIST_NUMBER = re.compile(r"[（(]?[0-9一二三四五六七八九十]{0,2}[)）.、]*")


def filled(cells: Iterable[str], sheet: Sheet) -> dict[str, set[Decimal]]:
    """For every cell of a row that reads as a full one, the number that stands in its place; `cells` in form order."""
    numbers: dict[str, set[Decimal]] = {}
    if not sheet.blanks_vanish:
        return numbers
    places: dict[str, list[int]] = {}
    for at, character in enumerate(sheet.marked):
        if character in sheet.cast:
            places.setdefault(sheet.cast[character][0], []).append(at)
    for row in _rows(cells):
        runs = list(_runs(row, places, sheet))
        if len(runs) == len(row):
            for key, run in zip(row, runs, strict=True):
                shown = number(sheet.reveal(run))
                if shown is not None:
                    numbers.setdefault(key, set()).add(shown)
    return numbers


def _rows(cells: Iterable[str]) -> Iterator[list[str]]:
    """The cells of every row, and those of the disputes once more as one."""
    rows: dict[str, list[str]] = {}
    for key in cells:
        rows.setdefault(key.rsplit(".", 1)[0], []).append(key)
        if key.startswith(form.DISPUTES.id):
            rows.setdefault(form.DISPUTES.id, []).append(key)
    yield from rows.values()


def _runs(row: list[str], places: Mapping[str, list[int]], sheet: Sheet) -> Iterator[str]:
    """What stands between the words around the numbers of a row: nothing where words stand among them."""
    held = sorted(at for key in row for at in places.get(key, ()))
    text = sheet.marked
    if not held or _WORD.search(text[held[0] : held[-1]]):
        return
    others = {at for key, found in places.items() if key not in row for at in found}
    low, high = held[0], held[-1] + 1
    while low > 0 and low - 1 not in others and not _WORD.match(text[low - 1]):
        low -= 1
    while high < len(text) and high not in others and not _WORD.match(text[high]):
        high += 1
    for run in _RUN.findall(text[low:high]):
        if not _LIST_NUMBER.fullmatch(run) or run.isdigit():
            yield run
