"""Drawn grids in reading order: the lines of a cell joined, before anything is read.

A grid of rules and bars prints a cell that does not fit its column on several lines, beside those of its neighbours.
Read line by line, labels and numbers fall apart; read cell by cell between the rules, each row is one line again.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterator, Sequence

from attrs import define, field, frozen

from gidisc.characters import display_width
from gidisc.source import Span, Stretch

_BARS = "|│┃║"
_JUNCTIONS = "+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛╞╪╡╭╮╰╯"
_RULE = re.compile(
    rf"[{re.escape(_JUNCTIONS)}]*(?:[-─━═=]{{2,}}[{re.escape(_JUNCTIONS)}]+)+(?:[-─━═=]{{2,}})?|[{re.escape(_JUNCTIONS)}]+[-─━═=]{{2,}}"
)
_GRID_LINE = re.compile(rf"[ \t]*[{re.escape(_BARS + _JUNCTIONS)}]")
_RULE_LINE = re.compile(rf"[ \t]*[{re.escape(_JUNCTIONS)}][-─━═=]{{2,}}")


@frozen
class Reading:
    """A text in reading order, and where each of its characters stands in the source (None: everywhere the same).

    `broken` are the stretches of grids whose edges do not meet, so that parts of cells may have gone elsewhere.
    """

    text: str = field(repr=False)
    offsets: list[int] | None = field(default=None, repr=False)
    broken: tuple[Span, ...] = ()

    def in_source(self, start: int, end: int) -> list[Stretch]:
        """The stretches of the source that a stretch of the reading stands for; none for what was only added."""
        if self.offsets is None:
            return [(start, end)]
        found: list[Stretch] = []
        held = [offset for offset in self.offsets[start:end] if offset >= 0]
        for _, run in itertools.groupby(enumerate(held), key=lambda pair: pair[1] - pair[0]):
            offsets = [offset for _, offset in run]
            found.append((offsets[0], offsets[-1] + 1))
        return found


@define
class _GridCell:
    """A cell that is being read: its edges on the page, its bar, and its lines."""

    low: int
    high: int
    bar: int
    lines: list[tuple[int, int]] = field(factory=list)

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def in_reading_order(text: str) -> Reading:
    """The text with the rows of its drawn grids on one line each."""
    if not any(junction in text for junction in _JUNCTIONS):
        return Reading(text)
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]*\n?", text) if match.end() > match.start()]
    offsets: list[int] = []
    added: list[str] = []
    broken: list[Span] = []
    found = False
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _GRID_LINE.match(text, *lines[end]):
            end += 1
        block = lines[at:end]
        if sum(_RULE_LINE.match(text, *line) is not None for line in block) >= 2:
            found = True
            start = len(offsets)
            if not _read_block(text, block, offsets, added):
                broken.append(Span(start=start, end=len(offsets)))
        else:
            end = max(end, at + 1)
            for start, stop in lines[at:end]:
                offsets.extend(range(start, stop))
                added.append(text[start:stop])
        at = end
    return Reading("".join(added), offsets, tuple(broken)) if found else Reading(text)


def _read_block(text: str, lines: Sequence[tuple[int, int]], offsets: list[int], added: list[str]) -> bool:
    """Read one grid; whether the edges of its cells meet."""
    regular = True
    measure = _measure(text, lines)
    cells: list[_GridCell] = []
    for start, end in lines:
        line = text[start:end].rstrip("\r\n")
        rules = list(_RULE.finditer(line))
        reaches = [_reach(line, rule, measure) for rule in rules]
        closed = [cell for cell in cells if any(low <= cell.middle <= high for low, high in reaches)]
        _emit(text, closed, offsets, added)
        cells = [cell for cell in cells if cell not in closed]
        stretches = list(_stretches(line, rules))
        going_on = sorted(cells, key=lambda cell: cell.low)
        for index, (low, high) in enumerate(stretches):
            left, right = measure(line, low), measure(line, high)
            if len(stretches) == len(going_on):
                cell: _GridCell | None = going_on[index]
            else:
                cell = next((cell for cell in cells if abs(cell.low - left) <= 1 and abs(cell.high - right) <= 1), None)
            if cell is None:
                regular = regular and not any(cell.low < right - 1 and left + 1 < cell.high for cell in cells)
                cell = _GridCell(left, right, start + low - 1)
                cells.append(cell)
            stripped = line[low:high].strip()
            if stripped:
                begin = start + low + line[low:high].index(stripped)
                cell.lines.append((begin, begin + len(stripped)))
    _emit(text, cells, offsets, added)
    return regular


def _reach(line: str, rule: re.Match[str], measure: Callable[[str, int], int]) -> tuple[float, float]:
    """How far a rule reaches: one that begins or ends its line closes whatever stands out farther."""
    low = measure(line, rule.start()) if line[: rule.start()].strip() else -math.inf
    high = measure(line, rule.end()) if line[rule.end() :].strip() else math.inf
    return low, high


def _stretches(line: str, rules: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The stretches of a line between its bars and rules."""
    edges = [(match.start(), match.end()) for match in re.finditer(f"[{_BARS}]", line)]
    edges += [rule.span() for rule in rules]
    edges.sort()
    for (_, low), (high, _) in itertools.pairwise(edges):
        if low < high:
            yield low, high


def _emit(text: str, cells: Sequence[_GridCell], offsets: list[int], added: list[str]) -> None:
    if not any(cell.lines for cell in cells):
        return
    for cell in sorted(cells, key=lambda cell: cell.low):
        offsets.append(-1)
        added.append("|")
        for start, end in cell.lines:
            offsets.extend(range(start, end))
            added.append(text[start:end])
    offsets.append(-1)
    added.append("\n")


def _measure(text: str, lines: Sequence[tuple[int, int]]) -> Callable[[str, int], int]:
    """How far along its line a character stands: in widths or in characters, whichever puts the bars in columns."""

    def by_width(line: str, at: int) -> int:
        return display_width(line[:at])

    def by_characters(line: str, at: int) -> int:
        return at

    def columns(measure: Callable[[str, int], int]) -> int:
        sample = [text[start:end] for start, end in lines[:60]]
        return len({measure(line, match.start()) for line in sample for match in re.finditer(f"[{_BARS}]", line)})

    return min((by_width, by_characters), key=columns)
