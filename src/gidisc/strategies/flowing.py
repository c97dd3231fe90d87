"""Layouts whose cells follow one another as words: what is left of tables in PDFs, and what people write."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random

from gidisc.strategies.grid import Grid, Line
from gidisc.strategies.layout import Printer, layout

_PAGE_LINES = 34


def _filled(line: Line) -> list[str]:
    """The values of a row without its blanks."""
    return [value for _, value in line.values if value]


def _pieces(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def _rows(grid: Grid, gap: str) -> Iterator[str]:
    for boxes in grid.rows():
        yield gap.join(box.text for box in boxes if box.text)


@layout(shows_blanks=False)
def spaces(rng: Random) -> Printer:
    """Cells between one to four spaces; blanks leave nothing behind."""
    gap = " " * rng.randint(1, 4)
    return lambda grid: "\n".join(_rows(grid, gap))


@layout()
def spaces_before_cells(rng: Random) -> Printer:
    """One to four spaces before each cell, blank ones too."""
    gap = " " * rng.randint(1, 4)
    return lambda grid: "\n".join("".join(gap + box.text for box in row) for row in grid.rows())


@layout(shows_blanks=False, join=" ".join)
def one_line(rng: Random) -> Printer:
    """The whole report on one line."""
    return lambda grid: " ".join(_rows(grid, " "))


def _pages(parts: list[str]) -> str:
    """Paragraphs broken into lines, and lines into pages with the title as running head and a page mark."""
    lines: list[str] = []
    for part in parts:
        lines += part.split("\n") if "\n" in part else _pieces(part, 40)
    pages = [lines[start : start + _PAGE_LINES] for start in range(0, len(lines), _PAGE_LINES)]
    return f"\n\f{parts[0]}\n".join("\n".join([*page, f"— {number} —"]) for number, page in enumerate(pages, start=1))


def _fragments(grid: Grid, rng: Random) -> list[str]:
    """The head of a table as PDFs break it: labels cut after four characters, some pieces on one line."""
    pieces = [piece for text in grid.head for piece in _pieces(text, rng.choice((4, 4, 12)))]
    lines = [""]
    for piece in pieces:
        if rng.random() < 0.4:
            lines[-1] = f"{lines[-1]} {piece}".lstrip()
        else:
            lines.append(piece)
    return [line for line in lines if line]


def _wrapped(line: Line, width: int, place: str) -> list[str]:
    """A row over several lines: its label cut to `width`, its values beside the first, middle or last piece.

    Between two middle pieces the values stand on a line of their own.
    """
    pieces = _pieces(line.label, width)
    values = " ".join(_filled(line))
    middle, odd = divmod(len(pieces), 2)
    if place == "middle" and not odd:
        return [*pieces[:middle], *([values] if values else []), *pieces[middle:]]
    at = {"first": 0, "middle": middle, "last": len(pieces) - 1}[place]
    pieces[at] = f"{pieces[at]} {values}".rstrip(" ")
    return pieces


def _as_lines(grid: Grid, width: int, place: str, rng: Random) -> list[str]:
    """A table as lines of text, head first; the disputes keep their one row of values."""
    if grid.table == "disputes":
        return [*_fragments(grid, rng), *list(_rows(grid, " "))[-1:]]
    lines = [wrapped for line in grid.lines for wrapped in _wrapped(line, width, place)]
    return [*_fragments(grid, rng), *lines]


@layout(shows_blanks=False, join=_pages)
def pdf_lines(rng: Random) -> Printer:
    """A row a line as PDF readers give it: long labels and heads cut, page marks and form feeds."""
    width, place = rng.randint(14, 30), rng.choice(("first", "last"))
    return lambda grid: "\n".join(_as_lines(grid, width, place, rng))


@layout(shows_blanks=False)
def wrapped_first(rng: Random) -> Printer:
    """Label cells of 4 to 20 characters a line, values beside their first line."""
    width = rng.randint(4, 20)
    return lambda grid: "\n".join(_as_lines(grid, width, "first", rng))


@layout(shows_blanks=False)
def wrapped_middle(rng: Random) -> Printer:
    """Label cells of 4 to 20 characters a line, values in the middle of their lines."""
    width = rng.randint(4, 20)
    return lambda grid: "\n".join(_as_lines(grid, width, "middle", rng))


@layout(shows_blanks=False)
def wrapped_last(rng: Random) -> Printer:
    """Label cells of 4 to 20 characters a line, values beside their last line."""
    width = rng.randint(4, 20)
    return lambda grid: "\n".join(_as_lines(grid, width, "last", rng))


def _children(lines: tuple[Line, ...], at: int) -> list[int]:
    """Where the rows of the group at `at` stand."""
    below = itertools.takewhile(lambda index: lines[index].depth > lines[at].depth, range(at + 1, len(lines)))
    return [index for index in below if not lines[index].is_group]


def _groups_moved(grid: Grid, beside: bool) -> Iterator[str]:
    """The lines of a table, each group beside the middle of its rows or on the line after the first of them."""
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    for at, line in enumerate(grid.lines):
        if line.is_group:
            rows = _children(grid.lines, at) or [at]
            if beside:
                before.setdefault(rows[len(rows) // 2], []).append(line.label)
            else:
                after.setdefault(rows[0], []).append(line.label)
    for at, line in enumerate(grid.lines):
        words = before.get(at, []) + ([] if line.is_group else [line.label, *_filled(line)])
        yield from [" ".join(words)] if words else []
        yield from after.get(at, [])


def _with_groups_moved(grid: Grid, beside: bool, rng: Random) -> str:
    body = list(_rows(grid, " "))[-1:] if grid.table == "disputes" else list(_groups_moved(grid, beside))
    return "\n".join([*_fragments(grid, rng), *body])


@layout(shows_blanks=False)
def group_beside_middle(rng: Random) -> Printer:
    """A row a line, a group's label before the middle one of its rows."""
    return lambda grid: _with_groups_moved(grid, True, rng)


