"""Cells on lines with as many separators as those of their heads: each stands where the name of its column does."""

from __future__ import annotations

import itertools

from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import line_end, line_start


def columns_beneath(
    folded: str, separator: str, table: TableText, row: RowText, places: list[int], total: int, depth: int, reach: int
) -> list[int] | None:
    """The columns of values with so many separators before them, on a line that has `total`, and `depth` up to a label.

    None where the names of the columns stand on lines with more or fewer, or cells stand behind the last of them: there
    merged cells are printed as fewer. Nor where a label covers several columns, and no line of its kind has a number
    below the last name (`reach` is how far they go): the cells that it covers may be printed behind the values.
    """
    names = _names(table, row) if places else None
    if names is None:
        return None
    lines = [(line_start(folded, name.start), line_end(folded, name.end)) for name in names]
    if any(folded.count(separator, *line) != total for line in lines):
        return None
    if folded.count(separator, names[-1].end, lines[-1][1]) > 1:
        return None
    at = [folded.count(separator, low, name.start) for name, (low, _) in zip(names, lines, strict=True)]
    if at[0] > depth + 1 and reach < at[-1]:
        return None
    rising = all(a < b for a, b in itertools.pairwise(at))
    return [at.index(place) for place in places] if rising and {*places} <= {*at} else None


def _names(table: TableText, row: RowText) -> list[Sighting] | None:
    """The names of a row's columns, each the only one since the rows under another head; None where one is missing."""
    assert row.head is not None  # a row under no head has no cells
    above = max((other.end for other in table.rows if other.end < row.start and other.head is not row.head), default=0)
    names = [name for name in table.columns if above <= name.start and name.end <= row.start]
    labels = [column.label for column in row.head.columns]
    found = {name.term.label: name for name in names if name.term.label in labels}
    alone = sum(name.term.label in labels for name in names) == len(found) == len(labels)
    return [found[label] for label in labels] if alone else None
