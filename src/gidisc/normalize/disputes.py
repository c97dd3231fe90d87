"""The table on disputes: one printed row of fifteen values under heads that name its cells."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field

from gidisc import form
from gidisc.normalize.gaps import gaps, share_a_cell
from gidisc.normalize.labels import HanText, Sighting, han, in_single_characters, is_close_to_known, sight_loose
from gidisc.normalize.tokens import SEPARATORS, Token, TokenKind, line_end, line_start, lone_values, tokenize
from gidisc.source import Span

_COLUMNS = form.RESULTS.columns
_WIDTH = len(form.PRINTED_RESULTS)
# Prose names a kind of case now and then; a head names results over and over.
_HEAD_SIGNS = 4
_WHITE_SPACE = " \t\n\u200b"
_SPACES = " \\\u200b"


@define
class DisputesText:
    """The table on disputes in the text: its heads by id, its values, and the cells they stand in.

    `shown` are all values that are no prose, those behind the next heading (`tail`) too; `is_pure` says that nothing
    stands among them that the form does not know. `likely` are the cells if the strays are of other tables.
    """

    heads: dict[str, list[Span]]
    values: list[Token]
    strays: list[Token] = field(factory=list)
    cells: list[Token | None] | None = None
    likely: list[Token | None] | None = None
    shown: list[Token] = field(factory=list)
    tail: list[Token] = field(factory=list)
    is_pure: bool = False

    @property
    def spans(self) -> list[Span]:
        """The stretches that hold its heads and values, in order."""
        return sorted([*itertools.chain.from_iterable(self.heads.values()), *(value.span for value in self.values)])

    @property
    def start(self) -> int:
        """Where the table begins."""
        return self.spans[0].start

    def row_cells(self, index: int) -> list[Token | None] | None:
        """The cells of one kind of case; None where they are refused."""
        width = len(_COLUMNS)
        return None if self.cells is None else self.cells[index * width : (index + 1) * width]

    def placed(self, columns: Sequence[int]) -> list[Token | None] | None:
        """The fifteen cells, where each value stands in the column named for it."""
        return _cells(self.values, columns)

    def is_counted(self, folded: str) -> bool:
        """Whether nothing but their number says which cells the values on a line stand in."""
        if self.cells is None or len(self.values) < _WIDTH or len({value.text for value in self.values}) == 1:
            return False
        between = [folded[a.end : b.start] for a, b in itertools.pairwise(self.values)]
        return not any(gap.strip(" \u200b") for gap in between)

    def give(self, cells: Sequence[Token]) -> None:
        """Take values as the cells, whatever their order."""
        self.values, self.strays, self.cells = list(cells), [], list(cells)

    def leave_strays(self) -> None:
        """Take the values behind the heads alone: those before them are of other tables."""
        if self.likely is not None and not self.tail and self.strays[-1].end <= self.start:
            self.strays, self.cells = [], self.likely


def read_disputes(
    text: HanText,
    start: int,
    end: int,
    furniture: Sequence[Span],
    headed: bool,
    behind: tuple[int, int] = (0, 0),
    broken: Sequence[Span] = (),
    others_are_full: bool = False,
) -> DisputesText | None:
    """The table between two offsets; None where neither its heads nor, under its heading, fifteen cells are there.

    `behind` is the section that follows, where the last of its values may stand before the prose. `broken` are
    stretches of drawn grids whose edges do not meet: no cell is certain there. Where `others_are_full`, the rows of the
    other tables, no number is broken in two.
    """
    sightings = [
        sighting
        for sighting in sight_loose(text.between(start, end), form.DISPUTES.id)
        if not _is_in_sentence(text.folded, sighting, start)
    ]
    masks = sorted([*furniture, *(span for sighting in sightings for span in sighting.spans)])
    tokens = list(tokenize(text.folded, start, end, masks, form.DISPUTES.id))
    cells = _row_by_row(text.folded, sightings, tokens) or (_bare(text.folded, sightings, tokens) if headed else None)
    printed = [cell for cell in cells or () if cell]
    known = [token for token in tokens if token.kind is TokenKind.KNOWN]
    if cells is not None and not _meet(printed, broken):
        heads = _heads(sightings)
        last = max((cell.start for cell in printed), default=end)
        heads.setdefault(form.RESULTS.id, []).extend(token.span for token in known if token.start < last)
        return DisputesText(heads=heads, values=printed, cells=cells)
    named = any(sighting.term.id == form.RESULTS.id for sighting in sightings)
    if len(sightings) + len(known) < (_HEAD_SIGNS if named else 2 * _HEAD_SIGNS):
        return None
    heads = _heads(sightings)
    heads.setdefault(form.RESULTS.id, []).extend(token.span for token in known)
    last = max(span.end for spans in heads.values() for span in spans)
    values = _values_behind(text.folded, [token for token in tokens if token.start >= last])
    strays = [
        token
        for token in lone_values(text.folded, tokens)
        if token not in values and (not values or token.start < last)
    ]
    found = DisputesText(heads=heads, values=values, strays=strays)
    uncounted = _goes_on(text.folded, values, tokens) or any(value.holds_several for value in values)
    found.shown, found.is_pure = _shown(
        text.folded, tokens, min(span.start for spans in heads.values() for span in spans)
    )
    if uncounted or _meet(values, broken):
        return found
    # Where the parts of several heads are printed by turns, cells on lines of their own need not be in order either.
    parts = [token for token in known if not is_close_to_known(form.DISPUTES.id, han(token.text))]
    by_turns = not _is_whole(sightings) and len(parts) > len(_COLUMNS)
    if by_turns and values and "\n" in text.folded[values[0].start : values[-1].end]:
        _take_tail(found, text, *behind, furniture)
        return found
    if not values and not strays:
        found.cells = [None] * _WIDTH
    elif len(values) == _WIDTH and strays and not _may_be_broken(text.folded, sightings, values):
        found.likely = _place(text.folded, sightings, values, last, end, others_are_full)
    elif values and not strays and not _may_be_broken(text.folded, sightings, values):
        found.cells = _place(text.folded, sightings, values, last, end, others_are_full)
        found.cells = found.cells or _by_steps(text.folded, sightings, values, last)
    if found.cells is None:
        _take_tail(found, text, *behind, furniture)
    return found


def _is_in_sentence(folded: str, sighting: Sighting, start: int) -> bool:
    """Whether a name stands on a line of prose; `start` is where the section begins."""
    low = line_start(folded, sighting.start)
    return start <= low and "。" in folded[low : line_end(folded, sighting.end)]


def _shown(folded: str, tokens: Sequence[Token], start: int) -> tuple[list[Token], bool]:
    """The values that are no prose, and whether no unknown words stand among them and the heads, from `start` on."""
    shown = lone_values(folded, tokens)
    last = max((value.end for value in shown), default=start)
    return shown, not any(token.kind is TokenKind.WORD and start < token.start < last for token in tokens)


def _take_tail(found: DisputesText, text: HanText, start: int, end: int, furniture: Sequence[Span]) -> None:
    """Give the table what stands of it behind the next heading: heads and numbers before the first line of prose."""
    sightings = list(sight_loose(text.between(start, end), form.DISPUTES.id))
    masks = sorted([*furniture, *(span for sighting in sightings for span in sighting.spans)])
    tokens = list(tokenize(text.folded, start, end, masks, form.DISPUTES.id))
    of_table = list(itertools.takewhile(lambda token: token.kind is TokenKind.KNOWN or token.text.isdigit(), tokens))
    prose = next((token.start for token in tokens[len(of_table) :]), end)
    until = prose if prose == end else text.folded.rfind("\n", 0, prose)
    found.tail = [token for token in of_table if token.kind is TokenKind.VALUE and token.end <= until]
    found.shown += found.tail
    last = max((value.end for value in found.tail), default=start)
    for sighting in sightings:
        if sighting.end <= last:
            found.heads.setdefault(sighting.term.id, []).extend(sighting.spans)
    known = [token.span for token in of_table if token.kind is TokenKind.KNOWN and token.end <= last]
    found.heads[form.RESULTS.id] += known


def _bare(folded: str, heads: Sequence[Sighting], tokens: Sequence[Token]) -> list[Token | None] | None:
    """The fifteen cells of a line right behind the heading, without words before it; None where there is none.

    Numbers above heads number the columns.
    """
    values = _run_of_values([token for token in tokens if token.kind is not TokenKind.KNOWN])
    if heads and values and heads[-1].start > values[0].start:
        return None
    line = [value for value in values if value.start < line_end(folded, values[0].start)]
    return _on_one_line(folded, line) if len(line) == _WIDTH else None


def _heads(sightings: Sequence[Sighting]) -> dict[str, list[Span]]:
    heads: dict[str, list[Span]] = {}
    for sighting in sightings:
        heads.setdefault(sighting.term.id, []).extend(sighting.spans)
    return heads


def _row_by_row(folded: str, sightings: Sequence[Sighting], tokens: Sequence[Token]) -> list[Token | None] | None:
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
            return [*values] if len(values) == width else None
        line = folded[self.end : line_end(folded, self.end)]
        tabs = [line.count("\t", 0, value.start - self.end) - 1 for value in values]
        on_line = not values or values[-1].end <= self.end + len(line)
        return _cells(values, tabs, width) if on_line and line.count("\t") == width else None

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
        return _cells(self.values, [place for place, _ in named], len(labels))


def _values_behind(folded: str, tokens: Sequence[Token]) -> list[Token]:
    """The values behind the heads: those before anything else, or a line of fifteen behind words that are not known."""
    values = _run_of_values(tokens)
    lone = [] if values else lone_values(folded, tokens)
    return lone if len(lone) == _WIDTH and "\n" not in folded[lone[0].start : lone[-1].end] else values


def _meet(values: Sequence[Token], broken: Sequence[Span]) -> bool:
    """Whether some values stand where the edges of a drawn grid do not meet."""
    return any(span.start <= value.start < span.end for span in broken for value in values)


def _goes_on(folded: str, values: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether pieces of numbers stand behind the last value on its line."""
    last = values[-1].end if values else len(folded)
    end = line_end(folded, last)
    return any(token.kind is TokenKind.LIST_NUMBER and last <= token.start < end for token in tokens)


