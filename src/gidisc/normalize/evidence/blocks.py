"""Rows on lines of their own, in blocks that may have columns in common: those under one head on one page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.disputes import DisputesText
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.labels import HAN, han, numeral_of
from gidisc.normalize.page.furniture import is_page_number
from gidisc.normalize.tokens import SEPARATORS, Token, line_end, line_start
from gidisc.source import Span

Values = Sequence[Token]


@define
class Block:
    """The values of rows under one head on one page: the columns of that head, and the stretch above the rows."""

    columns: Sequence[form.Column]
    above: tuple[int, int]
    rows: list[Values] = field(factory=list)

    def is_full(self, row: Values) -> bool:
        """Whether a row has a value for each column."""
        return len(row) == len(self.columns)


def blocks_of_table(folded: str, table: TableText) -> Iterator[Block]:
    """The blocks of a table, with those of its rows that stand on one line each."""
    block = None
    heads = [head.spans[0].start for head in table.heads]
    at = last = table.start
    for row in table.rows:
        start = max(at, line_start(folded, row.start))
        columns = row.head.columns if row.head is not None else ()
        printed = any(at <= head < row.start for head in heads)
        # A page may end inside a label, behind the values beside its first lines.
        first = row.values[0].start if row.values else start
        if block is None or block.columns is not columns or printed or _breaks_page(folded[last:first]):
            block = Block(columns, (at, start))
            yield block
        last = row.values[-1].end if row.values else max(last, first)
        if 0 < len(row.values) <= row.width and not row.repeats and _is_behind_label(folded, row.values):
            block.rows.append(row.values)
        at = max([row.end, *(value.end for value in row.values)])


def blocks_of_disputes(folded: str, disputes: DisputesText) -> Iterator[Block]:
    """The row of the table on disputes, if its values stand on one line below their heads."""
    columns = form.PRINTED_RESULTS
    values = disputes.values
    whole = not disputes.strays and not disputes.tail
    if whole and 0 < len(values) <= len(columns) and _is_on_one_line(folded, values):
        above = (line_start(folded, disputes.start), line_start(folded, values[0].start))
        yield Block(columns, above, [values])


def _breaks_page(between: str) -> bool:
    return "\f" in between or any(is_page_number(line) for line in between.split("\n") if line)


def _is_behind_label(folded: str, values: Values) -> bool:
    """Whether values stand on one line that begins with something else, be it white space."""
    return line_start(folded, values[0].start) < values[0].start and _is_on_one_line(folded, values)


def _is_on_one_line(folded: str, values: Values) -> bool:
    """Whether values stand on one line, spaces between them and nothing behind them."""
    first, last = values[0].start, values[-1].end
    start, end = line_start(folded, first), line_end(folded, last)
    behind = folded[last:end].strip(" \u200b\f\r")
    return "\n" not in folded[first:last] and not behind and not any(sign in folded[start:end] for sign in SEPARATORS)


def is_intact(folded: str, table: TableText, row: RowText) -> bool:
    """Whether what stands before the values of a row is print of the form, and complete.

    What lost characters has shifted the values behind it, and so has a list number on a line of its own.
    """
    official = table.form.row(row.id)
    characters = han("".join(folded[span.start : span.end] for span in row.sighting.spans))
    labels = [han(label) for label in (official.label, official.label_2019 or official.label)]
    whole = any(characters.endswith(label) for label in labels) or not any(
        _is_rest_of(label, characters) for label in labels
    )
    numbered = numeral_of(official.number) in folded[row.start : row.sighting.end]
    numbered = numbered and "\n" not in folded[row.start : row.sighting.start]
    start = line_start(folded, row.values[0].start)
    spans = [*row.spans, *itertools.chain.from_iterable(table.groups.values())]
    return whole and numbered and not row.sighting.damaged and not _has_words(folded, start, row.values[0].start, spans)


def _is_rest_of(label: str, characters: str) -> bool:
    """Whether a label that lost characters may read so."""
    rest = iter(label)
    return all(character in rest for character in characters)


def _has_words(folded: str, start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether words or digits stand in a stretch outside of some spans."""
    held = [False] * (end - start)
    for span in spans:
        for at in range(max(span.start, start), min(span.end, end)):
            held[at - start] = True
    return any(
        not inside and (sign.isdigit() or HAN.match(sign) is not None)
        for sign, inside in zip(folded[start:end], held, strict=True)
    )
