"""What happens to texts on their way: harmless changes, after which everything must still be found, and damage."""

from __future__ import annotations

import re
from collections.abc import Callable
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


def damage(*, harmless: bool = False) -> Callable[[Change], Change]:
    """Enter a change into `DAMAGES` under its own name."""

    def enter(change: Change) -> Change:
        DAMAGES[change.__name__] = Damage(name=change.__name__, change=change, harmless=harmless)
        return change

    return enter


@damage(harmless=True)
def line_ends_of_windows(sheet: Sheet, rng: Random) -> Sheet:
    """Carriage returns before line feeds."""
    return sheet.with_text(re.sub("\n", "\r\n", sheet.marked))
