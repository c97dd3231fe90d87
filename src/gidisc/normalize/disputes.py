"""The table on disputes: one printed row of fifteen values under heads that name its cells."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.labels import HanText, Sighting, sight_loose
from gidisc.normalize.tokens import Token, TokenKind, lone_values, tokenize
from gidisc.source import Span

_COLUMNS = form.RESULTS.columns
_WIDTH = len(_COLUMNS) * len(list(form.DISPUTES.rows()))
# Prose names a kind of case now and then; a head names results over and over.
_HEAD_SIGNS = 4


@define
class DisputesText:
    """The table on disputes in the text: its heads by id, its values, and the cells they stand in."""

    heads: dict[str, list[Span]]
    values: list[Token]
    strays: list[Token] = field(factory=list)
    cells: list[Token | None] | None = None

    def row_cells(self, index: int) -> list[Token | None] | None:
        """The cells of one kind of case; None where they are refused."""
        width = len(_COLUMNS)
        return None if self.cells is None else self.cells[index * width : (index + 1) * width]


def read_disputes(text: HanText, start: int, end: int, furniture: Sequence[Span]) -> DisputesText | None:
    """The table between two offsets; None where its heads are not printed there."""
    low, high = bisect.bisect_left(text.offsets, start), bisect.bisect_left(text.offsets, end)
    zone = HanText(text.folded, text.characters[low:high], text.offsets[low:high])
    sightings = list(sight_loose(zone, form.DISPUTES.id))
    masks = sorted([*furniture, *(span for sighting in sightings for span in sighting.spans)])
    tokens = list(tokenize(text.folded, start, end, masks, form.DISPUTES.id))
    if (cells := _row_by_row(sightings, tokens)) is not None:
        return DisputesText(heads=_heads(sightings), values=[cell for cell in cells if cell], cells=cells)
    known = [token for token in tokens if token.kind is TokenKind.KNOWN]
    named = any(sighting.term.id == form.RESULTS.id for sighting in sightings)
    if len(sightings) + len(known) < (_HEAD_SIGNS if named else 2 * _HEAD_SIGNS):
        return None
    heads = _heads(sightings)
    heads.setdefault(form.RESULTS.id, []).extend(token.span for token in known)
    last = max(span.end for spans in heads.values() for span in spans)
    values = _run_of_values([token for token in tokens if token.start >= last])
    strays = [token for token in lone_values(text.folded, tokens) if token.start < last]
    found = DisputesText(heads=heads, values=values, strays=strays)
    if not values and not found.strays:
        found.cells = [None] * _WIDTH
    elif values and not found.strays and not _in_single_characters(sightings):
        found.cells = _place(text.folded, values, last, end)
    return found


def _heads(sightings: Sequence[Sighting]) -> dict[str, list[Span]]:
    heads: dict[str, list[Span]] = {}
    for sighting in sightings:
        heads.setdefault(sighting.term.id, []).extend(sighting.spans)
    return heads


def _row_by_row(sightings: Sequence[Sighting], tokens: Sequence[Token]) -> list[Token | None] | None:
    """The cells of a table that prints each kind of case as a row of its own; None where it does not.

    Each label is followed by the five values of its row, or by values each of which follows the name of its column.
    """
    rows: dict[str, list[tuple[Token, str]]] = {}
    row: str | None = None
    name = ""
    items: list[Sighting | Token] = [*sightings, *tokens]
    for item in sorted(items, key=lambda item: item.start):
        if isinstance(item, Sighting):
            if item.term.id == form.RESULTS.id:
                name = item.term.label
            else:
                row, name = item.term.id, ""
                rows[row] = []
        elif item.kind is TokenKind.VALUE:
            if row is None:
                return None
            rows[row].append((item, name))
            name = ""
        elif item.kind is TokenKind.WORD:
            row = None
    read = [_row_cells(rows.get(official.id, [])) for official in form.DISPUTES.rows()]
    if any(cells is None for cells in read) or sum(map(len, rows.values())) > sum(len(cells or ()) for cells in read):
        return None
    return [cell for cells in read for cell in cells or ()]


def _row_cells(values: Sequence[tuple[Token, str]]) -> list[Token | None] | None:
    labels = [column.label for column in _COLUMNS]
    names = [name for _, name in values]
    if all(names) and values and len({*names}) == len(names):
        cells: list[Token | None] = [None] * len(labels)
        for value, name in values:
            cells[labels.index(name)] = value
        return cells
    return [value for value, _ in values] if len(values) == len(labels) and not any(names[1:]) else None


def _in_single_characters(sightings: Sequence[Sighting]) -> bool:
    """Whether heads stand one character a line, as numbers then may too."""
    broken = sum(all(span.end - span.start == 1 for span in sighting.spans) for sighting in sightings)
    return 2 * broken > len(sightings)


def _run_of_values(tokens: Sequence[Token]) -> list[Token]:
    """The values before anything else that is printed."""
    values = []
    for token in tokens:
        if token.kind is not TokenKind.VALUE:
            break
        values.append(token)
    return values


def _place(folded: str, values: Sequence[Token], start: int, end: int) -> list[Token | None] | None:
    if len(values) == _WIDTH:
        return list(values)
    if len(values) > _WIDTH:
        return None
    return _on_one_line(folded, values) or _line_by_line(folded, values, start, end)


def _on_one_line(folded: str, values: Sequence[Token]) -> list[Token | None] | None:
    low = folded.rfind("\n", 0, values[0].start) + 1
    high = folded.find("\n", values[-1].end)
    line = folded[low : high if high >= 0 else len(folded)]
    if "\n" in folded[values[0].start : values[-1].end]:
        return None
    for separator in ("\t", "|"):
        fields = line.split(separator)
        lead = 1 if separator == "|" and line.lstrip().startswith("|") else 0
        tail = 1 if separator == "|" and line.rstrip().endswith("|") else 0
        if len(fields) - lead - tail == _WIDTH:
            places = [folded.count(separator, low, value.start) - lead for value in values]
            return _cells(values, places)
    return None


def _line_by_line(folded: str, values: Sequence[Token], start: int, end: int) -> list[Token | None] | None:
    """Cells on lines of their own that begin with a tab, blank ones too: fifteen such lines are the row."""
    high = _end_of_block(folded, values[-1].end, end)
    lines, at = [], start
    for line in folded[start:high].split("\n"):
        if line.startswith("\t") and at > start:
            lines.append(at)
        at += len(line) + 1
    if len(lines) != _WIDTH:
        return None
    return _cells(values, [bisect.bisect_right(lines, value.start) - 1 for value in values])


def _end_of_block(folded: str, at: int, end: int) -> int:
    """The end of the last line behind `at` that still begins with a tab."""
    high = at
    for line in folded[at:end].split("\n")[1:]:
        if not line.startswith("\t"):
            break
        high += 1 + len(line)
    return max(high, at)


def _cells(values: Sequence[Token], places: Sequence[int]) -> list[Token | None] | None:
    if len(set(places)) < len(places) or min(places) < 0 or max(places) >= _WIDTH:
        return None
    cells: list[Token | None] = [None] * _WIDTH
    for place, value in zip(places, values, strict=True):
        cells[place] = value
    return cells
