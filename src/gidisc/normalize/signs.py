"""Separators that only the rows show: what stands between all values of full rows, in every one of them the same."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from gidisc import form
from gidisc.normalize.labels import HAN
from gidisc.normalize.tokens import SEPARATORS, VALUE
from gidisc.values import MARK, is_mark

_NUMBER = r"[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+"
_CELLS = len(form.REQUESTERS.columns)
_FULL = re.compile(
    rf"^(?P<before>[^\n]*?)(?P<sign>(?:[^\w\n]|_){{1,8}}){_NUMBER}"
    rf"(?P<others>(?:(?P=sign){_NUMBER}){{{_CELLS - 1}}})(?P<close>[^\n]*)$",
    re.MULTILINE,
)
_CELL = re.compile(rf"(?:{VALUE.pattern}|{MARK.pattern})?")
# These are parts of numbers, or stand between numbers that are listed.
_IN_NUMBERS = ".,;+-、，；：:"
_FEWEST_ROWS = 3
_INVISIBLE = "\u200b"


@frozen
class Signs:
    """What stands before the first cell of a line, between two, and behind the last."""

    open: str
    between: str
    close: str

    @property
    def is_mark(self) -> bool:
        """Whether the sign between cells may be what a cell says."""
        return is_mark(self.between.strip())
