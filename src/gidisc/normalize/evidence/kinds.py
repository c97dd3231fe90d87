"""Kinds of lines, told by their separators: one with fewer or more than its like has lost a cell, or one too many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from attrs import define, field

from gidisc.normalize.evidence.agreement import agreed
from gidisc.normalize.evidence.separated import Kind, MeasuredLine, Rank

FEWEST_ALIKE = 2
"""How many lines, or rows, must be alike before they say anything about others."""
_MOST = 0.8


@define
class Kinds:
    """How many separators the lines of a table have.

    `counts` says how often a line has so many before its label, so many behind it, and such a rank; `full` are the
    kinds of the full rows, `whole` how many separators these have behind their label for each number before it and each
    rank. `lossy` says that somewhere in the text numbers touch between which a separator was.
    """

    counts: Counter[tuple[int, int, Rank]] = field(factory=Counter)
    full: list[Kind] = field(factory=list)
    whole: dict[tuple[int, Rank], set[int]] = field(factory=lambda: defaultdict(set))
    lossy: bool = False

    def add(self, line: MeasuredLine) -> None:
        """Count a line."""
        self.counts[line.before, line.behind, line.rank] += 1

    def add_full(self, line: MeasuredLine) -> None:
        """Count the line of a full row."""
        self.full.append(line.kind)
        self.whole[line.before, line.rank].add(line.behind)

    def loses_cells(self, line: MeasuredLine) -> bool | None:
        """Whether a line has other separators than its like; None where lines are too ragged to tell.

        Where merged label cells are left out, all rows have as many behind their label; where they are left blank, as
        many altogether; where merged cells are one cell each, rows of one rank in the form have as many.
        """
        behind, altogether = self._totals()
        # A line agrees with itself.
        if behind.total() < FEWEST_ALIKE:
            return None
        alike = Counter[int]()
        for (before, after, other), times in self.counts.items():
            if (before, other) == (line.before, line.rank):
                alike[after] += times
        for usual, found in ((agreed(behind), line.behind), (agreed(altogether), line.altogether)):
            if usual is not None:
                return found != usual
        # Full rows show what a line of their kind has, however many others are shorter.
        if line.behind < self._fewest(line) or self._is_short(line):
            return True
        if line.kind not in self.full and self._is_long(line):
            return True
        # Where lines were damaged, most full rows must agree, and half of all, or full rows of several kinds.
        if (usual := self._usual(altogether, [before + after for before, after in self.full])) is not None:
            return line.altogether != usual
        if (usual := self._usual(behind, [after for _, after in self.full])) is not None:
            return line.behind != usual
        # A line longer than most of its kind has a separator too many, unless a full row has as many.
        usual_here, times = alike.most_common(1)[0]
        if line.behind > usual_here and times >= FEWEST_ALIKE and line.kind not in self.full:
            return True
        if alike[line.behind] < FEWEST_ALIKE or self.lossy:
            return None
        # No full row speaks for the shorter of two kinds of line.
        if max(alike) > line.behind and line.kind not in self.full:
            return None
        return 2 * alike[line.behind] <= alike.total()

    def is_odd(self, line: MeasuredLine, *, ends_blank: bool) -> bool:
        """Whether the line of a full row has other separators than nearly all, however these are counted.

        Or more than most, one of them before a blank cell at its end: what is printed there may belong to other rows.
        """
        behind, altogether = self._totals()
        usual = [(agreed(behind), line.behind), (agreed(altogether), line.altogether)]
        if any(count is not None for count, _ in usual):
            return all(count is None or found < count or (ends_blank and found > count) for count, found in usual)
        if not ends_blank:
            return False
        # Of two full rows of a kind the longer may have a cell too many before the blank one.
        if line.behind > min(self.whole.get((line.before, line.rank), {line.behind})):
            return True
        return altogether[line.altogether] <= FEWEST_ALIKE and self._is_long(line, is_full=True)

    def is_wider(self, line: MeasuredLine) -> bool:
        """Whether a line has more separators than cells, while most others as deep in the form have as many."""
        depth, width = line.rank
        beside = Counter({line.behind - width: -1})
        for (_, after, (deep, cells)), times in self.counts.items():
            beside[after - cells] += times * (deep == depth)
        return line.behind > width and _most(beside) == 0 and beside[0] > FEWEST_ALIKE

    def all_have(self, behind: int) -> bool:
        """Whether nearly all lines have so many separators behind their label."""
        return agreed(self._totals()[0]) == behind

    def differ(self, line: MeasuredLine) -> bool:
        """Whether the lines of like rows have more and fewer separators: blank cells at their ends leave none."""
        like = {after for before, after, other in self.counts if (before, other) == (line.before, line.rank)}
        return len(like) > 1

    def _totals(self) -> tuple[Counter[int], Counter[int]]:
        """How many lines have how many separators behind their label, and altogether."""
        behind, altogether = Counter[int](), Counter[int]()
        for (before, after, _), times in self.counts.items():
            behind[after] += times
            altogether[before + after] += times
        return behind, altogether

    def _fewest(self, line: MeasuredLine) -> int:
        """How many separators full rows of a kind have behind their label, whose depth may not matter."""
        found: dict[Rank, dict[int, int]] = defaultdict(dict)
        for (before, other), counts in self.whole.items():
            found[other][before] = min(counts, default=0)
        if not any(len(counts) > 1 and len({*counts.values()}) == 1 for counts in found.values()):
            return found[line.rank].get(line.before, 0)
        deep, width = line.rank
        beside = [max(found[other, width].values(), default=0) for other in (deep - 1, deep, deep + 1)]
        # Labels one deeper in the form cover as many columns fewer as those one deeper again.
        return beside[1] or (sum(beside) // 2 if all(beside[::2]) else 0)

    def _is_short(self, line: MeasuredLine) -> bool:
        """Whether a line has fewer separators than most: behind its label, of those whose labels cover no more columns.

        However merged cells are printed, a label that covers more columns has no fewer than others. Altogether it may
        have fewer only where all rows have as many behind their label.
        """
        deep, width = line.rank
        behind, altogether, beside, below = Counter[int](), Counter[int](), Counter[int](), Counter[int]()
        for (before, after, other), times in self.counts.items():
            if other[1] == width:
                altogether[before + after] += times
                below[after] += times * (other[0] >= deep)
                behind[after] += times
                beside[after + other[0]] += times
        usual = [(_most(below), line.behind), (_most(altogether), line.altogether)]
        # More lines have a separator for each column that their labels cover than have as many in spite of that.
        if max(beside.values()) > max(behind.values()):
            usual.append((_most(beside), line.behind + deep))
        return any(most is not None and found < most for most, found in usual)

    def _is_long(self, line: MeasuredLine, *, is_full: bool = False) -> bool:
        """Whether a line has more separators than most with as many columns or more.

        They are counted altogether, behind the label, and (for full rows, or where nearly all agree in this) behind it
        less those of the columns that it covers: in each way in which most agree. And most have one for each column, as
        they need not where blank cells at the ends of lines are left out.
        """
        deep, width = line.rank
        counts = [Counter[int](), Counter[int](), Counter[int]()]
        for (before, after, other), times in self.counts.items():
            if other[1] >= width:
                for counted, count in zip(counts, (before + after, after, after + other[0]), strict=True):
                    counted[count] += times
        ways = list(zip(counts, (line.altogether, line.behind, line.behind + deep), strict=True))
        sure = [found > usual >= width for counted, found in ways if (usual := agreed(counted)) is not None]
        ways = ways if is_full else ways[:2]
        longer = sure or [found > usual >= width for counted, found in ways if (usual := _most(counted)) is not None]
        return any(longer) and all(longer)

    def _usual(self, counts: Counter[int], full: Sequence[int]) -> int | None:
        """The count that most full rows have, if half of all rows or full ones of several kinds do; None otherwise."""
        usual, times = Counter(full).most_common(1)[0] if full else (0, 0)
        kinds = {kind for kind, count in zip(self.full, full, strict=True) if count == usual}
        known = 2 * counts[usual] > counts.total() or len(kinds) > 1
        return usual if known and times > _MOST * len(full) else None


def _most(counts: Counter[int]) -> int | None:
    """The count that more than half have; None where none is."""
    (value, times), *_ = counts.most_common(1)
    return value if 2 * times > counts.total() else None
