"""One report held against the form and against itself."""

from __future__ import annotations

from gidisc.checks.arithmetic import check_arithmetic
from gidisc.checks.completeness import check_completeness
from gidisc.checks.findings import Subject
from gidisc.checks.statements import check_statements
from gidisc.diagnostics import Diagnostic
from gidisc.model import Report


def check(report: Report) -> tuple[Diagnostic, ...]:
    r"""What is wrong with a report: its arithmetic, what it leaves out, and its prose against its tables.

    Findings are diagnostics whose code is the id of the rule in `RULES`; those of arithmetic have `expected`, `found`
    and `cells`. Severity `error`: numbers break a sum that the form demands. `warning`: something is missing, or prose
    and table differ. `info`: a remark. Cells without a number are never taken for 0.

    Sources: 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号, 《政府信息公开条例》第五十条.

    >>> gidisc.check(gidisc.read("report.txt"))
    ()
    >>> text = "总体情况\n（一）予以公开 | 1 | 2 | 0 | 0 | 0 | 0 | 4\n1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0"
    >>> [found.message for found in gidisc.check(gidisc.parse(text)) if found.severity == "error"]
    ['（一）予以公开: the applicants add up to 3, but 总计 is 4']
    """
    subject = Subject(report)
    return (*check_arithmetic(subject), *check_completeness(subject), *check_statements(subject))