def _run_of_values(tokens: Sequence[Token]) -> list[Token]:
    """The values before anything else that is printed."""
    values = []
    for token in tokens:
        if token.kind is not TokenKind.VALUE:
            break
        values.append(token)
    return values


def _may_be_broken(folded: str, sightings: Sequence[Sighting], values: Sequence[Token]) -> bool:
    """Whether numbers may stand in single characters as the heads do.

    Where columns are so narrow that heads are, numbers on one line are whole; so are all where one is of three digits.
    """
    if not in_single_characters(folded, sightings):
        return False
    between = [folded[a.end : b.start] for s in sightings for a, b in itertools.pairwise(s.spans)]
    on_one_line = "\n" not in folded[values[0].start : values[-1].end]
    is_narrow = all("\n" in gap for gap in between)
    return not (is_narrow and (on_one_line or any(len(value.text) > 2 and value.text.isdigit() for value in values)))


def _place(
    folded: str, sightings: Sequence[Sighting], values: Sequence[Token], start: int, end: int, is_whole: bool
) -> list[Token | None] | None:
    if len(values) == _WIDTH:
        if is_whole and not share_a_cell(folded, values):
            return list(values)
        return list(values) if _is_even(folded, values, start) else None
    if len(values) > _WIDTH:
        return None
    return _on_one_line(folded, values, sightings) or _line_by_line(folded, values, start, end)


