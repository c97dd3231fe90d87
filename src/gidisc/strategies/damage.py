"""What happens to texts on their way: harmless changes, after which everything must still be found, and damage.

After damage nothing need be found, and nothing may be wrong. Where damage alters numbers themselves (a digit lost, two
numbers glued), the sheet knows whose characters they are, and the judge takes what then stands in the text for a cell
as that cell's number; a number that the damage did not touch must be given for its own cell or for none.

In a layout that drops blanks, a row of six numbers one of which was split, or that a page number joined, reads as a
full row of seven. No reader can tell, and the judge knows these rows (`gidisc.strategies.filled`).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from attrs import frozen

from gidisc import form
from gidisc.characters import RADICALS
from gidisc.strategies.content import make_content
from gidisc.strategies.sheet import MARK, VALUE, Sheet

Change = Callable[[Sheet, Random], Sheet]


@frozen(kw_only=True)
class Damage:
    """A change of a text. After a harmless one a clear table is still clear; after others nothing need be found."""

    name: str
    change: Change
    harmless: bool


DAMAGES: dict[str, Damage] = {}
"""Every damage by name."""


def damage(*, harmless: bool = False) -> Callable[[Change], Change]:
    """Enter a change into `DAMAGES` under its own name."""

    def enter(change: Change) -> Change:
        DAMAGES[change.__name__] = Damage(name=change.__name__, change=change, harmless=harmless)
        return change

    return enter


_SHARE = 0.03
"""How much is lost where damage loses things: enough to hit every text, and to leave most rows whole."""

_SEPARATOR = r"[\t|;│]"

_LIST_NUMBER = re.compile(r"[1-8]\.(?=[一-鿿])|（[一二三四五六七]）(?=[一-鿿])")


def _lines_changed(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    return sheet.with_text("\n".join(change(line) for line in sheet.marked.split("\n")))


def _sprinkled(sheet: Sheet, rng: Random, signs: Sequence[str], places: str) -> Sheet:
    """Signs put in at about 3 % of the places that a pattern finds."""
    return sheet.with_text(re.sub(places, lambda _: rng.choice(signs) if rng.random() < _SHARE else "", sheet.marked))


def _between_lines(sheet: Sheet, rng: Random, make: Callable[[int], str], every: int) -> Sheet:
    """A line made from its number put in after about one in `every` lines."""
    lines: list[str] = []
    count = 0
    for line in sheet.marked.split("\n"):
        lines.append(line)
        if rng.random() < 1 / every:
            count += 1
            lines.append(make(count))
    return sheet.with_text("\n".join(lines))


@damage(harmless=True)
def line_ends_of_windows(sheet: Sheet, rng: Random) -> Sheet:
    """Carriage returns before line feeds."""
    return sheet.with_text(sheet.marked.replace("\n", "\r\n"))


@damage(harmless=True)
def byte_order_mark(sheet: Sheet, rng: Random) -> Sheet:
    """A byte order mark that the reader of the file left in."""
    return sheet.with_text("\ufeff" + sheet.marked)


@damage(harmless=True)
def no_break_spaces(sheet: Sheet, rng: Random) -> Sheet:
    """No-break spaces for some or all spaces."""
    share = rng.choice((0.3, 1))
    return sheet.with_text(re.sub(" ", lambda _: "\u00a0" if rng.random() < share else " ", sheet.marked))


@damage(harmless=True)
def ideographic_spaces(sheet: Sheet, rng: Random) -> Sheet:
    """Ideographic spaces for spaces, and two of them before paragraphs."""
    text = sheet.marked.replace(" ", "\u3000")
    return sheet.with_text(re.sub(r"(?m)^(?=[一-鿿].{24})", "\u3000\u3000", text))


@damage(harmless=True)
def spaces_round_values(sheet: Sheet, rng: Random) -> Sheet:
    """A no-break space before or behind values, as pages pad their cells."""
    pads = ("{}", "\u00a0{}", "{}\u00a0")
    return sheet.with_text(VALUE.sub(lambda value: rng.choice(pads).format(value[0]), sheet.marked))


@damage(harmless=True)
def trailing_spaces(sheet: Sheet, rng: Random) -> Sheet:
    """Spaces at the ends of some lines."""
    return _lines_changed(sheet, lambda line: line + " " * rng.choice((0, 0, 1, 4)))


@damage(harmless=True)
def invisible_characters(sheet: Sheet, rng: Random) -> Sheet:
    """Zero-width characters here and there, but not inside numbers."""
    return _sprinkled(sheet, rng, "\u200b\u200c\u2060\u00ad", r"(?<=[一-鿿])(?=[一-鿿])")


@damage(harmless=True)
def radicals(sheet: Sheet, rng: Random) -> Sheet:
    """Kangxi radicals for the characters that look the same, as PDFs printed by browsers hold them."""
    look_alike = {ordinary: chr(code) for code, ordinary in RADICALS.items() if 0x2F00 <= code <= 0x2FD5}
    return sheet.with_characters(lambda character: look_alike.get(character, character))


@damage(harmless=True)
def full_width_digits(sheet: Sheet, rng: Random) -> Sheet:
    """Full-width digits, in labels and prose too."""
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return sheet.with_characters(lambda character: character.translate(wide))


@damage(harmless=True)
def half_width_signs(sheet: Sheet, rng: Random) -> Sheet:
    """ASCII brackets, colons and commas for full-width ones."""
    return sheet.with_text("".join(map(_half_width, sheet.marked)))


def _half_width(character: str) -> str:
    return unicodedata.normalize("NFKC", character) if character in "（）：，；！？" else character


@damage(harmless=True)
def other_wordings(sheet: Sheet, rng: Random) -> Sheet:
    """Headings and row labels in other words that are met in print."""
    text = sheet.marked
    for heading in form.HEADINGS:
        printed = heading.numeral + heading.label
        text = text.replace(printed, heading.numeral + rng.choice((heading.label, *heading.wordings)))
    for row in (row for table in form.TABLES for row in table.rows() if row.number and row.wordings):
        text = text.replace(row.label, rng.choice((row.label, row.wordings[0])))
    return sheet.with_text(text)


@damage(harmless=True)
def other_list_numbers(sheet: Sheet, rng: Random) -> Sheet:
    """`1、` or `1. ` for `1.` before labels."""
    sign = rng.choice(("、", ". ", "．"))
    return sheet.with_text(re.sub(r"(?<![0-9])([1-8])\.(?=[一-鿿])", rf"\g<1>{sign}", sheet.marked))


@damage(harmless=True)
def site_furniture(sheet: Sheet, rng: Random) -> Sheet:
    """What a page shows around its article: a path, counts, buttons, links to other years, a footer."""
    before = (
        "首页 > 政务公开 > 法定主动公开内容 > 信息公开年报",
        "发布时间：2024-01-22 09:15  浏览次数：318 次",
        "【字体：大 中 小】 打印",
    )
    after = (
        "打印 关闭",
        "上一篇：公开指南",
        "下一篇：公开目录",
        "版权所有 网站标识码：3300000019",
        "备案序号：00 号 联系电话：0000-12345",
    )
    return sheet.with_text("\n".join([*before, sheet.marked, *after]))


@damage(harmless=True)
def page_marks(sheet: Sheet, rng: Random) -> Sheet:
    """Page marks between dashes on lines of their own, one in about forty lines."""
    form_of_mark = rng.choice(("— {} —", "- {} -", "第 {} 页", "-{}-"))
    return _between_lines(sheet, rng, form_of_mark.format, 40)


@damage(harmless=True)
def quote_marks(sheet: Sheet, rng: Random) -> Sheet:
    """A sign of quoting before every line, as in answered mail."""
    return _lines_changed(sheet, lambda line: f"> {line}")


@damage()
def line_numbers(sheet: Sheet, rng: Random) -> Sheet:
    """A number before every line."""
    lines = sheet.marked.split("\n")
    return sheet.with_text("\n".join(f"{number} {line}" for number, line in enumerate(lines, start=1)))


@damage()
def bare_page_numbers(sheet: Sheet, rng: Random) -> Sheet:
    """Numbers alone on a line, between rows or cells."""
    return _between_lines(sheet, rng, str, 15)


def _folded(width: int) -> Change:
    def change(sheet: Sheet, rng: Random) -> Sheet:
        pieces = re.compile(f"(?s).{{1,{width}}}")
        return _lines_changed(sheet, lambda line: "\n".join(pieces.findall(line)))

    change.__name__ = f"folded_at_{width}"
    change.__doc__ = f"Every line cut after {width} characters, in the middle of numbers too."
    return change


for _width in (23, 40, 76):
    damage()(_folded(_width))


@damage()
def digit_split_off(sheet: Sheet, rng: Random) -> Sheet:
    """A space inside some numbers."""
    return _sprinkled(sheet, rng, " ", f"(?<={MARK})(?={MARK})")


@damage()
def numbers_glued(sheet: Sheet, rng: Random) -> Sheet:
    """What stands between two values lost, here and there."""
    gaps = re.compile(f"(?<={MARK})[^一-鿿{MARK[1:-1]}]{{1,9}}(?={MARK})")
    return sheet.with_text(gaps.sub(lambda gap: "" if rng.random() < _SHARE else gap[0], sheet.marked))


def _lost(sheet: Sheet, rng: Random, pattern: str) -> Sheet:
    return sheet.with_text(re.sub(pattern, lambda found: "" if rng.random() < _SHARE else found[0], sheet.marked))


@damage()
def numbers_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Values gone without a trace."""
    return _lost(sheet, rng, VALUE.pattern)


