"""Values that the name of their column leads: `自然人 3，商业企业 1`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import Token, TokenKind

_BETWEEN = re.compile(r"[\s:;|\u200b”\"’')]*")

Named = list[tuple[Sighting, Token]]
"""Names of columns, each with the value behind it."""


def named_values(
    folded: str, ends: Sequence[int], loose: Sequence[Sighting], tokens: Sequence[Token]
) -> dict[int, Named]:
    """What directly follows the labels that end at `ends`: name and value in turn.

    Nothing where no row of the table has two of them, or its label a colon: one alone may be a head and what follows.
    """
    columns = {sighting.start: sighting for sighting in loose if sighting.term.kind == "head"}
    values = {token.start: token for token in tokens if token.kind is TokenKind.VALUE}
    named = {end: found for end in ends if (found := _behind(folded, end, columns, values))}
    sure = any(len(found) > 1 or ":" in folded[end : found[0][0].start] for end, found in named.items())
    return named if sure else {}


def _behind(folded: str, at: int, columns: Mapping[int, Sighting], values: Mapping[int, Token]) -> Named:
    found: Named = []
    while (name := columns.get(_next(folded, at))) is not None:
        value = values.get(_next(folded, name.end))
        if value is None:
            break
        found.append((name, value))
        at = value.end
    return found


def _next(folded: str, at: int) -> int:
    """Where the next thing that is printed begins."""
    match = _BETWEEN.match(folded, at)
    assert match is not None  # the pattern may be empty
    return match.end()