def _is_even(folded: str, values: Sequence[Token], start: int) -> bool:
    """Whether fifteen values are printed alike; else one may be the rest of a number, or stand beside a blank cell."""
    lines = Counter(folded.count("\n", start, value.start) for value in values)
    between = [gap.lines if gap else 0 for gap in gaps(folded, values)]
    ends = [between.pop(index) for index in (2 * len(_COLUMNS) - 1, len(_COLUMNS) - 1)]
    alike = max(len({*apart} - {0}) for apart in (between, ends)) < 2
    whole = len({*lines.values()}) == 1 or _are_paragraphs(folded, values)
    return alike and whole and not share_a_cell(folded, values)


def _are_paragraphs(folded: str, values: Sequence[Token]) -> bool:
    """Whether empty lines stand between the lines of the values, and none of those can have been broken at a margin."""
    between = [folded[a.end : b.start] for a, b in itertools.pairwise(values)]
    stretch = folded[values[0].start : values[-1].end]
    widest, of_text = (max(map(len, text.splitlines())) for text in (stretch, folded))
    return not any(gap.count("\n") == 1 for gap in between) and 2 * widest < of_text


def _on_one_line(folded: str, values: Sequence[Token], sightings: Sequence[Sighting] = ()) -> list[Token | None] | None:
    low = folded.rfind("\n", 0, values[0].start) + 1
    line = folded[low : line_end(folded, values[-1].end)]
    if "\n" in folded[values[0].start : values[-1].end]:
        return None
    for separator in SEPARATORS:
        lead = _lead(line.strip(" \\"), separator, *_bounds(folded, sightings, separator))
        if lead is not None:
            return _cells(values, [folded.count(separator, low, value.start) - lead for value in values])
    return None


