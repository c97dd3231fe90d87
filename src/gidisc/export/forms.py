"""A workbook of one report: its facts and prose, a sheet for each table as the official form, and the findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import define, field

from gidisc import form
from gidisc.checks import check
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.export.layout import Box, boxes
from gidisc.export.measure import height, heights, widths
from gidisc.export.sheets import LONGEST_TEXT, as_number, close_book, new_book, number_format
from gidisc.export.typed import printable
from gidisc.model import Cell, Report, Status, Table

_FILLS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699", Severity.INFO: "#DDEBF7"}
_ABSENT = "#D9D9D9"
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_STATUS_NOTES = {
    Status.REFUSED: "refused: the text does not settle in which cell numbers stand\n文本无法确定数值属于哪个单元格",
    Status.ABSENT: "absent: the text does not show this cell\n文本未显示该单元格",
}
_A4 = 9  # the number of this size of paper
_PROSE_WIDTH = 100
_MANY = 30  # cells of a finding: one about more, such as all those that are blank, is told at the first alone
_FINDING_FIELDS = {
    "severity": 10,
    "code": 24,
    "line": 7,
    "column": 8,
    "cells": 36,
    "message": 60,
    "message_zh": 60,
    "excerpt": 40,
}
"""The fields of findings, and the widths of their columns."""
_HIGHEST_FINDING = 90  # points: a finding may name every cell of a table


def write_form(report: Report, path: Path) -> None:
    """Write the workbook of a report. Raises `ImportError` without the extra `excel`."""
    book = new_book(path)
    _Workbook(book, report).write()
    close_book(book)


@define
class _Workbook:
    """Writes the sheets of one report."""

    _book: Any
    _report: Report
    _formats: dict[tuple[tuple[str, Any], ...], Any] = field(factory=dict)
    _findings: tuple[Diagnostic, ...] = ()

    def write(self) -> None:
        self._findings = (*self._report.diagnostics, *check(self._report))
        self._write_prose(self._book.add_worksheet("报告"))
        for table in self._report.tables:
            self._write_table(table)
        self._write_findings(self._book.add_worksheet("诊断"))

    def _format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]

    def _write_prose(self, sheet: Any) -> None:
        _set_page(sheet)
        sheet.set_column(0, 0, 8)
        sheet.set_column(1, 1, _PROSE_WIDTH)
        for line, (label, text, bold) in enumerate(_prose(self._report)):
            sheet.set_row(line, height(text, _PROSE_WIDTH))
            sheet.write_string(line, 0, label, self._format(bold=True, valign="top"))
            sheet.write_string(line, 1, text, self._format(bold=bold, text_wrap=True, valign="top"))

    def _write_findings(self, sheet: Any) -> None:
        _set_page(sheet, landscape=True)
        sheet.freeze_panes(1, 0)
        for column, (name, width) in enumerate(_FINDING_FIELDS.items()):
            sheet.write_string(0, column, name, self._format(bold=True))
            sheet.set_column(column, column, width)
        for line, finding in enumerate(self._findings, 1):
            self._write_finding(sheet, line, finding)

    def _write_finding(self, sheet: Any, line: int, finding: Diagnostic) -> None:
        highest = 0.0
        for column, (name, width) in enumerate(_FINDING_FIELDS.items()):
            value = getattr(finding, name)
            if isinstance(value, int):
                sheet.write_number(line, column, value, self._format(valign="top"))
            elif value is not None:
                text = _cut("\n".join(value) if isinstance(value, tuple) else str(value))
                sheet.write_string(line, column, text, self._format(text_wrap=True, valign="top"))
                highest = max(highest, height(text, width, _HIGHEST_FINDING))
        sheet.set_row(line, highest)

    def _write_table(self, table: Table) -> None:
        official = form.table_of(table.id)
        heading = form.HEADINGS[official.section - 1]
        sheet = self._book.add_worksheet(heading.numeral + heading.label)
        _set_page(sheet, landscape=True)
        laid = boxes(table)
        columns = widths(laid)
        for column, width in enumerate(columns):
            sheet.set_column(column, column, width)
        for row, points in enumerate(heights(laid, columns)):
            sheet.set_row(row, points)
        for box in laid:
            self._write_box(sheet, box)

    def _write_box(self, sheet: Any, box: Box) -> None:
        value = _shown(box.cell) if box.cell else box.text
        number = as_number(value)
        style = {"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, **self._fill(box.cell)}
        shown = self._format(**style, num_format=number_format(number)) if number is not None else self._format(**style)
        if (box.height, box.width) != (1, 1):
            sheet.merge_range(box.top, box.left, box.top + box.height - 1, box.left + box.width - 1, "", shown)
        if number is not None:
            sheet.write_number(box.top, box.left, number, shown)
        elif value:
            sheet.write_string(box.top, box.left, _cut(str(value)), shown)
        else:
            sheet.write_blank(box.top, box.left, None, shown)
        if box.cell and (note := self._note(box.cell)):
            sheet.write_comment(box.top, box.left, note, {"x_scale": 2.5, "y_scale": 1.5})

    def _about(self, cell: Cell) -> list[Diagnostic]:
        return [finding for finding in self._findings if cell.key in finding.cells]

    def _fill(self, cell: Cell | None) -> dict[str, str]:
        if cell is None:
            return {"bg_color": "#F2F2F2"}
        found = {finding.severity for finding in self._about(cell)}
        worst = next((severity for severity in _SEVERITIES if severity in found), None)
        if worst:
            return {"bg_color": _FILLS[worst]}
        return {"bg_color": _ABSENT} if cell.status is Status.ABSENT else {}

    def _note(self, cell: Cell) -> str:
        told = [found for found in self._about(cell) if len(found.cells) <= _MANY or found.cells[0] == cell.key]
        notes = [f"{finding.message_zh}\n{finding.message} [{finding.code}]" for finding in told]
        if cell.status in _STATUS_NOTES:
            notes.append(_STATUS_NOTES[cell.status])
        return _cut("\n".join(notes))


def _set_page(sheet: Any, *, landscape: bool = False) -> None:
    """Print on A4, as wide as the page."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    if landscape:
        sheet.set_landscape()


def _shown(cell: Cell) -> Any:
    """What a cell of the sheet shows: the number, else what is printed, `?` where a number was refused."""
    if cell.value is not None:
        return cell.value
    return "?" if cell.status is Status.REFUSED else cell.raw


def _prose(report: Report) -> Iterator[tuple[str, str, bool]]:
    """The facts and the prose line by line: label, text, whether it is a heading."""
    yield "标题", _cut(report.title or ""), True
    edition = report.edition.value if report.edition else ""
    facts = {"机关": report.agency or "", "年度": str(report.year or ""), "格式": edition, "文件": report.name or ""}
    for label, text in facts.items():
        yield label, _cut(text), False
    for paragraph in _paragraphs(report.preface):
        yield "", paragraph, False
    for section in report.sections:
        yield "", _cut((section.numeral or "") + section.heading), True
        for paragraph in _paragraphs(section.text):
            yield "", paragraph, False
    for paragraph in _paragraphs(report.signature or ""):
        yield "署名", paragraph, False


def _paragraphs(prose: str) -> Iterator[str]:
    """The paragraphs, one too long for a cell in several."""
    for paragraph in filter(None, prose.split("\n")):
        text = str(printable(paragraph))
        for start in range(0, len(text), LONGEST_TEXT):
            yield text[start : start + LONGEST_TEXT]


def _cut(text: str) -> str:
    return str(printable(text))[:LONGEST_TEXT]
