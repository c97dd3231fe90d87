"""Numbers that count lines or columns, as listings and data frames print them: they are no part of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from gidisc.characters import LEFT_OUT
from gidisc.source import Span

_NUMBERED = re.compile(
    r"^[ \t|\u200b]*(?P<number>[0-9]{1,5})(?P<after>[ \t]*[|:,]|(?=[ \t]|$))[ \t]?(?P<rest>.*)$", re.MULTILINE
)
_COLUMNS = re.compile(r"^[ \t|,\u200b]*0(?:[ \t|,\u200b]+[0-9]{1,2})+[ \t|,\u200b]*$", re.MULTILINE)
_NO_ROW = re.compile(r"[ \t|\u200b:+=─━-]*")
# The form numbers no more than eight rows in turn, and a list seldom as many items: so many lines are counted.
_FEWEST_LINES = 12
# Empty lines may stand between all that have something on them, and two or three of them.
_FEWEST_FILLED = 4
_FILLED = 1 / 4
_FEWEST_COLUMNS = 8
_FARTHEST = 3


@frozen
class _Run:
    """Lines each of which begins with the number after that of the line before."""

    first: int
    lines: list[re.Match[str]]

    @property
    def counts(self) -> bool:
        """Whether the numbers can only count lines: there are many, and enough have something behind them."""
        filled = sum(bool(line["rest"].strip()) for line in self.lines)
        return len(self.lines) >= _FEWEST_LINES and filled >= max(_FEWEST_FILLED, _FILLED * len(self.lines))


def numbering(folded: str) -> list[Span]:
    """The numbers that count lines or columns; those of short tables only where long ones are counted alike."""
    runs = list(_runs(folded))
    starts = {run.first for run in runs if run.counts}
    counted = [run for run in runs if run.counts or (run.first in starts and run.first < 2 <= len(run.lines))]
    lines = (Span(start=line.start("number"), end=line.end("after")) for run in counted for line in run.lines)
    return sorted([*lines, *_of_columns(folded)])


def without_numbering(text: str, numbers: Sequence[Span]) -> str:
    """A text with nothing for the numbers, of the same length."""
    pieces = []
    at = 0
    for number in numbers:
        end = number.end + text.startswith("\t", number.end)
        pieces += [text[at : number.start], LEFT_OUT * (end - number.start)]
        at = end
    return "".join([*pieces, text[at:]])


def _runs(folded: str) -> Iterator[_Run]:
    run: list[re.Match[str]] = []
    first = last = -1
    for line in _NUMBERED.finditer(folded):
        number = int(line["number"])
        # Where many lines have been counted, one or two may be lost.
        reach = 1 if len(run) < _FEWEST_LINES else _FARTHEST
        follows = (
            run
            and last < number <= last + reach
            and _NO_ROW.fullmatch(folded[run[-1].end() : line.start()].replace("\n", ""))
        )
        if run and not follows:
            yield _Run(first, run)
            run = []
        if not run:
            first = number
        run.append(line)
        last = number
    if run:
        yield _Run(first, run)


def _of_columns(folded: str) -> Iterator[Span]:
    """The numbers of lines that count 0, 1, 2 and on; of a few columns only where a text counts many elsewhere."""
    lines = [line for line in _COLUMNS.finditer(folded) if _counts(line)]
    if any(len(re.findall(r"[0-9]+", line[0])) >= _FEWEST_COLUMNS for line in lines):
        for line in lines:
            for number in re.finditer(r"[0-9]+", line[0]):
                yield Span(start=line.start() + number.start(), end=line.start() + number.end())


def _counts(line: re.Match[str]) -> bool:
    numbers = [int(number) for number in re.findall(r"[0-9]+", line[0])]
    return numbers == [*range(len(numbers))]
