"""Lines of prose put together again: hard wraps undone, markup taken out, every character's place kept."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from gidisc.canonical import Part
from gidisc.characters import INVISIBLE, display_width, ordinary

_SIGN = r"\*\*|__|'{2,3}|&(?:nbsp|ensp|emsp|#160|#12288);|\\(?=[-.*_()\[\]#+!|~`>])|</?[A-Za-z][^<>\n]{0,80}>"
_STRETCH = re.compile(rf"{_SIGN}|(?P<text>(?:(?!{_SIGN})[^\s{INVISIBLE}])+)")
_MARKUP = re.compile(_SIGN)
_MARKER = re.compile(r"[ \t\u3000\xa0]*(?:#{1,6} |> ?|[-*+•] )")
_BLANK = r"[ \t\u3000\xa0]"
_NUMERAL = (
    r"(?:[一二三四五六七八九十]{1,3}、|[（(]? ?[一二三四五六七八九十]{1,3} ?[）)]"
    r"|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,2}是)"
)
_ITEM = re.compile(rf"(?:{_BLANK}|\*)*{_NUMERAL}")
# Where paragraphs were joined: behind the end of a sentence, before a numeral, and behind the heading of an item.
_JOINT = re.compile(rf"(?<=[。！？；：!?;:]){_BLANK}++|(?<!{_BLANK}){_BLANK}++(?={_NUMERAL})")
_ITEM_HEADING = re.compile(rf"{_NUMERAL}{_BLANK}*[^，。；：,;:\s]{{2,20}}(?<=[一-鿿])(?P<joint>{_BLANK}+)(?=[一-鿿])")
_POINTS = "一二三四五六七八九十"
_POINT = re.compile(rf"{_BLANK}*(?P<point>[{_POINTS[1:]}])是")
# What counts things belongs to the number before it, and a number that counts things to the sentence before it.
_COUNTER = r"[年月日件条项份个宗次篇期人元万亿%％]"
_COUNTED = re.compile(rf"{_BLANK}*[0-9][0-9.,]*{_BLANK}?{_COUNTER}")
_COUNTS = re.compile(rf"{_BLANK}*{_COUNTER}")
_CLOSING = re.compile(r"\s*[%％‰]?[”’》）)、，。；！？]+")
_ENDS = "。！？；：!?;:"
# A line this close to the widest one is full: punctuation may not begin the next line.
_SLACK = 6
# Where it ends a sentence, it must come as close to the margin as one wide character.
_CLOSE = 2
# How many lines of the same length, the longest, show that all were cut after so many characters.
_FEWEST_LONGEST = 4
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

    @functools.cached_property
    def shown(self) -> str:
        """Its text without markup."""
        return _MARKUP.sub("", self.text)


@frozen
class Margin:
    """Where the lines of a text were broken: at a width on the page, or after a number of characters."""

    width: int
    in_characters: bool = False

    def breaks(self, line: ProseLine, *, is_open: bool) -> bool:
        """Whether a line reaches the margin; one that is open, for it ends inside a sentence, need not come so near."""
        if self.in_characters:
            return len(line.text) >= self.width
        return line.width >= self.width - (max(_SLACK, self.width // 4) if is_open else _CLOSE)


def paragraphs(lines: Sequence[ProseLine], margin: Margin | None) -> Iterator[list[ProseLine]]:
    """The lines of each paragraph; `margin` is where lines were broken, None where they were not."""
    paragraph: list[ProseLine] = []
    for line in lines:
        if paragraph and not _continues(paragraph, line, margin):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def find_margin(lines: Sequence[ProseLine]) -> Margin | None:
    """Where the lines of a text were broken; None where their ends do not meet a margin.

    Paragraphs end with a full stop; lines that were broken end anywhere.
    """
    longest = max((len(line.text) for line in lines), default=0)
    widest = max((line.width for line in lines), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return None
    if _are_broken(lines, [line for line in lines if len(line.text) == longest], _FEWEST_LONGEST):
        return Margin(longest, in_characters=True)
    if _are_broken(lines, [line for line in lines if line.width >= widest - _SLACK], 2):
        return Margin(widest)
    return None


def _are_broken(lines: Sequence[ProseLine], full: Sequence[ProseLine], fewest: int) -> bool:
    return len(full) >= fewest and 2 * sum(_is_open(line) for line in full) >= len(full)


def _is_open(line: ProseLine) -> bool:
    """Whether a line ends inside a sentence."""
    return line.text.rstrip()[-1:] not in _ENDS


def _continues(paragraph: Sequence[ProseLine], line: ProseLine, margin: Margin | None) -> bool:
    before = paragraph[-1]
    if _CLOSING.match(line.text) or _is_counted_on(before.text.rstrip(), line.text):
        return True
    if margin is None or not margin.breaks(before, is_open=_is_open(before)):
        return False
    if _is_open(before) or _counts_on(paragraph, line):
        return True
    return not (_ITEM.match(ordinary(line.text)) or line.text[:1].isspace())


def _counts_on(paragraph: Sequence[ProseLine], line: ProseLine) -> bool:
    """Whether a line begins with 三是 and 二是 stands inside the paragraph, not at its beginning."""
    item = _POINT.match(ordinary(line.text))
    if item is None:
        return False
    printed = ordinary("".join(before.text.strip() for before in paragraph))
    return printed.find(_POINTS[_POINTS.index(item["point"]) - 1] + "是") > 0


def _is_counted_on(before: str, line: str) -> bool:
    """Whether a line ends inside a sentence between a number and what it counts, or before both."""
    if before[-1:].isdigit():
        return _COUNTS.match(line) is not None
    return before[-1:] not in _ENDS and ("，" in before or "。" in before) and _COUNTED.match(line) is not None


def closes_sentence(line: str) -> bool:
    """Whether a line is what closes the sentence of the line before, and nothing else."""
    match = _CLOSING.match(line)
    return match is not None and not line[match.end() :].strip()


def unjoined(line: ProseLine) -> list[ProseLine]:
    """The paragraphs of a line that was made of several, by the white space that stands between them."""
    text = ordinary(line.text)
    cuts = [match.end() for match in _JOINT.finditer(text, len(text) - len(text.lstrip()))]
    for start in [0, *cuts]:
        heading = _ITEM_HEADING.match(text, start)
        if heading is not None:
            cuts.append(heading.end("joint"))
    edges = [0, *sorted({*cuts}), len(text)]
    return [ProseLine(line.start + a, line.start + b, line.text[a:b]) for a, b in itertools.pairwise(edges)]


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
