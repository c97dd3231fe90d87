"""Lines that every page of a text has: its title with a number behind it, its number between signs, its office."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from gidisc.facts import is_office_line, may_hold_title, read_title
from gidisc.source import Span
from gidisc.values import squeeze

_NUMBER = r"(?P<number>[1-9][0-9]{0,2})"
_BEHIND_TITLE = re.compile(
    rf"(?P<title>\S.*?)[ \t]*(?:第 ?)?{_NUMBER}(?: ?页)?(?:[ ,]*共 ?[0-9]{{1,3}} ?页| ?/ ?[0-9]{{1,3}})?"
)
# Brackets that list numbers have, and strokes that blank cells have, tell nothing.
_BETWEEN_SIGNS = re.compile(rf"(?P<sign>[·•~〔【<=_]{{1,2}}|[Pp]\.?) ?{_NUMBER} ?[·•~〕】>=_]{{0,2}}")
_BLANK = " \t\r\f\u200b"
_LONGEST = 80
_FEWEST = 3
_FEWEST_TITLES = 2
# So many lines at the beginning of a text and at its end may name the office for themselves.
_OUTER_LINES = 6

_Numbered = tuple[int, Span]


def running_lines(folded: str) -> Iterator[Span]:
    """The running heads and feet of a text, where as many tell that they are, each with the next number."""
    lines = list(_short_lines(folded))
    titled: dict[str, list[_Numbered]] = defaultdict(list)
    signed: dict[str, list[_Numbered]] = defaultdict(list)
    for line, span in lines:
        match = _BETWEEN_SIGNS.fullmatch(line)
        if match is not None:
            signed[match["sign"]].append((int(match["number"]), span))
        elif may_hold_title(line) and (match := _BEHIND_TITLE.fullmatch(line)) and read_title(match["title"]):
            titled[squeeze(match["title"])].append((int(match["number"]), span))
    for numbered in titled.values():
        yield from _counted(numbered, _FEWEST_TITLES)
    for numbered in signed.values():
        yield from _counted(numbered, _FEWEST)
    inner = lines[_OUTER_LINES:-_OUTER_LINES]
    times = Counter(line for line, _ in inner)
    offices = {line for line, count in times.items() if count >= _FEWEST and is_office_line(line)}
    yield from (span for line, span in inner if line in offices)


def _short_lines(folded: str) -> Iterator[tuple[str, Span]]:
    at = 0
    for line in folded.split("\n"):
        stripped = line.strip(_BLANK)
        if 1 < len(stripped) <= _LONGEST:
            low = at + line.index(stripped)
            yield stripped, Span(start=low, end=low + len(stripped))
        at += len(line) + 1


def _counted(numbered: Sequence[_Numbered], fewest: int) -> Iterator[Span]:
    """The spans of numbers each of which is the next of the one before, where there are so many."""
    numbers = [number for number, _ in numbered]
    if len(numbers) >= fewest and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        yield from (span for _, span in numbered)
