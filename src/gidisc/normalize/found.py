"""What was found of a table in the text: its rows with their values, and its heads and groups."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence, Set

from attrs import define, field

from gidisc import form
from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import Token, line_end
from gidisc.source import Span

# In so many rows a blank cell beside every broken number and nowhere else is no chance.
_MANY_ROWS = 20


@define
class RowText:
    """A row label in the text, and what stands between it and the next one.

    `values` are the values that belong to the row as far as order tells, `strays` those behind what ends a row; `names`
    are the names of columns that lead the first values. `under` is the head as it is printed over the row, if it is.
    `broken` says that unknown words stand between the label and its values, `parted` that a list number stands between
    two of its values.
    """

    sighting: Sighting
    start: int
    end: int
    until: int
    spans: list[Span]
    values: list[Token] = field(factory=list)
    strays: list[Token] = field(factory=list)
    words: list[Token] = field(factory=list)
    head: form.Head | None = None
    under: HeadText | None = None
    repeats: tuple[int, ...] = ()
    names: list[str] = field(factory=list)
    broken: bool = False
    misnumbered: bool = False
    parted: bool = False
    next_on_line: bool = False

    @property
    def is_crowded(self) -> bool:
        """Whether it has more values than cells."""
        return len(self.values) > self.width > 0 and not self.repeats

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.sighting.term.id

    @property
    def width(self) -> int:
        """How many cells the row has, by the head over it; 0 where no head tells."""
        return len(self.head.columns) if self.head else 0

    def own_until(self, folded: str) -> int:
        """Where the values end that are its own: all if they are as many as it has cells, else those on its line."""
        is_full = len(self.values) in (self.width, sum(self.repeats))
        line = line_end(folded, self.end)
        return max([self.end, *(value.end for value in self.values if is_full or value.end <= line)])


@define
class HeadText:
    """The head of a block of rows: the stretches that hold it, and the unit it prints.

    `repeats` says how often each column is printed where merged cells are repeated for every cell that they cover.
    """

    head: form.Head
    spans: list[Span]
    unit: str | None = None
    damaged: list[tuple[Token, form.Column]] = field(factory=list)
    repeats: tuple[int, ...] = ()


@define
class TableText:
    """A table as it stands in the text: its rows, and its heads and groups with the stretches that hold them.

    `columns` are all names of columns, `words` what is not understood before the first row. `alike` are the cells of
    the rows where their order cannot matter, for their values are all the same.
    """

    form: form.Table
    start: int
    end: int
    rows: list[RowText] = field(factory=list)
    groups: dict[str, list[Span]] = field(factory=dict)
    heads: list[HeadText] = field(factory=list)
    known: list[Span] = field(factory=list)
    variants: list[Sighting] = field(factory=list)
    strays: list[Token] = field(factory=list)
    columns: list[Sighting] = field(factory=list)
    words: list[Token] = field(factory=list)
    alike: list[list[Token]] | None = None

    @functools.cached_property
    def following(self) -> dict[str, str]:
        """For each row of the form, that of the edition that the text shows, the id of the next."""
        present = {row.id for row in self.rows}
        return dict(itertools.pairwise(row.id for row in self.form.rows() if _in_edition(row.id, present)))

    def misses_after(self, row: RowText, after: RowText | None) -> bool:
        """Whether the form has a row behind `row`, in its group, that the text lacks before `after`."""
        following = self.following.get(row.id)
        return following is not None and (after is None or after.id != following)

    @functools.cached_property
    def is_full(self) -> bool:
        """Whether it is long and each of its rows has as many values as cells; see `all_are_full`."""
        return all_are_full([self])


def all_are_full(tables: Sequence[TableText]) -> bool:
    """Whether every row of a report has as many values as cells.

    Then no number is broken in two: beside each that is, a blank cell would have to stand that left nothing behind, and
    in no other row one or the other alone.
    """
    rows = [row for table in tables for row in table.rows]
    return len(rows) >= _MANY_ROWS and all(len(row.values) == row.width > 0 for row in rows)


def _in_edition(row_id: str, present: Set[str]) -> bool:
    """Whether a row is one of the edition that the rows of a text show."""
    if row_id.startswith("other_outcomes"):
        return (row_id != "other_outcomes") == any(other.startswith("other_outcomes.") for other in present)
    return row_id in present or row_id not in ("other_services", "procurement")
