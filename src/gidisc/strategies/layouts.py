"""Ways to lay out a report as text, as converters, browsers and people do with web pages, Word files and PDFs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from random import Random

from attrs import frozen

from gidisc import form
from gidisc.strategies.content import Content
from gidisc.strategies.grid import Grid, grids
from gidisc.strategies.sheet import Ink, Sheet

Printer = Callable[[Grid], str]
"""Prints one table."""


@frozen(kw_only=True)
class Layout:
    """A way to lay out a report.

    `printer` chooses, for one report, how its tables are printed. A table is clear where a careful reader can tell the
    cell of every value, under the one convention that the values of a row follow its label: never where `clear` is
    False, and where blanks leave nothing behind (`shows_blanks` False) only if no row is partly blank.
    """

    name: str
    printer: Callable[[Random], Printer]
    clear: bool = True
    shows_blanks: bool = True
    join: Callable[[list[str]], str] = "\n".join

    def print(self, content: Content, rng: Random) -> Sheet:
        """A report in this layout. The same state of `rng` gives the same text."""
        ink = Ink()
        printer = self.printer(rng)
        tables = {grid.table: printer(grid) for grid in grids(content, ink)}
        return Sheet(self.join(blocks(content, tables)), ink.cast)

    def clear_tables(self, content: Content) -> frozenset[str]:
        """The tables that are clear in this layout of a report."""
        if not self.clear:
            return frozenset()
        return frozenset(table.id for table in form.TABLES if self.shows_blanks or has_whole_rows(content, table.id))


def has_whole_rows(content: Content, table: str) -> bool:
    """Whether every printed row of a table is either filled or blank as a whole; the disputes stand in one row."""
    rows: dict[str, set[bool]] = {}
    for key, printed in content.cells.items():
        name, row = key.rsplit(".", 1)[0].split(".", 1)
        if name == table:
            rows.setdefault("" if table == form.DISPUTES.id else row, set()).add(printed is None)
    return all(len(kinds) == 1 for kinds in rows.values())


def blocks(content: Content, tables: Mapping[str, str]) -> list[str]:
    """A report as its title, paragraphs, headings and printed tables."""
    parts = [content.title, *content.preface]
    for heading in form.HEADINGS:
        parts.append(heading.numeral + heading.label)
        parts += content.prose.get(heading.number, ())
        parts += [tables[table.id] for table in form.TABLES if table.section == heading.number]
    return [*parts, *content.signature]


LAYOUTS: dict[str, Layout] = {}
"""Every layout by name."""


def layout(
    *, clear: bool = True, shows_blanks: bool = True, join: Callable[[list[str]], str] = "\n".join
) -> Callable[[Callable[[Random], Printer]], Callable[[Random], Printer]]:
    """Enter a printer into `LAYOUTS` under its own name."""

    def enter(printer: Callable[[Random], Printer]) -> Callable[[Random], Printer]:
        name = printer.__name__
        LAYOUTS[name] = Layout(name=name, printer=printer, clear=clear, shows_blanks=shows_blanks, join=join)
        return printer

    return enter


def _rows_joined(rows: Iterable[Iterable[str]], separator: str) -> str:
    return "\n".join(separator.join(row) for row in rows)


@layout()
def grid_tsv(rng: Random) -> Printer:
    """Every field of the grid between tabs; fields that a merged cell covers are empty."""
    return lambda grid: _rows_joined(grid.matrix(), "\t")


@layout()
def repeated_tsv(rng: Random) -> Printer:
    """As `grid_tsv`, but a merged cell is printed in every field that it covers."""
    return lambda grid: _rows_joined(grid.matrix(repeat=True), "\t")


@layout()
def anchors_tsv(rng: Random) -> Printer:
    """Rows of cells between tabs; fields that a merged cell covers are left out."""
    return lambda grid: _rows_joined(([box.text for box in row] for row in grid.rows()), "\t")


@layout()
def ragged_tsv(rng: Random) -> Printer:
    """As `grid_tsv`, but values follow their label at once, and the fields so saved stand empty at the end of the row."""

    def printer(grid: Grid) -> str:
        rows = []
        for boxes, fields in zip(grid.rows(), grid.matrix(), strict=True):
            if any(box.is_value for box in boxes):
                texts = [""] * boxes[0].column + [box.text for box in boxes]
                fields = texts + [""] * (grid.width - len(texts))
            rows.append(fields)
        return _rows_joined(rows, "\t")

    return printer


def _csv(delimiter: str, quoting: int) -> Printer:
    def printer(grid: Grid) -> str:
        lines = io.StringIO()
        csv.writer(lines, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(grid.matrix())  # type: ignore[arg-type]
        return lines.getvalue().rstrip("\n")

    return printer


@layout()
def comma(rng: Random) -> Printer:
    """CSV, quoted where needed; the commas of values are inside quotes."""
    return _csv(",", csv.QUOTE_MINIMAL)


@layout()
def comma_quoted(rng: Random) -> Printer:
    """CSV with every field in quotes."""
    return _csv(",", csv.QUOTE_ALL)


@layout()
def semicolon(rng: Random) -> Printer:
    """Fields between semicolons."""
    return lambda grid: _rows_joined(grid.matrix(), ";")


@layout()
def ampersand(rng: Random) -> Printer:
    """Rows as TeX writes them."""
    return lambda grid: "\n".join(" & ".join(row) + r" \\" for row in grid.matrix())


@layout()
def bars(rng: Random) -> Printer:
    """Fields between bare bars."""
    return lambda grid: _rows_joined(grid.matrix(), "|")


@layout()
def markdown(rng: Random) -> Printer:
    """A pipe table with a rule below its first row."""

    def printer(grid: Grid) -> str:
        first, *others = (f"| {' | '.join(row)} |" for row in grid.matrix())
        return "\n".join([first, "|" + " --- |" * grid.width, *others])

    return printer


@layout(shows_blanks=False)
def spaces(rng: Random) -> Printer:
    """Cells between one to four spaces; blanks leave nothing behind."""
    gap = " " * rng.randint(1, 4)
    return lambda grid: _rows_joined(([box.text for box in row if box.text] for row in grid.rows()), gap)


@layout(shows_blanks=False)
def one_line(rng: Random) -> Printer:
    """The whole report on one line."""
    return lambda grid: " ".join(box.text for box in grid.boxes if box.text)


LAYOUTS["one_line"] = Layout(name="one_line", printer=one_line, shows_blanks=False, join=" ".join)


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
