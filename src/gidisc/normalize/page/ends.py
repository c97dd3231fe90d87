r"""What ends the cells and the rows of typesetters, learned from the full rows of a text, whatever the language.

`予以公开 & 3 & 0 & 1 \\`, where a row may go on over lines.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from gidisc import form
from gidisc.characters import LEFT_OUT, left_out
from gidisc.normalize.page.commands import COMMAND
from gidisc.normalize.page.signs import NUMBER

_COLUMNS = len(form.APPLICANTS.columns)
_ATOM = re.compile(rf"(?P<value>{NUMBER}|(?<![^\s\u200b])(?:/|[-—–]{{1,3}})(?![^\s\u200b]))|[一-鿿]++")
_WHITE = re.compile(r"(?:[^\S\t]|\u200b)+")
_OPENING = ' (（“"《'
_LISTING = ".,;:-、，；：。()（）"
_FEWEST_ROWS = 3
_MOST = 0.8
_SIGNS = 6
_LONGEST_SIGN = 120
_LONGEST_CELL = 240
# What stands below the number or the label of a cell may be the number of the page.
_NUMBER_BELOW = re.compile(r"[0-9一-鿿）)][^0-9一-鿿]*\n[^0-9一-鿿]*[0-9][0-9,.]*\s*\Z")
_BLANK_LINE = re.compile(r"\n[ \t\r\u200b]*\n")
_SPACE = " \n\r\f\u3000\u00a0\u200b"


@frozen
class Ends:
    """What stands between two cells and between two rows, the words of each."""

    cell: tuple[str, ...]
    row: tuple[str, ...]

    @classmethod
    def learn(cls, text: str) -> Ends | None:
        """What the full rows of a text have in common; None where nothing but line ends shows where they end."""
        atoms = list(_ATOM.finditer(text))
        between = [_words(text[a.end() : b.start()]) for a, b in itertools.pairwise(atoms)]
        are_values = [atom["value"] is not None for atom in atoms]
        signs = Counter(
            _unrepeated(words)
            for words, (before, behind) in zip(between, itertools.pairwise(are_values), strict=True)
            if any(words) and before and behind
        )
        return next(filter(None, (cls._with(cell, between, are_values) for cell, _ in signs.most_common(_SIGNS))), None)

    @classmethod
    def _with(
        cls, cell: tuple[str, ...], between: Sequence[tuple[str, ...]], are_values: Sequence[bool]
    ) -> Ends | None:
        rows = list(_rows(between, are_values, cell))
        full = [between[last] for count, before, last in rows if count < _COLUMNS <= count + before]
        if len(full) < _FEWEST_ROWS or len(full) < _MOST * (len(full) + sum(row[0] >= _COLUMNS for row in rows)):
            return None
        row = tuple(_shared(full, cell))
        return cls(cell, row) if row and row != cell[: len(row)] and not {*row[0]} <= {*_LISTING} else None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of both."""
        return *self.cell, *self.row

    def with_rows(self, text: str) -> str:
        """A text with a tab for what stands between cells, and each row on a line."""
        white = rf"(?:[^\S\t]|{LEFT_OUT})*+"
        # It begins where white space does: from within it nothing more is found.
        sign = re.compile(
            rf"(?:(?<![^\S\t])(?<!{LEFT_OUT}){white})?(?:(?P<row>{_pattern(self.row)})|{_pattern(self.cell)}){white}"
        )
        signs = list(sign.finditer(text))
        stray = _alone_on_lines(text, signs)
        pieces: list[str] = []
        at = 0
        in_row = False
        for index, match in enumerate(signs):
            cell = text[at : match.start()]
            pieces.append(cell.replace("\n", " ") if pieces and self._is_one(cell, in_row=in_row) else cell)
            shown = "\n" if match["row"] else "\n\t" if index in stray else "\t"
            filled = shown.ljust(len(match[0]), LEFT_OUT)
            pieces.append(f"{filled[:-1]}\n" if index + 1 in stray else filled)
            at = match.end()
            in_row = match["row"] is None
        return "".join([*pieces, text[at:]])

    def _is_one(self, cell: str, *, in_row: bool) -> bool:
        """Whether what stands before a sign is one cell, however many lines it goes over."""
        return not (
            len(cell) > _LONGEST_CELL
            or (_BLANK_LINE.search(cell) and (COMMAND.search(cell) or not in_row))
            or _NUMBER_BELOW.search(cell)
            or not {*self.cell}.isdisjoint(cell.split())
        )

    def without_rest(self, text: str) -> str:
        """A text without the words of signs that stand alone."""
        rest = "|".join({re.escape(word) for word in self.words})
        return re.sub(rf"(?<![^\s{LEFT_OUT}])(?:{rest})(?![^\s{LEFT_OUT}])", left_out, text)


