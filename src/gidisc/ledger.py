"""The account of one transformation: pieces of the source, diagnostics, and the way back from the canonical text."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import overload

from attrs import define, field, frozen

from gidisc.canonical import Normalized
from gidisc.diagnostics import Diagnostic, Severity, diagnose
from gidisc.model import Kind, Piece
from gidisc.source import Source, Span, Stretch, hull

_WORD = re.compile(r"\S+")


@define
class _Entries:
    """Stretches of the source that were accounted for: where they start and end, what they are, and of which node.

    They are kept in columns, since there are many of them.
    """

    starts: array[int] = field(factory=lambda: array("I"))
    ends: array[int] = field(factory=lambda: array("I"))
    kinds: list[Kind] = field(factory=list)
    refs: list[str | None] = field(factory=list)

    def add(self, start: int, end: int, kind: Kind, ref: str | None) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)
        self.refs.append(ref)

    def __iter__(self) -> Iterator[tuple[int, int, Kind, str | None]]:
        return zip(self.starts, self.ends, self.kinds, self.refs, strict=True)


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
    _entries: _Entries = field(factory=_Entries)
    _source: Source = field(init=False)

    @_source.default
    def _(self) -> Source:
        return Source(self.normalized.source)

    def span(self, start: int, end: int) -> Span | None:
        """The hull of what stands in the source for a stretch; None for what the layout added."""
        return hull(self.normalized.stretches(start, end))

    def printed(self, start: int, end: int) -> str:
        """What the source prints for a stretch, without white space."""
        return self.text(self.normalized.stretches(start, end))

    def text(self, stretches: Iterable[Stretch]) -> str:
        """What the source prints in some stretches of its own, without white space."""
        source = self.normalized.source
        return "".join("".join([source[low:high] for low, high in stretches]).split())

    def enter(self, start: int, end: int, kind: Kind, ref: str | None = None) -> list[Stretch]:
        """Account for a stretch; gives its stretches in the source."""
        stretches = self.normalized.stretches(start, end)
        self.account(stretches, kind, ref)
        return stretches

    def account(self, stretches: Iterable[Stretch], kind: Kind, ref: str | None) -> None:
        """Account for stretches of the source."""
        for low, high in stretches:
            self._entries.add(low, high, kind, ref)

    def note(
        self, code: str, stretches: Iterable[Stretch] = (), *, cells: tuple[str, ...] = (), **arguments: object
    ) -> None:
        """Add a diagnostic of the catalogue about stretches of the source."""
        spans = (Span(start=start, end=end) for start, end in stretches)
        self.diagnostics.append(diagnose(self._source, code, *spans, name=self.name, cells=cells, **arguments))

    def is_explained(self, stretches: Iterable[Stretch], cells: Iterable[str]) -> bool:
        """Whether the normalizer has reported an error about one of these places or cells."""
        places, reach, keys = self._errors
        if not keys.isdisjoint(cells):
            return True
        before = ((start, bisect.bisect_left(places, end)) for start, end in stretches)
        return any(at and reach[at - 1] > start for start, at in before)

    @functools.cached_property
    def _errors(self) -> tuple[list[int], list[int], frozenset[str]]:
        """Where the normalizer's errors begin, in order, how far those up to each reach, and their cells."""
        errors = [found for found in self.normalized.diagnostics if found.severity is Severity.ERROR]
        spans = sorted(place.span for error in errors for place in error.places)
        reach = list(itertools.accumulate((span.end for span in spans), max))
        return [span.start for span in spans], reach, frozenset(key for error in errors for key in error.cells)

    def furniture(self) -> str:
        """The furniture entered so far, a piece a line."""
        source = self.normalized.source
        return "\n".join([source[low:high] for low, high, kind, _ in self._entries if kind is Kind.FURNITURE])

    def accounting(self) -> Pieces:
        """The pieces in order without overlap; what none of them covers (bars, rules, emphasis) is markup."""
        return Pieces(self._entries, self.normalized.source)


@define(eq=False)
class Pieces(Sequence[Piece]):
    """The pieces of an account, made when they are first looked at: few who want numbers ask for them."""

    _entries: _Entries = field(repr=False)
    _text: str = field(repr=False)

    @functools.cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        return tuple(_covering(self._entries, self._text))

    def __len__(self) -> int:
        return len(self._pieces)

    @overload
    def __getitem__(self, index: int) -> Piece: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, index: int | slice) -> Piece | tuple[Piece, ...]:
        return self._pieces[index]

    def __iter__(self) -> Iterator[Piece]:
        return iter(self._pieces)

    def __eq__(self, other: object) -> bool:
        return self._pieces == (other._pieces if isinstance(other, Pieces) else other)

    def __hash__(self) -> int:
        return hash(self._pieces)

    def __reduce__(self) -> tuple[type[tuple[Piece, ...]], tuple[tuple[Piece, ...]]]:
        return tuple, (self._pieces,)


def _covering(entries: _Entries, text: str) -> Iterator[Piece]:
    at = 0
    for start, end, kind, ref in sorted(entries, key=itemgetter(0, 1)):
        yield from _markup(text, at, start)
        # One stretch of the source may stand for several of the canonical text; the first of them keeps it.
        if end > at:
            yield Piece(span=Span(start=max(start, at), end=end), kind=kind, ref=ref)
            at = end
    yield from _markup(text, at, len(text))


def _markup(text: str, start: int, end: int) -> Iterator[Piece]:
    for match in _WORD.finditer(text, start, max(start, end)):
        yield Piece(span=Span(start=match.start(), end=match.end()), kind=Kind.MARKUP)
