"""Layouts that keep columns by spaces alone, one line a row: blanks show as gaps only."""

from __future__ import annotations

from random import Random

from attrs import evolve, frozen

from gidisc.strategies.grid import Box, Grid
from gidisc.strategies.layout import Printer, layout
from gidisc.strategies.sheet import Measure, display_width, offsets, padded

_ACROSS = ("left", "centre", "right")


@frozen
class _Page:
    """How columns are printed: how texts are measured, and where they stand in their columns.

    Heads wider than `head_width` go on below; on each page of `height` lines, if any, columns stand `shift` farther to
    the right than on the one before, behind its number if it is `numbered`; `jitter` is how far anything may stand from
    its place.
    """

    measure: Measure
    labels: str
    values: str
    head_width: int | None = None
    height: int | None = None
    shift: int = 0
    numbered: bool = True
    jitter: int = 0


def _column_widths(grid: Grid, measure: Measure) -> list[int]:
    """Columns as wide as their widest cell; what a merged cell lacks goes to the last column that it covers."""
    widths = [1] * grid.width
    for box in sorted(grid.boxes, key=lambda box: box.width):
        last = box.column + box.width - 1
        before = sum(widths[box.column : last]) + 2 * (box.width - 1)
        widths[last] = max(widths[last], measure(box.text) - before)
    return widths


def _wrapped(grid: Grid, width: int) -> Grid:
    """A grid whose heads are cut to pieces of `width` characters, a row for each, from the top."""
    pieces = {}
    heads = {box.row for box in grid.boxes} - {box.row for box in grid.boxes if box.is_value}
    boxes: list[Box] = []
    added = 0
    for row in range(grid.height):
        held = [box for box in grid.boxes if box.row == row]
        for box in held:
            cut = row in heads and box.width == 1
            pieces[box] = [box.text[at : at + width] for at in range(0, len(box.text), width)] if cut else [box.text]
        deepest = max((len(pieces[box]) for box in held), default=1)
        for box in held:
            boxes += [evolve(box, text=text, row=row + added + at) for at, text in enumerate(pieces[box] or [""])]
        added += deepest - 1
    return evolve(grid, boxes=tuple(boxes), height=grid.height + added)


def _columns(rng: Random, page: _Page) -> Printer:
    def moved(at: int) -> int:
        return max(0, at + rng.randint(-page.jitter, page.jitter)) if page.jitter else at

    def printer(grid: Grid) -> str:
        grid = _wrapped(grid, page.head_width) if page.head_width else grid
        starts = offsets(_column_widths(grid, page.measure), 2 + 2 * page.jitter, 0)
        lines = []
        for number, row in enumerate(grid.rows()):
            turned = divmod(number, page.height) if page.height else (0, number)
            if turned[0] and not turned[1] and page.numbered:
                lines.append(f"— {turned[0]} —\n\f")
            line = ""
            for box in row:
                across = page.values if box.is_value else page.labels
                width = starts[box.column + box.width] - starts[box.column] - 2
                text = padded(box.text, width, across, page.measure)
                line = padded(line, moved(starts[box.column] + page.shift * turned[0]), "left", page.measure) + text
            lines.append(line.rstrip(" "))
        return "\n".join(lines).replace("\f\n", "\f")

    return printer


def _page(rng: Random, measure: Measure | None = None) -> _Page:
    across = rng.choice(_ACROSS)
    return _Page(measure or rng.choice((len, display_width)), across, across)


@layout(shows_blanks=False, columns=True)
def columns_by_width(rng: Random) -> Printer:
    """Columns under each other on a screen, one line a row, blanks as gaps."""
    return _columns(rng, _page(rng, display_width))


@layout(shows_blanks=False, columns=True)
def columns_by_characters(rng: Random) -> Printer:
    """Columns under each other if all characters were equally wide."""
    return _columns(rng, _page(rng, len))


@layout(shows_blanks=False, columns=True)
def columns_of_two_kinds(rng: Random) -> Printer:
    """Values on another side of their columns than labels and heads."""
    labels, values = rng.sample(_ACROSS, 2)
    return _columns(rng, evolve(_page(rng), labels=labels, values=values))


@layout(shows_blanks=False, columns=True)
def columns_with_wrapped_heads(rng: Random) -> Printer:
    """Heads over two lines or three, so that columns stand close to each other."""
    return _columns(rng, evolve(_page(rng), head_width=rng.randint(2, 4)))


@layout(shows_blanks=False, columns=True)
def columns_by_page(rng: Random) -> Printer:
    """Columns that stand elsewhere on every page."""
    return _columns(rng, evolve(_page(rng), height=rng.randint(8, 20), shift=rng.randint(1, 9)))


@layout(shows_blanks=False, columns=True)
def columns_by_page_unmarked(rng: Random) -> Printer:
    """Columns that stand elsewhere on every page, where nothing shows that one ended."""
    page = evolve(_page(rng), height=rng.randint(8, 20), shift=rng.randint(1, 9), numbered=False)
    return _columns(rng, page)


@layout(shows_blanks=False, columns=True)
def columns_roughly(rng: Random) -> Printer:
    """Cells a character to the left or right of their columns, as where a tool maps a page to characters."""
    return _columns(rng, evolve(_page(rng), jitter=1))


@layout(clear=False)
def spaces_for_blanks(rng: Random) -> Printer:
    """Cells between spaces, more of them where cells are blank: what looks like columns and is none."""
    gap, blank = " " * rng.randint(1, 5), " " * rng.randint(0, 4)

    def printer(grid: Grid) -> str:
        return "\n".join(gap.join(box.text or blank for box in row).rstrip(" ") for row in grid.rows())

    return printer


@layout(clear=False, shows_blanks=False)
def spaces_at_random(rng: Random) -> Printer:
    """Cells between any number of spaces; blanks leave nothing behind."""
    widest = rng.choice((4, 9, 30))

    def printer(grid: Grid) -> str:
        lines = []
        for row in grid.rows():
            lines.append("".join(box.text + " " * rng.randint(1, widest) for box in row if box.text).rstrip(" "))
        return "\n".join(lines)

    return printer


@layout(clear=False)
def stops(rng: Random) -> Printer:
    """Tabs that a tool expanded to stops, with labels that reach beyond some of them."""
    stop = rng.choice((2, 4, 8))
    measure = rng.choice((len, display_width))
    merged = rng.random() < 0.5

    def printer(grid: Grid) -> str:
        lines = []
        for cells in grid.matrix() if merged else ([box.text for box in row] for row in grid.rows()):
            line = ""
            for cell in cells:
                line += " " * (-measure(line) % stop if measure(line) % stop else stop if line else 0) + cell
            lines.append(line.rstrip(" "))
        return "\n".join(lines)

    return printer
