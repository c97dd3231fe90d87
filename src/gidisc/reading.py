"""From a text to its report."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import evolve

from gidisc.decode import decode
from gidisc.diagnostics import Diagnostic, NotAReportError, ParseError, Severity, diagnose
from gidisc.model import Report
from gidisc.normalize import normalize
from gidisc.source import Source, Span


def parse(text: str, *, name: str | None = None, strict: bool = False) -> Report:
    r"""The report that a text holds.

    `text` is the text of one annual report, however it was laid out; `name` names it in diagnostics. Nothing is made
    up: what the text does not settle has no value, and a diagnostic says why. Nothing is dropped: see
    `Report.accounting`.

    Raises `NotAReportError` where neither a section heading nor two row labels of one table are found, `ParseError`
    where the text holds several reports or, with `strict`, where a diagnostic is an error, and `TypeError` for anything
    but str.

    >>> text = "总体情况\n（一）予以公开 | 1 | 2 | 0 | 0 | 0 | 0 | 3\n1.属于国家秘密 | 0 | | 0 | 0 | 0 | 0 | 0"
    >>> report = gidisc.parse(text)
    >>> report.requests["granted", "total"].value
    3
    >>> report.requests["denied.state_secrets", "business"].status.value
    'blank'
    >>> gidisc.parse("今天天气很好。")
    Traceback (most recent call last):
    gidisc.diagnostics.NotAReportError: line 1, column 1: no heading and no table ... [not-a-report]
    """
    if not isinstance(text, str):
        raise TypeError(f"parse takes the text of a report as str, not {type(text).__name__}; gidisc.read takes a path")
    from gidisc import grammar
    from gidisc.transform import ReportTransformer

    normalized = normalize(text)
    several = tuple(diagnostic for diagnostic in normalized.diagnostics if diagnostic.code == "several-reports")
    if several:
        raise ParseError(tuple(_named(diagnostic, name) for diagnostic in several))
    report = ReportTransformer(normalized, name).transform(grammar.parse_tree(normalized.text))
    if name is not None:
        report = evolve(report, diagnostics=tuple(_named(diagnostic, name) for diagnostic in report.diagnostics))
    if not _is_report(report):
        raise NotAReportError((_not_a_report(text, name), *report.diagnostics))
    errors = tuple(diagnostic for diagnostic in report.diagnostics if diagnostic.severity is Severity.ERROR)
    if strict and errors:
        raise ParseError(errors)
    return report


def read(path: str | os.PathLike[str]) -> Report:
    """The report in a text file: UTF-8 with or without byte order mark, UTF-16 with one, or GB18030.

    A diagnostic says which encoding was chosen. Raises `ParseError` (`undecodable`) where none fits, what `parse`
    raises, and `OSError` where the file cannot be read.

    >>> report = gidisc.read("report.txt")
    >>> report.agency, report.year, report.edition.value
    ('麦溪市榆关区粮食和物资储备局', 2022, '2021')
    """
    return read_bytes(Path(path).read_bytes(), name=os.fspath(path))


def read_bytes(data: bytes, *, name: str | None = None, encoding: str | None = None) -> Report:
    """The report in the bytes of a text file; encodings and errors are those of `read` and `decode`."""
    text, chosen = decode(data, name=name, encoding=encoding)
    return parse(text, name=name).with_diagnostics(chosen)


def _named(diagnostic: Diagnostic, name: str | None) -> Diagnostic:
    return evolve(diagnostic, places=tuple(evolve(place, name=name) for place in diagnostic.places))


def _is_report(report: Report) -> bool:
    if any(section.number for section in report.sections):
        return True
    return any(sum(row.is_shown for row in table.iter_rows()) >= 2 for table in report.tables)


def _not_a_report(text: str, name: str | None) -> Diagnostic:
    source = Source(text)
    start = len(text) - len(text.lstrip())
    if start == len(text):
        return diagnose(source, "not-a-report", name=name)
    return diagnose(source, "not-a-report", Span(start=start, end=min(len(text), start + 1)), name=name)
