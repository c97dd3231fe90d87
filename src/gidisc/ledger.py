"""The account of one transformation: pieces of the source, diagnostics, and the way back from the canonical text."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve, field, frozen

from gidisc.canonical import Normalized
from gidisc.diagnostics import Diagnostic, Severity, diagnose
from gidisc.model import Kind, Piece
from gidisc.source import Source, Span, hull

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")


@frozen
class Lexeme:
    """A line of the canonical text as the grammar named it: its terminal, its text and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, its line end included."""
        return self.start + len(self.text)

    def after(self, sign: str) -> int:
        """Where its text starts behind the sign of its kind."""
        return self.start + len(sign) * self.text.startswith(sign)


@define
class Ledger:
    """What one transformation has found so far, entered stretch by stretch of the canonical text."""

    normalized: Normalized
    name: str | None = None
    diagnostics: list[Diagnostic] = field(factory=list)
    _pieces: list[Piece] = field(factory=list)
    _source: Source = field(init=False)

    @_source.default
    def _(self) -> Source:
        return Source(self.normalized.source)

    def span(self, start: int, end: int) -> Span | None:
        """The hull of what stands in the source for a stretch; None for what the layout added."""
        return hull(self.normalized.origin(start, end))

    def printed(self, start: int, end: int) -> str:
        """What the source prints for a stretch, without white space."""
        spans = self.normalized.origin(start, end)
        return _SPACE.sub("", "".join(self.normalized.source[span.start : span.end] for span in spans))

    def enter(self, start: int, end: int, kind: Kind, ref: str | None = None) -> tuple[Span, ...]:
        """Account for a stretch; gives its spans in the source."""
        spans = self.normalized.origin(start, end)
        self._pieces.extend(Piece(span=span, kind=kind, ref=ref) for span in spans)
        return spans

    def note(self, code: str, *spans: Span, cells: tuple[str, ...] = (), **arguments: object) -> None:
        """Add a diagnostic of the catalogue about stretches of the source."""
        self.diagnostics.append(diagnose(self._source, code, *spans, name=self.name, cells=cells, **arguments))

    def is_explained(self, spans: Sequence[Span], cells: Iterable[str]) -> bool:
        """Whether the normalizer has reported an error about one of these places or cells."""
        places, reach, keys = self._errors
        if not keys.isdisjoint(cells):
            return True
        before = (bisect.bisect_left(places, span.end) for span in spans)
        return any(at and reach[at - 1] > span.start for at, span in zip(before, spans, strict=True))

    @functools.cached_property
    def _errors(self) -> tuple[list[int], list[int], frozenset[str]]:
        """Where the normalizer's errors begin, in order, how far those up to each reach, and their cells."""
        errors = [found for found in self.normalized.diagnostics if found.severity is Severity.ERROR]
        spans = sorted(place.span for error in errors for place in error.places)
        reach = list(itertools.accumulate((span.end for span in spans), max))
        return [span.start for span in spans], reach, frozenset(key for error in errors for key in error.cells)

    def furniture(self) -> str:
        """The furniture entered so far, a piece a line."""
        spans = [piece.span for piece in self._pieces if piece.kind is Kind.FURNITURE]
        return "\n".join(self.normalized.source[span.start : span.end] for span in spans)

    def accounting(self) -> tuple[Piece, ...]:
        """The pieces in order without overlap; what none of them covers (bars, rules, emphasis) is markup."""
        return tuple(_covering(self._pieces, self.normalized.source))


def _covering(pieces: Iterable[Piece], text: str) -> Iterator[Piece]:
    at = 0
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, piece.span.end)):
        start, end = piece.span.start, piece.span.end
        yield from _markup(text, at, start)
        # One stretch of the source may stand for several of the canonical text; the first of them keeps it.
        if end > at:
            yield piece if start >= at else evolve(piece, span=Span(start=at, end=end))
            at = end
    yield from _markup(text, at, len(text))


def _markup(text: str, start: int, end: int) -> Iterator[Piece]:
    for match in _WORD.finditer(text, start, max(start, end)):
        yield Piece(span=Span(start=match.start(), end=match.end()), kind=Kind.MARKUP)
