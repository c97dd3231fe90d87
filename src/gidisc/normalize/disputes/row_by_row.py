"""The table printed with a row for each kind of case, as other tables are."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.disputes.text import cells_at
from gidisc.normalize.gaps import gaps
from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import Token, TokenKind, line_end

_COLUMNS = form.RESULTS.columns


def row_by_row(folded: str, sightings: Sequence[Sighting], tokens: Sequence[Token]) -> list[Token | None] | None:
    """The cells of a table that prints each kind of case as a row of its own; None where it does not.

    Each label is followed by the five cells of its row, or by values each of which follows the name of its column.
    """
    rows: dict[str, _Row] = {}
    row: _Row | None = None
    items: list[Sighting | Token] = [*sightings, *tokens]
    for item in sorted(items, key=lambda item: item.start):
        if isinstance(item, Sighting) and item.term.id != form.RESULTS.id:
            row = rows.setdefault(item.term.id, _Row())
            row.begin(item.end)
        elif isinstance(item, Token) and item.kind is TokenKind.VALUE and row is None:
            return None
        elif isinstance(item, Token) and item.kind is TokenKind.WORD:
            row = None
        elif row is not None:
            row.items.append(item)
    read = [rows[official.id].cells(folded) if official.id in rows else None for official in form.DISPUTES.rows()]
    others = sum(len(other.values) for other in rows.values()) - sum(cell is not None for r in read for cell in r or ())
    return None if others or None in read else [cell for cells in read for cell in cells or ()]


@define
class _Row:
    """What stands behind the label of one kind of case: values, and names of columns that lead them."""

    end: int = 0
    items: list[Sighting | Token] = field(factory=list)

    def begin(self, end: int) -> None:
        """Begin behind a label that ends at `end`; what stood behind it before was a head."""
        self.end = end
        self.items.clear()

    @property
    def values(self) -> list[Token]:
        """The values alone."""
        return [item for item in self.items if isinstance(item, Token) and item.kind is TokenKind.VALUE]

    def cells(self, folded: str) -> list[Token | None] | None:
        """The five cells; None where it is not settled which they are."""
        width, values = len(_COLUMNS), self.values
        if len(values) < len(self.items):
            return self._named(folded)
        if len(values) >= width:
            # Where one more separator stands between two of them, a blank cell is there, and one value is a part.
            between = {gap.separators if gap else "" for gap in gaps(folded, values)} - {""}
            return [*values] if len(values) == width and len(between) < 2 else None
        line = folded[self.end : line_end(folded, self.end)]
        tabs = [line.count("\t", 0, value.start - self.end) - 1 for value in values]
        on_line = not values or values[-1].end <= self.end + len(line)
        return cells_at(values, tabs, width) if on_line and line.count("\t") == width else None

    def _named(self, folded: str) -> list[Token | None] | None:
        """The cells by their names, each of which stands once, right before its value.

        All values stand on the lines of their names, or none does and no name lacks one: else a number on the next line
        may be that of a page.
        """
        labels = [column.label for column in _COLUMNS]
        names = [item.term.label for item in self.items if isinstance(item, Sighting)]
        named = [
            (labels.index(name.term.label), "\n" in folded[name.end : item.start])
            for name, item in itertools.pairwise(self.items)
            if isinstance(name, Sighting) and isinstance(item, Token) and item.kind is TokenKind.VALUE
        ]
        below = {is_below for _, is_below in named}
        if len({*names}) < len(names) or len(named) < len(self.values) or len(below) != 1:
            return None
        if below == {True} and len(named) < len(names):
            return None
        return cells_at(self.values, [place for place, _ in named], len(labels))
