"""Damage to lines and pages: lost, doubled, broken, out of order, and others among them."""

from __future__ import annotations

import itertools
import re
from random import Random

from gidisc import form
from gidisc.strategies.content import make_content
from gidisc.strategies.damage.registry import SHARE, Change, between_lines, damage, lines_changed, lost
from gidisc.strategies.sheet import VALUE, Sheet


@damage()
def line_numbers(sheet: Sheet, rng: Random) -> Sheet:
    """A number before every line."""
    lines = sheet.marked.split("\n")
    return sheet.with_text("\n".join(f"{number} {line}" for number, line in enumerate(lines, start=1)))


@damage()
def bare_page_numbers(sheet: Sheet, rng: Random) -> Sheet:
    """Numbers alone on a line, between rows or cells."""
    return between_lines(sheet, rng, str, 15)


def _folded(width: int) -> Change:
    def change(sheet: Sheet, rng: Random) -> Sheet:
        pieces = re.compile(f"(?s).{{1,{width}}}")
        return lines_changed(sheet, lambda line: "\n".join(pieces.findall(line)))

    change.__name__ = f"folded_at_{width}"
    change.__doc__ = f"Every line cut after {width} characters, in the middle of numbers too."
    return change


for _width in (23, 40, 76):
    damage()(_folded(_width))


@damage()
def lines_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Whole lines gone."""
    return lost(sheet, rng, r"(?m)^.*\n")


@damage()
def repeated_lines_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Of lines that read the same only the first is left."""
    seen: dict[str, str] = {}
    for line in sheet.marked.split("\n"):
        seen.setdefault(sheet.reveal(line), line)
    return sheet.with_text("\n".join(seen.values()))


@damage()
def empty_lines_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Lines without anything to see gone."""
    return sheet.with_text("\n".join(line for line in sheet.marked.split("\n") if line.strip()))


@damage()
def white_space_merged(sheet: Sheet, rng: Random) -> Sheet:
    """One space for any white space within a line, none at its ends."""
    return lines_changed(sheet, lambda line: " ".join(line.split()))


@damage()
def tabs_expanded(sheet: Sheet, rng: Random) -> Sheet:
    """Spaces up to the next stop for tabs."""
    return sheet.with_text(sheet.marked.expandtabs(rng.choice((4, 8))))


@damage()
def lines_swapped(sheet: Sheet, rng: Random) -> Sheet:
    """Neighbouring lines in the wrong order, here and there, but never values with values: nobody could tell.

    Nor could anybody tell where blanks leave nothing behind and a value goes to the row above or below.
    """
    lines = sheet.marked.split("\n")
    for index in range(1, len(lines)):
        pair = lines[index - 1 : index + 1]
        worded = [re.search("[一-鿿]", line) is not None for line in pair]
        if rng.random() < SHARE and (all(worded) if sheet.blanks_vanish else any(worded)):
            lines[index - 1 : index + 1] = reversed(pair)
    return sheet.with_text("\n".join(lines))


@damage()
def dates_between_lines(sheet: Sheet, rng: Random) -> Sheet:
    """Dates, times and page numbers out of a total alone on a line, between rows or cells, as printing adds them."""
    make = rng.choice(("2024/1/22", "2024-01-22", "2024年1月22日 09:15", "{}/12", "{} / 12", "09:1{}", "共12页 第{}页"))
    return between_lines(sheet, rng, make.format, 15)


@damage()
def page_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Up to twelve labels or paragraphs that follow each other gone, with all that follows each.

    What is left begins with words: where the end of one row follows the beginning of another and both
    make a full one, nobody could tell.
    """
    pages = _pages(sheet)
    lost = rng.randrange(len(pages))
    return sheet.with_text("\n".join(itertools.chain(*pages[:lost], *pages[lost + rng.randint(1, 12) :])))


@damage()
def pages_swapped(sheet: Sheet, rng: Random) -> Sheet:
    """Two pages in the wrong order. They begin with words, as in `page_lost`."""
    pages = _pages(sheet)
    first, second, third = sorted(rng.choices(range(len(pages)), k=3))
    order = [*pages[:first], *pages[second:third], *pages[first:second], *pages[third:]]
    return sheet.with_text("\n".join(itertools.chain(*order)))


def _pages(sheet: Sheet) -> list[list[str]]:
    """The lines of a text in groups, each of which begins with words."""
    pages: list[list[str]] = []
    for line in sheet.marked.split("\n"):
        if not pages or re.match(r"\W*[一-鿿]", line):
            pages.append([])
        pages[-1].append(line)
    return pages


@damage()
def headings_lost(sheet: Sheet, rng: Random) -> Sheet:
    """The headings of sections gone, so that tables run together."""
    headings = "|".join(heading.numeral + heading.label for heading in form.HEADINGS)
    return sheet.with_text(re.sub(headings, "", sheet.marked))


@damage()
def lines_doubled(sheet: Sheet, rng: Random) -> Sheet:
    """Lines printed twice, here and there."""
    return lines_changed(sheet, lambda line: f"{line}\n{line}" if rng.random() < SHARE else line)


@damage()
def lines_doubled_with_changes(sheet: Sheet, rng: Random) -> Sheet:
    """Lines with numbers printed twice, here and there, and a digit more in the copy."""

    def change(line: str) -> str:
        ends = [value.end() for value in VALUE.finditer(line)]
        if not ends or rng.random() >= SHARE:
            return line
        at = rng.choice(ends)
        return f"{line}\n{line[:at]}{rng.randrange(10)}{line[at:]}"

    return lines_changed(sheet, change)


@damage()
def half_twice(sheet: Sheet, rng: Random) -> Sheet:
    """The first or the last half of the text once more at its end."""
    half = len(sheet.marked) // 2
    again = rng.choice((sheet.marked[:half], sheet.marked[half:]))
    return sheet.with_text(f"{sheet.marked}\n{again}")


@damage()
def end_lost(sheet: Sheet, rng: Random) -> Sheet:
    """The text breaks off."""
    return sheet.with_text(sheet.marked[: rng.randrange(len(sheet.marked))])


@damage()
def other_report_behind(sheet: Sheet, rng: Random) -> Sheet:
    """The beginning of another office's report at the end of the text."""
    other = make_content(rng)
    title = f"{other.title}\n一、总体情况\n{other.prose[1][0]}\n二、主动公开政府信息情况\n规章 7 8 9"
    return sheet.with_text(f"{sheet.marked}\n{title}")
