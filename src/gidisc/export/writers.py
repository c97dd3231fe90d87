"""Files of rows, written as the rows come: CSV, JSON lines, Parquet and Excel."""

from __future__ import annotations

import codecs
import csv
import enum
import io
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
from gidisc.export.frames import arrow_batch, arrow_schema
from gidisc.export.sheets import SheetWriter
from gidisc.export.typed import typed_columns, typed_fields
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


class OptionError(ValueError):
    """What was asked for cannot be: a kind of file, a shape, or options that do not go together."""


class Writer(Protocol):
    """Writes rows to a file as they come; leaving its context closes the file."""

    def write(self, packed: Any) -> None:
        """Write packed rows after those written before."""

    def __enter__(self) -> Writer: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...


class CsvWriter:
    """CSV as spreadsheets open it: UTF-8 with a byte order mark, lines ended as RFC 4180 wants."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._file = path.open("wb")
        self._file.write(codecs.BOM_UTF8 + _csv_lines([[field.name for field in fields]]))

    @staticmethod
    def pack(rows: Iterable[Row], fields: Sequence[Field]) -> bytes:
        """The lines of rows."""
        return _csv_lines([_plain(row[field.name]) for field in fields] for row in rows)

    def write(self, packed: bytes) -> None:
        """Write packed rows after those written before."""
        self._file.write(packed)

    def __enter__(self) -> CsvWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _csv_lines(rows: Iterable[Sequence[object]]) -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows(rows)
    return lines.getvalue().encode("utf-8", "backslashreplace")


class JsonLinesWriter:
    """JSON lines: an object a line in UTF-8, amounts as strings."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._file = path.open("wb")

    @staticmethod
    def pack(rows: Iterable[Row], fields: Sequence[Field]) -> bytes:
        """The lines of rows."""
        lines = (f"{json.dumps(row, ensure_ascii=False, default=_plain)}\n" for row in rows)
        return "".join(lines).encode("utf-8", "backslashreplace")

    def write(self, packed: bytes) -> None:
        """Write packed rows after those written before."""
        self._file.write(packed)

    def __enter__(self) -> JsonLinesWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


class ParquetWriter:
    """Parquet with typed columns, through pyarrow; a group of rows is written as soon as it is full."""

    GROUP: ClassVar = 20_000
    """Cells or reports a group: some ten megabytes of memory in the long form."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        self._arrow = need("pyarrow", "arrow")
        self._schema = arrow_schema(typed_fields(fields))
        parquet = need("pyarrow.parquet", "arrow")
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[Any] = []
        self._cells = 0

    @staticmethod
    def pack(rows: Iterable[Row], fields: Sequence[Field]) -> bytes:
        """Rows as a batch of Arrow. Raises `ParseError` (`out-of-range`) for a number that the types do not hold."""
        packed: bytes = arrow_batch(typed_fields(fields), typed_columns(rows, fields)).serialize().to_pybytes()
        return packed

    def write(self, packed: bytes) -> None:
        """Write packed rows after those written before."""
        batch = self._arrow.ipc.read_record_batch(self._arrow.py_buffer(packed), self._schema)
        self._waiting.append(batch)
        self._cells += batch.num_rows * batch.num_columns
        if self._cells >= self.GROUP * len(LONG):
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._file.write_table(self._arrow.Table.from_batches(self._waiting))
        self._waiting, self._cells = [], 0

    def __enter__(self) -> ParquetWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._flush()
        self._file.close()


@frozen
class Format:
    """A kind of file: its writer, and the shapes it can have (the first unless asked for)."""

    writer: Any
    shapes: tuple[Shape, ...]


SUFFIXES = {
    ".csv": Format(CsvWriter, (Shape.LONG, Shape.WIDE)),
    ".jsonl": Format(JsonLinesWriter, (Shape.REPORT, Shape.LONG, Shape.WIDE)),
    ".parquet": Format(ParquetWriter, (Shape.LONG, Shape.WIDE)),
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
        """The plan for a file. Raises `OptionError` for a suffix or a shape that cannot be written."""
        suffix = Path(path).suffix.lower()
        if suffix not in SUFFIXES:
            raise OptionError(f"{os.fspath(path)!r} ends in none of {', '.join(SUFFIXES)}")
        shapes = SUFFIXES[suffix].shapes
        if shape is not None and shape not in tuple(shapes):
            raise OptionError(f"shape is {str(shape)!r}; {suffix} files are {', '.join(shapes)}")
        if (harmonize or status) and shape != Shape.WIDE:
            raise OptionError("harmonize and status are options of the shape wide")
        return cls(suffix, Shape(shape) if shape else shapes[0], harmonize, status)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns, those of shape `report` and `form` aside."""
        return wide_fields(**self._options) if self.shape is Shape.WIDE else LONG

    @property
    def _options(self) -> dict[str, bool]:
        return {"harmonize": self.harmonize, "status": self.status}

    def pack(self, report: Report) -> Any:
        """What a writer takes of a report: all but the writing, which a process that reads can do.

        Raises `ParseError` for what the file cannot hold.
        """
        return SUFFIXES[self.suffix].writer.pack(self._rows(report), self.fields)

    def _rows(self, report: Report) -> Iterable[Row]:
        if self.shape is Shape.REPORT:
            return [to_dict(report, spans=False, source=False)]
        return to_wide(report, **self._options) if self.shape is Shape.WIDE else to_rows(report)

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
            raise OptionError(f"the shape form takes one report, not {len(one)}")
        with replacing(path) as beside:
            write_form(one[0], beside)
        return
    with replacing(path) as beside, plan.open(beside) as writer:
        for report in each:
            writer.write(plan.pack(report))


def _plain(value: Any) -> Any:
    return format(value, "f") if isinstance(value, Decimal) else value
