"""Annual reports on government information disclosure in China (政府信息公开工作年度报告) as data to be trusted.

>>> report = gidisc.read("report.txt")
>>> report.requests["received", "total"].value
286
"""

from typing import TYPE_CHECKING

# The one name that is also a module's: whoever imports a module of that package must find the function here.
from gidisc.normalize import normalize

if TYPE_CHECKING:
    from gidisc.batch import read_many
    from gidisc.canonical import Normalized
    from gidisc.checks import RULES, check, check_sum, check_years
    from gidisc.diagnostics import Diagnostic, NotAReportError, ParseError, Severity
    from gidisc.export import to_arrow, to_pandas, to_polars, write
    from gidisc.form import Edition
    from gidisc.harmonize import HARMONY
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
    from gidisc.printing import render
    from gidisc.reading import parse, read
    from gidisc.rows import to_rows, to_wide
    from gidisc.schema import json_schema
    from gidisc.serialize import DataError, from_dict, from_json, to_dict, to_json
    from gidisc.source import Place, Span

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

_MODULES = {
    "gidisc.batch": ("read_many",),
    "gidisc.canonical": ("Normalized",),
    "gidisc.checks": ("RULES", "check", "check_sum", "check_years"),
    "gidisc.diagnostics": ("Diagnostic", "NotAReportError", "ParseError", "Severity"),
    "gidisc.export": ("to_arrow", "to_pandas", "to_polars", "write"),
    "gidisc.form": ("Edition",),
    "gidisc.harmonize": ("HARMONY",),
    "gidisc.model": (
        *("Cell", "ExtraRow", "Group", "Kind", "Paragraph", "Piece", "Report", "Row", "Section", "Status"),
        *("Subsection", "Table", "cells"),
    ),
    "gidisc.printing": ("render",),
    "gidisc.reading": ("parse", "read"),
    "gidisc.rows": ("to_rows", "to_wide"),
    "gidisc.schema": ("json_schema",),
    "gidisc.serialize": ("DataError", "from_dict", "from_json", "to_dict", "to_json"),
    "gidisc.source": ("Place", "Span"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """The public names, each imported on first use: most programs need few of them."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'gidisc' has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
