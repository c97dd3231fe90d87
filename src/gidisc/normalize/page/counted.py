"""Numbers alone on their lines that may be those of pages, where these count up among those of cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

_BARE_LINE = re.compile(r"^[ \t\f\u200b]*(?P<number>[1-9][0-9]{0,2})[ \t\f\r\u200b]*$", re.MULTILINE)
# So many numbers count on seldom by chance.
_FEWEST_PAGES = 7


def may_be_pages(text: str) -> frozenset[int]:
    """Where the numbers stand that may be of pages in a text as it is printed; none where no pages are counted.

    Each stands alone on its line, behind one that may be of the page before and before one of the page after.
    """
    numbers = [(int(match["number"]), match.start("number")) for match in _BARE_LINE.finditer(text)]
    earliest = _counted(numbers, 1, 1)
    last = len(earliest)
    if last < _FEWEST_PAGES:
        return frozenset()
    latest = _counted(reversed(numbers), last, -1)
    return frozenset(at for number, at in numbers if number <= last and earliest[number] <= at <= latest[number])


def _counted(numbers: Iterable[tuple[int, int]], first: int, step: int) -> dict[int, int]:
    """Where each number stands first that counts on from one on."""
    counted: dict[int, int] = {}
    following = itertools.count(first, step)
    expected = next(following)
    for number, at in numbers:
        if number == expected:
            counted[number] = at
            expected = next(following)
    return counted
