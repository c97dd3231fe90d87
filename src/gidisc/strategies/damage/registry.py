"""What a change of a text is, the list of all, and the ways to change lines and characters that several share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from attrs import frozen

from gidisc.strategies.sheet import Sheet

Change = Callable[[Sheet, Random], Sheet]


@frozen(kw_only=True)
class Damage:
    """A change of a text. After a harmless one a clear table is still clear; after others nothing need be found."""

    name: str
    change: Change
    harmless: bool


DAMAGES: dict[str, Damage] = {}
"""Every damage by name."""

SHARE = 0.03
"""How much is lost where damage loses things: enough to hit every text, and to leave most rows whole."""


def damage(*, harmless: bool = False) -> Callable[[Change], Change]:
    """Enter a change into `DAMAGES` under its own name."""

    def enter(change: Change) -> Change:
        DAMAGES[change.__name__] = Damage(name=change.__name__, change=change, harmless=harmless)
        return change

    return enter


def lines_changed(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """Every line changed in the same way."""
    return sheet.with_text("\n".join(change(line) for line in sheet.marked.split("\n")))


def sprinkled(sheet: Sheet, rng: Random, signs: Sequence[str], places: str) -> Sheet:
    """Signs put in at about 3 % of the places that a pattern finds."""
    return sheet.with_text(re.sub(places, lambda _: rng.choice(signs) if rng.random() < SHARE else "", sheet.marked))


def between_lines(sheet: Sheet, rng: Random, make: Callable[[int], str], every: int) -> Sheet:
    """A line made from its number put in after about one in `every` lines."""
    lines: list[str] = []
    count = 0
    for line in sheet.marked.split("\n"):
        lines.append(line)
        if rng.random() < 1 / every:
            count += 1
            lines.append(make(count))
    return sheet.with_text("\n".join(lines))


def lost(sheet: Sheet, rng: Random, pattern: str) -> Sheet:
    """Nothing for about 3 % of what a pattern finds."""
    return sheet.with_text(re.sub(pattern, lambda found: "" if rng.random() < SHARE else found[0], sheet.marked))
