"""The width at which the lines of a text were cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gidisc.characters import display_width

Cut = tuple[Callable[[str], int], int]
"""How those who cut lines measure them, and how wide a line is at least that was cut."""

# At least so many lines are as wide where they were cut.
_CUT = 1 / 8


def cuts(folded: str) -> Sequence[Cut]:
    """The width at which lines were cut, in characters or on a page, where the last character had no room."""
    lines = folded.split("\n")
    found: list[Cut] = []
    for measure, room in ((len, 0), (display_width, 1)):
        widths = list(map(measure, lines))
        widest = max(widths) - room
        if sum(width >= widest for width in widths) >= _CUT * len(lines):
            found.append((measure, widest))
    return found
