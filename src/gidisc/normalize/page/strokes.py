"""The strokes that grids are drawn with: bars, rules and junctions, and whether edges of cells meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from gidisc.characters import display_width

Measure = Callable[[str, int], int]
"""How far along its line a character stands."""

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
AS_BARS = str.maketrans(BARS, "|" * len(BARS))
"""What makes one kind of bar of all."""

_STROKES = "".join(sign for sign, ways in _DRAWN.items() if ways <= _LEFT | _RIGHT)
_JUNCTIONS = "+" + "".join(sign for sign in _DRAWN if sign not in BARS + _STROKES)
_NOTHING_BELOW = "".join(sign for sign in _JUNCTIONS[1:] if not _DRAWN[sign] & _DOWN)
_NOTHING_ABOVE = "".join(sign for sign in _JUNCTIONS[1:] if not _DRAWN[sign] & _UP)
# What the first edge of a grid is where a rule begins: strokes go up, down, and only to the right.
_OPENING = "".join(
    sign for sign in _JUNCTIONS[1:] if _DRAWN[sign] & _UP and _DRAWN[sign] & _DOWN and not _DRAWN[sign] & _LEFT
)
# Strokes from bar to bar that are longer than a mark.
_BARE = rf"(?<=[{BARS}])-{{4,}}(?=[{BARS}])"
_BARE_RULE = re.compile(_BARE)
_ACROSS = f"[-=:{_STROKES}]"
_JUNCTION = f"[{re.escape(_JUNCTIONS)}]"
ANY_JUNCTION = re.compile(_JUNCTION)
"""Where edges of cells may cross or meet."""
RULE = re.compile(
    rf"(?<!{_JUNCTION})(?<!{_ACROSS})(?:{_JUNCTION}*+(?:{_ACROSS}{{2,}}+{_JUNCTION}++)++(?:{_ACROSS}{{2,}}+)?"
    rf"|{_JUNCTION}++{_ACROSS}{{2,}}+)|{_BARE}"
)
"""Strokes between junctions, or from bar to bar."""
GRID_LINE = re.compile(rf"[ \t>]*[{re.escape(BARS + _JUNCTIONS)}]")
"""How a line of a grid begins."""
RULE_LINE = re.compile(rf"[ \t>]*{_JUNCTION}{_ACROSS}{{2,}}")
"""How a line begins that is a rule."""
INNER_RULE = re.compile(f"[{_OPENING}][{_STROKES}]{{2,}}")
"""A rule of strokes that only boxes have, from its first edge."""
NUMBERED_RULE = re.compile(rf"^[ \t]*[0-9]{{1,5}}[ \t:,]*[{re.escape(_JUNCTIONS)}]{_ACROSS}{{2,}}", re.MULTILINE)
"""A line that is a rule behind the number of the line."""

_HEAD_RULE = re.compile(rf"[{re.escape(_JUNCTIONS)}═=]+")


def meet(above: str, below: str, measure: Measure) -> bool:
    """Whether the edges of the cells on one line go on in the next: as many of them, or each at its place.

    A `+` does not say whether its edge goes up, down or both ways, and strokes from bar to bar not where edges end.
    """
    down = [measure(above, at) for at in edges_on(above) if above[at] not in _NOTHING_BELOW]
    up = [measure(below, at) for at in edges_on(below) if below[at] not in _NOTHING_ABOVE]
    if len(down) == len(up):
        return True
    fewer, more = sorted((down, up), key=len)
    if not fewer or not any("+" in line or _BARE_RULE.search(line) for line in (above, below)):
        return False
    near = {edge + step for edge in more for step in (-1, 0, 1)}
    return abs(fewer[0] - more[0]) <= 1 and abs(fewer[-1] - more[-1]) <= 1 and near.issuperset(fewer)


def ends_alone(above: str, line: str, below: str, measure: Measure) -> bool:
    """Whether an edge on a line goes on neither in the line above nor in that below.

    The double rule below heads shows the edges of all columns, whatever cells are merged above and below.
    """
    if _HEAD_RULE.fullmatch(line.strip()):
        return False
    own, *others = ([measure(printed, at) for at in edges_on(printed)] for printed in (line, above, below))
    if any(len(own) == len(other) for other in others):
        return False
    near = {edge + step for other in others for edge in other for step in (-1, 0, 1)}
    return not near.issuperset(own)


def edges_on(line: str) -> list[int]:
    """Where the edges of cells stand on a line: bars, and the junctions of rules."""
    edges = {at for at, sign in enumerate(line) if sign in BARS}
    for rule in RULE.finditer(line):
        edges.update(at for at in range(*rule.span()) if line[at] in _JUNCTIONS)
    return sorted(edges)


def measure_of(text: str, lines: Sequence[tuple[int, int]]) -> Measure:
    """How far along its line a character stands: in widths or in characters, whichever puts the bars in columns."""

    def by_width(line: str, at: int) -> int:
        return display_width(line[:at])

    def by_characters(line: str, at: int) -> int:
        return at

    def columns(measure: Measure) -> int:
        sample = [text[start:end] for start, end in lines[:60]]
        return len({measure(line, match.start()) for line in sample for match in re.finditer(f"[{BARS}]", line)})

    return min((by_width, by_characters), key=columns)
