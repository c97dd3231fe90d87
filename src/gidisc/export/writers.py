"""Files of rows, written as the rows come: CSV, JSON lines, Parquet and Excel."""

from __future__ import annotations

import csv
import enum
import json
import os
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Protocol

from attrs import frozen

from gidisc.export.atomic import replacing
from gidisc.export.extras import need
from gidisc.export.forms import write_form
from gidisc.export.frames import arrow_schema, arrow_table
from gidisc.export.sheets import SheetWriter, sheet_rows
from gidisc.export.typed import typed_fields, typed_rows
from gidisc.model import Report
from gidisc.rows import LONG, Field, to_rows, to_wide, wide_fields
from gidisc.serialize import to_dict

Row = dict[str, Any]


class Shape(enum.StrEnum):
    """What a row of a file is: a cell, a report with its cells side by side, or a whole report (JSON lines).

    `form` is a workbook with the tables of one report laid out as the official form.
    """

    LONG = "long"
    WIDE = "wide"
    REPORT = "report"
    FORM = "form"


class Writer(Protocol):
    """Writes rows to a file as they come; leaving its context closes the file."""

    def write(self, rows: list[Row]) -> None:
        """Write rows after those written before."""

    def __enter__(self) -> Writer: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...


class CsvWriter:
    """CSV as spreadsheets open it: UTF-8 with a byte order mark, lines ended as RFC 4180 wants."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="")
        self._rows = csv.writer(self._file)
        self._names = [field.name for field in fields]
        self._rows.writerow(self._names)

    def write(self, rows: list[Row]) -> None:
        """Write rows after those written before."""
        self._rows.writerows([_plain(row[name]) for name in self._names] for row in rows)

    def __enter__(self) -> CsvWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


class JsonLinesWriter:
    """JSON lines: an object a line in UTF-8, amounts as strings."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")

    def write(self, rows: list[Row]) -> None:
        """Write rows after those written before."""
        self._file.writelines(f"{json.dumps(row, ensure_ascii=False, default=_plain)}\n" for row in rows)

    def __enter__(self) -> JsonLinesWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


class ParquetWriter:
    """Parquet with typed columns, through pyarrow; a group of rows is written as soon as it is full."""

    GROUP: ClassVar = 20_000
    """Cells or reports a group: some ten megabytes of memory in the long form."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._fields = typed_fields(fields)
        parquet = need("pyarrow.parquet", "arrow")
        self._file = parquet.ParquetWriter(path, arrow_schema(self._fields), compression="zstd")
        self._waiting: list[Row] = []

    def write(self, rows: list[Row]) -> None:
        """Write rows after those written before."""
        self._waiting += rows
        if len(self._waiting) * len(self._fields) >= self.GROUP * len(LONG):
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._file.write_table(arrow_table(self._fields, self._waiting))
        self._waiting = []

    def __enter__(self) -> ParquetWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._flush()
        self._file.close()


@frozen
class Format:
    """A kind of file: its writer, the shapes it can have (the first unless asked for), and whether it is typed."""

    writer: Any
    shapes: tuple[Shape, ...]
    typed: bool = False


SUFFIXES = {
    ".csv": Format(CsvWriter, (Shape.LONG, Shape.WIDE)),
    ".jsonl": Format(JsonLinesWriter, (Shape.REPORT, Shape.LONG, Shape.WIDE)),
    ".parquet": Format(ParquetWriter, (Shape.LONG, Shape.WIDE), typed=True),
    ".xlsx": Format(SheetWriter, (Shape.LONG, Shape.WIDE, Shape.FORM)),
}
"""The kinds of files by the suffix of their name."""


@frozen
class Plan:
    """What is to be written: the suffix of the file, the shape of its rows, and the options of wide rows."""

    suffix: str
    shape: Shape
    harmonize: bool = False
    status: bool = False

    @classmethod
    def of(
        cls, path: str | os.PathLike[str], shape: Shape | str | None = None, *, harmonize: bool, status: bool
    ) -> Plan:
        """The plan for a file. Raises `ValueError` for a suffix or a shape that cannot be written."""
        suffix = Path(path).suffix.lower()
        if suffix not in SUFFIXES:
            raise ValueError(f"{os.fspath(path)!r} ends in none of {', '.join(SUFFIXES)}")
        shapes = SUFFIXES[suffix].shapes
        if shape is not None and shape not in tuple(shapes):
            raise ValueError(f"shape is {str(shape)!r}; {suffix} files are {', '.join(shapes)}")
        if (harmonize or status) and shape != Shape.WIDE:
            raise ValueError("harmonize and status are options of shape='wide'")
        return cls(suffix, Shape(shape) if shape else shapes[0], harmonize, status)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns, those of shape `report` and `form` aside."""
        return wide_fields(**self._options) if self.shape is Shape.WIDE else LONG

    @property
    def _options(self) -> dict[str, bool]:
        return {"harmonize": self.harmonize, "status": self.status}

    def rows(self, report: Report) -> list[Row]:
        """The rows of a report, as the writer takes them. Raises `ParseError` for what the file cannot hold."""
        if self.shape is Shape.REPORT:
            return [to_dict(report, spans=False, source=False)]
        rows = to_wide(report, **self._options) if self.shape is Shape.WIDE else to_rows(report)
        if self.suffix == ".xlsx":
            return sheet_rows(rows)
        return list(typed_rows(rows, self.fields) if SUFFIXES[self.suffix].typed else rows)

    def open(self, path: Path) -> Writer:
        """A writer to a file."""
        writer: Writer = SUFFIXES[self.suffix].writer(path, self.fields)
        return writer


def write(
    reports: Report | Iterable[Report],
    path: str | os.PathLike[str],
    *,
    shape: Shape | str | None = None,
    harmonize: bool = False,
    status: bool = False,
) -> None:
    """Write reports to a `.csv`, `.jsonl`, `.parquet` or `.xlsx` file.

    `shape`: `long`, a cell a row (`to_rows`); `wide`, a report a row (`to_wide`, with its options `harmonize` and
    `status`); `report`, whole reports in their lean form (JSON lines, and the default there); `form`, one report laid
    out as the official form (Excel, and the default for a single `Report`). CSV, JSON lines and Parquet are written as
    the reports come, in memory that does not grow with their number. The file appears when it is whole.

    Raises `ValueError` for another suffix or shape, `ImportError` that names the extra to install, `ParseError`
    (`out-of-range`) for a value that the kind of file cannot hold, `OSError` where the file cannot be written.

    >>> gidisc.write(gidisc.read("report.txt"), "report.csv")
    >>> pathlib.Path("report.csv").read_text("utf-8-sig").partition(",")[0]
    'name'
    """
    alone = isinstance(reports, Report)
    if alone and shape is None and Path(path).suffix.lower() == ".xlsx":
        shape = Shape.FORM
    plan = Plan.of(path, shape, harmonize=harmonize, status=status)
    each = [reports] if isinstance(reports, Report) else reports
    if plan.shape is Shape.FORM:
        one = list(each)
        if len(one) != 1:
            raise ValueError(f"shape='form' takes one report, not {len(one)}")
        with replacing(path) as beside:
            write_form(one[0], beside)
        return
    with replacing(path) as beside, plan.open(beside) as writer:
        for report in each:
            writer.write(plan.rows(report))


def _plain(value: Any) -> Any:
    return format(value, "f") if isinstance(value, Decimal) else value
