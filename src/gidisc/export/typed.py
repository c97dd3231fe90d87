"""Rows for tables whose columns have one type each: text, whole numbers of 64 bits, decimals of 38 digits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


def typed_rows(rows: Iterable[dict[str, Value]], fields: Sequence[Field]) -> Iterator[dict[str, Value]]:
    """Rows for `typed_fields(fields)`.

    Raises `ParseError` (`out-of-range`) for a number that the types do not hold as it is; none is ever rounded.
    """
    for row in rows:
        found: dict[str, Value] = {}
        for field in fields:
            found |= _typed(field, row)
        yield found


def _typed(field: Field, row: dict[str, Value]) -> dict[str, Value]:
    value = row[field.name]
    if field.type is Type.TEXT:
        return {field.name: printable(value)}
    key = ".".join(str(row[part]) for part in ("table", "row", "column")) if "table" in row else field.name
    if field.type is Type.NUMBER:
        is_amount = isinstance(value, Decimal)
        value = _fitting(value, key)
        return {"count": None if is_amount else value, "amount": value if is_amount else None}
    return {field.name: _fitting(value, key)}


def printable(value: Value) -> Value:
    r"""Text as UTF-8 can hold it: the bytes of a file name that are no text stand as `\udc80`."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _fitting(value: Value, key: str) -> Value:
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        # Told by its digits, because arithmetic rounds to those of the context.
        fits = value.adjusted() < PRECISION - SCALE and isinstance(exponent, int) and exponent >= -SCALE
        if not fits:
            raise out_of_range(value, key, f"a decimal of {PRECISION} digits, {SCALE} of them after the point")
    elif isinstance(value, int) and abs(value) > _LARGEST_COUNT:
        raise out_of_range(value, key, "a whole number of 64 bits")
    return value


def out_of_range(value: object, key: str, type_: str) -> ParseError:
    """The error that a value does not fit the format that was asked for."""
    shown = str(value)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return ParseError((diagnose(Source(""), "out-of-range", value=shown, key=key, type=type_),))