def _bounds(folded: str, sightings: Sequence[Sighting], separator: str) -> tuple[bool, bool]:
    """Whether a separator stands before the first cell of a line, and nothing behind the last, as by all heads."""
    if not sightings:
        return False, False
    before = [folded[folded.rfind("\n", 0, head.start) + 1 : head.start].strip(_SPACES) for head in sightings]
    opens = separator in before or all(lead.startswith(separator) for lead in before)
    last = max(sighting.end for sighting in sightings)
    behind = folded[last : line_end(folded, last)]
    return opens, not behind.strip(_SPACES)


def _lead(line: str, separator: str, opens: bool, bare: bool) -> int | None:
    """How many separators stand before the first of fifteen cells; None where the line does not show fifteen.

    What ends a line where nothing stands behind heads leads a blank cell.
    """
    between = line.count(separator) + 1 - _WIDTH
    opened, closed = line.startswith(separator), line.endswith(separator)
    if between == 0:
        return None if opens else 0
    if between == 1 and opened and (not closed or (opens and bare)):
        return 1
    if between == 1 and closed and not opened:
        return 0
    return 1 if between == 2 and opened and closed else None


def _line_by_line(folded: str, values: Sequence[Token], start: int, end: int) -> list[Token | None] | None:
    """Cells on lines of their own that begin with a tab, blank ones too: fifteen such lines are the row."""
    high = _end_of_block(folded, values[-1].end, end)
    lines, at = [], start
    for line in folded[start:high].split("\n"):
        if line.startswith("\t") and at > start:
            lines.append(at)
        at += len(line) + 1
    # What stands on other lines among these is no cell.
    if len(lines) != _WIDTH or not {folded.rfind("\n", 0, value.start) + 1 for value in values} <= {*lines}:
        return None
    return _cells(values, [bisect.bisect_right(lines, value.start) - 1 for value in values])


