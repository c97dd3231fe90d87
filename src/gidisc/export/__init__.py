"""Reports as frames of pandas, polars and Arrow, and as CSV, JSON lines, Parquet and Excel files.

Each through the library that its users already use, an extra of gidisc: `pip install gidisc[pandas]`, `[polars]`,
`[arrow]` (Parquet too) and `[excel]`. Counts are nullable whole numbers and amounts exact decimals, never floats.
"""

from gidisc.export.files import Failure, Summary, export_files, find_files
from gidisc.export.frames import to_arrow, to_pandas, to_polars
from gidisc.export.writers import SUFFIXES, OptionError, Shape, write

__all__ = [
    "SUFFIXES",
    "Failure",
    "OptionError",
    "Shape",
    "Summary",
    "export_files",
    "find_files",
    "to_arrow",
    "to_pandas",
    "to_polars",
    "write",
]
