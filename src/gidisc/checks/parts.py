"""A government's summary against the reports of its parts, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gidisc.checks.findings import Subject
from gidisc.diagnostics import Diagnostic
from gidisc.form import SIGNED_COLUMNS
from gidisc.model import Cell, Report, Status, cells
from gidisc.units import power_of_ten, shifted


def check_sum(summary: Report, parts: Sequence[Report]) -> tuple[Diagnostic, ...]:
    """Where a summary is not the sum of its parts.

    `parts` are all reports that the summary adds up, that of the government's own office included. A cell is compared
    where the summary and every part have a number; where numbers of parts are missing, only parts that add up to more
    than the summary are a finding, and what is missing is said once for every part. Amounts are compared in their
    units. Findings stand in the summary, with the places in the parts behind.

    >>> report = gidisc.read("report.txt")
    >>> gidisc.check_sum(report, [report])
    ()
    >>> gidisc.check_sum(report, [report, report])[0].message
    'proactive.rules.issued: the parts add up to 4, but the summary has 2'
    """
    return tuple(_findings(Subject(summary), [Subject(part) for part in parts]))


def _findings(summary: Subject, parts: list[Subject]) -> Iterator[Diagnostic]:
    known = [{cell.key: cell for cell in cells(part.report) if cell.status is Status.READ} for part in parts]
    totals = [cell for cell in cells(summary.report) if cell.status is Status.READ]
    for total in totals:
        held = [(part, read[total.key]) for part, read in zip(parts, known, strict=True) if total.key in read]
        yield from _compared(summary, total, held, is_complete=len(held) == len(parts))
    for part, read in zip(parts, known, strict=True):
        missing = [total for total in totals if total.key not in read]
        if missing:
            arguments = {"report": part.name, "count": len(missing), "total": len(totals)}
            yield summary.find("part-incomplete", arguments, cells=missing)


def _compared(
    summary: Subject, total: Cell, held: list[tuple[Subject, Cell]], *, is_complete: bool
) -> Iterator[Diagnostic]:
    amounts = _in_one_unit([total, *(cell for _, cell in held)])
    if amounts is None or not held:
        return
    found, expected = amounts[0], sum(amounts[1:], Decimal(0))
    may_grow = not is_complete and (expected < found or total.key in SIGNED_COLUMNS)
    if expected != found and not may_grow:
        yield summary.find(
            "parts-differ",
            {"key": total.key, "expected": f"{'' if is_complete else '≥'}{expected:f}", "found": f"{found:f}"},
            cells=[total],
            elsewhere=[place for part, cell in held for place in part.places([cell])],
        )


def _in_one_unit(compared: list[Cell]) -> list[Decimal] | None:
    """The numbers of cells in the unit of the first; None where their units do not tell."""
    units = [cell.unit for cell in compared]
    numbers = [Decimal(cell.value or 0) for cell in compared]
    if len(set(units)) == 1 or compared[0].column != "amount":
        return numbers
    powers = [power for unit in units if (power := power_of_ten(unit)) is not None]
    if len(powers) < len(units):
        return None
    return [shifted(number, power - powers[0]) for number, power in zip(numbers, powers, strict=True)]
