"""The sums of the form held against the numbers of a report.

A blank or marked cell is a count that is not known and not below 0: known parts above a complete side are an error,
known parts equal to it hold, and known parts below it say nothing.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from gidisc import form
from gidisc.checks.findings import Subject
from gidisc.checks.rules import ARITHMETIC, Equation, Rule
from gidisc.diagnostics import Diagnostic
from gidisc.model import Cell, Report, Status

_UNKNOWN_COUNTS = (Status.BLANK, Status.MARK)
_ADDS_UP_ROWS = "requests-outcomes"
_TOTAL = form.APPLICANTS.columns[-1].label


class Verdict(enum.StrEnum):
    """Whether a report agrees with an equation."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_ASSESSABLE = "not_assessable"


@frozen
class Side:
    """One side of an equation: its cells in a report."""

    cells: tuple[Cell, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every cell has been read."""
        return all(cell.status is Status.READ for cell in self.cells)

    @property
    def known(self) -> int | Decimal | None:
        """The sum of what was read; None where nothing was, or where a cell is no count at all."""
        read = [cell.value for cell in self.cells if cell.status is Status.READ and cell.value is not None]
        settled = all(cell.status in (Status.READ, *_UNKNOWN_COUNTS) for cell in self.cells)
        return sum(read) if read and settled else None

    @property
    def shown(self) -> str:
        """The sum for a message."""
        return f"{'' if self.is_complete else '≥'}{self.known}"

    @property
    def terms(self) -> str:
        """The sum spelled out with the numbers of the rows."""
        return " + ".join(f"{cell.path} {'□' if cell.value is None else cell.value}" for cell in self.cells)


@frozen
class Assessment:
    """An equation and what a report has on its two sides."""

    rule: Rule
    equation: Equation
    left: Side
    right: Side

    @property
    def verdict(self) -> Verdict:
        """Whether the sides agree, as far as the cells tell."""
        left, right = self.left.known, self.right.known
        if left is None or right is None or not (self.left.is_complete or self.right.is_complete):
            return Verdict.NOT_ASSESSABLE
        if left == right:
            return Verdict.HOLDS
        may_grow = not self.left.is_complete if left < right else not self.right.is_complete
        return Verdict.NOT_ASSESSABLE if may_grow else Verdict.FAILS


def assessments(report: Report) -> Iterator[Assessment]:
    """Every equation of the form whose rows the tables of a report have, with its two sides."""
    cells = {cell.key: cell for table in report.tables for cell in table.cells()}
    for rule in ARITHMETIC:
        for equation in rule.equations:
            # A row that the form does not know may be one of the parts.
            if rule.id == _ADDS_UP_ROWS and report.requests is not None and report.requests.extra_rows:
                continue
            left, right = (_side(side, cells) for side in (equation.left, equation.right))
            if left and right:
                yield Assessment(rule, equation, left, right)


def _side(keys: tuple[str, ...], cells: Mapping[str, Cell]) -> Side | None:
    return Side(tuple(cells[key] for key in keys)) if all(key in cells for key in keys) else None


def check_arithmetic(subject: Subject) -> Iterator[Diagnostic]:
    """Where the numbers of a report break the sums of the form, and how many sums cannot be assessed."""
    assessed = list(assessments(subject.report))
    for assessment in assessed:
        if assessment.verdict is Verdict.FAILS:
            yield _broken(subject, assessment)
    yield from _negative(subject)
    unknown = sum(assessment.verdict is Verdict.NOT_ASSESSABLE for assessment in assessed)
    if unknown:
        yield subject.find("sums-not-assessable", {"count": unknown, "total": len(assessed)})


def _broken(subject: Subject, assessment: Assessment) -> Diagnostic:
    across, left, right = assessment.equation.across, assessment.left, assessment.right
    label = across.printed if isinstance(across, form.Row) else across.label
    cells = (*left.cells, *right.cells)
    if len(left.cells) > 1:
        sides = {"expected": left.shown, "found": right.shown, "left": left.terms, "right": right.terms}
    else:
        # Where one cell is the printed total, what its parts add up to is what is expected of it.
        total = _TOTAL if isinstance(across, form.Row) else left.cells[0].path + _TOTAL
        sides = {"expected": right.shown, "found": left.shown, "total": total}
    return subject.find(assessment.rule.id, {"place": label, **sides}, cells=cells)


def _negative(subject: Subject) -> Iterator[Diagnostic]:
    signed = next(iter(form.SIGNED_COLUMNS.values()))
    for table in subject.report.tables:
        for cell in table.cells():
            if cell.value is not None and cell.value < 0 and cell.key not in form.SIGNED_COLUMNS:
                arguments = {"printed": cell.raw, "key": cell.key, "signed": signed}
                yield subject.find("negative-count", arguments, cells=(cell,))
