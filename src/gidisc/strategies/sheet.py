"""A text in which it is known which cell of the form every character of a printed value belongs to.

While a report is laid out and damaged, each character of a value is a mark: a private-use character that stands for
nothing else. So layouts and damage work on plain strings, and whatever happens to a value can be told afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from attrs import define, evolve, field, frozen

Measure = Callable[[str], int]

_NARROW = 0xF0000
_WIDE = 0x100000
MARK = "[\U000f0000-\U0010ffff]"
"""A pattern for one character of a value."""
VALUE = re.compile(f"{MARK}+")

_TOUCHING = re.compile(f"(?:{MARK}|[-+0-9.])+")
_NUMBER = re.compile(r"([-+减]?)([0-9]+|[0-9]{1,3}(?:[,，][0-9]{3})+)(\.[0-9]+)?(?:[件项]|万?元)?")


def is_wide(character: str) -> bool:
    """Whether a character takes two columns on a screen."""
    if ord(character) >= _NARROW:
        return ord(character) >= _WIDE
    return unicodedata.east_asian_width(character) in "WF"


def display_width(text: str) -> int:
    """The columns that a text takes on a screen."""
    return len(text) + sum(map(is_wide, text))


def padded(text: str, width: int, across: str, measure: Measure) -> str:
    """A text with spaces around it up to a width: on the `left`, in the `centre` or on the `right` of it."""
    room = max(width - measure(text), 0)
    left = {"left": 0, "centre": room // 2, "right": room}[across]
    return " " * left + text + " " * (room - left)


def offsets(sizes: Iterable[int], gap: int, start: int) -> list[int]:
    """Where every column or row begins, and where the next one would."""
    found = [start]
    for size in sizes:
        found.append(found[-1] + size + gap)
    return found


def number(printed: str) -> Decimal | None:
    """The number that a printed cell shows; None for a blank, a mark or words.

    The library's own reading of cells is not used here, so that a mistake there can show.
    """
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", printed).strip())
    if match is None:
        return None
    magnitude = Decimal(match[2].replace(",", "") + (match[3] or ""))
    return -magnitude if match[1] in ("-", "减") else magnitude


@define
class Ink:
    """Turns printed values into marks."""

    cast: dict[str, tuple[str, str]] = field(factory=dict)

    def mark(self, key: str, printed: str | None) -> str:
        """The marks of a printed value; nothing for a blank."""
        return "".join(self._mark(key, character) for character in printed or "")

    def _mark(self, key: str, character: str) -> str:
        mark = chr((_WIDE if is_wide(character) else _NARROW) + len(self.cast))
        self.cast[mark] = (key, character)
        return mark


@frozen(eq=False)
class Sheet:
    """A laid out report: the text with marks, and what every mark stands for.

    `blanks_vanish` says that blank cells leave nothing behind, not even a gap.
    """

    marked: str
    cast: Mapping[str, tuple[str, str]] = field(repr=False)
    blanks_vanish: bool = False

    @property
    def text(self) -> str:
        """The text as a tool would give it."""
        return self.reveal(self.marked)

    def reveal(self, marked: str) -> str:
        """A marked text with the characters of the values."""
        return "".join(self.cast[character][1] if character in self.cast else character for character in marked)

    def with_text(self, marked: str) -> Sheet:
        """The same values in another marked text."""
        return evolve(self, marked=marked)

    def with_characters(self, change: Callable[[str], str]) -> Sheet:
        """Every character changed by `change`, those of the values too."""
        cast = {mark: (key, change(character)) for mark, (key, character) in self.cast.items()}
        text = "".join(character if character in self.cast else change(character) for character in self.marked)
        return evolve(self, marked=text, cast=cast)

    def intact(self) -> frozenset[str]:
        """The cells whose value stands in the text once or more, whole and not touching other digits or a sign."""
        whole: dict[str, str] = {}
        for mark, (key, _) in self.cast.items():
            whole[key] = whole.get(key, "") + mark
        runs = {match[0] for match in _TOUCHING.finditer(self.marked)}
        return frozenset(key for key, marks in whole.items() if marks in runs and not self._is_spoilt(marks))

    def _is_spoilt(self, marks: str) -> bool:
        """Whether parts of a value stand elsewhere or apart."""
        copies = self.marked.count(marks)
        return any(self.marked.count(mark) != copies for mark in marks)

    def runs(self) -> dict[str, set[str]]:
        """For every cell, what stands in the text where characters of its value do, with what touches them."""
        runs: dict[str, set[str]] = {}
        for match in _TOUCHING.finditer(self.marked):
            for mark in match[0]:
                if mark in self.cast:
                    runs.setdefault(self.cast[mark][0], set()).add(match[0])
        return runs

    def stands(self) -> dict[str, set[Decimal]]:
        """For every cell, the numbers in the text that hold a character of its value."""
        numbers: dict[str, set[Decimal]] = {}
        for match in _TOUCHING.finditer(self.marked):
            shown = number(self.reveal(match[0]))
            for mark in match[0] if shown is not None else ():
                if mark in self.cast and shown is not None:
                    numbers.setdefault(self.cast[mark][0], set()).add(shown)
        return numbers
