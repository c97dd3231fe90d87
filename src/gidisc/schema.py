"""The JSON Schema (draft 2020-12) of what `to_dict` and `to_json` write, derived from the model.

It ships as `report.schema.json` beside this module; `python -m gidisc.schema` prints it. `from_dict` reads every
document that fits it.
"""

from __future__ import annotations

import enum
import json
import types
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, get_args, get_origin

import attrs

from gidisc.model import Report
from gidisc.serialize import AMOUNT, POSITIONS, SCHEMA_VERSION, SOURCE

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Decimal: {"type": "string", "pattern": f"^{AMOUNT}$"},
    type(None): {"type": "null"},
}


def json_schema() -> dict[str, Any]:
    """The schema of a report as plain data.

    A field is required unless the lean forms leave it out (`spans=False`, `source=False`).

    >>> gidisc.json_schema()["properties"]["schema_version"]
    {'const': 1}
    """
    definitions: dict[str, dict[str, Any]] = {}
    _define(Report, definitions)
    report = definitions.pop(Report.__name__)
    properties = {"schema_version": {"const": SCHEMA_VERSION}, **report["properties"]}
    return {
        "$schema": DIALECT,
        "title": "Annual report on government information disclosure (政府信息公开工作年度报告)",
        **report,
        "required": ["schema_version", *report["required"]],
        "properties": properties,
        "$defs": dict(sorted(definitions.items())),
    }


def _define(cls: type, definitions: dict[str, dict[str, Any]]) -> None:
    """Add the schema of a class of the model, and of those that it holds."""
    if cls.__name__ in definitions:
        return
    definition = definitions.setdefault(cls.__name__, {})
    attrs.resolve_types(cls)
    fields = attrs.fields(cls)
    definition |= {
        "description": (cls.__doc__ or "").split("\n\n")[0].replace("\n", " "),
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields if field.name not in POSITIONS + SOURCE or _is_bare(field)],
        "properties": {field.name: _schema(field.type, definitions) for field in fields},
    }


def _is_bare(field: attrs.Attribute[Any]) -> bool:
    return field.default is attrs.NOTHING


def _schema(declared: Any, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if get_origin(declared) is types.UnionType:
        return {"anyOf": [_schema(member, definitions) for member in get_args(declared)]}
    if get_origin(declared) in (tuple, Sequence):
        return {"type": "array", "items": _schema(get_args(declared)[0], definitions)}
    if attrs.has(declared):
        _define(declared, definitions)
        return {"$ref": f"#/$defs/{declared.__name__}"}
    if issubclass(declared, enum.Enum):
        return {"enum": [word.value for word in declared]}
    return _PLAIN[declared]


if __name__ == "__main__":  # pragma: no cover - run by a test in a process of its own
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
