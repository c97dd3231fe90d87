"""What the form asks for and a report leaves out: sections, tables, rows, cells, units, the words of 五 and 六."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gidisc import form
from gidisc.characters import fold
from gidisc.checks.findings import Subject
from gidisc.diagnostics import Diagnostic
from gidisc.form import Edition
from gidisc.missing import missing
from gidisc.model import Cell, Status, Table
from gidisc.source import Span
from gidisc.values import squeeze

PROCESSING_FEE = "信息处理费"

_NOTHING = re.compile(
    r"(?:[一二三四五六七八九十]、|\(?[一二三四五六七八九十]\))?[^,.。;]{0,12}"
    r"(?:无|没有|暂无|零)(?:其[他它])?(?:需要?)?(?:另行)?(?:报告|说明|汇报)?的?(?:其[他它])?(?:事项|情况|内容)?(?:[。.]|$)"
)
_MUCH_AS_A_ROW = re.compile(r"[0-9](?:[^0-9一-鿿]+[0-9]+){3}")
_FOUR_DECIMALS = re.compile(r"保留(?:四|4)位小数")
_OFFICIAL_UNIT = "万元"


def check_completeness(subject: Subject) -> Iterator[Diagnostic]:
    """What of the form a report leaves out."""
    yield from _missing(subject)
    yield from _edition(subject)
    for table in subject.report.tables:
        yield from _blanks(subject, table)
    yield from _amounts(subject)
    yield from _words(subject)


def _missing(subject: Subject) -> Iterator[Diagnostic]:
    printed = squeeze(subject.report.source)
    for absence in missing(subject.report):
        if absence.table is None:
            heading = form.HEADINGS[absence.arguments["number"] - 1]
            may_stand = any(heading.numeral + wording in printed for wording in (heading.label, *heading.wordings))
        else:
            may_stand = _may_stand_unread(subject, absence.table)
        if not may_stand:
            yield subject.find(absence.code, absence.arguments)


def _may_stand_unread(subject: Subject, official: form.Table) -> bool:
    """Whether cells that were not read as such may yet stand in the text: numbers, labels or heads without a place."""
    report = subject.report
    own, following = (report.section(number) for number in (official.section, official.section + 1))
    near = [fold(section.text) for section in (own, following) if section]
    if re.search("[0-9]", fold(subject.unread)) or any(map(_MUCH_AS_A_ROW.search, near)):
        return True
    table = next((table for table in report.tables if table.id == official.id), None)
    if table is not None:
        # A row that the form does not know may be one that it knows, printed out of shape.
        statuses = {cell.status for row in table.iter_rows() if row.is_shown for cell in row.cells}
        return bool(table.extra_rows) or not statuses.isdisjoint((Status.REFUSED, Status.ABSENT))
    heads = {column.label for row in official.rows() for head in official.heads(row) for column in head.columns}
    heads |= {fold(group.label) for group in official.groups() if group.heads}
    prose = squeeze(own.text) if own else ""
    return sum(head in prose for head in heads) > 1


def _edition(subject: Subject) -> Iterator[Diagnostic]:
    edition, year = subject.report.edition, subject.report.year
    official = form.edition_of(year) if year else None
    if edition and official and edition is not official:
        yield subject.find("edition-year", {"edition": edition, "year": year, "official": official})


def _blanks(subject: Subject, table: Table) -> Iterator[Diagnostic]:
    shown = [cell for cell in table.cells() if cell.status is not Status.ABSENT]
    blank = [cell for cell in shown if cell.status is Status.BLANK]
    marked = [cell for cell in shown if cell.status is Status.MARK]
    official = form.table_of(table.id)
    named = {"number": official.section, "label": form.HEADINGS[official.section - 1].label}
    blank = [] if _may_stand_unread(subject, official) else blank
    if blank and len(blank) == len(shown):
        yield subject.find("table-blank", named, spans=_rows_of(table, blank), cells=blank)
    elif blank:
        yield subject.find("cells-blank", {**named, "count": len(blank)}, spans=_rows_of(table, blank), cells=blank)
    if marked:
        yield subject.find("cells-marked", {**named, "count": len(marked), "printed": marked[0].raw}, cells=marked)


def _rows_of(table: Table, blank: list[Cell]) -> list[Span]:
    """Where the rows of blank cells stand, since a blank has no place of its own."""
    return [row.span for row in table.iter_rows() if row.span and any(cell in blank for cell in row.cells)]


def _amounts(subject: Subject) -> Iterator[Diagnostic]:
    table = subject.report.proactive
    if table is None:
        return
    labels = {row.id: row.label for row in form.PROACTIVE.rows()}
    head = squeeze(subject.report.source[table.span.start : table.span.end]) if table.span else ""
    for cell in table.cells():
        if cell.column != "amount" or cell.status is not Status.READ or not cell.value:
            continue
        named = {"printed": cell.raw, "label": labels[cell.row]}
        if cell.unit is None:
            yield subject.find("amount-without-unit", named, cells=(cell,))
        elif cell.row == "fees" and cell.unit != _OFFICIAL_UNIT:
            yield subject.find("amount-unit", {**named, "unit": cell.unit, "official": _OFFICIAL_UNIT}, cells=(cell,))
        if _FOUR_DECIMALS.search(head) and not re.search(r"[.．][0-9]{4}(?![0-9])", squeeze(cell.raw)):
            yield subject.find("amount-decimals", named, cells=(cell,))


def _words(subject: Subject) -> Iterator[Diagnostic]:
    report = subject.report
    for number in (5, 6):
        section = report.section(number)
        if section is None:
            continue
        text = squeeze(section.text)
        says_nothing = _NOTHING.match(text) is not None
        if (not text and "。" not in subject.unread) or (number == 5 and says_nothing):
            named = {"number": number, "label": form.HEADINGS[number - 1].label}
            yield subject.find("section-empty", named, spans=[section.span])
        elif number == 6 and report.edition is Edition.FORM_2021 and text and not says_nothing and "处理费" not in text:
            yield subject.find("processing-fee-unmentioned", {"term": PROCESSING_FEE}, spans=[section.span])
