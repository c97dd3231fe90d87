"""Excel workbooks through xlsxwriter: how values become cells, and sheets of rows."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from gidisc.export.extras import need
from gidisc.export.typed import out_of_range, printable
from gidisc.rows import Field, Value

ROWS = 1_048_576
"""The rows that a sheet holds."""
LONGEST_TEXT = 32_767
"""The characters that a cell holds."""
_EXACT_DIGITS = 15
"""The digits of a number that Excel keeps; one of more digits is written as text, never rounded."""
_COLUMN = 16  # the width of a column
# Text of a report is never a formula, a link or a number.
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def new_book(path: Path, **options: Any) -> Any:
    """A new workbook. Raises `ImportError` without the extra `excel`."""
    book = need("xlsxwriter", "excel").Workbook(str(path), {**_OPTIONS, **options})
    # So that the same reports give the same bytes.
    book.set_properties({"created": datetime.datetime(1980, 1, 1)})
    return book


def close_book(book: Any) -> None:
    """Write the workbook. Raises `OSError` where it cannot be written."""
    try:
        book.close()
    except need("xlsxwriter.exceptions", "excel").FileCreateError as error:
        raise error.args[0] from error


def as_number(value: Value) -> int | Decimal | None:
    """A number that Excel keeps to the last digit; None for text and for numbers that it would round."""
    if isinstance(value, int) and abs(value) < 10**_EXACT_DIGITS:
        return value
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _EXACT_DIGITS:
        return value
    return None


def number_format(number: int | Decimal) -> str:
    """The format that shows a number with the decimals that it has."""
    decimals = -int(number.as_tuple().exponent) if isinstance(number, Decimal) else 0
    return "0." + "0" * decimals if decimals > 0 else "0"


class SheetWriter:
    """A workbook with rows, written as they come; what is beyond the rows of a sheet continues on the next."""

    def __init__(self, path: Path, fields: Sequence[Field]) -> None:
        need("xlsxwriter", "excel")
        # Made here and not by xlsxwriter, so that nothing is left of a workbook that is given up.
        self._folder = tempfile.TemporaryDirectory(prefix="gidisc-")
        self._book = new_book(path, constant_memory=True, tmpdir=self._folder.name)
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._formats: dict[str, Any] = {}
        self._names = [field.name for field in fields]
        self._sheet: Any = None
        self._next = ROWS

    @staticmethod
    def pack(rows: Iterable[dict[str, Value]], fields: Sequence[Field]) -> list[list[Value]]:
        """The cells of rows. Raises `ParseError` (`out-of-range`) for a text that is too long for a cell."""
        return [[_fitting(row[field.name], field) for field in fields] for row in rows]

    def write(self, packed: list[list[Value]]) -> None:
        """Write packed rows after those written before."""
        for row in packed:
            if self._next >= ROWS:
                self._begin_sheet()
            for column, value in enumerate(row):
                self._write(column, value)
            self._next += 1

    def _begin_sheet(self) -> None:
        self._sheet = self._book.add_worksheet()
        self._sheet.freeze_panes(1, 0)
        for column, name in enumerate(self._names):
            self._sheet.set_column(column, column, _COLUMN)
            self._sheet.write_string(0, column, name, self._head)
        self._next = 1

    def _write(self, column: int, value: Value) -> None:
        number = as_number(value)
        if number is not None:
            self._sheet.write_number(self._next, column, number, self._format(number_format(number)))
        elif value is not None:
            self._sheet.write_string(self._next, column, str(value))

    def _format(self, shown: str) -> Any:
        if shown not in self._formats:
            self._formats[shown] = self._book.add_format({"num_format": shown})
        return self._formats[shown]

    def __enter__(self) -> SheetWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                if self._sheet is None:
                    self._begin_sheet()
                close_book(self._book)
        finally:
            for sheet in self._book.worksheets():
                sheet.row_data_fh.close()
            self._folder.cleanup()


def _fitting(value: Value, field: Field) -> Value:
    value = printable(value)
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise out_of_range(value, field.name, f"a cell of Excel, which holds {LONGEST_TEXT} characters")
    return value