@damage()
def characters_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Characters gone, of labels, numbers and signs alike."""
    return _lost(sheet, rng, r"\S")


@damage()
def lines_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Whole lines gone."""
    return _lost(sheet, rng, r"(?m)^.*\n")


@damage()
def labels_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Labels gone, whole or but for their bracket."""
    return _lost(sheet, rng, r"[一-鿿“”]{2,}")


@damage()
def heads_lost(sheet: Sheet, rng: Random) -> Sheet:
    """The heads of the columns gone."""
    labels = {column.label for column in form.COLUMNS.values()}
    pattern = "|".join(sorted(labels - {"其他", "总计"}, key=len, reverse=True))
    return sheet.with_text(re.sub(pattern, "", sheet.marked))


@damage()
def list_numbers_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Labels without `1.` and `（一）`."""
    return sheet.with_text(_LIST_NUMBER.sub("", sheet.marked))


@damage()
def list_numbers_apart(sheet: Sheet, rng: Random) -> Sheet:
    """`1.` and `（一）` in a cell or line of their own before the label."""
    sign = rng.choice(("\t", "\n", " "))
    return sheet.with_text(_LIST_NUMBER.sub(lambda found: found[0] + sign, sheet.marked))


@damage()
def stray_signs(sheet: Sheet, rng: Random) -> Sheet:
    """Bars and dashes where none belong."""
    return _sprinkled(sheet, rng, "|-—/", r"(?<=\s)")


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
    return _lines_changed(sheet, lambda line: " ".join(line.split()))


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
        if rng.random() < _SHARE and (all(worded) if sheet.blanks_vanish else any(worded)):
            lines[index - 1 : index + 1] = reversed(pair)
    return sheet.with_text("\n".join(lines))


