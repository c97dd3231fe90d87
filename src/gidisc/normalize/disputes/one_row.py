"""The one printed row of fifteen values, by their number and what separates them."""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from gidisc import form
from gidisc.normalize.disputes.text import WIDTH, cells_at
from gidisc.normalize.gaps import gaps, share_a_cell
from gidisc.normalize.labels import HAN, Sighting, in_single_characters
from gidisc.normalize.tokens import DOUBLE_BAR, SEPARATORS, Token, TokenKind, line_end, line_start, lone_values

_COLUMNS = form.RESULTS.columns
_CELL = "<td"
_MOST = 2 / 3
_SPACES = " \\\u200b"


def place(
    folded: str, sightings: Sequence[Sighting], values: Sequence[Token], start: int, end: int, is_whole: bool
) -> list[Token | None] | None:
    """The cells of a row behind heads that end at `start`; None where it is not settled which they are.

    `is_whole` says that no number is broken in two.
    """
    if len(values) == WIDTH:
        if _stand_beside_a_blank(folded, sightings, values) or _is_split_beside_a_gap(folded, values):
            return None
        if is_whole and not share_a_cell(folded, values):
            return list(values)
        return list(values) if _is_even(folded, values, start) else None
    if len(values) > WIDTH:
        return None
    return _on_one_line(folded, values, sightings) or _line_by_line(folded, values, start, end)


def may_be_broken(folded: str, sightings: Sequence[Sighting], values: Sequence[Token]) -> bool:
    """Whether numbers may stand in single characters as the heads do.

    Where columns are so narrow that heads are, numbers on one line are whole; so are all where one is of three digits.
    """
    if not in_single_characters(folded, sightings):
        return False
    between = [folded[a.end : b.start] for s in sightings for a, b in itertools.pairwise(s.spans)]
    on_one_line = "\n" not in folded[values[0].start : values[-1].end]
    is_narrow = all("\n" in gap for gap in between)
    return not (is_narrow and (on_one_line or any(len(value.text) > 2 and value.text.isdigit() for value in values)))


def bare_row(folded: str, heads: Sequence[Sighting], tokens: Sequence[Token]) -> list[Token | None] | None:
    """The fifteen cells of a line right behind the heading, without words before it; None where there is none.

    Numbers above heads number the columns. Numbers on the next line may be the ends of those above.
    """
    values = _run_of_values([token for token in tokens if token.kind is not TokenKind.KNOWN])
    if heads and values and heads[-1].start > values[0].start:
        return None
    line = [value for value in values if value.start < line_end(folded, values[0].start)]
    goes_on = len(values) > len(line) > 0 and folded.count("\n", line[-1].end, values[len(line)].start) == 1
    return _on_one_line(folded, line) if len(line) == WIDTH and not goes_on else None


def values_behind(folded: str, tokens: Sequence[Token]) -> list[Token]:
    """The values behind the heads: those before anything else, or a line of fifteen behind words that are not known."""
    values = _run_of_values(tokens)
    lone = [] if values else lone_values(folded, tokens)
    return lone if len(lone) == WIDTH and "\n" not in folded[lone[0].start : lone[-1].end] else values


def runs_on(folded: str, values: Sequence[Token], end: int) -> bool:
    """Whether fifteen values are paragraphs but for the last, below which other text stands: it may be of no row."""
    if len(values) != WIDTH:
        return False
    behind = folded[values[-1].end : end + 1]
    joined = behind.strip() != "" and behind[: len(behind) - len(behind.lstrip())].count("\n") == 1
    return joined and all(folded.count("\n", a.end, b.start) > 1 for a, b in itertools.pairwise(values))


def _run_of_values(tokens: Sequence[Token]) -> list[Token]:
    """The values before anything else that is printed."""
    values = []
    for token in tokens:
        if token.kind is not TokenKind.VALUE:
            break
        values.append(token)
    return values


def _stand_beside_a_blank(folded: str, sightings: Sequence[Sighting], values: Sequence[Token]) -> bool:
    """Whether more separates some values of a kind of case than others, or some kinds: beside a blank cell there are
    too many.

    Not so where the line of the last head has as many separators.
    """
    last = max((sighting.start for sighting in sightings), default=0)
    head = folded[line_start(folded, last) : line_end(folded, last)]
    for sign in (*SEPARATORS, _CELL):
        counts = [folded.count(sign, a.end, b.start) for a, b in itertools.pairwise(values)]
        of_kinds = counts[len(_COLUMNS) - 1 :: len(_COLUMNS)]
        inside = [count for index, count in enumerate(counts, start=1) if index % len(_COLUMNS)]
        is_uneven = any(len({*alike}) > 1 and min(alike) > 0 for alike in (inside, of_kinds))
        if is_uneven and head.count(sign) != sum(counts):
            return True
    return False


