"""Drawn grids one cell of which holds a whole page, with the grids of its tables inside."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_RULE = re.compile(r" *\+[-=:]{2,}[-=:+]*\+[ \t\r]*")
_INSIDE = re.compile(r" ?\+[-=:]{2,}")
_EDGES = re.compile(r"[| ]*\|")
_FEWEST_LINES = 12
_FEWEST_RULES = 2
_DEEPEST = 3


def without_frames(text: str) -> str:
    """A text with spaces for what is drawn around a cell that holds other grids, and for blank cells before it.

    It is of the same length. Every line between two rules begins with the same edges and ends with one, and inside
    stand other rules: those of the grid itself would end where it ends.
    """
    for _ in range(_DEEPEST):
        if "| +" not in text and "|+" not in text:
            break
        lines = text.split("\n")
        if not _clear_frames(lines):
            break
        text = "\n".join(lines)
    return text


def _clear_frames(lines: list[str]) -> bool:
    """Put spaces in place of the outermost frames; whether there are any."""
    rules = [index for index, line in enumerate(lines) if _RULE.fullmatch(line)]
    found = False
    for first, last in itertools.pairwise(rules):
        edges = _edges(lines[first + 1 : last]) if last - first > _FEWEST_LINES else 0
        if edges:
            found = True
            for index in range(first + 1, last):
                end = lines[index].rindex("|")
                lines[index] = f"{' ' * edges}{lines[index][edges:end]} {lines[index][end + 1 :]}"
            lines[first], lines[last] = (" " * len(lines[index]) for index in (first, last))
    return found


def _edges(lines: Sequence[str]) -> int:
    """How far the edges reach that all lines of a frame begin with; 0 where they are of none."""
    spaced = [line.replace("\u00a0", " ").rstrip() for line in lines]
    alike = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(min(spaced), max(spaced), strict=False))
    common = _EDGES.match("".join(sign for sign, _ in alike))
    if common is None or not all(line.endswith("|") and len(line) > common.end() for line in spaced):
        return 0
    inside = sum(_INSIDE.match(line, common.end()) is not None for line in spaced)
    return common.end() if inside >= _FEWEST_RULES else 0
