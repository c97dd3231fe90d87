"""Lines of prose put together again: hard wraps undone, markup taken out, every character's place kept."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from gidisc.canonical import Part
from gidisc.characters import INVISIBLE, display_width, ordinary

_STRETCH = re.compile(
    rf"\*\*|__|\\(?=[-.*_()\[\]#+!|~`>])|</?[A-Za-z][^<>\n]{{0,80}}>|(?P<text>(?:(?!\*\*|__|\\[-.*_()\[\]#+!|~`>]|</?[A-Za-z][^<>\n]{{0,80}}>)[^\s{INVISIBLE}])+)"
)
_MARKER = re.compile(r"[ \t\u3000\xa0]*(?:#{1,6} |> ?|[-*+•] )")
_ITEM = re.compile(
    r"[ \t\u3000\xa0*]*(?:[一二三四五六七八九十]{1,3}、|[（(]? ?[一二三四五六七八九十]{1,3} ?[）)]"
    r"|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}是)"
)
_ENDS = "。！？；：!?;:"
# A line this close to the widest one is full: punctuation may not begin the next line.
_SLACK = 6
_NARROWEST = 16
_WIDEST = 240


@define
class ProseLine:
    """A stretch of prose within one line of the source."""

    start: int
    end: int
    text: str = field(repr=False)

    @functools.cached_property
    def width(self) -> int:
        """Its width on a page, wide characters counted twice."""
        return display_width(self.text.rstrip())


def paragraphs(lines: Sequence[ProseLine], wrap: int | None) -> Iterator[list[ProseLine]]:
    """The lines of each paragraph; `wrap` is the width at which lines were broken, None where they were not."""
    paragraph: list[ProseLine] = []
    for line in lines:
        if paragraph and not _continues(paragraph[-1], line, wrap):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def wrap_width(lines: Sequence[ProseLine]) -> int | None:
    """The width at which the lines of a text were broken; None where their ends do not meet a margin.

    Paragraphs end with a full stop; lines that were broken end anywhere.
    """
    widest = max((line.width for line in lines), default=0)
    full = [line for line in lines if line.width >= widest - _SLACK]
    open_ended = sum(line.text.rstrip()[-1:] not in _ENDS for line in full)
    return widest if len(full) > 1 and 2 * open_ended >= len(full) and _NARROWEST <= widest <= _WIDEST else None


def _continues(before: ProseLine, line: ProseLine, wrap: int | None) -> bool:
    if wrap is None or before.width < wrap - _SLACK:
        return False
    ends = before.text.rstrip()[-1:] in _ENDS
    return not (ends and (_ITEM.match(line.text) or line.text[:1].isspace()))


def prose_parts(lines: Sequence[ProseLine]) -> list[Part]:
    """A paragraph as the canonical layout prints it: radicals as ordinary characters, white space as single spaces."""
    parts: list[Part] = []
    for line in lines:
        marker = _MARKER.match(line.text)
        at = marker.end() if marker else 0
        fresh = True
        for match in _STRETCH.finditer(line.text, at):
            if match["text"] is None:
                continue
            if parts and _needs_space(
                parts[-1][0], match["text"], broken=fresh, apart=_is_apart(line.text, at, match.start())
            ):
                parts.append((" ", ()))
            start = line.start + match.start()
            parts.append((ordinary(match["text"]), [(start, start + len(match["text"]))]))
            at = match.end()
            fresh = False
    return parts


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether white space stands between two words: what leaves nothing on the page does not part them."""
    return any(character.isspace() for character in text[start:end])


def _needs_space(before: str, after: str, *, broken: bool, apart: bool) -> bool:
    if broken:
        return before[-1:].isascii() and after[:1].isascii() and before[-1:].isalnum() and after[:1].isalnum()
    return apart
