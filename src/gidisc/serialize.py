"""Reports as plain data and JSON, and back, through cattrs.

The number in `schema_version` rises by one when documents of the new version would mislead a program that reads the old
one: a field is removed or renamed, or its type or its meaning changes. It stays when a field is added that may be left
out, and when a closed set of words (`edition`, `status`, `kind`, `severity`) gets a new member. Every version that was
ever released is read.
"""

from __future__ import annotations

import enum
import functools
import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.v import format_exception

from gidisc.model import Group, Paragraph, Report, Row, Subsection

SCHEMA_VERSION = 1

POSITIONS = ("span", "pieces", "places")
"""The fields that point into the source, which `spans=False` leaves out."""
SOURCE = ("source",)
"""What `source=False` leaves out."""

AMOUNT = r"-?[0-9]+(\.[0-9]+)?"
"""How an amount is written, as a pattern."""

_EXCERPT = 40  # characters of a value that a message repeats
_SHOWN = 5  # problems that the message of an error lists
_NAMES = {str: "a string", int: "a whole number", dict: "an object", list: "an array"}


class DataError(ValueError):
    """Data that is no report of gidisc. `problems` says of every fault what it is and the path to its field."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        more = len(self.problems) - _SHOWN
        return "; ".join(self.problems[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def to_dict(report: Report, *, spans: bool = True, source: bool = True) -> dict[str, Any]:
    """A report as plain data that JSON can hold: amounts as strings, everything else as it is.

    `spans=False` leaves out what points into the source (spans, pieces, the places of diagnostics), `source=False` the
    text itself. What is left reads back as an equal report.

    >>> gidisc.to_dict(gidisc.read("report.txt"))["year"]
    2022
    """
    omitted = (() if spans else POSITIONS) + (() if source else SOURCE)
    return {"schema_version": SCHEMA_VERSION, **_writer(omitted).unstructure(report)}


def from_dict(data: Mapping[str, Any]) -> Report:
    """The report of what `to_dict` made, lean or not.

    Raises `DataError`, which names the path to every field at fault, and for a `schema_version` that this version of
    gidisc does not know.

    >>> report = gidisc.read("report.txt")
    >>> gidisc.from_dict(gidisc.to_dict(report)) == report
    True
    """
    if not isinstance(data, Mapping):
        raise DataError((f"a report is an object, not {type(data).__name__} @ $",))
    version = data.get("schema_version")
    if type(version) is not int or version != SCHEMA_VERSION:
        reads = f"this version of gidisc reads {SCHEMA_VERSION}"
        raise DataError((f"schema_version is {version!r}; {reads} @ $.schema_version",))
    try:
        return _reader().structure({key: value for key, value in data.items() if key != "schema_version"}, Report)
    except BaseValidationError as error:
        raise DataError(tuple(transform_error(error, format_exception=_problem))) from error


def to_json(report: Report, *, indent: int | None = None, spans: bool = True, source: bool = True) -> str:
    """A report as JSON text, Chinese characters as they are; `spans` and `source` as for `to_dict`.

    >>> gidisc.to_json(gidisc.read("report.txt"))[:55]
    '{"schema_version": 1, "name": "report.txt", "title": "2'
    """
    return json.dumps(to_dict(report, spans=spans, source=source), ensure_ascii=False, indent=indent)


def from_json(text: str) -> Report:
    """The report of what `to_json` made. Raises `DataError` as `from_dict` does, and for text that is no JSON.

    >>> report = gidisc.read("report.txt")
    >>> gidisc.from_json(gidisc.to_json(report)) == report
    True
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise DataError((f"no JSON: {error} @ $",)) from error
    return from_dict(data)


@functools.cache
def _writer(omitted: tuple[str, ...]) -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list, Sequence: list})
    # Digits and a point, never an exponent, so that every reader of decimals reads them.
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_unstructure_hook(enum.StrEnum, lambda word: word.value)
    omissions = {name: override(omit=True) for name in omitted}
    converter.register_unstructure_hook_factory(
        attrs.has, lambda cls: make_dict_unstructure_fn(cls, converter, **_of(cls, omissions))
    )
    return converter


@functools.cache
def _reader() -> Converter:
    """A converter that takes what the schema allows and turns nothing into something else: `"5"` is no number."""
    converter = Converter()
    converter.register_structure_hook(str, _checked)
    converter.register_structure_hook(int, _checked)
    converter.register_structure_hook(enum.StrEnum, lambda value, cls: cls(value))
    converter.register_structure_hook(int | Decimal | None, lambda value, _: _number(value))
    for plain in (str, int):
        converter.register_structure_hook(plain | None, functools.partial(_optional, plain))
    converter.register_structure_hook_func(_is_tuple, functools.partial(_tuple, converter))
    converter.register_structure_hook_factory(attrs.has, functools.partial(_object, converter))
    converter.register_structure_hook(Row | Group, _either(converter, Group, "rows", Row))
    converter.register_structure_hook(Subsection | Paragraph, _either(converter, Subsection, "blocks", Paragraph))
    return converter


def _of(cls: type, overrides: Mapping[str, Any]) -> dict[str, Any]:
    return {field.name: overrides[field.name] for field in attrs.fields(cls) if field.name in overrides}


def _checked(value: Any, expected: type) -> Any:
    if type(value) is not expected:
        raise TypeError(f"{repr(value)[:_EXCERPT]} is not {_NAMES[expected]}")
    return value


def _optional(expected: type, value: Any, _: Any) -> Any:
    return None if value is None else _checked(value, expected)


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) in (tuple, Sequence)


def _tuple(converter: Converter, value: Any, cls: Any) -> tuple[Any, ...]:
    members: Any = list[get_args(cls)[0]]  # type: ignore[misc]  # the type is known at run time only
    return tuple(converter.structure(_checked(value, list), members))


def _object(converter: Converter, cls: type) -> Callable[[Any, Any], Any]:
    structure: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    return lambda value, cls: structure(_checked(value, dict), cls)


def _either(converter: Converter, whole: type, mark: str, part: type) -> Callable[[Any, Any], Any]:
    """A union of two classes, of which only `whole` has the field `mark`."""
    return lambda value, _: converter.structure(value, whole if mark in _checked(value, dict) else part)


def _number(value: Any) -> int | Decimal | None:
    if value is None or type(value) is int:
        return value
    if isinstance(value, str) and re.fullmatch(AMOUNT, value):
        return Decimal(value)
    raise TypeError(f"{repr(value)[:_EXCERPT]} is neither a whole number nor an amount such as '83.8778'")


def _problem(error: BaseException, type_: type | None) -> str:
    if isinstance(error, ForbiddenExtraKeysError):
        return "no such field: " + ", ".join(sorted(error.extra_fields))
    if isinstance(error, KeyError):
        return "the field is missing"
    return str(error) if isinstance(error, TypeError | ValueError) else format_exception(error, type_)
