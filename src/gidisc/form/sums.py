"""Which sums of cells are equal, by what the form prints."""

from __future__ import annotations

from attrs import frozen

from gidisc.form.disputes import RESULTS
from gidisc.form.editions import BOTH, ONLY_2019, ONLY_2021, Edition
from gidisc.form.requests import APPLICANTS, BALANCE_NOTE, REQUESTS


@frozen(kw_only=True)
class Sum:
    """A rule that two sums of cells are equal: in every column over `rows`, or in every row over `columns`.

    `left` and `right` name rows (`axis="rows"`) or columns (`axis="columns"`); `source` says where the rule is printed
    or what it follows from; `rule` is the id of the rule that a report breaks where the sums differ, one for both
    editions.
    """

    id: str
    rule: str
    table: str
    axis: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    source: str
    editions: tuple[Edition, ...] = BOTH


def _outcomes(edition: Edition) -> tuple[str, ...]:
    """The ids of the rows that （七）总计 adds up."""
    return tuple(row.id for row in REQUESTS.rows(edition) if row.path.startswith("三") and row.id != "outcomes_total")


SUMS = (
    Sum(
        id="T3-BAL",
        rule="requests-balance",
        table="requests",
        axis="rows",
        left=("received", "brought_forward"),
        right=("outcomes_total", "carried_forward"),
        source=f"printed in the corner of table 三: {BALANCE_NOTE}",
    ),
    Sum(
        id="T3-SUM-2021",
        rule="requests-outcomes",
        table="requests",
        axis="rows",
        left=("outcomes_total",),
        right=_outcomes(Edition.FORM_2021),
        editions=ONLY_2021,
        source="（七）总计 of 三、本年度办理结果",
    ),
    Sum(
        id="T3-SUM-2019",
        rule="requests-outcomes",
        table="requests",
        axis="rows",
        left=("outcomes_total",),
        right=_outcomes(Edition.FORM_2019),
        editions=ONLY_2019,
        source="（七）总计 of 三、本年度办理结果",
    ),
    Sum(
        id="T3-ROW",
        rule="requests-applicants",
        table="requests",
        axis="columns",
        left=("total",),
        right=tuple(column.id for column in APPLICANTS.columns[:-1]),
        source="总计 of 申请人情况",
    ),
    Sum(
        id="T4-SUM",
        rule="disputes-results",
        table="disputes",
        axis="columns",
        left=("total",),
        right=tuple(column.id for column in RESULTS.columns[:-1]),
        source="总计 of each kind of case",
    ),
)
