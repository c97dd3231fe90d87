"""Cells on lines with as many separators as those of their heads: each stands where the name of its column does."""

from __future__ import annotations

import itertools

from gidisc.normalize.evidence.separated import MeasuredLine, Separated
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import line_end, line_start
from gidisc.source import Stretch


def columns_beneath(
    text: Separated, table: TableText, row: RowText, line: MeasuredLine, reach: int
) -> list[int] | None:
    """The columns of the values on the line of a row, each that whose name has as many separators before it.

    None where the names of the columns stand on lines with more or fewer, or cells stand behind the last of them: there
    merged cells are printed as fewer. Nor where a label covers several columns, and no line of its kind has a number
    below the last name (`reach` is how far they go): the cells that it covers may be printed behind the values.
    """
    names = _names(table, row) if line.places else None
    if names is None:
        return None
    lines = [_line(text, name) for name in names]
    if any(text.count(*above) != line.altogether for above in lines):
        return None
    if text.count(names[-1].end, lines[-1][1]) > 1:
        return None
    at = [text.count(low, name.start) for name, (low, _) in zip(names, lines, strict=True)]
    if at[0] > line.before + 1 and reach < at[-1]:
        return None
    places = [line.before + place for place in line.places]
    rising = all(a < b for a, b in itertools.pairwise(at))
    return [at.index(place) for place in places] if rising and {*places} <= {*at} else None


def starts_beneath(text: Separated, table: TableText, row: RowText, line: MeasuredLine, place: int) -> set[int]:
    """Where column 1 begins if a value stands below the name of the last column, on lines with as many separators.

    Elsewhere a name says nothing: values may follow labels that cover several columns at once. Nor does one behind
    which more cells stand: the merged cells before it were printed as fewer.
    """
    last = row.head.columns[-1].label if row.head else ""
    names = [(name, *_line(text, name)) for name in table.columns if name.term.label == last]
    found = {
        (text.count(low, name.start), text.count(low, high))
        for name, low, high in names
        if text.count(name.end, high) <= 1
    }
    return {place - row.width + 1} if found == {(line.before + place, line.altogether)} else set()


def _line(text: Separated, name: Sighting) -> Stretch:
    """The line of a name, or the lines that it is wrapped over."""
    return line_start(text.folded, name.start), line_end(text.folded, name.end)


def _names(table: TableText, row: RowText) -> list[Sighting] | None:
    """The names of a row's columns, each the only one since the rows under another head; None where one is missing."""
    assert row.head is not None  # a row under no head has no cells
    above = max((other.end for other in table.rows if other.end < row.start and other.head is not row.head), default=0)
    names = [name for name in table.columns if above <= name.start and name.end <= row.start]
    labels = [column.label for column in row.head.columns]
    found = {name.term.label: name for name in names if name.term.label in labels}
    alone = sum(name.term.label in labels for name in names) == len(found) == len(labels)
    return [found[label] for label in labels] if alone else None
