"""Drawn grids in reading order: the lines of a cell joined, before anything is read.

A grid of rules and bars prints a cell that does not fit its column on several lines, beside those of its neighbours.
Read line by line, labels and numbers fall apart; read cell by cell between the rules, each row is one line again.
"""

from __future__ import annotations

import bisect
import itertools
import math
import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.labels import HAN
from gidisc.normalize.page.numbering import numbering
from gidisc.normalize.page.order import Reading
from gidisc.normalize.page.strokes import (
    ANY_JUNCTION,
    AS_BARS,
    BARS,
    GRID_LINE,
    INNER_RULE,
    NUMBERED_RULE,
    RULE,
    RULE_LINE,
    Measure,
    edges_on,
    ends_alone,
    measure_of,
    meet,
)
from gidisc.normalize.tokens import VALUE
from gidisc.source import Span, Stretch
from gidisc.values import is_mark

_CELLS_OF_DISPUTES = len(form.PRINTED_RESULTS)
# On so many lines between two rules stand no parts of one number that was broken inside its cell.
_FEWEST_LINES = 6
# Where a page ends inside a grid, its number and an empty line may stand there.
_NEAR = 3
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


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
    if not ANY_JUNCTION.search(text):
        return Reading(text)
    lines = _lines(text)
    if _rows_are_lines(text, lines):
        return Reading(text.translate(AS_BARS))
    offsets: list[int] = []
    added: list[str] = []
    broken: list[Span] = []
    found = is_drawn = is_cut = False
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and GRID_LINE.match(text, *lines[end]):
            end += 1
        block = lines[at:end]
        if sum(RULE_LINE.match(text, *line) is not None for line in block) >= 2:
            found = is_drawn = True
            start = len(offsets)
            # What goes on behind a line that is none of a grid may be the rest of its last row.
            goes_on = any(GRID_LINE.match(text, *line) for line in lines[end : end + _NEAR])
            begins_with_rest = is_cut and RULE_LINE.match(text, *block[0]) is None
            is_cut = goes_on and RULE_LINE.match(text, *block[-1]) is None
            read: tuple[list[int], list[str]] = ([], [])
            is_whole = _read_block(text, block, *read) and not is_cut
            if is_whole and begins_with_rest:
                broken.append(Span(start=start, end=start + "".join(read[1]).find("\n")))
            if not is_whole and _has_rules_between_lines(text, block):
                read = ([*range(block[0][0], block[-1][1])], [text[block[0][0] : block[-1][1]].translate(AS_BARS)])
            elif not is_whole:
                broken.append(Span(start=start, end=start + len(read[0])))
            offsets.extend(read[0])
            added += read[1]
        else:
            end = max(end, at + 1)
            # Lines between others that are none of a grid may begin with the rest of a row.
            between = text[lines[at][0] : lines[end - 1][1]]
            is_boxed = found and any(bar in between for bar in BARS[1:])
            is_torn = is_drawn or is_boxed or INNER_RULE.search(between) is not None
            for start, stop in lines[at:end]:
                # A line of a grid that lost its first edge ends that grid, and is no row of its own.
                if is_torn and any(bar in text[start:stop] for bar in BARS):
                    broken.append(Span(start=len(offsets), end=len(offsets) + stop - start))
                offsets.extend(range(start, stop))
                added.append(text[start:stop])
            # Neither a rule that lost its first edge nor the number of a page inside a row ends a grid.
            is_drawn = is_drawn and (is_cut or RULE.search(between) is not None)
            is_cut = is_cut and not any(bar in between for bar in BARS)
        at = end
    if not found:
        return Reading(text, broken=tuple(broken))
    return Reading("".join(added), offsets, tuple(broken), [end for _, end in lines])


def _lines(text: str) -> list[Stretch]:
    """The lines of a text; where rules stand behind the numbers of their lines, without these numbers."""
    lines = [match.span() for match in _LINE.finditer(text)]
    if NUMBERED_RULE.search(text):
        starts = [start for start, _ in lines]
        for number in numbering(text):
            at = bisect.bisect(starts, number.start) - 1
            # What closes the cell of a number may be the first edge of the grid.
            lines[at] = (number.end - (text[number.end - 1] in BARS), lines[at][1])
    return lines


def _rows_are_lines(text: str, lines: Sequence[Stretch]) -> bool:
    """Whether a grid has no rules between its rows, as many lines with words and numbers between two rules show.

    Numbers on a line without words go on from the line above or in the one below; only those on disputes have no label.
    """
    full = most = 0
    for start, end in lines:
        line = text[start:end].rstrip("\n")
        if not line:
            continue
        if not GRID_LINE.match(line) or RULE.search(line):
            full = 0
            continue
        cells = _cells_of(line)
        numbers = _hold_numbers(cells)
        words = HAN.search(line) is not None
        if numbers and not words and len(cells) < _CELLS_OF_DISPUTES:
            return False
        full += numbers and words
        most = max(most, full)
    return most >= _FEWEST_LINES


def _cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(f"[{BARS}]", line)]


def _hold_numbers(cells: Sequence[str]) -> bool:
    return any(VALUE.fullmatch(cell) is not None or is_mark(cell) for cell in cells)


def _has_rules_between_lines(text: str, lines: Sequence[Stretch]) -> bool:
    """Whether each line of a grid stands between rules, those of numbers with as many edges as one of them.

    Then it is a row wherever those edges are: spaces may have been lost.
    """
    printed = [text[start:end] for start, end in lines]
    are_rules = [RULE.search(line) is not None for line in printed]
    edges = [len(edges_on(line)) for line in printed]
    return (
        are_rules[0]
        and are_rules[-1]
        and all(a or b for a, b in itertools.pairwise(are_rules))
        and all(
            is_rule or own in (above, below) or not _hold_numbers(_cells_of(line))
            for line, is_rule, above, own, below in zip(
                printed[1:], are_rules[1:], edges, edges[1:], edges[2:], strict=False
            )
        )
    )


def _read_block(text: str, lines: Sequence[tuple[int, int]], offsets: list[int], added: list[str]) -> bool:
    """Read one grid; whether the edges of its cells meet."""
    printed = [text[start:end].rstrip("\r\n") for start, end in lines]
    measure = measure_of(text, lines)
    regular = all(meet(above, below, measure) for above, below in itertools.pairwise(printed)) and not any(
        ends_alone(*three, measure) for three in zip(printed, printed[1:], printed[2:], strict=False)
    )
    cells: list[_GridCell] = []
    for (start, _), line in zip(lines, printed, strict=True):
        rules = list(RULE.finditer(line))
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


def _reach(line: str, rule: re.Match[str], measure: Measure) -> tuple[float, float]:
    """How far a rule reaches: one that begins or ends its line closes whatever stands out farther."""
    low = measure(line, rule.start()) if line[: rule.start()].strip() else -math.inf
    high = measure(line, rule.end()) if line[rule.end() :].strip() else math.inf
    return low, high


def _stretches(line: str, rules: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The stretches of a line between its bars and rules; there is none between a rule and the bar that it touches."""
    drawn = [rule.span() for rule in rules]
    edges = sorted([*drawn, *(match.span() for match in re.finditer(f"[{BARS}]", line))])
    for before, after in itertools.pairwise(edges):
        if before[1] < after[0] or not (before in drawn or after in drawn):
            yield before[1], after[0]


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