def _is_split_beside_a_gap(folded: str, values: Sequence[Token]) -> bool:
    """Whether as many spaces stand between most values, but only one between two, and twice as many between others.

    With a blank cell in the wider gap there are too many values: the two are parts of one.
    """
    between = [gap.spaces if gap else 0 for gap in gaps(folded, values)]
    usual, times = Counter(between).most_common(1)[0]
    odd = {spaces for spaces in between if spaces != usual}
    return (
        usual > 1
        and times >= _MOST * len(between)
        and 1 in odd
        and all(spaces == 1 or spaces >= 2 * usual for spaces in odd)
    )


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
    for separator in (*SEPARATORS, DOUBLE_BAR):
        lead = (
            None
            if _has_odd_heads(folded, sightings, separator)
            else _lead(line.strip(" \\"), separator, _Bounds.of(folded, sightings, separator))
        )
        is_alone = not any(sign in line for sign in SEPARATORS if sign not in separator)
        if lead is not None and is_alone and not _is_longer(folded, sightings, line, separator):
            return cells_at(values, [folded.count(separator, low, value.start) - lead for value in values])
    return None


def _is_longer(folded: str, sightings: Sequence[Sighting], line: str, separator: str) -> bool:
    """Whether a line has more cells than that of the last head, which shows fifteen."""
    last = max((sighting.start for sighting in sightings), default=0)
    shown = folded.count(separator, line_start(folded, last), line_end(folded, last)) if sightings else 0
    return shown == WIDTH - 1 < line.count(separator)


def _has_odd_heads(folded: str, sightings: Sequence[Sighting], separator: str) -> bool:
    """Whether a blank cell stands between some neighbours on the line of the last head, and none between others.

    Cells of one row are as far apart as those of another: where heads are not, separators were doubled, and those of
    the values may have been.
    """
    start = max((line_start(folded, sighting.start) for sighting in sightings), default=0)
    on_line = [s for s in sightings if line_start(folded, s.start) == start and s.term.id == form.RESULTS.id]
    if not on_line:
        return False
    cells = [cell.strip(_SPACES) for cell in folded[on_line[0].start : on_line[-1].end].split(separator)]
    return 0 < cells.count("") < len(cells) // 2


@frozen
class _Bounds:
    """What the heads show of the lines of a table.

    `opens` says that a separator stands before their first cell. Where separators part the heads of the last line,
    `starts_bare` says that none stands before the first of them, `ends_bare` that nothing does behind the last.
    """

    opens: bool = False
    starts_bare: bool = False
    ends_bare: bool = False

    @classmethod
    def of(cls, folded: str, sightings: Sequence[Sighting], separator: str) -> _Bounds:
        """What is known without heads: nothing."""
        if not sightings:
            return cls()
        before = [folded[folded.rfind("\n", 0, head.start) + 1 : head.start].strip(_SPACES) for head in sightings]
        opens = separator in before or all(lead.startswith(separator) for lead in before)
        last = max(sightings, key=lambda sighting: sighting.end)
        first, behind = (
            folded[line_start(folded, last.start) : last.start],
            folded[last.end : line_end(folded, last.end)],
        )
        apart = separator in first + behind
        starts_bare = apart and HAN.match(first.lstrip(_SPACES + "*")) is not None
        return cls(opens, starts_bare, apart and not behind.strip(_SPACES))


def _lead(line: str, separator: str, bounds: _Bounds) -> int | None:
    """How many separators stand before the first of fifteen cells; None where the line does not show fifteen.

    What begins or ends a line where nothing stands before or behind heads belongs to a blank cell; beside fifteen more
    it is one too many. So is a tab that opens a line where none opens those of all heads: tabs frame no lines.
    """
    between = line.count(separator) + 1 - WIDTH
    opened, closed = line.startswith(separator), line.endswith(separator)
    if between > 0 and opened and separator == "\t" and not bounds.opens:
        return None
    if between == 0:
        return None if bounds.opens else 0
    if between == 1 and opened and not bounds.starts_bare and (not closed or (bounds.opens and bounds.ends_bare)):
        return 1
    if between == 1 and closed and not opened:
        return None if bounds.ends_bare else 0
    return 1 if between == 2 and opened and closed and not (bounds.starts_bare or bounds.ends_bare) else None


def _line_by_line(folded: str, values: Sequence[Token], start: int, end: int) -> list[Token | None] | None:
    """Cells on lines of their own that begin with a tab, blank ones too: fifteen such lines are the row."""
    high = _end_of_block(folded, values[-1].end, end)
    lines, at = [], start
    for line in folded[start:high].split("\n"):
        if line.startswith("\t") and at > start:
            lines.append(at)
        at += len(line) + 1
    # What stands on other lines among these is no cell.
    if len(lines) != WIDTH or not {folded.rfind("\n", 0, value.start) + 1 for value in values} <= {*lines}:
        return None
    return cells_at(values, [bisect.bisect_right(lines, value.start) - 1 for value in values])


def _end_of_block(folded: str, at: int, end: int) -> int:
    """The end of the last line behind `at` that still begins with a tab."""
    high = at
    for line in folded[at:end].split("\n")[1:]:
        if not line.startswith("\t"):
            break
        high += 1 + len(line)
    return max(high, at)
