"""The prose of a report cut into sentences and items, every character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from gidisc.characters import fold
from gidisc.model import Kind, Report
from gidisc.source import Span

_SECTIONS = (1, 2, 3, 4)
_WRAPPED = 20  # a line as long as this that ends within a sentence was wrapped
_NUMBERED = re.compile(r"\(?[一二三四五六七八九十]{1,3}[)、]|\(?[0-9]{1,2}[.、)]|[一二三四五六七八九]是")
_SENTENCE = re.compile(r"[^。!?\n]+")
_ASIDE = re.compile(r"\([^()0-9一二三四五六七八九十]*\)")
_FIXED = re.compile(r"(?<=公民)、(?=法人)")
_ITEM = re.compile(r"(?:(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|[^,;:()、])+|[,;:()、]")


@frozen
class Prose:
    """One stretch of prose, folded and without white space; `offsets` say where its characters stand in the source."""

    text: str
    offsets: tuple[int, ...]

    def cut(self, start: int, end: int) -> Prose:
        """A part of it."""
        return Prose(self.text[start:end], self.offsets[start:end])

    def without(self, pattern: re.Pattern[str]) -> Prose:
        """The same without what a pattern finds."""
        kept = [at for low, high in _between(pattern, self.text) for at in range(low, high)]
        return Prose("".join(self.text[at] for at in kept), tuple(self.offsets[at] for at in kept))

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return Span(start=self.offsets[0], end=self.offsets[-1] + 1)


@frozen
class Item:
    """A part of a sentence between marks: its prose, the mark before it, and how deep in brackets it stands."""

    prose: Prose
    mark: str
    depth: int

    @property
    def text(self) -> str:
        """What it says, folded."""
        return self.prose.text


def sentences(report: Report) -> Iterator[tuple[str, Prose]]:
    """The sentences of the prose before section 五 that may speak of the tables, each with the prose before it."""
    for reference, text in _texts(report):
        prose = _prose(report, reference, text)
        for match in _SENTENCE.finditer(prose.text):
            yield prose.text[: match.start()], prose.cut(*match.span()).without(_ASIDE).without(_FIXED)


def items(sentence: Prose, marks: str = ",;:()、") -> list[Item]:
    """The items of a sentence, cut at some of the marks."""
    found: list[Item] = []
    start, depth, mark = 0, 0, ""
    for match in [*_ITEM.finditer(sentence.text), None]:
        if match is not None and match[0] not in tuple(marks):
            continue
        end = match.start() if match else len(sentence.text)
        if end > start:
            found.append(Item(sentence.cut(start, end), mark, depth))
        if match is not None:
            depth = max(0, depth + (match[0] == "(") - (match[0] == ")"))
            start, mark = match.end(), match[0]
    return found


def _texts(report: Report) -> Iterator[tuple[str, str]]:
    yield "preface", report.preface
    for number in _SECTIONS:
        section = report.section(number)
        if section is not None:
            yield f"section.{number}", section.text


def _prose(report: Report, reference: str, text: str) -> Prose:
    """The text of a section with the places that its pieces have in the source; empty where these do not tell."""
    offsets = [
        at
        for piece in report.pieces
        if piece.ref == reference and piece.kind is Kind.PROSE
        for at, character in enumerate(report.source[piece.span.start : piece.span.end], piece.span.start)
        if not _is_nothing(character)
    ]
    lines = ["".join(character for character in fold(line) if not _is_nothing(character)) for line in text.split("\n")]
    if sum(map(len, lines)) != len(offsets):
        return Prose("", ())
    joined, places, used = "", [], 0
    for line in filter(None, lines):
        if joined and not _continues(joined.rpartition("\n")[2], line):
            joined += "\n"
            places.append(offsets[used - 1])
        joined += line
        places += offsets[used : used + len(line)]
        used += len(line)
    return Prose(joined, tuple(places))


def _continues(last: str, line: str) -> bool:
    """Whether a line goes on with the sentence that the line before it broke off."""
    return len(last) >= _WRAPPED and last[-1] not in "。;:!?" and not _NUMBERED.match(line)


def _is_nothing(character: str) -> bool:
    folded = fold(character)
    return folded.isspace() or folded == "\u200b"


def _between(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in pattern.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
