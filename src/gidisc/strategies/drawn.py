"""Layouts that keep the shape of a table: columns under each other, with rules or without."""

from __future__ import annotations

from random import Random

from attrs import frozen

from gidisc.strategies.grid import Box, Grid
from gidisc.strategies.layout import Printer, layout
from gidisc.strategies.sheet import display_width, is_wide, offsets, padded

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_BOX_DRAWING = dict(zip(range(16), " │││─┘┐┤─└┌├─┴┬┼", strict=True))
_ASCII = dict(zip(range(16), " |||-+++-+++-+++", strict=True))
_CROSSES = dict(zip(range(16), " |||-++|-++|---+", strict=True))


@frozen
class Style:
    """How cells are drawn: `up_down` and `across` place their text, `rules` are the characters of lines, if any.

    Groups in a column two wide run down the page, one character a line.
    """

    up_down: str
    across: str
    group_width: int
    label_width: int
    value_width: int
    rules: dict[int, str] | None

    @property
    def gap(self) -> int:
        """The room between columns: one for a rule, else two."""
        return 1 if self.rules else 2


def _folded(text: str, width: int) -> list[str]:
    """A text over lines that are at most `width` columns wide on a screen."""
    lines = [""]
    for character in text:
        if display_width(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines


class _Canvas:
    """A table drawn character by character; a wide character leaves the field behind it empty."""

    def __init__(self, grid: Grid, style: Style) -> None:
        self.style = style
        self.rule = int(style.rules is not None)
        groups, labels = {"proactive": (0, 1), "requests": (2, 1), "disputes": (0, 0)}[grid.table]
        widths = [style.group_width] * groups + [style.label_width] * labels
        widths += [style.value_width] * (grid.width - len(widths))
        self.x = offsets(widths, style.gap, self.rule)
        self.y = offsets(self._heights(grid), self.rule, self.rule)
        self.fields = [[" "] * self.x[-1] for _ in range(self.y[-1])]
        self.flags: dict[tuple[int, int], int] = {}
        for box in grid.boxes:
            self._write(box)
            if style.rules:
                self._frame(box)
        for (y, x), flags in self.flags.items():
            self.fields[y][x] = (style.rules or {})[flags]

    def text(self) -> str:
        return "\n".join("".join(row).rstrip(" ") for row in self.fields)

    def _heights(self, grid: Grid) -> list[int]:
        """The lines that every row takes, the last row of a high box as many as the box still needs."""
        heights = [1] * grid.height
        for box in sorted(grid.boxes, key=lambda box: box.height):
            last = box.row + box.height - 1
            before = sum(heights[box.row : last]) + self.rule * (box.height - 1)
            heights[last] = max(heights[last], len(self._lines(box)) - before)
        return heights

    def _lines(self, box: Box) -> list[str]:
        return _folded(box.text, self._width(box))

    def _width(self, box: Box) -> int:
        return self.x[box.column + box.width] - self.x[box.column] - self.style.gap

    def _write(self, box: Box) -> None:
        lines = self._lines(box)
        height = self.y[box.row + box.height] - self.y[box.row] - self.rule
        room = height - len(lines)
        top = self.y[box.row] + {"top": 0, "middle": room // 2, "bottom": room}[self.style.up_down]
        for y, line in enumerate(lines, start=top):
            x = self.x[box.column]
            for character in padded(line, self._width(box), self.style.across, display_width):
                self.fields[y][x] = character
                if is_wide(character):
                    self.fields[y][x + 1] = ""
                x += 1 + is_wide(character)

    def _frame(self, box: Box) -> None:
        left, right = self.x[box.column] - 1, self.x[box.column + box.width] - 1
        top, bottom = self.y[box.row] - 1, self.y[box.row + box.height] - 1
        for x in range(left, right):
            for y in (top, bottom):
                self._join((y, x), _RIGHT)
                self._join((y, x + 1), _LEFT)
        for y in range(top, bottom):
            for x in (left, right):
                self._join((y, x), _DOWN)
                self._join((y + 1, x), _UP)

    def _join(self, point: tuple[int, int], flag: int) -> None:
        self.flags[point] = self.flags.get(point, 0) | flag


def _value_width(grid: Grid) -> int:
    return max(4, *(display_width(box.text) for box in grid.boxes if box.is_value))


def _canvas(rng: Random, rules: dict[int, str] | None) -> Printer:
    up_down = rng.choice(("top", "middle", "bottom"))
    across = rng.choice(("left", "centre", "right"))
    group_width, label_width, extra = rng.choice((2, 4, 8, 14, 20)), rng.randint(8, 30), rng.randint(0, 5)

    def printer(grid: Grid) -> str:
        style = Style(up_down, across, group_width, label_width, _value_width(grid) + extra, rules)
        return _Canvas(grid, style).text()

    return printer


@layout()
def drawn_box(rng: Random) -> Printer:
    """A table between box-drawing rules, cells over several lines, values at their top, middle or bottom."""
    return _canvas(rng, _BOX_DRAWING)


@layout()
def drawn_ascii(rng: Random) -> Printer:
    """A table between rules of `+`, `-` and `|`."""
    return _canvas(rng, _ASCII)


@layout()
def drawn_crosses(rng: Random) -> Printer:
    """A table between rules of `-` and `|`, with `+` at its corners and where rules cross."""
    return _canvas(rng, _CROSSES)


@layout(shows_blanks=False, columns=True)
def drawn_without_rules(rng: Random) -> Printer:
    """The same without rules: cells over several lines beside one another, blanks as gaps."""
    return _canvas(rng, None)


@layout(clear=False)
def drawn_narrow(rng: Random) -> Printer:
    """A table between rules whose columns are too narrow, so that numbers go on in the next line."""
    up_down, width = rng.choice(("top", "middle", "bottom")), rng.randint(2, 3)
    return lambda grid: _Canvas(grid, Style(up_down, "left", 6, 12, width, _BOX_DRAWING)).text()
