"""The official form of the annual report, in both editions, as data.

Every official fact (heading, label, row, column, sum) stands here once; grammar terminals, ids, checks and
rendering are derived from this package or tested against it. Sources: 国办公开办函〔2019〕60号 (edition 2019) and
国办公开办函〔2021〕30号 (edition 2021), which follow articles 20 and 50 of 《政府信息公开条例》.
"""

from gidisc.form.disputes import DISPUTES, PRINTED_RESULTS, RESULTS
from gidisc.form.editions import BOTH, DOCUMENT_NUMBERS, FIRST_YEARS, ONLY_2019, ONLY_2021, Edition, edition_of
from gidisc.form.elements import Column, Group, Head, Heading, Row, Table
from gidisc.form.headings import HEADINGS
from gidisc.form.proactive import (
    DECISIONS_2019,
    DECISIONS_2021,
    DOCUMENTS_2019,
    DOCUMENTS_2021,
    FEES_2019,
    FEES_2021,
    PROACTIVE,
    PROCUREMENT_2019,
    UNIT_NOTES,
)
from gidisc.form.requests import APPLICANT_GROUP, APPLICANTS, BALANCE_NOTE, REQUESTS
from gidisc.form.sums import SUMS, Sum
from gidisc.form.tables import COLUMNS, SIGNED_COLUMNS, TABLES, table_of

__all__ = [
    "APPLICANTS",
    "APPLICANT_GROUP",
    "BALANCE_NOTE",
    "BOTH",
    "COLUMNS",
    "DECISIONS_2019",
    "DECISIONS_2021",
    "DISPUTES",
    "DOCUMENTS_2019",
    "DOCUMENTS_2021",
    "DOCUMENT_NUMBERS",
    "FEES_2019",
    "FEES_2021",
    "FIRST_YEARS",
    "HEADINGS",
    "ONLY_2019",
    "ONLY_2021",
    "PRINTED_RESULTS",
    "PROACTIVE",
    "PROCUREMENT_2019",
    "REQUESTS",
    "RESULTS",
    "SIGNED_COLUMNS",
    "SUMS",
    "TABLES",
    "UNIT_NOTES",
    "Column",
    "Edition",
    "Group",
    "Head",
    "Heading",
    "Row",
    "Sum",
    "Table",
    "edition_of",
    "table_of",
]
