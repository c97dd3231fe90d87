"""What a layout is: a way to print the tables of a report, and a way to join its parts to a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    False, where blanks leave nothing behind (`shows_blanks` False) only if no row is partly blank, and where cells
    stand unquoted between commas (`commas`) only if no number has one. In columns under each other (`columns`) blanks
    leave a gap, from which a reader may or may not tell which cells they are.
    """

    name: str
    printer: Callable[[Random], Printer]
    clear: bool = True
    shows_blanks: bool = True
    columns: bool = False
    commas: bool = False
    join: Callable[[list[str]], str] = "\n".join

    def print(self, content: Content, rng: Random) -> Sheet:
        """A report in this layout. The same state of `rng` gives the same text."""
        ink = Ink()
        printer = self.printer(rng)
        tables = {grid.table: printer(grid) for grid in grids(content, ink)}
        text = self.join(blocks(content, tables))
        return Sheet(text, ink.cast, blanks_vanish=not self.shows_blanks and not self.columns)

    def clear_tables(self, content: Content) -> frozenset[str]:
        """The tables that are clear in this layout of a report."""
        if not self.clear or (self.commas and any("," in (printed or "") for printed in content.cells.values())):
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
    *,
    clear: bool = True,
    shows_blanks: bool = True,
    columns: bool = False,
    commas: bool = False,
    join: Callable[[list[str]], str] = "\n".join,
) -> Callable[[Callable[[Random], Printer]], Callable[[Random], Printer]]:
    """Enter a printer into `LAYOUTS` under its own name."""

    def enter(printer: Callable[[Random], Printer]) -> Callable[[Random], Printer]:
        name = printer.__name__
        LAYOUTS[name] = Layout(
            name=name,
            printer=printer,
            clear=clear,
            shows_blanks=shows_blanks,
            columns=columns,
            commas=commas,
            join=join,
        )
        return printer

    return enter
