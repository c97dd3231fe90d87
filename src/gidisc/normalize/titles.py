"""The title of a report on the lines above it, and the office beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from gidisc import canonical, facts
from gidisc.canonical import Line
from gidisc.normalize.labels import HAN
from gidisc.normalize.prose import ProseLine, prose_parts
from gidisc.source import Stretch
from gidisc.values import squeeze

# What follows the office in a title.
_YEAR_OR_TITLE = r"\(?20|政府|政务|关于|信息"
_TITLE_LENGTH = 80


@frozen
class TitleFinder:
    """Finds the title of a text."""

    text: str = field(repr=False)
    folded: str = field(repr=False)

    def find(self, lines: Sequence[ProseLine]) -> list[Line]:
        """The title on as few lines as name a year or an office, and the office beside it; none of both where none is.

        A title that names neither counts only where no other is.
        """
        bare: tuple[int, int] | None = None
        for count in (1, 2, 3):
            best = max(self._scored_titles(lines, count), key=lambda scored: scored[0], default=None)
            if best is not None and best[0]:
                return self._title(lines, best[1], count)
            if best is not None and bare is None:
                bare = (best[1], count)
        return self._title(lines, *bare) if bare else []

    def _scored_titles(self, lines: Sequence[ProseLine], count: int) -> Iterator[tuple[int, int]]:
        """How much the titles on `count` lines say, and the line on which each begins."""
        for i in range(len(lines) - count + 1):
            read = facts.read_title("".join(line.text for line in lines[i : i + count]))
            if read is not None and not (read.agency and self._begins_before(lines[i].start, read.agency)):
                yield facts.said(read), i

    def _is_whole(self, line: ProseLine) -> bool:
        """Whether the office that a line names is not a part of a longer name."""
        begins_before = self._begins_before(line.start, line.text, own=1)
        return not begins_before and not facts.is_cut(squeeze(line.text), squeeze(self.folded))

    def _begins_before(self, start: int, agency: str, own: int = 0) -> bool:
        """Whether the office that leads the line from `start` on is the rest of a name that begins on the line before.

        So it is where the text, which names it elsewhere, has everywhere before it what ends that line. `own` says how
        often the name is counted on the line itself: where a title follows it, it is not.
        """
        before = self.folded[self.folded.rfind("\n", 0, max(0, start - 1)) + 1 : start]
        end = squeeze(before)[-1:]
        if not HAN.fullmatch(end):
            return False
        squeezed = squeeze(self.folded)
        named = f"{re.escape(squeeze(agency))}(?!{_YEAR_OR_TITLE})"
        elsewhere = len(re.findall(named, squeezed))
        return own < elsewhere == len(re.findall(end + named, squeezed))

    def _title(self, lines: Sequence[ProseLine], first: int, count: int) -> list[Line]:
        chosen = lines[first : first + count]
        title = facts.read_title("".join(line.text for line in chosen))
        if title is not None and title.year is None:
            low = first - (first > 0 and facts.is_year_line(lines[first - 1].text))
            high = first + count
            high += low == first and high < len(lines) and facts.is_year_line(lines[high].text)
            first, count = low, high - low
            chosen = lines[low:high]
        found = [title_line(chosen)]
        if title is not None and title.agency is None:
            beside = [*lines[max(0, first - 1) : first], *lines[first + count : first + count + 1]]
            offices = [line for line in beside if facts.is_office_line(line.text) and self._is_whole(line)]
            found += [Line(line.start, [(canonical.OFFICE, ()), *prose_parts([line])]) for line in offices[:1]]
        return found


def title_line(lines: Sequence[ProseLine]) -> Line:
    """The canonical line of a title that is printed on some lines."""
    return Line(lines[0].start, [(canonical.TITLE, ()), *prose_parts(lines)])


def said(lines: Sequence[Line]) -> int:
    """How much a title and the office beside it say."""
    title = facts.read_title(shown(lines[0]))
    return facts.said(evolve(title, agency=shown(lines[1])) if title and len(lines) > 1 else title)


def shown(line: Line) -> str:
    """What a line prints behind the sign of its kind."""
    return "".join(text for text, _ in line.parts[1:])


def printed_titles(text: str, folded: str, lines: Iterable[Stretch]) -> Iterator[tuple[Stretch, facts.Title]]:
    """Every title of an annual report among lines, on one line or broken over two, and where each begins."""
    short = [line for line in lines if line[1] - line[0] < _TITLE_LENGTH]
    words = [folded[start:end] for start, end in short]
    read = [
        facts.read_title(text[start:end]) if facts.may_hold_title(line) else None
        for (start, end), line in zip(short, words, strict=True)
    ]
    for i, (line, title) in enumerate(zip(short, read, strict=True)):
        if title is None and read[i + 1 : i + 2] == [None] and facts.may_hold_title(words[i] + words[i + 1]):
            title = facts.read_title(text[slice(*line)] + text[slice(*short[i + 1])])
        if title is not None:
            yield line, title
