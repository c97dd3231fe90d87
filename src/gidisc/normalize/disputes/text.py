"""The table on disputes as a text holds it: heads, values, and the cells that they stand in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.tokens import Token
from gidisc.source import Span

_COLUMNS = form.RESULTS.columns
WIDTH = len(form.PRINTED_RESULTS)


@define
class DisputesText:
    """The table on disputes in the text: its heads by id, its values, and the cells they stand in.

    `shown` are all values that are no prose, those behind the next heading (`tail`) too; `is_pure` says that nothing
    stands among them that the form does not know. `likely` are the cells if the strays are of other tables, and
    `others` the strays that are. `words` stand in place of the row.
    """

    heads: dict[str, list[Span]]
    values: list[Token]
    strays: list[Token] = field(factory=list)
    cells: list[Token | None] | None = None
    likely: list[Token | None] | None = None
    others: list[Token] = field(factory=list)
    shown: list[Token] = field(factory=list)
    tail: list[Token] = field(factory=list)
    is_pure: bool = False
    words: list[Token] = field(factory=list)

    @property
    def spans(self) -> list[Span]:
        """The stretches that hold its heads and values, in order."""
        return sorted([*itertools.chain.from_iterable(self.heads.values()), *(value.span for value in self.values)])

    @property
    def start(self) -> int:
        """Where the table begins."""
        return self.spans[0].start

    @property
    def heads_end(self) -> int:
        """Where the last of its heads ends."""
        return max(span.end for spans in self.heads.values() for span in spans)

    def row_cells(self, index: int) -> list[Token | None] | None:
        """The cells of one kind of case; None where they are refused."""
        width = len(_COLUMNS)
        return None if self.cells is None else self.cells[index * width : (index + 1) * width]

    def placed(self, columns: Sequence[int]) -> list[Token | None] | None:
        """The fifteen cells, where each value stands in the column named for it."""
        return cells_at(self.values, columns)

    def is_counted(self, folded: str) -> bool:
        """Whether nothing but their number says which cells the values on a line stand in."""
        if self.cells is None or len(self.values) < WIDTH or len({value.text for value in self.values}) == 1:
            return False
        between = [folded[a.end : b.start] for a, b in itertools.pairwise(self.values)]
        return not any(gap.strip(" \u200b") for gap in between)

    def give(self, cells: Sequence[Token]) -> None:
        """Take values as the cells, whatever their order."""
        self.values, self.strays, self.cells = list(cells), [], list(cells)

    def leave_strays(self) -> None:
        """Take the values behind the heads alone: those before them are of other tables."""
        if self.likely is not None and not self.tail and self.strays[-1].end <= self.start:
            self.strays, self.others, self.cells = [], self.strays, self.likely


def cells_at(values: Sequence[Token], places: Sequence[int], width: int = WIDTH) -> list[Token | None] | None:
    """So many cells with the values at their places; None where two share one, or one is beside them."""
    if len(set(places)) < len(places) or not all(0 <= place < width for place in places):
        return None
    cells: list[Token | None] = [None] * width
    for place, value in zip(places, values, strict=True):
        cells[place] = value
    return cells
