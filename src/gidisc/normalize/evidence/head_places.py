"""Where the printed heads of a block stand on the page: in one line or wrapped over several, below one another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from gidisc import form
from gidisc.normalize.evidence.geometry import Measure, Place, page_start, places
from gidisc.normalize.labels import HAN, han
from gidisc.source import Stretch

_PIECE = re.compile(r"[^\s|]+")
_LINE_END = re.compile(r"[\n\f]")


@frozen
class _Piece:
    """A stretch of print without white space: its Chinese characters, and where it stands."""

    characters: str
    place: Place


@frozen
class HeadZone:
    """The lines between two offsets that have Chinese characters: where each begins, and its pieces.

    A piece is a stretch of print without white space: its Chinese characters, and where it stands in the text.
    """

    text: str = field(repr=False)
    lines: Sequence[tuple[int, Sequence[tuple[str, Stretch]]]]

    @classmethod
    def of(cls, text: str, folded: str, above: Stretch) -> HeadZone:
        """What stands between two offsets; `text` is what was folded."""
        return cls(text, [(page_start(text, folded, start), pieces) for start, pieces in _lines(folded, above)])

    def measured(self, measure: Measure) -> list[list[_Piece]]:
        """The pieces of each line where one measure puts them."""
        measured = []
        for start, pieces in self.lines:
            where = places(self.text, start, [span for _, span in pieces], measure)
            measured.append([_Piece(characters, place) for (characters, _), place in zip(pieces, where, strict=True)])
        return measured


def head_places(zone: HeadZone, columns: Sequence[form.Column], measure: Measure) -> list[Place] | None:
    """Where each of the columns is printed in a zone, from left to right.

    None where one is not found, or found elsewhere than in its order.
    """
    lines = zone.measured(measure)
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


def _lines(folded: str, above: Stretch) -> Iterator[tuple[int, list[tuple[str, Stretch]]]]:
    at, end = above
    while at < end:
        match = _LINE_END.search(folded, at, end)
        stop = match.start() if match else end
        found = _PIECE.finditer(folded, at, stop)
        pieces = [(han(piece[0]), piece.span()) for piece in found if HAN.search(piece[0])]
        if pieces:
            yield at, pieces
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
