"""Layouts with one cell, or less, a line."""

from __future__ import annotations

from random import Random

from gidisc.strategies.layout import Printer, layout


@layout()
def cell_lines_tab(rng: Random) -> Printer:
    """One cell a line behind a tab, an empty line between rows."""
    return lambda grid: "\n\n".join("\n".join(f"\t{box.text}" for box in row) for row in grid.rows())


@layout()
def cell_lines(rng: Random) -> Printer:
    """One cell a line; a blank is an empty line."""
    return lambda grid: "\n".join(box.text for box in grid.boxes)


@layout(shows_blanks=False)
def cell_lines_dropped(rng: Random) -> Printer:
    """One cell a line; blanks leave nothing behind."""
    return lambda grid: "\n".join(box.text for box in grid.boxes if box.text)


@layout(join="\n\n".join)
def cell_lines_apart(rng: Random) -> Printer:
    """One cell a line with an empty line behind it, blanks too."""
    return lambda grid: "\n\n".join(box.text for box in grid.boxes)


@layout(join="\n\n".join, shows_blanks=False)
def cell_lines_apart_dropped(rng: Random) -> Printer:
    """One cell a line with an empty line behind it; blanks leave nothing behind."""
    return lambda grid: "\n\n".join(box.text for box in grid.boxes if box.text)


@layout(join="\n\n".join)
def cell_paragraphs(rng: Random) -> Printer:
    """What browsers make of cells that hold paragraphs: a tab on a line of its own between cells."""
    return lambda grid: "\n\n\n\n".join("\n\n\t\n\n".join(box.text for box in row) for row in grid.rows())


@layout(clear=False, shows_blanks=False)
def characters(rng: Random) -> Printer:
    """One character a line: numbers of several digits fall apart."""
    return lambda grid: "\n".join(character for box in grid.boxes for character in box.text)