def _words(between: str) -> tuple[str, ...]:
    """What stands between two words or values, without what belongs to a label there."""
    sign = _WHITE.sub(" ", between.rstrip(_OPENING)).strip(" ")
    return tuple(sign.split(" ")) if len(sign) <= _LONGEST_SIGN else ()


def _unrepeated(words: tuple[str, ...]) -> tuple[str, ...]:
    """The fewest words that make others when they are repeated."""
    sizes = range(1, len(words) // 2 + 1)
    return next((words[:size] for size in sizes if words == words[:size] * (len(words) // size)), words)


def _rows(
    between: Sequence[tuple[str, ...]], are_values: Sequence[bool], cell: tuple[str, ...]
) -> Iterator[tuple[int, int, int]]:
    """For each label before values: how far these are apart in cells, how many cells stand before them, and where.

    Before the first value may stand blank cells, and cells that the label covers.
    """
    before = count = 0
    for at, words in enumerate(between):
        if not are_values[at]:
            before = count = _times_last(words, cell) if are_values[at + 1] else 0
        elif count:
            steps = _times_last(words, cell)
            if are_values[at + 1] and steps * len(cell) == len(words):
                count += steps
            else:
                yield count - before, before, at
                count = 0


def _times_last(words: tuple[str, ...], cell: tuple[str, ...]) -> int:
    """How often words end with those that part cells."""
    times = 0
    while words[len(words) - len(cell) :] == cell:
        words = words[: len(words) - len(cell)]
        times += 1
    return times


def _shared(tails: Sequence[tuple[str, ...]], cell: tuple[str, ...]) -> Iterator[str]:
    """The words with which most of `tails` begin, before the sign of another cell."""
    place = 0
    while True:
        kept = [tail for tail in tails if len(tail) > place]
        (word, times), *_ = Counter(tail[place] for tail in kept).most_common(1) or [("", 0)]
        tails = [tail for tail in kept if tail[place] == word]
        following = [tail[place : place + len(cell)] == cell for tail in tails]
        if not word or times < _FEWEST_ROWS or 2 * sum(following) >= times:
            return
        yield word
        place += 1


def _pattern(words: Sequence[str]) -> str:
    return rf"(?:[^\S\t]|{LEFT_OUT})+".join(re.escape(word) + "(?![A-Za-z])" * word[-1].isalpha() for word in words)


def _alone_on_lines(text: str, signs: Sequence[re.Match[str]]) -> set[int]:
    """The signs behind numbers that stand alone on their lines, if most do not: those may be the numbers of pages."""
    numbers = [
        (index, "\n" in before[0][len(before[0].rstrip(_SPACE)) :] and "\n" in sign[0][: -len(sign[0].lstrip(_SPACE))])
        for index, (before, sign) in enumerate(itertools.pairwise(signs), 1)
        if text[before.end() : sign.start()].isdigit()
    ]
    alone = {index for index, is_alone in numbers if is_alone}
    return alone if 2 * len(alone) < len(numbers) else set()