@damage()
def dates_between_lines(sheet: Sheet, rng: Random) -> Sheet:
    """Dates, times and page numbers out of a total alone on a line, between rows or cells, as printing adds them."""
    make = rng.choice(("2024/1/22", "2024-01-22", "2024年1月22日 09:15", "{}/12", "{} / 12", "09:1{}", "共12页 第{}页"))
    return _between_lines(sheet, rng, make.format, 15)


@damage()
def letters_for_digits(sheet: Sheet, rng: Random) -> Sheet:
    """Letters that look like digits in place of some, as character recognition has them.

    It makes strokes of 1, too, but where bars or tabs part cells the text comes from elsewhere.
    """
    ones = "lI" if re.search(r"[|│\t<]", sheet.marked) else "lI|"
    letters = {"0": "Oo〇", "1": ones, "2": "Z", "5": "S", "6": "b", "8": "B", "9": "g"}
    return sheet.with_characters(
        lambda character: rng.choice(letters.get(character, character)) if rng.random() < _SHARE else character
    )


@damage()
def signs_behind_values(sheet: Sheet, rng: Random) -> Sheet:
    """Signs of footnotes, units and remarks that touch some values."""
    signs = ("①", "*", "[1]", "注", "（1）", "²", "%", "件", "↑", "。")
    return _sprinkled(sheet, rng, signs, f"(?<={MARK})(?!{MARK})")


@damage()
def numbers_wrapped(sheet: Sheet, rng: Random) -> Sheet:
    """Line ends inside some numbers."""
    return _sprinkled(sheet, rng, "\n", f"(?<={MARK})(?={MARK})")


@damage()
def thousands_apart(sheet: Sheet, rng: Random) -> Sheet:
    """Spaces or other signs before the thousands of all long numbers."""
    sign = rng.choice((" ", "\u00a0", "\u2009", "\u202f", "'", "’"))

    def part(value: re.Match[str]) -> str:
        whole = sheet.reveal(value[0]).isdecimal()
        return re.sub(f"(?<={MARK})(?=(?:{MARK}{{3}})+$)", sign, value[0]) if whole else value[0]

    return sheet.with_text(VALUE.sub(part, sheet.marked))


@damage()
def separators_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Tabs, bars and semicolons gone."""
    return _lost(sheet, rng, _SEPARATOR)


@damage()
def separators_doubled(sheet: Sheet, rng: Random) -> Sheet:
    """Tabs, bars and semicolons twice, here and there."""
    return sheet.with_text(re.sub(_SEPARATOR, lambda sign: sign[0] * (1 + (rng.random() < _SHARE)), sheet.marked))


@damage()
def column_lost(sheet: Sheet, rng: Random) -> Sheet:
    """The values of one column of a table gone, and what separates them from the next."""
    columns = sorted({(key.split(".")[0], key.rsplit(".", 1)[1]) for key, _ in sheet.cast.values()})
    lost = rng.choice(columns) if columns else None

    def lose(value: re.Match[str]) -> str:
        key, _ = sheet.cast[value[1][0]]
        return "" if (key.split(".")[0], key.rsplit(".", 1)[1]) == lost else value[0]

    return sheet.with_text(re.sub(f"({VALUE.pattern}) ?{_SEPARATOR}?", lose, sheet.marked))


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
    return _lines_changed(sheet, lambda line: f"{line}\n{line}" if rng.random() < _SHARE else line)


@damage()
def lines_doubled_with_changes(sheet: Sheet, rng: Random) -> Sheet:
    """Lines with numbers printed twice, here and there, and a digit more in the copy."""

    def change(line: str) -> str:
        ends = [value.end() for value in VALUE.finditer(line)]
        if not ends or rng.random() >= _SHARE:
            return line
        at = rng.choice(ends)
        return f"{line}\n{line[:at]}{rng.randrange(10)}{line[at:]}"

    return _lines_changed(sheet, change)


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
