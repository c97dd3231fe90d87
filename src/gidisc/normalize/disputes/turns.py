"""The one printed row in pieces: some heads and their values by turns, as narrow columns of a PDF come out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from gidisc import form
from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import Token, TokenKind

_COLUMNS = [column.label for column in form.RESULTS.columns]
_KINDS = len(form.PRINTED_RESULTS) // len(_COLUMNS)
# So many times heads are followed by as many values: fewer may be chance.
_FEWEST_TURNS = 3


def by_turns(sightings: Sequence[Sighting], tokens: Sequence[Token]) -> list[Token | None] | None:
    """The fifteen cells where all heads stand in their order, and behind each run of them as many values.

    Behind heads of several kinds of cases, the values of the second may stand before those of the first.
    """
    heads = [sighting for sighting in sightings if sighting.term.id == form.RESULTS.id]
    if [head.term.label for head in heads] != _COLUMNS * _KINDS:
        return None
    behind = (token for token in tokens if token.start > heads[0].start)
    row = list(itertools.takewhile(lambda token: token.kind is TokenKind.VALUE, behind))
    starts = sorted([*((head.start, True) for head in heads), *((value.start, False) for value in row)])
    runs = [len([*run]) for _, run in itertools.groupby(is_head for _, is_head in starts)]
    named, shown = runs[::2], runs[1::2]
    ends = itertools.accumulate(named)
    within = all(
        (end - 1) // len(_COLUMNS) == (end - run) // len(_COLUMNS) for run, end in zip(named, ends, strict=True)
    )
    return [*row] if len(named) >= _FEWEST_TURNS and named == shown and within else None
