"""Prints `docs/data-dictionary.md`, all of it from the form and the model: `python docs/data_dictionary.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gidisc import HARMONY, form
from gidisc.form import Edition
from gidisc.rows import LONG, Type, wide_fields

TYPES = {
    Type.TEXT: "text",
    Type.COUNT: "whole number",
    Type.AMOUNT: "decimal",
    Type.NUMBER: "whole number or decimal",
}
STATUSES = {
    "read": "one number stands there",
    "inferred": "worked out from other cells, because that was asked for",
    "blank": "the cell is shown and empty",
    "mark": "a mark such as `/`, `—` or 无",
    "not_a_number": "words, or a number that the column cannot hold",
    "refused": "numbers stand there, but the text does not settle in which cell",
    "absent": "the text does not show the cell, or the edition has no such cell",
}
INTRODUCTION = """\
# Data dictionary

Made by `python docs/data_dictionary.py` from the form (国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号) and the
model.

A missing value is never 0 and 0 is never missing: `status` says why a cell has no number. Counts are nullable whole
numbers, amounts exact decimals as printed, in every format; none is ever rounded. Typed tables (pandas, polars, Arrow,
Parquet) cannot hold both in one column, so there `count` and `amount` stand in the place of `value`. Excel knows no
decimals: a number of more than 15 digits is text there. CSV has no types at all, and programs guess: read it as text
(pandas: `dtype=str, keep_default_na=False`), or take Parquet.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION, "\n## One cell a row (`to_rows`)\n\n", *_long(), "\n## `status`\n\n", *_statuses()]
    return "".join([*parts, "\n## One report a row (`to_wide`)\n\n", *_wide()])


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = list(head)
    for cells in (names, ["---"] * len(names), *rows):
        yield f"| {' | '.join(cells)} |\n"


def _long() -> Iterator[str]:
    return _table(("column", "type", "meaning"), ((f"`{each.name}`", TYPES[each.type], each.meaning) for each in LONG))


def _statuses() -> Iterator[str]:
    return _table(("status", "meaning"), ((f"`{status}`", meaning) for status, meaning in STATUSES.items()))


def _wide() -> Iterator[str]:
    yield (
        "The facts above (`name` to `edition`), then these columns, the same for every report. Beside an amount\n"
        "stand `….unit` (as printed) and `…_yuan` (in 元); `status=True` puts `….status` behind every cell. The last\n"
        "column says what `harmonize=True` does: `same` columns count the same in both editions, `summed` ones are\n"
        "brought together, those `apart` stay as they are, because the other edition does not ask for that number.\n\n"
    )
    types = {field.name: field.type for field in wide_fields()}
    amounts = " and ".join(f"`{each.key}`" for each in HARMONY if types[each.key] is Type.AMOUNT)
    yield f"{amounts} are decimals, all others whole numbers.\n"
    labels = _labels()
    for table in form.TABLES:
        yield f"\n### `{table.id}`\n\n"
        yield from _table(
            ("column", "row and column of the form", "editions", "`harmonize`"),
            (
                (f"`{each.key}`", *labels[each.key], f"{each.relation.value}: {each.reason}")
                for each in HARMONY
                if each.key.startswith(f"{table.id}.")
            ),
        )


def _labels() -> dict[str, tuple[str, str]]:
    """The official labels of row and column, and the editions that have them, by key."""
    found: dict[str, tuple[str, str]] = {}
    for edition in (Edition.FORM_2019, Edition.FORM_2021):
        for table in form.TABLES:
            for row in table.rows():
                for column in table.columns(row, edition):
                    key = f"{table.id}.{row.id}.{column.id}"
                    before = f"{found[key][1]}, " if key in found else ""
                    found[key] = (f"{row.printed_in(edition)} · {column.label}", before + edition.value)
    return found


if __name__ == "__main__":
    print(page(), end="")