@layout(shows_blanks=False)
def group_after_first(rng: Random) -> Printer:
    """A row a line, a group's label on the line after its first row."""
    return lambda grid: _with_groups_moved(grid, False, rng)


@layout()
def key_value(rng: Random) -> Printer:
    """Sentences that name every value; a blank is not mentioned."""

    def sentence(line: Line) -> str:
        named = "，".join(f"{column} {value}" for column, value in line.values if value)
        return f"{line.label}：{named}。" if line.values else line.label

    return lambda grid: "\n".join(map(sentence, grid.lines))


@layout()
def label_list(rng: Random) -> Printer:
    """A label, a colon, and the values between enumeration commas."""

    def sentence(line: Line) -> str:
        return f"{line.label}：{'、'.join(value for _, value in line.values)}" if line.values else line.label

    return lambda grid: "\n".join([*grid.head, *map(sentence, grid.lines)])


@layout(clear=False, shows_blanks=False)
def values_first(rng: Random) -> Printer:
    """The values of a row, then its label."""
    return lambda grid: "\n".join([*grid.head, *(" ".join([*_filled(line), line.label]) for line in grid.lines)])


@layout(clear=False, shows_blanks=False)
def values_line_before(rng: Random) -> Printer:
    """The values of a row on the line above its label."""

    def lines(line: Line) -> list[str]:
        return [" ".join(_filled(line)), line.label] if _filled(line) else [line.label]

    return lambda grid: "\n".join([*grid.head, *(text for line in grid.lines for text in lines(line))])


def _in_blocks(grid: Grid, size: int, between: str) -> str:
    """The rows of a table in blocks of `size`: the labels of a block, then its values, row by row."""
    texts = [*grid.head]
    for start in range(0, len(grid.lines), size):
        block = grid.lines[start : start + size]
        texts.append(between.join(line.label for line in block))
        texts += [values for line in block if (values := " ".join(_filled(line)))]
    return "\n".join(texts)


@layout(clear=False, shows_blanks=False)
def blocks(rng: Random) -> Printer:
    """A few labels, each on its line, then their values, as PDFs give cells that stand beside one another."""
    size = rng.randint(2, 6)
    return lambda grid: _in_blocks(grid, size, "\n")


@layout(clear=False, shows_blanks=False)
def stacked_labels(rng: Random) -> Printer:
    """Two labels on one line, then the values of both."""
    return lambda grid: _in_blocks(grid, 2, " ")


@layout(clear=False, shows_blanks=False)
def labels_then_rows(rng: Random) -> Printer:
    """All labels of a table, then the values row by row."""
    return lambda grid: "\n".join(
        [*grid.head, *(line.label for line in grid.lines), *(value for line in grid.lines for value in _filled(line))]
    )


@layout(clear=False, shows_blanks=False)
def labels_then_columns(rng: Random) -> Printer:
    """All labels of a table, then the values column by column, each under its head."""

    def printer(grid: Grid) -> str:
        texts = [line.label for line in grid.lines]
        for index in range(max(len(line.values) for line in grid.lines)):
            column = [line.values[index] for line in grid.lines if index < len(line.values)]
            texts += [column[0][0], *(value for _, value in column if value)]
        return "\n".join(texts)

    return printer


@layout(clear=False)
def transposed(rng: Random) -> Printer:
    """Rows as columns, between tabs."""
    return lambda grid: "\n".join("\t".join(fields) for fields in zip(*grid.matrix(), strict=True))


@layout(clear=False, shows_blanks=False)
def numeral_beside_values(rng: Random) -> Printer:
    """The number of a label stands beside the values, the rest of the label below."""

    def lines(line: Line) -> list[str]:
        cut = 1 + max(line.label.find("、", 0, 3), line.label.find("）", 0, 4), line.label.find(".", 0, 3))
        if not cut or not line.values:
            return [" ".join([line.label, *_filled(line)])]
        return [" ".join([line.label[:cut], *_filled(line)]), line.label[cut:]]

    return lambda grid: "\n".join([*grid.head, *(text for line in grid.lines for text in lines(line))])


@layout(clear=False, shows_blanks=False)
def glued_rows(rng: Random) -> Printer:
    """Nothing between the cells of a row."""
    return lambda grid: "\n".join(_rows(grid, ""))


@layout(clear=False, shows_blanks=False, join="".join)
def glued(rng: Random) -> Printer:
    """Nothing between anything."""
    return lambda grid: "".join(_rows(grid, ""))
