"""Annual reports on government information disclosure in China (政府信息公开工作年度报告) as data to be trusted.

>>> report = gidisc.read("report.txt")
>>> report.requests["received", "total"].value
286
"""

from typing import TYPE_CHECKING

from gidisc.canonical import Normalized
from gidisc.diagnostics import Diagnostic, NotAReportError, ParseError, Severity
from gidisc.form import Edition
from gidisc.model import (
    Cell,
    ExtraRow,
    Group,
    Kind,
    Paragraph,
    Piece,
    Report,
    Row,
    Section,
    Status,
    Subsection,
    Table,
    cells,
)
from gidisc.normalize import normalize
from gidisc.parse import parse, read
from gidisc.render import render
from gidisc.source import Place, Span

if TYPE_CHECKING:
    from gidisc.batch import read_many
    from gidisc.checks import RULES, check, check_sum, check_years
    from gidisc.export import to_arrow, to_pandas, to_polars, write
    from gidisc.harmonize import HARMONY
    from gidisc.rows import to_rows, to_wide
    from gidisc.schema import json_schema
    from gidisc.serialize import DataError, from_dict, from_json, to_dict, to_json

__all__ = [
    "HARMONY",
    "RULES",
    "Cell",
    "DataError",
    "Diagnostic",
    "Edition",
    "ExtraRow",
    "Group",
    "Kind",
    "Normalized",
    "NotAReportError",
    "Paragraph",
    "ParseError",
    "Piece",
    "Place",
    "Report",
    "Row",
    "Section",
    "Severity",
    "Span",
    "Status",
    "Subsection",
    "Table",
    "cells",
    "check",
    "check_sum",
    "check_years",
    "from_dict",
    "from_json",
    "json_schema",
    "normalize",
    "parse",
    "read",
    "read_many",
    "render",
    "to_arrow",
    "to_dict",
    "to_json",
    "to_pandas",
    "to_polars",
    "to_rows",
    "to_wide",
    "write",
]

_LAZY = {
    "HARMONY": "gidisc.harmonize",
    **dict.fromkeys(("RULES", "check", "check_sum", "check_years"), "gidisc.checks"),
    **dict.fromkeys(("DataError", "from_dict", "from_json", "to_dict", "to_json"), "gidisc.serialize"),
    "json_schema": "gidisc.schema",
    "read_many": "gidisc.batch",
    **dict.fromkeys(("to_arrow", "to_pandas", "to_polars", "write"), "gidisc.export"),
    **dict.fromkeys(("to_rows", "to_wide"), "gidisc.rows"),
}


def __getattr__(name: str) -> object:
    """The names whose modules are imported on first use: the checks, what needs cattrs, and what puts data out."""
    if name in _LAZY:
        import importlib

        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'gidisc' has no attribute {name!r}")
