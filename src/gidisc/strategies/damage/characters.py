"""Damage to what stands on a line: numbers, signs, labels and what separates them."""

from __future__ import annotations

import re
from random import Random

from gidisc import form
from gidisc.strategies.damage.registry import SHARE, damage, lost, sprinkled
from gidisc.strategies.sheet import MARK, VALUE, Sheet

_SEPARATOR = r"[\t|;│]"

_LIST_NUMBER = re.compile(r"[1-8]\.(?=[一-鿿])|（[一二三四五六七]）(?=[一-鿿])")


@damage()
def digit_split_off(sheet: Sheet, rng: Random) -> Sheet:
    """A space inside some numbers."""
    return sprinkled(sheet, rng, " ", f"(?<={MARK})(?={MARK})")


@damage()
def numbers_glued(sheet: Sheet, rng: Random) -> Sheet:
    """What stands between two values lost, here and there."""
    gaps = re.compile(f"(?<={MARK})[^一-鿿{MARK[1:-1]}]{{1,9}}(?={MARK})")
    return sheet.with_text(gaps.sub(lambda gap: "" if rng.random() < SHARE else gap[0], sheet.marked))


@damage()
def numbers_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Values gone without a trace."""
    return lost(sheet, rng, VALUE.pattern)


@damage()
def characters_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Characters gone, of labels, numbers and signs alike."""
    return lost(sheet, rng, r"\S")


@damage()
def labels_lost(sheet: Sheet, rng: Random) -> Sheet:
    """Labels gone, whole or but for their bracket."""
    return lost(sheet, rng, r"[一-鿿“”]{2,}")


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
    return sprinkled(sheet, rng, "|-—/", r"(?<=\s)")


@damage()
def letters_for_digits(sheet: Sheet, rng: Random) -> Sheet:
    """Letters that look like digits in place of some, as character recognition has them.

    It makes strokes of 1, too, but where bars or tabs part cells the text comes from elsewhere.
    """
    ones = "lI" if re.search(r"[|│\t<]", sheet.marked) else "lI|"
    letters = {"0": "Oo〇", "1": ones, "2": "Z", "5": "S", "6": "b", "8": "B", "9": "g"}
    return sheet.with_characters(
        lambda character: rng.choice(letters.get(character, character)) if rng.random() < SHARE else character
    )


@damage()
def signs_behind_values(sheet: Sheet, rng: Random) -> Sheet:
    """Signs of footnotes, units and remarks that touch some values."""
    signs = ("①", "*", "[1]", "注", "（1）", "²", "%", "件", "↑", "。")
    return sprinkled(sheet, rng, signs, f"(?<={MARK})(?!{MARK})")


@damage()
def numbers_wrapped(sheet: Sheet, rng: Random) -> Sheet:
    """Line ends inside some numbers."""
    return sprinkled(sheet, rng, "\n", f"(?<={MARK})(?={MARK})")


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
    return lost(sheet, rng, _SEPARATOR)


@damage()
def separators_doubled(sheet: Sheet, rng: Random) -> Sheet:
    """Tabs, bars and semicolons twice, here and there."""
    return sheet.with_text(re.sub(_SEPARATOR, lambda sign: sign[0] * (1 + (rng.random() < SHARE)), sheet.marked))


@damage()
def column_lost(sheet: Sheet, rng: Random) -> Sheet:
    """The values of one column of a table gone, and what separates them from the next.

    Several spaces stay: what stands behind them could move by as much as columns stand apart, and nobody could tell.
    """
    columns = sorted({(key.split(".")[0], key.rsplit(".", 1)[1]) for key, _ in sheet.cast.values()})
    lost = rng.choice(columns) if columns else None

    def lose(value: re.Match[str]) -> str:
        key, _ = sheet.cast[value[1][0]]
        return "" if (key.split(".")[0], key.rsplit(".", 1)[1]) == lost else value[0]

    return sheet.with_text(re.sub(f"({VALUE.pattern})(?: (?! ))?{_SEPARATOR}?", lose, sheet.marked))
