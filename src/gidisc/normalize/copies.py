"""Tables that a text prints twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gidisc.normalize.chain import heaviest
from gidisc.normalize.counting import settle_by_count
from gidisc.normalize.labels import HanText, Sighting
from gidisc.normalize.placement import Placement
from gidisc.normalize.rows import RowText, TableText, read_rows
from gidisc.source import Span

_FEWEST_ROWS = 3

Placed = tuple[TableText, list[Placement]]


def second_copies(
    text: HanText, weighed: Sequence[Sighting], placed: Sequence[Placed], furniture: Sequence[Span]
) -> Iterator[tuple[TableText, dict[str, Placement]]]:
    """Every second copy of a table, with the cells of the first by the id of their row."""
    for table, placements in placed:
        taken = [_stretch(row) for row in table.rows]
        read = {id(row.sighting) for row in table.rows}
        rest = [
            sighting
            for sighting in weighed
            if sighting.leads
            and sighting.term.table == table.form.id
            and id(sighting) not in read
            and not any(start < sighting.end and sighting.start < end for start, end in taken)
        ]
        chain = heaviest(rest)
        if len(chain) < _FEWEST_ROWS:
            continue
        borders = [end for _, end in taken] + [sighting.end for sighting in weighed if sighting.term.kind == "heading"]
        start = max((border for border in borders if border <= chain[0].start), default=0)
        end = next((low for low, _ in sorted(taken) if low >= chain[-1].end), len(text.folded))
        copy = read_rows(text, table.form, chain, start, end, furniture)
        # Whatever stands before a copy is none of it.
        copy.words.clear()
        settle_by_count(text.folded, [copy], None)
        if any(row.values for row in copy.rows):
            yield copy, {row.id: placed_row for row, placed_row in zip(table.rows, placements, strict=True)}


def _stretch(row: RowText) -> tuple[int, int]:
    """From a row's label to its last value: a merged label may be repeated in there.

    What went astray behind the values may be the second copy.
    """
    return row.start, max([row.end, *(value.end for value in row.values)])
