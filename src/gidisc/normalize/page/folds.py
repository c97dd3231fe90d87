"""Texts that were cut at a width, whatever stood there: put together again, before anything is read.

Such a cut may part the digits of a number. It is known by lines that are nearly all as wide as the widest: those of
prose on a page are not, nor are those of a table whose cells are not padded.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from gidisc.characters import display_width
from gidisc.normalize.page.order import Reading
from gidisc.normalize.page.strokes import BARS

_LINE = re.compile(r"([^\r\n]*)(\r?\n|\r|\Z)")
_FEWEST_LINES = 12
_NARROWEST = 20
_NEARLY_ALL = 0.9
# Two spaces and more set columns apart or fill up lines; in text that flows they are rare.
_APART = re.compile(r"[ \u3000]{2}")
_MOST_APART = 0.2


def unfolded(reading: Reading) -> Reading:
    """A text with the lines put together again that were cut at a width; the same where none were."""
    if reading.offsets is not None or not _may_be_cut(reading.text):
        return reading
    lines = [match for match in _LINE.finditer(reading.text) if match[0]]
    printed = [match[1] for match in lines]
    full = max((list(_are_full(printed, measure)) for measure in (len, display_width)), key=sum)
    if sum(full) < _NEARLY_ALL * (len(lines) - 1) or not _flow(printed):
        return reading
    pieces: list[str] = []
    offsets: list[int] = []
    for match, is_full in zip(lines, full, strict=True):
        end = match.end(1) if is_full else match.end()
        pieces.append(reading.text[match.start() : end])
        offsets.extend(range(match.start(), end))
    return Reading("".join(pieces), offsets, is_joined=True)


def _may_be_cut(text: str) -> bool:
    """Whether nearly all lines have half as many characters as the longest: no fewer are as wide as that on a page."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lengths = list(map(len, lines if lines[-1] else lines[:-1]))
    if len(lengths) < _FEWEST_LINES:
        return False
    half = max(lengths) // 2
    return sum(length >= half for length in lengths) >= _NEARLY_ALL * (len(lengths) - 1)


def _are_full(lines: list[str], measure: Callable[[str], int]) -> Iterator[bool]:
    """For each line, whether it is as wide as the widest, or no wider character would fit, and another follows."""
    widths = [measure(line) for line in lines]
    width = max(widths)
    for own, following in itertools.zip_longest(widths, lines[1:]):
        yield width >= _NARROWEST and bool(following) and own in (width, width + 1 - measure(following[0]))


def _flow(lines: list[str]) -> bool:
    """Whether lines hold text that flows on, with its spaces: no columns, and no cells between bars.

    Where no line begins with a space, spaces were lost at the cuts, and what touches now need not have touched.
    """
    apart = sum(_APART.search(line) is not None for line in lines)
    bars = sum(line.endswith(tuple(BARS)) for line in lines)
    return max(apart, bars) < _MOST_APART * len(lines) and any(line.startswith(" ") for line in lines)
