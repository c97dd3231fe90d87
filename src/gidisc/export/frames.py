"""Reports as frames of pandas and polars, and as Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gidisc.export.extras import need
from gidisc.export.typed import PRECISION, SCALE, typed_columns, typed_fields
from gidisc.model import Report
from gidisc.rows import LONG, Field, Type, Value, to_rows, to_wide, wide_fields

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


def to_pandas(
    reports: Report | Iterable[Report], *, wide: bool = False, harmonize: bool = False, status: bool = False
) -> pandas.DataFrame:
    """Reports as a pandas frame: one cell a row, or with `wide` one report a row (`gidisc.to_wide`).

    Dtypes: `string`, `Int64` (nullable) and, for amounts, `object` with `Decimal` or None. In the long form `count` and
    `amount` stand for `value`. Raises `ImportError` without the extra `pandas`, and `ParseError` (`out-of-range`) for a
    count of more than 64 bits or an amount of more than 28 digits before or 10 after the point; both hold for the
    other frames too.

    >>> frame = gidisc.to_pandas(gidisc.read("report.txt"))
    >>> str(frame["count"].dtype)
    'Int64'
    """
    library = need("pandas", "pandas")
    fields, columns = _table(reports, wide=wide, harmonize=harmonize, status=status)
    # Named, because pandas would guess: whole numbers with a gap among them would become floats.
    dtypes = {
        Type.TEXT: library.StringDtype("python"),
        Type.COUNT: library.Int64Dtype(),
        Type.AMOUNT: object,
    }
    arrays = {field.name: library.array(columns[field.name], dtype=dtypes[field.type]) for field in fields}
    frame: pandas.DataFrame = library.DataFrame(arrays)
    return frame


def to_polars(
    reports: Report | Iterable[Report], *, wide: bool = False, harmonize: bool = False, status: bool = False
) -> polars.DataFrame:
    """Reports as a polars frame, as `to_pandas` does. Types: `String`, `Int64`, `Decimal(38, 10)`; extra `polars`.

    >>> gidisc.to_polars(gidisc.read("report.txt")).schema["count"]
    Int64
    """
    library = need("polars", "polars")
    fields, columns = _table(reports, wide=wide, harmonize=harmonize, status=status)
    types = {Type.TEXT: library.String, Type.COUNT: library.Int64, Type.AMOUNT: library.Decimal(PRECISION, SCALE)}
    frame: polars.DataFrame = library.DataFrame(columns, schema={field.name: types[field.type] for field in fields})
    return frame


def to_arrow(
    reports: Report | Iterable[Report], *, wide: bool = False, harmonize: bool = False, status: bool = False
) -> pyarrow.Table:
    """Reports as an Arrow table, as `to_pandas` does. Types: `string`, `int64`, `decimal128(38, 10)`; extra `arrow`.

    >>> str(gidisc.to_arrow(gidisc.read("report.txt")).schema.field("amount").type)
    'decimal128(38, 10)'
    """
    batch = arrow_batch(*_table(reports, wide=wide, harmonize=harmonize, status=status))
    return need("pyarrow", "arrow").Table.from_batches([batch])


def arrow_batch(fields: Iterable[Field], columns: dict[str, list[Value]]) -> pyarrow.RecordBatch:
    """Typed columns as a batch of Arrow."""
    arrow = need("pyarrow", "arrow")
    schema = arrow_schema(fields)
    return arrow.RecordBatch.from_arrays([arrow.array(columns[of.name], of.type) for of in schema], schema=schema)


def arrow_schema(fields: Iterable[Field]) -> pyarrow.Schema:
    """Typed columns as an Arrow schema."""
    arrow = need("pyarrow", "arrow")
    types = {Type.TEXT: arrow.string(), Type.COUNT: arrow.int64(), Type.AMOUNT: arrow.decimal128(PRECISION, SCALE)}
    return arrow.schema([(field.name, types[field.type]) for field in fields])


def _table(
    reports: Report | Iterable[Report], *, wide: bool, **options: Any
) -> tuple[tuple[Field, ...], dict[str, list[Value]]]:
    fields = wide_fields(**options) if wide else LONG
    rows = to_wide(reports, **options) if wide else to_rows(reports)
    return typed_fields(fields), typed_columns(rows, fields)
