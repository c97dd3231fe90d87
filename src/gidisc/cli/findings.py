"""What is found in several reports: when they are read, by the checks of each, and across the years of one office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from gidisc.checks import RULES, check, check_years
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.model import Report

_RULES = frozenset(rule.id for rule in RULES)


@frozen
class Finding:
    """A diagnostic, and what it is about: the name of a report, or the office where it is about no place in one."""

    about: str
    diagnostic: Diagnostic


def findings(reports: Sequence[Report]) -> Iterator[Finding]:
    """What is found in reports, those of each in the order of their lines, and then what is found across years."""
    for report in reports:
        # What is missing is said when a report is read, and by the checks, which know when it may stand there unread.
        noticed = [found for found in report.diagnostics if found.code not in _RULES]
        for found in sorted((*noticed, *check(report)), key=_position):
            yield Finding(str(report.name), found)
    for agency, years in _by_agency(reports).items():
        for found in check_years(years) if len(years) > 1 else ():
            yield Finding(str(found.places[0].name) if found.places else agency, found)


def _position(diagnostic: Diagnostic) -> tuple[bool, int, int]:
    return diagnostic.line is None, diagnostic.line or 0, diagnostic.column or 0


def _by_agency(reports: Iterable[Report]) -> dict[str, list[Report]]:
    """The reports of each office; which reports belong together is not known of those without one."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        if report.agency:
            found.setdefault(report.agency, []).append(report)
    return found


def is_wanted(diagnostic: Diagnostic, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether a finding is among the codes to select and not among those to ignore.

    Where none are selected, all are but remarks on how a text was read.
    """
    is_remark = diagnostic.severity is Severity.INFO and diagnostic.code not in _RULES
    chosen = diagnostic.code in select if select else not is_remark
    return chosen and diagnostic.code not in ignore
