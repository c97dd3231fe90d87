"""How full rows are printed: what stands between their values and before them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import define, field

from gidisc.normalize.evidence.agreement import AGREEMENT
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.gaps import Gap, gaps
from gidisc.normalize.labels import HAN
from gidisc.normalize.tokens import VALUE, line_end

_MOST = 2 / 3
# Rows of so many cells show whether two of them stand farther apart than the others, and by how many spaces at least.
_FEWEST_CELLS = 4
_FEWEST_ALIKE = 3
# More spaces than these between all cells may be those of columns, which differ from row to row.
_WIDEST_JOINT = 4
_WIDER = 2
# So many spaces align cells.
_MANY = 4
# So many digits stand between the signs that part thousands.
_GROUP = 3
_TABBED = re.compile(r"\n\t(?![^\n]*[一-鿿]{2})[^\n]*(?=\n)")


@define
class Shapes:
    """What stands between the values of full rows, and before them, where nearly all agree.

    `spaced` says that values on a line stand two spaces and more apart, full row or not: those closer are parts of one.
    `parted` says that separators stand between the values of rows: behind one before the first, those with none between
    them share a cell.
    `tabbed` says that as many lines begin with a tab as a row has cells, blank ones too.
    `patterns` are the separators from value to value of full rows, those of one row together. `gapped` are the full
    rows of several cells, by where on their lines they show a gap as wide as a blank cell (None: nowhere). `blank` is
    the fewest spaces between values on lines with blanks that are more than most full rows have anywhere (0: unknown).
    `longest` is the length of the longest value where some row has blanks: only there numbers in parts make rows full.
    """

    folded: str = field(repr=False)
    usual: Gap | None = None
    lead: Gap | None = None
    spaced: bool = False
    parted: bool = False
    tabbed: bool = False
    patterns: Counter[tuple[str, ...]] = field(factory=Counter)
    gapped: Counter[int | None] = field(factory=Counter)
    blank: int = 0
    longest: int = 0

    @classmethod
    def learn(cls, folded: str, tables: Iterable[TableText]) -> Shapes:
        """What the full rows of all tables show; nothing where no row has blanks, for then full rows are certain."""
        rows = [row for table in tables for row in table.rows]
        if not any(len(row.values) < row.width for row in rows):
            return cls(folded)
        full = [row for row in rows if len(row.values) == row.width > 1]
        between = [gap for row in full for gap in gaps(folded, row.values) if gap is not None]
        leads = [lead for row in full if (lead := lead_of(folded, row)) is not None]
        # Rows with values too many hold some that fell into parts.
        sparse = [row for row in rows if len(row.values) <= row.width]
        shown = [row for row in rows if row.values and row.width] if "\n\t" in folded else []
        tabbed = sum(_tabbed(folded, row) == row.width for row in shown) >= max(1, _MOST * len(shown))
        apart = [gap for row in sparse for gap in gaps(folded, row.values) if gap is not None]
        parted = sum(gap.separators != "" for gap in apart) >= max(1, AGREEMENT * len(apart))
        spaces = [gap.spaces for gap in apart if gap.spaces]
        spaced = sum(count > 1 for count in spaces) >= max(1, AGREEMENT * len(spaces))
        patterns = Counter(map(cls._pattern, itertools.repeat(folded), full))
        gapped = Counter(_wide_gap(folded, row) for row in full if row.width >= _FEWEST_CELLS)
        return cls(
            folded,
            _usual(between, _MOST),
            _usual(leads, AGREEMENT),
            spaced,
            parted,
            tabbed,
            patterns,
            gapped,
            _blank(folded, [row for row in rows if row.width >= _FEWEST_CELLS]),
            max((len(value.text) for row in rows for value in row.values), default=0),
        )

    @staticmethod
    def _pattern(folded: str, row: RowText) -> tuple[str, ...]:
        return tuple(gap.separators if gap else "" for gap in gaps(folded, row.values))

    def is_odd(self, row: RowText) -> bool:
        """Whether a full row is printed in another way than nearly all others."""
        # As many values as cells, and a blank one among them that no other row has there: one of them is too many.
        pattern = self._pattern(self.folded, row)
        if self.patterns[pattern] == 1 and len({*pattern} - {""}) > 1:
            return True
        if row.width >= _FEWEST_CELLS and self.gapped[None] > 1:
            wide = _wide_gap(self.folded, row)
            if wide is not None and self.gapped[wide] == 1:
                return True
        if self.blank and row.width >= _FEWEST_CELLS and _widest(self.folded, row) >= self.blank:
            return True
        if self.longest and self._holds_parts(row):
            return True
        if self.spaced and any(
            gap is not None and gap.spaces == 1 and self._may_be_one(a.text, b.text)
            for gap, (a, b) in zip(gaps(self.folded, row.values), itertools.pairwise(row.values), strict=True)
        ):
            return True
        if self.tabbed and _tabbed(self.folded, row) > row.width:
            return True
        lead = lead_of(self.folded, row)
        is_parted = self.parted and lead is not None and lead.separators != ""
        if is_parted and any(gap is not None and not gap.separators for gap in gaps(self.folded, row.values)):
            return True
        if self.usual is None:
            return False
        if not all(gap is None or gap.is_like(self.usual) for gap in gaps(self.folded, row.values)):
            return True
        if not self.usual.lines:
            return False
        # A blank cell may hide beside the number of a page, which stands on one line.
        between = [self.folded.count("\n", a.end, b.start) for a, b in itertools.pairwise(row.values)]
        if max(between, default=0) > self.usual.lines + 1:
            return True
        end = row.values[-1].end
        misled = self.lead is not None and lead is not None and not _leads_like(lead, self.lead)
        return misled or HAN.search(self.folded[end : line_end(self.folded, end)]) is not None

    def _holds_parts(self, row: RowText) -> bool:
        """Whether one space stands between some values on a line and many between the others.

        The close ones may be one number, with its thousands apart or no longer than all others; what would be longer is
        two that are long themselves.
        """
        ends = [row.end, *(value.end for value in row.values)]
        before = [self.folded[end : value.start] for end, value in zip(ends, row.values, strict=False)]
        lead, *spaces = (len(between) if not between.strip(" ") else 0 for between in before)
        far = sum(count >= _MANY for count in (lead, *spaces))
        return (
            0 < spaces.count(1) <= far
            and all(count == 1 or count >= _MANY for count in spaces)
            and any(
                count == 1 and self._may_be_one(a.text, b.text)
                for count, (a, b) in zip(spaces, itertools.pairwise(row.values), strict=True)
            )
        )

    def _may_be_one(self, before: str, after: str) -> bool:
        joined = before + after
        return (len(before) <= _GROUP == len(after)) or (
            len(joined) <= self.longest and VALUE.fullmatch(joined) is not None
        )


def _tabbed(folded: str, row: RowText) -> int:
    """How many lines between a label and what is printed next begin with a tab; 0 where a value begins none of them."""
    if not all(folded.startswith("\n\t", value.start - 2) for value in row.values):
        return 0
    return len(_TABBED.findall(folded, row.end, row.until))


def _wide_gap(folded: str, row: RowText) -> int | None:
    """Where, among values on one line, two stand farther apart than all others do, measured from either edge.

    So they do where a blank cell stands between them. None where no two do, and where more than spaces stands there.
    """
    if not all(gap is not None and gap.spaces for gap in gaps(folded, row.values)):
        return None
    widest = set()
    for edges in ([value.start for value in row.values], [value.end for value in row.values]):
        *_, second, first = sorted((b - a, at) for at, (a, b) in enumerate(itertools.pairwise(edges)))
        widest.add(first[1] if first[0] >= second[0] + _WIDER else None)
    return widest.pop() if len(widest) == 1 else None


def _widest(folded: str, row: RowText) -> int:
    """How many spaces part the two values of a row that stand farthest apart on its line; 0 where more parts some."""
    spaces = [gap.spaces if gap else 0 for gap in gaps(folded, row.values)]
    return max(spaces, default=0) if all(spaces) else 0


def _blank(folded: str, rows: Sequence[RowText]) -> int:
    """How many spaces show a blank cell at least; 0 where most full rows share no widest gap, or few have a wider."""
    full = [_widest(folded, row) for row in rows if len(row.values) == row.width]
    sparse = [_widest(folded, row) for row in rows if 1 < len(row.values) < row.width]
    usual, times = Counter(full).most_common(1)[0] if full else (0, 0)
    wider = [widest for widest in sparse if widest > usual]
    known = 0 < usual <= _WIDEST_JOINT and times >= max(_FEWEST_ALIKE, len(full) // 2 + 1)
    return min(wider) if known and len(wider) >= max(1, _MOST * len(sparse)) else 0


def _usual(gaps: Sequence[Gap], on_lines: float) -> Gap | None:
    """The gap that nearly all have; where it goes over lines, that which as many have as `on_lines` says."""
    if not gaps:
        return None
    (usual, times), *_ = Counter(gaps).most_common(1)
    return usual if times >= (on_lines if usual.lines else AGREEMENT) * len(gaps) else None


def _leads_like(lead: Gap, usual: Gap) -> bool:
    """Whether a gap leads to values as usual. Line ends beside separators may be those of a cell."""
    return lead.separators == usual.separators if usual.separators else lead.is_like(usual)


def lead_of(folded: str, row: RowText) -> Gap | None:
    """What stands between a label and the first value; None where the label stands around the value."""
    return Gap.of(folded[row.end : row.values[0].start]) if row.end <= row.values[0].start else None