def _by_steps(
    folded: str, sightings: Sequence[Sighting], values: Sequence[Token], last: int
) -> list[Token | None] | None:
    """Cells on lines of their own where one reading of the line ends leads from the head to the last of fifteen cells.

    How many line ends stand between rows shows between the rows of a whole head, where merged cells may add some.
    Between cells there are no more than between the closest values, and what stands behind the last value may be blank
    cells. Whatever a full cell takes and a blank one, but one reading must fit. Where no blank cell is seen between
    values, one before them shows only if all rows stand equally far apart.
    """
    ends = [last, *(value.end for value in values)]
    first, *gaps = [folded.count("\n", end, value.start) for end, value in zip(ends, values, strict=False)]
    between_rows = {*_rows_apart(folded, sightings)}
    if not gaps or not _is_whole(sightings) or len({*gaps}) < 2 <= len(between_rows) or _ends_blank(folded, values):
        return None
    tail = folded[values[-1].end :]
    tail_lines = tail[: len(tail) - len(tail.lstrip(_WHITE_SPACE))].count("\n")
    closest = min(gaps)
    fitting: dict[tuple[int, ...], bool] = {}
    for step in range(1, closest + 1):
        for blank, between in itertools.product(range(1, 2 * step + 1), between_rows):
            extra = [first - between, *(gap - step for gap in gaps)]
            places = tuple(index + at for index, at in enumerate(itertools.accumulate(more // blank for more in extra)))
            reach = places[-1] + max(tail_lines - 1, 0) // blank
            if all(more >= 0 and more % blank == 0 for more in extra) and places[-1] < _WIDTH <= reach + 1:
                # Another step may only make the reading doubtful, and so may a blank that takes other lines just once.
                seen = sum(more > 0 for more in extra)
                fitting[places] = fitting.get(places, False) or (step == closest and (blank == step or seen > 1))
    (found, is_clear), *others = fitting.items() or [((), False)]
    return _cells(values, found) if is_clear and not others and found[-1] == _WIDTH - 1 else None


def _ends_blank(folded: str, values: Sequence[Token]) -> bool:
    """Whether what stands for blank cells between values stands behind the last one, too."""
    spaces = [folded[a.end : b.start] for a, b in itertools.pairwise(values)]
    step = min(space.count("\n") for space in spaces)
    behind = folded[values[-1].end :]
    return any(space.count("\n") > step and _opens_with(behind, space) for space in spaces)


def _opens_with(text: str, blank: str) -> bool:
    """Whether a text opens with what stands for a blank cell; beside bars spaces do not matter."""
    if "|" not in blank:
        return text.startswith(blank)
    return text[: 2 * len(blank)].replace(" ", "").startswith(blank.replace(" ", ""))


def _is_whole(sightings: Sequence[Sighting]) -> bool:
    """Whether a head names the results of all kinds of cases."""
    return sum(sighting.term.id == form.RESULTS.id for sighting in sightings) == _WIDTH


def _rows_apart(folded: str, sightings: Sequence[Sighting]) -> Iterator[int]:
    """The line ends from the last cell of each row of the head to the first of the next, which names a result."""
    last_cells = {next(form.DISPUTES.groups()).id, list(form.DISPUTES.rows())[-1].id}
    for sighting, after in itertools.pairwise(sightings):
        if sighting.term.id in last_cells and after.term.id == form.RESULTS.id:
            yield folded.count("\n", sighting.end, after.start)


def _end_of_block(folded: str, at: int, end: int) -> int:
    """The end of the last line behind `at` that still begins with a tab."""
    high = at
    for line in folded[at:end].split("\n")[1:]:
        if not line.startswith("\t"):
            break
        high += 1 + len(line)
    return max(high, at)


def _cells(values: Sequence[Token], places: Sequence[int], width: int = _WIDTH) -> list[Token | None] | None:
    if len(set(places)) < len(places) or not all(0 <= place < width for place in places):
        return None
    cells: list[Token | None] = [None] * width
    for place, value in zip(places, values, strict=True):
        cells[place] = value
    return cells
