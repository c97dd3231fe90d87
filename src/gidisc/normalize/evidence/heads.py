"""Where the printed heads of a block stand on the page: in one line or wrapped over several, below one another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from gidisc import form
from gidisc.normalize.evidence.geometry import Measure, Place, places
from gidisc.normalize.labels import han

_PIECE = re.compile(r"[^\s|]*[一-鿿][^\s|]*")
_LINE_END = re.compile(r"[\n\f]")


@frozen
class _Piece:
    """A stretch of print without white space: its Chinese characters, and where it stands."""

    characters: str
    place: Place


def head_places(
    text: str, folded: str, zone: tuple[int, int], columns: Sequence[form.Column], measure: Measure
) -> list[Place] | None:
    """Where each of the columns is printed between two offsets, from left to right.

    None where one is not found, or found elsewhere than in its order.
    """
    lines = list(_lines(text, folded, zone, measure))
    counts = {column.id: columns.count(column) for column in columns}
    found: dict[str, list[Place]] = {}
    for column in {column.id: column for column in columns}.values():
        wordings = sorted({han(wording) for wording in (column.label, *column.wordings)}, key=len, reverse=True)
        stacks = [place for index in range(len(lines)) for place in _stacks(lines, index, wordings)]
        if len(stacks) != counts[column.id]:
            return None
        found[column.id] = sorted(stacks, key=lambda place: place.low, reverse=True)
    ordered = [found[column.id].pop() for column in columns]
    apart = all(a.high < b.low for a, b in itertools.pairwise(ordered))
    return ordered if apart else None


def _lines(text: str, folded: str, zone: tuple[int, int], measure: Measure) -> Iterator[list[_Piece]]:
    """The pieces on every line that has some."""
    at, end = zone
    while at < end:
        match = _LINE_END.search(folded, at, end)
        stop = match.start() if match else end
        found = list(_PIECE.finditer(folded, at, stop))
        where = places(text, at, [piece.span() for piece in found], measure)
        pieces = [_Piece(han(piece[0]), place) for piece, place in zip(found, where, strict=True)]
        if pieces:
            yield pieces
        at = stop + 1


def _stacks(lines: Sequence[Sequence[_Piece]], index: int, wordings: Sequence[str]) -> Iterator[Place]:
    """Where a wording begins on a line and goes on below itself."""
    for piece in lines[index]:
        for wording in wordings:
            place = _completed(lines, index, piece, "", wording, piece.place)
            if place is not None:
                yield place
                break


def _completed(
    lines: Sequence[Sequence[_Piece]], index: int, piece: _Piece, before: str, wording: str, hull: Place
) -> Place | None:
    """The hull of a wording whose next part is a piece of a line; None where it does not go on below."""
    shown = before + piece.characters
    hull = Place(min(hull.low, piece.place.low), max(hull.high, piece.place.high))
    if shown == wording or (shown.startswith(wording) and shown[len(wording) :] in _UNITS):
        return hull
    if not wording.startswith(shown) or index + 1 == len(lines):
        return None
    below = [other for other in lines[index + 1] if other.place.overlaps(piece.place)]
    completed = (_completed(lines, index + 1, other, shown, wording, hull) for other in below)
    return next((place for place in completed if place is not None), None)


_UNITS = frozenset(map(han, form.UNIT_NOTES))
