"""Separators that only the rows show: what stands between all values of full rows, in every one of them the same."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter

from attrs import frozen

from gidisc import form
from gidisc.characters import LEFT_OUT
from gidisc.normalize.labels import HAN
from gidisc.normalize.tokens import SEPARATORS, VALUE
from gidisc.values import MARK, is_mark

_COLUMNS = len(form.APPLICANTS.columns)
_DISPUTES = len(form.PRINTED_RESULTS)
NUMBER = r"[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+"
"""A number as full rows print it: with thousands, or without."""

_SIGN = r"(?: ?(?:[^\w\s]|_)(?:[^\w\n]{0,4}(?:[^\w\s]|_))?? ?|\t{2,4})"
_FULL = re.compile(
    rf"^(?P<before>[^\n]*?[^\s0-9])(?P<cells>(?P<sign>{_SIGN})(?:{NUMBER})?+"
    rf"(?:(?P=sign)(?:{NUMBER})?+){{{_COLUMNS - 1}}})(?P<after>[^\n0-9]{{0,80}}+)$",
    re.MULTILINE,
)
_VALUE_OR_BLANK = re.compile(f"(?:{VALUE.pattern}|{MARK.pattern})?")
_ANY_NUMBER = re.compile(NUMBER)
# These stand between numbers that are listed, or within one; lines with them are looked at elsewhere.
_LISTING = ".,;:+-，；：。"
_FEWEST_ROWS = 3
_FEWEST_NUMBERS = 2
_MOST = 0.8
# How far from a full row the lines of its tables may stand.
_NEAR = 40
_FULL_WIDTH = re.compile("[０-９]")
_AS_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@frozen
class Signs:
    """What stands before the first cell of a line, between two, and behind the last."""

    before: str
    between: str
    after: str
    full: tuple[int, ...]

    @classmethod
    def learn(cls, text: str) -> Signs | None:
        """What the full rows of a text have in common; None where they say nothing that is not known anyway."""
        rows = [row for row in _FULL.finditer(text) if _is_row(row)]
        counts = Counter((row["sign"], row["after"].rstrip()) for row in rows)
        (sign, after), times = counts.most_common(1)[0] if counts else (("", ""), 0)
        between = sign.strip() or (sign if sign.strip("\t") == "" and len(sign) > 1 else "")
        if times < _FEWEST_ROWS or times < _MOST * len(rows) or between.strip("\"'") in ("", *_LISTING):
            return None
        if between in SEPARATORS and not after.strip(" \t|&"):
            return None
        starts = {row[0][0] for row in rows}
        before = between[-1] if starts == {between[-1]} else ""
        return cls(before, between, after, tuple(text.count("\n", 0, row.start()) for row in rows))

    def cells(self, line: str) -> list[tuple[int, int]] | None:
        """Where the cells of a line stand; None where it is no line of cells, or the signs may be what one says."""
        low = len(self.before) if line.startswith(self.before) else 0
        high = len(line.rstrip())
        if self.after and line[:high].endswith(self.after):
            high -= len(self.after)
        ends = [match.start() for match in re.finditer(re.escape(self.between), line[low:high])]
        ends = [low + end for end in ends]
        cells = list(zip([low, *(end + len(self.between) for end in ends)], [*ends, high], strict=True))
        shown = [line[start:end].strip() for start, end in cells]
        values = list(itertools.takewhile(_VALUE_OR_BLANK.fullmatch, reversed(shown)))
        labels = shown[: len(shown) - len(values)]
        if not values or any(
            "。" in label or label[-1].isdigit() or not HAN.search(label) for label in labels if label
        ):
            return None
        if is_mark(self.between) and len(values) not in (_COLUMNS, _DISPUTES) and not all(map(str.isdigit, values)):
            return None
        return cells

    def is_torn(self, line: str) -> bool:
        """Whether a line has a part of the sign between cells, where that is one character over and over."""
        character = self.between[0]
        over_and_over = len(self.between) > 1 and self.between == character * len(self.between)
        return over_and_over and self.between in line and character in line.replace(self.between, "")


def _is_row(row: re.Match[str]) -> bool:
    """Whether a line is a label and as many cells as requests have, numbers or blanks: only numbers between marks."""
    numbers = len(_ANY_NUMBER.findall(row["cells"]))
    fewest = _COLUMNS if is_mark(row["sign"].strip()) else _FEWEST_NUMBERS
    return numbers >= fewest and HAN.search(row["before"]) is not None and not HAN.search(row["after"])


def with_tabs_for_signs(text: str, folded: str) -> str:
    """`folded` with tabs for the signs between the cells of `text`, of the same length."""
    text = text.translate(_AS_DIGITS) if _FULL_WIDTH.search(text) else text
    signs = Signs.learn(text)
    if signs is None:
        return folded
    lines = folded.split("\n")
    starts = itertools.accumulate((len(line) + 1 for line in lines), initial=0)
    printed = [text[start : start + len(line)] for start, line in zip(starts, lines, strict=False)]
    # Empty lines between the others say nothing.
    filled = [number for number, line in enumerate(printed) if line.strip()]
    places = [bisect.bisect_left(filled, number) for number in signs.full]
    steps = sorted({place + step for place in places for step in range(-_NEAR, _NEAR + 1)})
    near = [filled[step] for step in steps if 0 <= step < len(filled)]
    for number in near:
        if signs.is_torn(printed[number]):
            return folded
        cells = signs.cells(printed[number])
        if cells is not None:
            lines[number] = _line(lines[number], cells, signs.between)
    return "\n".join(lines)


def _line(line: str, cells: list[tuple[int, int]], between: str) -> str:
    (low, _), (_, high) = cells[0], cells[-1]
    gap = "\t" + LEFT_OUT * (len(between) - 1)
    inside = gap.join(line[start:end] for start, end in cells)
    return LEFT_OUT * low + inside + LEFT_OUT * (len(line) - high)
