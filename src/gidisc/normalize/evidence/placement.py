"""The cells of a row, or why they are refused."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from gidisc.normalize.found import RowText
from gidisc.normalize.tokens import Token


@frozen
class Placement:
    """The cells of a row, each a value or None where blank; `refused` is the diagnostic where they are not settled."""

    cells: tuple[Token | None, ...] = ()
    refused: str | None = None


def place_values(row: RowText, columns: Sequence[int]) -> Placement:
    """The placement of a row whose values stand in `columns`."""
    cells: list[Token | None] = [None] * row.width
    for column, value in zip(columns, row.values, strict=True):
        cells[column] = value
    return Placement(tuple(cells))
