"""Columns that have one type each: text, whole numbers of 64 bits, decimals of 38 digits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gidisc.diagnostics import ParseError, diagnose
from gidisc.rows import Field, Type, Value
from gidisc.source import Source

PRECISION, SCALE = 38, 10
"""Of amounts, in digits: more than any office prints, as much as Arrow's decimals of 128 bits hold."""

_SHOWN = 40  # characters of a value that a message repeats
_LARGEST_COUNT = 2**63 - 1
_PARTS = (Field("count", Type.COUNT), Field("amount", Type.AMOUNT))


def typed_fields(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The columns with `value`, which holds numbers of both kinds, as two: `count` and `amount`."""
    return tuple(part for field in fields for part in (_PARTS if field.type is Type.NUMBER else (field,)))


def typed_columns(rows: Iterable[dict[str, Value]], fields: Sequence[Field]) -> dict[str, list[Value]]:
    """The columns of rows, as `typed_fields(fields)` names them.

    Raises `ParseError` (`out-of-range`) for a number that the types do not hold as it is; none is ever rounded.
    """
    held = list(rows)
    columns: dict[str, list[Value]] = {}
    for field in fields:
        if field.type is Type.TEXT:
            columns[field.name] = [printable(row[field.name]) for row in held]
            continue
        numbers = [_fitting(row, field) for row in held]
        if field.type is Type.NUMBER:
            columns["count"] = [None if isinstance(number, Decimal) else number for number in numbers]
            columns["amount"] = [number if isinstance(number, Decimal) else None for number in numbers]
        else:
            columns[field.name] = numbers
    return columns


def printable(value: Value) -> Value:
    r"""Text as UTF-8 can hold it: the bytes of a file name that are no text stand as `\udc80`."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _fitting(row: dict[str, Value], field: Field) -> Value:
    """The number that a row holds."""
    value = row[field.name]
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        # Told by its digits, because arithmetic rounds to those of the context.
        fits = value.adjusted() < PRECISION - SCALE and isinstance(exponent, int) and exponent >= -SCALE
        if not fits:
            type_ = f"a decimal of {PRECISION} digits, {SCALE} of them after the point"
            raise out_of_range(value, _key(row, field), type_)
    elif isinstance(value, int) and abs(value) > _LARGEST_COUNT:
        raise out_of_range(value, _key(row, field), "a whole number of 64 bits")
    return value


def _key(row: dict[str, Value], field: Field) -> str:
    """The key of the cell that a field of a row, long or wide, comes from."""
    return ".".join(str(row[part]) for part in ("table", "row", "column")) if "table" in row else field.name


def out_of_range(value: object, key: str, type_: str) -> ParseError:
    """The error that a value does not fit the format that was asked for."""
    shown = str(value)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return ParseError((diagnose(Source(""), "out-of-range", value=shown, key=key, type=type_),))
