"""Excel workbooks through xlsxwriter: how values become cells, and sheets of rows."""

from __future__ import annotations

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
# Text of a report is never a formula, a link or a number.
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def new_book(path: Path, **options: Any) -> Any:
    """A new workbook. Raises `ImportError` without the extra `excel`."""
    return need("xlsxwriter", "excel").Workbook(str(path), {**_OPTIONS, **options})


def sheet_rows(rows: Iterable[dict[str, Value]]) -> list[dict[str, Value]]:
    """Rows as a sheet can hold them. Raises `ParseError` (`out-of-range`) for a text that is too long for a cell."""
    found = [{name: printable(value) for name, value in row.items()} for row in rows]
    for row in found:
        for name, value in row.items():
            if isinstance(value, str) and len(value) > LONGEST_TEXT:
                raise out_of_range(value, name, f"a cell of Excel, which holds {LONGEST_TEXT} characters")
    return found


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
        self._book = new_book(path, constant_memory=True)
        self._bold = self._book.add_format({"bold": True})
        self._formats: dict[str, Any] = {}
        self._names = [field.name for field in fields]
        self._sheet: Any = None
        self._next = ROWS

    def write(self, rows: list[dict[str, Any]]) -> None:
        """Write rows after those written before."""
        for row in rows:
            if self._next >= ROWS:
                self._begin_sheet()
            for column, name in enumerate(self._names):
                self._write(column, row[name])
            self._next += 1

    def _begin_sheet(self) -> None:
        self._sheet = self._book.add_worksheet()
        self._sheet.freeze_panes(1, 0)
        for column, name in enumerate(self._names):
            self._sheet.write_string(0, column, name, self._bold)
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

    def __exit__(self, *_: object) -> None:
        if self._sheet is None:
            self._begin_sheet()
        self._book.close()
