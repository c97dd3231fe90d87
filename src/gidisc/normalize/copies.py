"""Tables that a text prints twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gidisc.normalize.chain import heaviest
from gidisc.normalize.evidence.counting import settle_by_count
from gidisc.normalize.evidence.placement import Placement
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.labels import HanText, Sighting, han
from gidisc.normalize.rows import read_rows
from gidisc.source import Span

_FEWEST_ROWS = 3
# 其他 and 总计 without their numbers are names of columns, too.
_FEWEST_CHARACTERS = 3
_NUMBER = re.compile(r"(?<![0-9])[0-9]+(?![0-9.、)])")

Placed = tuple[TableText, list[Placement]]


def take_repeated_labels(folded: str, weighed: Sequence[Sighting], tables: Sequence[TableText]) -> None:
    """Give rows the copies of their label before it on its line, or behind it: as merged cells are repeated."""
    rows = {row.sighting.term: row for table in tables for row in table.rows}
    ends: dict[str, int] = {}
    for sighting in sorted(weighed, key=lambda sighting: sighting.start):
        row = rows.get(sighting.term)
        if row is None or sighting.start < ends.get(row.id, 0):
            continue
        before = sighting.end <= row.start and "\n" not in folded[sighting.start : row.start]
        if (before and _is_label(folded[sighting.start : row.start], row)) or _goes_on(folded, row, sighting):
            row.spans = sorted([*sighting.spans, *row.spans])
            row.end = max(row.end, sighting.end)
            ends[row.id] = sighting.end


def _goes_on(folded: str, row: RowText, copy: Sighting) -> bool:
    """Whether the whole label stands once more behind itself, and its values behind that."""
    behind = row.values and row.end <= copy.start and copy.end <= row.values[0].start
    whole = copy.wording == row.sighting.wording and len(copy.wording) >= _FEWEST_CHARACTERS
    return bool(behind) and whole and _is_label(folded[row.end : copy.end], row)


def _is_label(text: str, row: RowText) -> bool:
    """Whether nothing stands in a stretch but copies of a row's label."""
    return not _NUMBER.search(text) and {*han(text)} <= {*han(row.sighting.term.printed)}


def second_copies(
    text: HanText, weighed: Sequence[Sighting], placed: Sequence[Placed], furniture: Sequence[Span]
) -> Iterator[tuple[TableText, dict[str, Placement]]]:
    """Every second copy of a table, with the cells of the first by the id of their row."""
    for table, placements in placed:
        taken = [_stretch(row) for row in table.rows]
        own = {row.sighting for row in table.rows}
        labels = [(span.start, span.end) for row in table.rows for span in (*row.sighting.spans, *row.spans)]
        rest = [
            sighting
            for sighting in weighed
            if sighting.leads
            and sighting.term.table == table.form.id
            and sighting not in own
            and not any(start < sighting.end and sighting.start < end for start, end in (*taken, *labels))
        ]
        chain = heaviest(rest)
        if len(chain) < _FEWEST_ROWS:
            continue
        borders = [*taken, *((s.start, s.end) for s in weighed if s.term.kind == "heading")]
        start = max((high for _, high in borders if high <= chain[0].start), default=0)
        end = min((low for low, _ in borders if low >= chain[-1].end), default=len(text.folded))
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
