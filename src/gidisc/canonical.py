"""The canonical layout: the small text format that the grammar reads, and the way back from it to the source.

A line's first sign tells its kind (see `grammars/report.lark`). `Writer` prints lines and keeps, as runs, which stretch
of the source every stretch of the canonical text stands for.
"""

from __future__ import annotations

import bisect
import itertools
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from gidisc.diagnostics import Diagnostic
from gidisc.source import Span, Stretch

HEADER = "%gidisc 1\n"

OFFICE = "^ "
TITLE = "# "
SECTION = "## "
CHAPTER = "### "
SIGNATURE = "@ "
TABLE = "| "
EXTRA_ROW = "|+ "
CELL = " |"
FURNITURE = "~ "
UNPARSED = "? "

REFUSED = "?"
ABSENT = "_"

_SIGNS = "%#|~?@^\\"
_CELL = re.compile(r" \|(?: ((?:[^|\\\n ]|\\[^\n]| (?!\|))+))?")
_CELL_SIGN = re.compile(r"([|\\])")
_ESCAPED = re.compile(r"\\(.)")


def escape_paragraph(text: str) -> str:
    """A paragraph of prose as its line begins: behind a backslash where it would begin with a sign."""
    return "\\" + text if text[:1] in _SIGNS else text


def unescape_paragraph(line: str) -> str:
    """The paragraph of a line that `escape_paragraph` made."""
    return line[1:] if line.startswith("\\") else line


def escape_cell(raw: str) -> str:
    """A printed cell or label as its line holds it: signs of the layout behind a backslash."""
    escaped = _CELL_SIGN.sub(r"\\\1", raw) if "|" in raw or "\\" in raw else raw
    return "\\" + escaped if escaped in (REFUSED, ABSENT) else escaped


def unescape_cell(text: str) -> str:
    """The printed cell of what `escape_cell` made."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def split_cells(line: str, start: int) -> list[tuple[str, int, int]]:
    """The cells of a row line from `start` on: (cell still escaped, start, end), offsets within the line."""
    cells = []
    printed = line[start:].rstrip("\n").split(CELL)[1:]
    # Nearly all rows have nothing escaped, and then a cell ends where the next one begins.
    if "\\" not in line and line.count("|", start) == len(printed):
        for cell in printed:
            low = start + len(CELL) + (cell != "")
            start += len(CELL) + len(cell)
            cells.append((cell[1:], low, start))
        return cells
    for match in _CELL.finditer(line, start):
        low, high = match.span(1)
        cells.append((match[1], low, high) if low >= 0 else ("", match.end(), match.end()))
    return cells


@frozen(kw_only=True)
class Normalized:
    """A text in the canonical layout, the `source` it was made from, what was noticed, and the map between the two.

    The map is `runs`, four numbers each: start and end of a stretch of the canonical text, and of the stretch of the
    source that it stands for.
    """

    text: str
    source: str = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()
    runs: array[int] = field(factory=lambda: array("I"), repr=False, hash=False)
    _ends: array[int] = field(init=False, repr=False, eq=False)

    @_ends.default
    def _(self) -> array[int]:
        return self.runs[1::4]

    def origin(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of the source that the canonical text between two offsets stands for, in canonical order."""
        return tuple(Span(start=low, end=high) for low, high in self.stretches(start, end))

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """What `origin` gives, as pairs of numbers.

        Runs of equal length stand character for character; others only as a whole.
        """
        return self.stretches_of_each([(start, end)])[0]

    def stretches_of_each(self, places: Sequence[Stretch]) -> list[list[Stretch]]:
        """The stretches for each of several places that follow one another."""
        runs, size = self.runs, len(self.runs)
        at = 4 * bisect.bisect_right(self._ends, places[0][0]) if places else size
        found: list[list[Stretch]] = []
        for start, end in places:
            own: list[Stretch] = []
            found.append(own)
            while at < size and runs[at + 1] <= start:
                at += 4
            run = at
            while run < size and runs[run] < end and start < end:
                begins, ends, low, high = runs[run : run + 4]
                if ends - begins == high - low:
                    low += start - begins if start > begins else 0
                    high -= ends - end if ends > end else 0
                own.append((low, high))
                run += 4
        return found


Part = tuple[str, Sequence[Stretch]]
"""A stretch of a canonical line and the stretches of the source that it stands for (none: added by the layout)."""


@frozen
class Line:
    """A canonical line to be written: where in the source it belongs, and its parts."""

    at: int
    parts: Sequence[Part]

    @property
    def stretches(self) -> Iterator[Stretch]:
        """The stretches of the source that its parts stand for."""
        return itertools.chain.from_iterable([stretches for _, stretches in self.parts])


@define
class Writer:
    """Prints canonical lines one after the other."""

    source: str
    _text: list[str] = field(factory=lambda: [HEADER])
    _runs: array[int] = field(factory=lambda: array("I"))
    _length: int = len(HEADER)

    def write(self, lines: Iterable[Line]) -> None:
        """Print lines in the order given."""
        at = self._length
        for line in lines:
            for text, stretches in line.parts:
                end = at + len(text)
                if text:
                    for low, high in stretches:
                        self._runs.extend((at, end, low, high))
                self._text.append(text)
                at = end
            self._text.append("\n")
            at += 1
        self._length = at

    def normalized(self, diagnostics: tuple[Diagnostic, ...]) -> Normalized:
        """What was printed, as a `Normalized`."""
        return Normalized(text="".join(self._text), source=self.source, diagnostics=diagnostics, runs=self._runs)
