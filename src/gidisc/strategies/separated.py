"""Layouts whose cells stand between signs: tabs, commas, bars, tags."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable
from random import Random

from gidisc.strategies.grid import Box, Grid
from gidisc.strategies.layout import Printer, layout

_SIGNS = (
    ("", "#", ""),
    ("", "^", ""),
    ("", " → ", ""),
    ("", "||", ""),
    ("", "~", ""),
    ("[", "][", "]"),
    ("[", "] [", "]"),
    ('"', '" "', '"'),
    ("", " & ", r" \\ \hline"),
)
"""What stands before the first field of a line, between two, and behind the last."""


_END_OF_ROW = r"\\"
_COMMANDS = (
    ("\\startrow\n\\startcell ", " \\stopcell\n\\startcell ", " \\stopcell\n\\stoprow"),
    ("@item\n", "\n @tab ", ""),
    ("T{\n", "\nT}\tT{\n", "\nT}"),
)
"""What stands before a row, between two of its cells, and behind it."""


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


def _is_table(part: str) -> bool:
    return "\t" in part


@layout(join=lambda parts: "\n".join(sorted(parts, key=_is_table)))
def tables_behind(rng: Random) -> Printer:
    """As `repeated_tsv`, with the tables behind all headings and paragraphs."""
    return repeated_tsv(rng)


@layout()
def anchors_tsv(rng: Random) -> Printer:
    """Rows of cells between tabs; fields that a merged cell covers are left out."""
    return lambda grid: _rows_joined(([box.text for box in row] for row in grid.rows()), "\t")


@layout()
def ragged_tsv(rng: Random) -> Printer:
    """As `grid_tsv`, but values follow their label at once; the fields so saved stand empty at its end."""

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


@layout(commas=True)
def comma(rng: Random) -> Printer:
    """CSV with quotes round labels that need them."""
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


@layout(join=lambda parts: "\n\n".join(_typeset(part) for part in parts))
def typeset(rng: Random) -> Printer:
    """Rows as TeX writes them, what they cover as settings, folded where they are long."""

    def cell(box: Box) -> str:
        text = rf"\textbf{{{box.text}}}" if bold and box.text else box.text
        text = rf"\multirow{{{box.height}}}{{*}}{{{text}}}" if box.height > 1 else text
        return rf"\multicolumn{{1}}{{l}}{{{text}}}" if box.row == 0 else text

    def printer(grid: Grid) -> str:
        fields = [[""] * grid.width for _ in range(grid.height)]
        for box in grid.boxes:
            fields[box.row][box.column] = cell(box)
        rows = (f"{' & '.join(row)} {_END_OF_ROW}" for row in fields)
        folded = (textwrap.fill(row, 72, break_long_words=False, break_on_hyphens=False) for row in rows)
        return "\n".join([rf"\begin{{tabular}}{{@{{}}{'l' * grid.width}@{{}}}}", *folded, r"\end{tabular}"])

    bold = rng.random() < 0.5
    return printer


def _typeset(part: str) -> str:
    return rf"\subsection{{{part}}}\label{{section-{ord(part[0])}}}" if part[1:2] == "、" else part


@layout(join=lambda parts: "\n".join(f"@section {part}" if part[1:2] == "、" else part for part in parts))
def commanded(rng: Random) -> Printer:
    """Cells and rows between commands of a language, each cell on a line."""
    first, between, last = rng.choice(_COMMANDS)

    def printer(grid: Grid) -> str:
        rows = (f"{first}{between.join(row)}{last}" for row in grid.matrix())
        return "\n".join(["@begin table", *rows, "@end table"])

    return printer


@layout()
def signs(rng: Random) -> Printer:
    """Fields between signs that no convention knows."""
    first, between, last = rng.choice(_SIGNS)
    return lambda grid: "\n".join(f"{first}{between.join(row)}{last}" for row in grid.matrix())


@layout()
def bars(rng: Random) -> Printer:
    """Fields between bare bars."""
    return lambda grid: _rows_joined(grid.matrix(), "|")


@layout()
def double_bars(rng: Random) -> Printer:
    """Padded fields between two bars."""

    def printer(grid: Grid) -> str:
        rows = grid.matrix()
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        padded = (map(str.ljust, row, widths) for row in rows)
        return "\n".join(f"|| {' || '.join(row)} ||" for row in padded)

    return printer


@layout()
def markdown(rng: Random) -> Printer:
    """A pipe table with a rule below its first row."""

    def printer(grid: Grid) -> str:
        first, *others = (f"| {' | '.join(row)} |" for row in grid.matrix())
        return "\n".join([first, "|" + " --- |" * grid.width, *others])

    return printer


@layout(join=lambda parts: "\n\n".join(_starred(part) for part in parts))
def markdown_marked(rng: Random) -> Printer:
    """Pipe rows with open ends, headings between stars, and escapes before the full stops of numbers."""

    def printer(grid: Grid) -> str:
        first, *others = ([box.text.replace(".", r"\.") for box in row] for row in grid.rows())
        return "\n".join([" | ".join(first) + "  ", "---|---", *(" | ".join(row) + "  " for row in others)])

    return printer


def _starred(part: str) -> str:
    return f"**{part}**" if part[1:2] == "、" else part


@layout()
def bar_lines(rng: Random) -> Printer:
    """One cell a line, a bar behind it."""
    return lambda grid: "\n".join(f"{box.text} |" for box in grid.boxes)


def _tag(box: Box) -> str:
    spans = (f' colspan="{box.width}"' if box.width > 1 else "") + (
        f' rowspan="{box.height}"' if box.height > 1 else ""
    )
    return f"<td{spans}>{box.text or '&nbsp;'}</td>"


@layout()
def wiki_lines(rng: Random) -> Printer:
    """One cell a line behind a bar, with what it covers as attributes."""

    def cell(box: Box) -> str:
        spans = [f'{name}="{size}"' for name, size in (("rowspan", box.height), ("colspan", box.width)) if size > 1]
        return f"| {' '.join(spans)}| {box.text}" if spans else f"| {box.text}"

    def printer(grid: Grid) -> str:
        rows = ("\n".join(map(cell, row)) for row in grid.rows())
        return "\n|-\n".join(['{| class="wikitable"', *rows]) + "\n|}"

    return printer


@layout()
def covered_cells(rng: Random) -> Printer:
    """Cells behind bars that say how many columns and rows they cover."""

    def cell(box: Box) -> str:
        rows = f".{box.height}" if box.height > 1 else ""
        columns = str(box.width) if box.width > 1 else ""
        return f"{columns}{rows}{'+' if columns or rows else ''}|{box.text}"

    def printer(grid: Grid) -> str:
        rows = (" ".join(map(cell, row)) for row in grid.rows())
        return "\n\n".join(["|===", *rows, "|==="])

    return printer


def _html(between: str) -> Printer:
    def printer(grid: Grid) -> str:
        rows = (between.join(["<tr>", *map(_tag, row), "</tr>"]) for row in grid.rows())
        return between.join(["<table>", *rows, "</table>"])

    return printer


def _page(between: str, parts: list[str]) -> str:
    return between.join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


@layout(join=lambda parts: _page("\n", parts))
def html_lines(rng: Random) -> Printer:
    """The source of a web page, one tag a line."""
    return _html("\n")


@layout(join=lambda parts: _page("", parts))
def html_one_line(rng: Random) -> Printer:
    """The source of a web page on one line."""
    return _html("")
