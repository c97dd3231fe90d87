"""Places in the text that the caller gave: spans, lines, columns and excerpts."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence

from attrs import field, frozen

_EXCERPT_WIDTH = 40
_LINE_END = re.compile(r"\r\n|[\n\r]")


@functools.total_ordering
@frozen(kw_only=True)
class Span:
    """A stretch of the source: `start` and `end` in code points, `end` exclusive."""

    start: int
    end: int

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.end) < (other.start, other.end)


Stretch = tuple[int, int]
"""A span as two numbers, its start and its end: what stands for a span where there are many of them on the way."""


def hull(stretches: Sequence[Stretch]) -> Span | None:
    """The smallest span that holds all of `stretches`; None where there are none."""
    if len(stretches) == 1:
        return Span(start=stretches[0][0], end=stretches[0][1])
    return Span(start=min(stretches)[0], end=max([end for _, end in stretches])) if stretches else None


@frozen(kw_only=True)
class Place:
    """A named place, as diagnostics point to it: `name` is that of the text (often a path), `span` the stretch."""

    name: str | None = None
    span: Span


@frozen
class Source:
    """A text and the way from its offsets to lines and columns."""

    text: str = field(repr=False)

    @functools.cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1, columns in code points."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, offset: int) -> Span:
        """The line that an offset stands in, without its end."""
        number = bisect.bisect_right(self._line_starts, offset)
        start = self._line_starts[number - 1]
        if number == len(self._line_starts):
            return Span(start=start, end=len(self.text))
        end = self._line_starts[number]
        return Span(start=start, end=end - (2 if self.text.startswith("\r\n", end - 2) else 1))

    def excerpt(self, span: Span) -> str:
        """The line around the start of a span, cut to a readable width, on one line."""
        left = max(self.line(span.start).start, span.start - _EXCERPT_WIDTH // 2)
        line = re.split(r"[\r\n]", self.text[left : left + _EXCERPT_WIDTH], maxsplit=1)[0]
        return re.sub(r"\s+", " ", line).strip()
