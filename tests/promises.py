"""What holds of every text, whatever it says: `keep` fails where a promise is broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import gidisc
from gidisc import form
from gidisc.characters import INVISIBLE, ordinary
from gidisc.strategies.judge import gaps

_LEAVES_NOTHING = re.compile(rf"[\s{INVISIBLE}]+")
_CUT_OUT = (gidisc.Status.READ, gidisc.Status.MARK, gidisc.Status.NOT_A_NUMBER)


def keep(text: str) -> gidisc.Report | None:
    """The report of a text, None where there is none, once all promises are seen to be kept."""
    normalized = gidisc.normalize(text)
    assert normalized.source == text
    assert gidisc.normalize(normalized.text).text == normalized.text
    report = attempt(text)
    if report is not None:
        assert_nothing_is_lost(report)
        assert_what_is_missing_is_said(report)
        assert_spans_cut_out_what_cells_claim(report)
        assert_values_only_where_they_were_read(report)
        assert values(gidisc.parse(normalized.text)) == values(report)
    return report


def attempt(text: str) -> gidisc.Report | None:
    """The report of a text, None where it raises the one error that it may."""
    try:
        return gidisc.parse(text)
    except gidisc.ParseError as error:
        refusal = error
    assert refusal.code in ("not-a-report", "several-reports")
    return None


def values(report: gidisc.Report) -> list[tuple[str, object, gidisc.Status]]:
    """The cells of a report without what depends on the layout."""
    return [(cell.key, cell.value, cell.status) for cell in gidisc.cells(report)]


def assert_nothing_is_lost(report: gidisc.Report) -> None:
    assert not gaps(report)
    assert all(report.source[piece.span.start : piece.span.end].strip() for piece in report.accounting())


def assert_what_is_missing_is_said(report: gidisc.Report) -> None:
    headings = [heading.label for heading in form.HEADINGS if report.section(heading.number) is None]
    assert said("section-missing", report) == len(headings)
    tables = (report.proactive, report.requests, report.disputes)
    assert said("table-missing", report) == sum(table is None for table in tables)
    assert said("rows-missing", report) == sum(_lacks_rows(table) for table in report.tables)
    assert all(_is_said(label, report.diagnostics) for label in headings)


def said(code: str, report: gidisc.Report) -> int:
    """How many diagnostics have a code."""
    return sum(found.code == code for found in report.diagnostics)


def _is_said(label: str, diagnostics: Iterable[gidisc.Diagnostic]) -> bool:
    return any(found.code == "section-missing" and label in found.message for found in diagnostics)


def _lacks_rows(table: gidisc.Table) -> bool:
    return not all(row.is_shown for row in table.iter_rows())


def assert_spans_cut_out_what_cells_claim(report: gidisc.Report) -> None:
    for cell in gidisc.cells(report):
        if cell.status in _CUT_OUT:
            assert cell.span is not None
            assert squeeze(report.source[cell.span.start : cell.span.end]) == squeeze(cell.raw) != ""


def assert_values_only_where_they_were_read(report: gidisc.Report) -> None:
    for cell in gidisc.cells(report):
        assert (cell.value is not None) == (cell.status is gidisc.Status.READ)
        assert cell.raw == "" if cell.status in (gidisc.Status.BLANK, gidisc.Status.ABSENT) else True


def squeeze(printed: str) -> str:
    return _LEAVES_NOTHING.sub("", unicodedata.normalize("NFKC", ordinary(printed)))
