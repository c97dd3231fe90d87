"""The reports of one office on several years, each held against the year before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gidisc import form
from gidisc.checks.findings import Subject
from gidisc.diagnostics import Diagnostic
from gidisc.model import Cell, Report, Status, Table
from gidisc.values import squeeze

_COPIED = 50  # from this share of the prose, in percent, copying is worth a remark
_SENTENCE = re.compile(r"[^。;!?]+")
_SHORTEST = 8  # characters of a sentence that two years do not share by chance
_YEAR = re.compile(r"20[0-9]{2}年?")
_PROSE = (1, 5, 6)


def check_years(reports: Iterable[Report]) -> tuple[Diagnostic, ...]:
    """Where the reports of one office on following years do not fit together.

    `reports` are those of one office, in any order; only following years are compared, across both editions of the
    form. Findings stand in the later report, with the places in the earlier one behind. Cells that were not read are
    not compared.

    Sources: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号 (上年结转, 结转下年度, 上一年项目数量, 现行有效件数).

    >>> from attrs import evolve
    >>> report = gidisc.read("report.txt")
    >>> found = gidisc.check_years([report, evolve(report, year=2023)])
    >>> [finding.message for finding in found if finding.cells == ("requests.brought_forward.total",)]
    ['总计: 2022 carries 14 requests forward, but 2023 brings 3 forward']
    """
    return tuple(_findings(reports))


def _findings(reports: Iterable[Report]) -> Iterator[Diagnostic]:
    by_year: dict[int, Subject] = {}
    for subject in map(Subject, reports):
        year = subject.report.year
        if year is None:
            yield subject.find("year-unknown", {"report": subject.name})
        elif year in by_year:
            yield subject.find("year-repeated", {"report": subject.name, "year": year})
        else:
            by_year[year] = subject
    for year in sorted(by_year):
        if year - 1 in by_year:
            earlier, later = by_year[year - 1], by_year[year]
            years = {"before": year - 1, "year": year}
            yield from _carried(earlier, later, years)
            yield from _in_force(earlier, later, years)
            yield from _items(earlier, later, years)
            yield from _copied(earlier, later, years)


def _carried(earlier: Subject, later: Subject, years: dict[str, int]) -> Iterator[Diagnostic]:
    for column in form.APPLICANTS.columns:
        carried = _cell(earlier.report.requests, "carried_forward", column.id)
        brought = _cell(later.report.requests, "brought_forward", column.id)
        if carried and brought and carried.value != brought.value:
            sides = {"expected": carried.value, "found": brought.value}
            yield later.find(
                "carried-forward-changed",
                {"column": column.label, **years, **sides},
                cells=[brought],
                elsewhere=earlier.places([carried]),
            )


def _in_force(earlier: Subject, later: Subject, years: dict[str, int]) -> Iterator[Diagnostic]:
    for row in _rows_under("in_force"):
        before = _cell(earlier.report.proactive, row.id, "in_force")
        now = [_cell(later.report.proactive, row.id, column) for column in ("in_force", "issued", "repealed")]
        read = [cell for cell in now if cell]
        if before and len(read) == len(now):
            in_force, issued, repealed = (int(cell.value or 0) for cell in read)
            expected = int(before.value or 0) + issued - repealed
            if expected != in_force:
                yield later.find(
                    "in-force-changed",
                    {"row": row.label, **years, "expected": expected, "found": in_force},
                    cells=read,
                    elsewhere=earlier.places([before]),
                )


def _items(earlier: Subject, later: Subject, years: dict[str, int]) -> Iterator[Diagnostic]:
    for row in _rows_under("previous_items"):
        items, change = (_cell(earlier.report.proactive, row.id, column) for column in ("previous_items", "change"))
        found = _cell(later.report.proactive, row.id, "previous_items")
        if items and change and found:
            expected = int(items.value or 0) + int(change.value or 0)
            if expected != found.value:
                yield later.find(
                    "items-changed",
                    {"row": row.label, **years, "expected": expected, "found": found.value},
                    cells=[found],
                    elsewhere=earlier.places([items, change]),
                )


def _copied(earlier: Subject, later: Subject, years: dict[str, int]) -> Iterator[Diagnostic]:
    known = set(_sentences(earlier.report))
    sentences = list(_sentences(later.report))
    total = sum(map(len, sentences))
    same = sum(len(sentence) for sentence in sentences if sentence in known)
    if total and 100 * same >= _COPIED * total:
        spans = [section.span for section in map(later.report.section, _PROSE) if section]
        yield later.find("prose-copied", {**years, "share": 100 * same // total}, spans=spans)


def _sentences(report: Report) -> Iterator[str]:
    """The sentences of the prose, years left out since every report has its own."""
    for section in filter(None, map(report.section, _PROSE)):
        for match in _SENTENCE.finditer(squeeze(section.text)):
            if len(match[0]) >= _SHORTEST:
                yield _YEAR.sub("", match[0])


def _rows_under(column_id: str) -> list[form.Row]:
    return [
        row
        for row in form.PROACTIVE.rows()
        if any(column.id == column_id for head in form.PROACTIVE.heads(row) for column in head.columns)
    ]


def _cell(table: Table | None, row: str, column: str) -> Cell | None:
    """A cell that was read; None where there is none."""
    if table is None:
        return None
    return next(
        (cell for cell in table.cells() if (cell.row, cell.column, cell.status) == (row, column, Status.READ)), None
    )
