"""Reports as plain data and JSON, and back, through one cattrs converter."""

from __future__ import annotations

import functools
import json
from decimal import Decimal
from typing import Any

from cattrs import Converter

from gidisc.model import Group, Paragraph, Report, Row, Subsection

SCHEMA_VERSION = 1


@functools.cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    converter.register_structure_hook(
        int | Decimal | None, lambda value, _: Decimal(value) if isinstance(value, str) else value
    )
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(
        Row | Group, lambda value, _: converter.structure(value, Group if "rows" in value else Row)
    )
    converter.register_structure_hook(
        Subsection | Paragraph,
        lambda value, _: converter.structure(value, Subsection if "blocks" in value else Paragraph),
    )
    return converter


def to_dict(report: Report) -> dict[str, Any]:
    """A report as plain data that JSON can hold: amounts as strings, everything else as it is.

    >>> gidisc.to_dict(gidisc.read("report.txt"))["year"]
    2022
    """
    return {"schema_version": SCHEMA_VERSION, **_converter().unstructure(report)}


def from_dict(data: dict[str, Any]) -> Report:
    """The report of what `to_dict` made. Raises `ValueError` for another `schema_version`.

    >>> report = gidisc.read("report.txt")
    >>> gidisc.from_dict(gidisc.to_dict(report)) == report
    True
    """
    version = data.get("schema_version")
    if version != SCHEMA_VERSION:
        raise ValueError(f"schema_version is {version!r}; this version of gidisc reads {SCHEMA_VERSION}")
    return _converter().structure({key: value for key, value in data.items() if key != "schema_version"}, Report)


def to_json(report: Report, *, indent: int | None = None) -> str:
    """A report as JSON text, Chinese characters as they are; `indent` as in `json.dumps`.

    >>> gidisc.to_json(gidisc.read("report.txt"))[:55]
    '{"schema_version": 1, "name": "report.txt", "title": "2'
    """
    return json.dumps(to_dict(report), ensure_ascii=False, indent=indent)


def from_json(text: str) -> Report:
    """The report of what `to_json` made.

    >>> report = gidisc.read("report.txt")
    >>> gidisc.from_json(gidisc.to_json(report)) == report
    True
    """
    return from_dict(json.loads(text))
