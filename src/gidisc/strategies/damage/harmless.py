"""Harmless changes: after them everything must still be found."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from gidisc import form
from gidisc.characters import RADICALS
from gidisc.strategies.damage.registry import between_lines, damage, lines_changed, sprinkled
from gidisc.strategies.sheet import VALUE, Sheet


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
    return lines_changed(sheet, lambda line: line + " " * rng.choice((0, 0, 1, 4)))


@damage(harmless=True)
def invisible_characters(sheet: Sheet, rng: Random) -> Sheet:
    """Zero-width characters here and there, but not inside numbers."""
    return sprinkled(sheet, rng, "\u200b\u200c\u2060\u00ad", r"(?<=[一-鿿])(?=[一-鿿])")


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
    return between_lines(sheet, rng, form_of_mark.format, 40)


@damage(harmless=True)
def quote_marks(sheet: Sheet, rng: Random) -> Sheet:
    """A sign of quoting before every line, as in answered mail."""
    return lines_changed(sheet, lambda line: f"> {line}")
