"""Drawn grids in reading order: the lines of a cell joined, before anything is read.

A grid of rules and bars prints a cell that does not fit its column on several lines, beside those of its neighbours.
Read line by line, labels and numbers fall apart; read cell by cell between the rules, each row is one line again.
"""

from __future__ import annotations

import bisect
import itertools
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from attrs import define, field, frozen

from gidisc.characters import display_width
from gidisc.normalize.labels import HAN
from gidisc.normalize.page.numbering import numbering
from gidisc.normalize.tokens import VALUE
from gidisc.source import Span, Stretch
from gidisc.values import is_mark

_UP, _DOWN = {"UP", "VERTICAL"}, {"DOWN", "VERTICAL"}
_LEFT, _RIGHT = {"LEFT", "HORIZONTAL"}, {"RIGHT", "HORIZONTAL"}


def _box_drawings() -> dict[str, set[str]]:
    """The characters that Unicode has for drawing boxes, with the ways that their strokes go, as their names say."""
    named = {chr(code): {*unicodedata.name(chr(code)).split()} for code in range(0x2500, 0x2580)}
    ways = _UP | _DOWN | _LEFT | _RIGHT
    return {sign: words & ways for sign, words in named.items() if "DIAGONAL" not in words}


_DRAWN = _box_drawings()
BARS = "|" + "".join(sign for sign, ways in _DRAWN.items() if ways <= _UP | _DOWN)
"""What stands between the cells of a drawn line."""
_AS_BARS = str.maketrans(BARS, "|" * len(BARS))
_STROKES = "".join(sign for sign, ways in _DRAWN.items() if ways <= _LEFT | _RIGHT)
_JUNCTIONS = "+" + "".join(sign for sign in _DRAWN if sign not in BARS + _STROKES)
_NOTHING_BELOW = "".join(sign for sign in _JUNCTIONS[1:] if not _DRAWN[sign] & _DOWN)
_NOTHING_ABOVE = "".join(sign for sign in _JUNCTIONS[1:] if not _DRAWN[sign] & _UP)
# What the first edge of a grid is where a rule begins: strokes go up, down, and only to the right.
_OPENING = "".join(
    sign for sign in _JUNCTIONS[1:] if _DRAWN[sign] & _UP and _DRAWN[sign] & _DOWN and not _DRAWN[sign] & _LEFT
)
_CELLS_OF_DISPUTES = 15
# On so many lines between two rules stand no parts of one number that was broken inside its cell.
_FEWEST_LINES = 6
# Where a page ends inside a grid, its number and an empty line may stand there.
_NEAR = 3
# Strokes from bar to bar that are longer than a mark.
_BARE = rf"(?<=[{BARS}])-{{4,}}(?=[{BARS}])"
_BARE_RULE = re.compile(_BARE)
_ACROSS = f"[-=:{_STROKES}]"
_JUNCTION = f"[{re.escape(_JUNCTIONS)}]"
_ANY_JUNCTION = re.compile(_JUNCTION)
_RULE = re.compile(
    rf"(?<!{_JUNCTION})(?<!{_ACROSS})(?:{_JUNCTION}*+(?:{_ACROSS}{{2,}}+{_JUNCTION}++)++(?:{_ACROSS}{{2,}}+)?"
    rf"|{_JUNCTION}++{_ACROSS}{{2,}}+)|{_BARE}"
)
_GRID_LINE = re.compile(rf"[ \t>]*[{re.escape(BARS + _JUNCTIONS)}]")
_RULE_LINE = re.compile(rf"[ \t>]*{_JUNCTION}{_ACROSS}{{2,}}")
_INNER_RULE = re.compile(f"[{_OPENING}][{_STROKES}]{{2,}}")
_NUMBERED_RULE = re.compile(rf"^[ \t]*[0-9]{{1,5}}[ \t:,]*[{re.escape(_JUNCTIONS)}]{_ACROSS}{{2,}}", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


_HEAD_RULE = re.compile(rf"[{re.escape(_JUNCTIONS)}═=]+")


@frozen
class Reading:
    """A text in reading order, and where each of its characters stands in the source (None: everywhere the same).

    `broken` are the stretches of grids whose edges do not meet, so that parts of cells may have gone elsewhere;
    `line_ends` are those of the source where it has grids. `is_joined` says that lines were put together again that had
    been cut at a width: then numbers on two lines are whole.
    """

    text: str = field(repr=False)
    offsets: list[int] | None = field(default=None, repr=False)
    broken: tuple[Span, ...] = ()
    line_ends: list[int] = field(factory=list, repr=False)
    is_joined: bool = False

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

    def crosses_rows(self, start: int, end: int) -> bool:
        """Whether a stretch goes from one row of a drawn grid to the next."""
        at = self.text.find("\n", start, end)
        return self.offsets is not None and at >= 0 and -1 in self.offsets[at:end]

    def is_broken(self, span: Span) -> bool:
        """Whether a cell of a drawn grid has its number on several lines."""
        return self.offsets is not None and not self.is_joined and len(self.in_source(span.start, span.end)) > 1

    def torn(self, rows: Sequence[Sequence[Span]]) -> list[bool]:
        """For each row of cells in drawn grids, whether its numbers may be parts, or those of two rows.

        Where several numbers are broken over lines, whatever is as long as what their lines hold may be a part, too.
        Numbers of one row that stand on different lines are those of several rows between which no rule is left.
        """
        if self.offsets is None or self.is_joined:
            return [False] * len(rows)
        pieces = [[self.in_source(cell.start, cell.end) for cell in row] for row in rows]
        broken = [_length(cell) for row in pieces for cell in row if len(cell) > 1]
        longest = min(broken) if len(broken) > 1 else math.inf
        return [
            any(_length(cell) >= longest for cell in row)
            or len({bisect.bisect(self.line_ends, cell[0][0]) for cell in row if len(cell) == 1}) > 1
            for row in pieces
        ]


def _length(pieces: Sequence[Stretch]) -> int:
    """How long the first line of a number is."""
    (start, end), *_ = pieces
    return end - start


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
    if not _ANY_JUNCTION.search(text):
        return Reading(text)
    lines = _lines(text)
    if _rows_are_lines(text, lines):
        return Reading(text.translate(_AS_BARS))
    offsets: list[int] = []
    added: list[str] = []
    broken: list[Span] = []
    found = is_drawn = is_cut = False
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _GRID_LINE.match(text, *lines[end]):
            end += 1
        block = lines[at:end]
        if sum(_RULE_LINE.match(text, *line) is not None for line in block) >= 2:
            found = is_drawn = True
            start = len(offsets)
            # What goes on behind a line that is none of a grid may be the rest of its last row.
            goes_on = any(_GRID_LINE.match(text, *line) for line in lines[end : end + _NEAR])
            begins_with_rest = is_cut and _RULE_LINE.match(text, *block[0]) is None
            is_cut = goes_on and _RULE_LINE.match(text, *block[-1]) is None
            read: tuple[list[int], list[str]] = ([], [])
            is_whole = _read_block(text, block, *read) and not is_cut
            if is_whole and begins_with_rest:
                broken.append(Span(start=start, end=start + "".join(read[1]).find("\n")))
            if not is_whole and _has_rules_between_lines(text, block):
                read = ([*range(block[0][0], block[-1][1])], [text[block[0][0] : block[-1][1]].translate(_AS_BARS)])
            elif not is_whole:
                broken.append(Span(start=start, end=start + len(read[0])))
            offsets.extend(read[0])
            added += read[1]
        else:
            end = max(end, at + 1)
            # Lines between others that are none of a grid may begin with the rest of a row.
            between = text[lines[at][0] : lines[end - 1][1]]
            is_boxed = found and any(bar in between for bar in BARS[1:])
            is_torn = is_drawn or is_boxed or _INNER_RULE.search(between) is not None
            for start, stop in lines[at:end]:
                # A line of a grid that lost its first edge ends that grid, and is no row of its own.
                if is_torn and any(bar in text[start:stop] for bar in BARS):
                    broken.append(Span(start=len(offsets), end=len(offsets) + stop - start))
                offsets.extend(range(start, stop))
                added.append(text[start:stop])
            # Neither a rule that lost its first edge nor the number of a page inside a row ends a grid.
            is_drawn = is_drawn and (is_cut or _RULE.search(between) is not None)
            is_cut = is_cut and not any(bar in between for bar in BARS)
        at = end
    if not found:
        return Reading(text, broken=tuple(broken))
    return Reading("".join(added), offsets, tuple(broken), [end for _, end in lines])


def _lines(text: str) -> list[Stretch]:
    """The lines of a text; where rules stand behind the numbers of their lines, without these numbers."""
    lines = [match.span() for match in _LINE.finditer(text)]
    if _NUMBERED_RULE.search(text):
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
        if not _GRID_LINE.match(line) or _RULE.search(line):
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
    are_rules = [_RULE.search(line) is not None for line in printed]
    edges = [len(_edges(line)) for line in printed]
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
    measure = _measure(text, lines)
    regular = all(_meet(above, below, measure) for above, below in itertools.pairwise(printed)) and not any(
        _ends_alone(*three, measure) for three in zip(printed, printed[1:], printed[2:], strict=False)
    )
    cells: list[_GridCell] = []
    for (start, _), line in zip(lines, printed, strict=True):
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


def _meet(above: str, below: str, measure: Callable[[str, int], int]) -> bool:
    """Whether the edges of the cells on one line go on in the next: as many of them, or each at its place.

    A `+` does not say whether its edge goes up, down or both ways, and strokes from bar to bar not where edges end.
    """
    down = [measure(above, at) for at in _edges(above) if above[at] not in _NOTHING_BELOW]
    up = [measure(below, at) for at in _edges(below) if below[at] not in _NOTHING_ABOVE]
    if len(down) == len(up):
        return True
    fewer, more = sorted((down, up), key=len)
    if not fewer or not any("+" in line or _BARE_RULE.search(line) for line in (above, below)):
        return False
    near = {edge + step for edge in more for step in (-1, 0, 1)}
    return abs(fewer[0] - more[0]) <= 1 and abs(fewer[-1] - more[-1]) <= 1 and near.issuperset(fewer)


def _ends_alone(above: str, line: str, below: str, measure: Callable[[str, int], int]) -> bool:
    """Whether an edge on a line goes on neither in the line above nor in that below.

    The double rule below heads shows the edges of all columns, whatever cells are merged above and below.
    """
    if _HEAD_RULE.fullmatch(line.strip()):
        return False
    own, *others = ([measure(printed, at) for at in _edges(printed)] for printed in (line, above, below))
    if any(len(own) == len(other) for other in others):
        return False
    near = {edge + step for other in others for edge in other for step in (-1, 0, 1)}
    return not near.issuperset(own)


def _edges(line: str) -> list[int]:
    """Where the edges of cells stand on a line: bars, and the junctions of rules."""
    edges = {at for at, sign in enumerate(line) if sign in BARS}
    for rule in _RULE.finditer(line):
        edges.update(at for at in range(*rule.span()) if line[at] in _JUNCTIONS)
    return sorted(edges)


def _reach(line: str, rule: re.Match[str], measure: Callable[[str, int], int]) -> tuple[float, float]:
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


def _measure(text: str, lines: Sequence[tuple[int, int]]) -> Callable[[str, int], int]:
    """How far along its line a character stands: in widths or in characters, whichever puts the bars in columns."""

    def by_width(line: str, at: int) -> int:
        return display_width(line[:at])

    def by_characters(line: str, at: int) -> int:
        return at

    def columns(measure: Callable[[str, int], int]) -> int:
        sample = [text[start:end] for start, end in lines[:60]]
        return len({measure(line, match.start()) for line in sample for match in re.finditer(f"[{BARS}]", line)})

    return min((by_width, by_characters), key=columns)
