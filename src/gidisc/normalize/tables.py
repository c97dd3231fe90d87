"""Tables in the canonical layout: labels as the form prints them, cells as the text prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define

from gidisc import canonical, form
from gidisc.canonical import Line, Part
from gidisc.normalize.disputes import DisputesText
from gidisc.normalize.evidence.placement import Placement
from gidisc.normalize.found import HeadText, RowText, TableText
from gidisc.normalize.labels import han
from gidisc.normalize.notes import Notes
from gidisc.normalize.page.order import Reading
from gidisc.normalize.tokens import Token
from gidisc.printing import head_line
from gidisc.source import Span, Stretch

_BEFORE_CELL = f"{canonical.CELL} "


@define
class TableWriter:
    """Prints tables as canonical lines and notes what was refused."""

    reading: Reading
    notes: Notes

    def table(self, found: TableText, placements: Sequence[Placement]) -> Iterator[Line]:
        """The lines of 二 or 三, groups and heads opened where a row needs them."""
        at = found.rows[0].start
        for sighting in found.variants:
            self.notes.add("label-wording", sighting.spans, printed=sighting.wording, label=sighting.term.label)
        if found.form.head is not None:
            yield _line(at, head_line(found.form.head), list(dict.fromkeys([*found.known, *_head_spans(found)])))
        open_path: list[str] = []
        head: form.Head | None = None
        for row, placement in zip(found.rows, self._without_torn(found, placements), strict=True):
            path = found.form.path(row.id)
            if row.id == "other_outcomes" and row is found.rows[-1] and not row.values:
                yield _line(row.start, canonical.FURNITURE + row.sighting.term.printed, row.spans)
                continue
            for depth, group in enumerate(path):
                if open_path[depth : depth + 1] != [group.id]:
                    open_path[depth:] = [group.id]
                    yield _line(row.start, canonical.TABLE + group.printed, found.groups.get(group.id, []))
                    head = None
            if found.form.head is None and row.head is not None and row.head is not head:
                head = row.head
                yield from self._head(found, row)
            yield self._row(found, row, placement)
            if placement.cells and row.repeats and len(row.values) == sum(row.repeats):
                yield self._copies(row, placement)
            if row.words and row.strays and row is not found.rows[-1]:
                yield self._extra(row)

    def _without_torn(self, found: TableText, placements: Sequence[Placement]) -> list[Placement]:
        """Refuse the rows of drawn grids in which numbers may be parts, or those of two rows, and labels are in two.

        So is one that was misread on the line where it goes on, before a row that lacks: it may end as that does.
        """
        if self.reading.offsets is None:
            return list(placements)
        torn = self.reading.torn([[cell.span for cell in placed.cells if cell] for placed in placements])
        refused = Placement(refused="row-uncertain")
        return [
            refused if is_torn or self.reading.crosses_rows(row.start, row.end) or in_two else placed
            for row, placed, is_torn, in_two in zip(found.rows, placements, torn, self._in_two(found), strict=True)
        ]

    def _in_two(self, found: TableText) -> Iterator[bool]:
        for row, after in zip(found.rows, [*found.rows[1:], None], strict=True):
            label = Span(start=row.sighting.start, end=row.sighting.end)
            yield row.sighting.damaged and self.reading.is_broken(label) and found.misses_after(row, after)

    def copy(self, found: TableText, placements: Sequence[Placement], original: dict[str, Placement]) -> Iterator[Line]:
        """The lines of a second copy: furniture where it says the same, rows again where it does not."""
        if all(
            _says_the_same(placed, original.get(row.id)) for row, placed in zip(found.rows, placements, strict=True)
        ):
            for row in found.rows:
                spans = sorted([*row.spans, *(value.span for value in row.values)])
                yield _line(row.start, canonical.FURNITURE + row.sighting.term.printed, spans)
        else:
            yield from self.table(found, placements)

    def _head(self, found: TableText, row: RowText) -> Iterator[Line]:
        if row.under is not None:
            for token, column in row.under.damaged:
                self.notes.add("label-damaged", [token.span], printed=token.text, label=column.label)
            spans = [*row.under.spans, *(span for span in _spare(found) if row.under is _nearest(found, span))]
            yield _line(
                row.start, head_line(row.under.head, row.under.unit if _has_money(row.under.head) else None), spans
            )

    def _row(self, found: TableText, row: RowText, placement: Placement) -> Line:
        official = found.form.row(row.id)
        label = official.printed_in(row.head.edition if row.head else None)
        parts: list[Part] = [(canonical.TABLE, ()), (label, _stretches(row.spans))]
        if row.sighting.damaged:
            self.notes.add("label-damaged", row.sighting.spans, printed=self._shown(row.spans), label=label)
        elif not _is_official(self._shown(row.spans), official):
            self.notes.add("label-wording", row.sighting.spans, printed=self._shown(row.spans), label=label)
        if placement.refused:
            parts += self._refused(label, row.values, row.width, placement.refused, row.spans)
        else:
            cells = placement.cells or (None,) * row.width
            parts += self._cells(label, cells)
        return Line(row.start, parts)

    def _copies(self, row: RowText, placement: Placement) -> Line:
        """The values of merged cells that are repeated for each cell that they cover."""
        read = {cell.start for cell in placement.cells if cell}
        copies = [value for value in row.values if value.start not in read]
        printed = canonical.FURNITURE + " ".join(value.text for value in copies)
        return _line(row.start, printed, [value.span for value in copies])

    def _shown(self, spans: Sequence[Span]) -> str:
        return "".join(self.reading.text[span.start : span.end] for span in spans).strip()

    def _extra(self, row: RowText) -> Line:
        """What stands behind a row under words that are no label of the form."""
        label = "".join(word.text for word in row.words)
        words = [(word.start, word.end) for word in row.words]
        parts: list[Part] = [(canonical.EXTRA_ROW, ()), (canonical.escape_cell(label), words)]
        return Line(row.start, [*parts, *self._cells(label, row.strays)])

    def _cells(self, label: str, cells: Sequence[Token | None]) -> Iterator[Part]:
        for cell in cells:
            if cell is None:
                yield canonical.CELL, ()
                continue
            yield _BEFORE_CELL, ()
            if self.reading.offsets is not None and self.reading.is_broken(cell.span):
                self.notes.add("number-broken", [cell.span], label=label, printed=cell.text)
                yield canonical.REFUSED, [(cell.start, cell.end)]
            else:
                raw = " ".join(self.reading.text[cell.start : cell.end].split())
                yield canonical.escape_cell(raw), [(cell.start, cell.end)]

    def _refused(
        self, label: str, values: Sequence[Token], cells: int, code: str, spans: Sequence[Span]
    ) -> Iterator[Part]:
        printed = " ".join(value.text for value in values)
        self.notes.add(code, [*(value.span for value in values[:1]), *spans], label=label, printed=printed)
        for index in range(cells):
            yield _BEFORE_CELL, ()
            yield canonical.REFUSED, [(value.start, value.end) for value in values] if index == 0 else ()

    def disputes(self, found: DisputesText, at: int) -> Iterator[Line]:
        """The lines of 四: a row for each kind of case."""
        rows = list(form.DISPUTES.rows())
        if found.cells is not None and any(self.reading.torn([[cell.span for cell in found.cells if cell]])):
            found.cells = None
        yield _line(at, head_line(form.RESULTS), found.heads.get(form.RESULTS.id, []))
        if found.cells is None:
            values = [*found.words, *found.strays, *found.values, *found.tail]
            code = "table-order" if found.strays else "row-crowded" if len(values) > 15 else "cell-refused"
            code = "row-words" if found.words else code
            self.notes.add(
                code,
                [value.span for value in values],
                label="行政复议、行政诉讼",
                printed=" ".join(v.text for v in values),
            )
        for index, row in enumerate(rows):
            if index == 1:
                litigation = next(form.DISPUTES.groups())
                yield _line(at, canonical.TABLE + litigation.printed, found.heads.get(litigation.id, []))
            parts: list[Part] = [(canonical.TABLE, ()), (row.printed, _stretches(found.heads.get(row.id, [])))]
            cells = found.row_cells(index)
            if cells is None:
                for column in range(len(form.RESULTS.columns)):
                    held = [(v.start, v.end) for v in (*found.values, *found.tail)] if index == column == 0 else []
                    parts += [(_BEFORE_CELL, ()), (canonical.REFUSED, held)]
            else:
                parts += self._cells(row.printed, cells)
            yield Line(at, parts)


def _line(at: int, text: str, spans: Sequence[Span]) -> Line:
    sign, rest = text[: len(canonical.TABLE)], text[len(canonical.TABLE) :]
    return Line(at, [(sign, ()), (rest, sorted(_stretches(spans)))])


def _stretches(spans: Iterable[Span]) -> list[Stretch]:
    return [(span.start, span.end) for span in spans]


def _says_the_same(placed: Placement, original: Placement | None) -> bool:
    if original is None or placed.refused or original.refused:
        return False
    return [cell and cell.text for cell in placed.cells] == [cell and cell.text for cell in original.cells]


def _is_official(shown: str, row: form.Row) -> bool:
    """Whether a label is printed as the form has it, whatever its number, brackets and marks."""
    characters = han(shown)
    return any(characters.endswith(han(label)) for label in (row.label, row.label_2019 or row.label))


def _spare(found: TableText) -> list[Span]:
    """Known stretches that no head holds yet."""
    held = _head_spans(found)
    return [span for span in dict.fromkeys(found.known) if span not in held]


def _head_spans(found: TableText) -> set[Span]:
    return {span for head in found.heads for span in head.spans}


def _nearest(found: TableText, span: Span) -> HeadText:
    """The head that a known stretch stands in or behind."""
    before = [head for head in found.heads if head.spans[0].start <= span.start]
    return before[-1] if before else found.heads[0]


def _has_money(head: form.Head) -> bool:
    return any(column.money for column in head.columns)
