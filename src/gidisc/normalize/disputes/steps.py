"""The one printed row as cells on lines of their own, by the line ends between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from gidisc import form
from gidisc.normalize.disputes.text import WIDTH, cells_at
from gidisc.normalize.labels import Sighting
from gidisc.normalize.tokens import Token

_WHITE_SPACE = " \t\n\u200b"


def by_steps(
    folded: str, sightings: Sequence[Sighting], values: Sequence[Token], last: int
) -> list[Token | None] | None:
    """Cells on lines of their own where one reading of the line ends leads from the head to the last of fifteen cells.

    How many line ends stand between rows shows between the rows of a whole head, where merged cells may add some.
    Between cells there are no more than between the closest values, and what stands behind the last value may be blank
    cells. Whatever a full cell takes and a blank one, but one reading must fit. Where no blank cell is seen between
    values, one before them shows only if all rows stand equally far apart. Where a tab begins the line of each cell,
    blank ones too, there are not fifteen of these: one was lost, or another printed twice.
    """
    ends = [last, *(value.end for value in values)]
    first, *gaps = [folded.count("\n", end, value.start) for end, value in zip(ends, values, strict=False)]
    between_rows = {*_rows_apart(folded, sightings)}
    if (
        not gaps
        or not has_whole_head(sightings)
        or len({*gaps}) < 2 <= len(between_rows)
        or _ends_blank(folded, values)
        or _begin_with_tabs(folded, values, last)
    ):
        return None
    tail = folded[values[-1].end :]
    tail_lines = tail[: len(tail) - len(tail.lstrip(_WHITE_SPACE))].count("\n")
    closest = min(gaps)
    fitting: dict[tuple[int, ...], bool] = {}
    for step in range(1, closest + 1):
        for blank, between in itertools.product(range(1, 2 * step + 1), between_rows):
            extra = [first - between, *(gap - step for gap in gaps)]
            places = tuple(index + at for index, at in enumerate(itertools.accumulate(more // blank for more in extra)))
            reach = places[-1] + max(tail_lines - 1, 0) // blank
            if all(more >= 0 and more % blank == 0 for more in extra) and places[-1] < WIDTH <= reach + 1:
                # Another step may only make the reading doubtful, and so may a blank that takes other lines just once.
                seen = sum(more > 0 for more in extra)
                fitting[places] = fitting.get(places, False) or (step == closest and (blank == step or seen > 1))
    (found, is_clear), *others = fitting.items() or [((), False)]
    return cells_at(values, found) if is_clear and not others and found[-1] == WIDTH - 1 else None


def _begin_with_tabs(folded: str, values: Sequence[Token], last: int) -> bool:
    """Whether a tab begins the line of each value, and other lines among them."""
    tabbed = folded.count("\n\t", last, values[-1].end)
    return tabbed > len(values) and all(folded.endswith("\n\t", last, value.start) for value in values)


def _ends_blank(folded: str, values: Sequence[Token]) -> bool:
    """Whether what stands for blank cells between values stands behind the last one, too."""
    spaces = [folded[a.end : b.start] for a, b in itertools.pairwise(values)]
    step = min(space.count("\n") for space in spaces)
    behind = folded[values[-1].end :]
    return any(space.count("\n") > step and _opens_with(behind, space) for space in spaces)


def _opens_with(text: str, blank: str) -> bool:
    """Whether a text opens with what stands for a blank cell; beside bars spaces do not matter."""
    if "|" not in blank:
        return text.startswith(blank)
    return text[: 2 * len(blank)].replace(" ", "").startswith(blank.replace(" ", ""))


def has_whole_head(sightings: Sequence[Sighting]) -> bool:
    """Whether a head names the results of all kinds of cases."""
    return sum(sighting.term.id == form.RESULTS.id for sighting in sightings) == WIDTH


def _rows_apart(folded: str, sightings: Sequence[Sighting]) -> Iterator[int]:
    """The line ends from the last cell of each row of the head to the first of the next, which names a result."""
    last_cells = {next(form.DISPUTES.groups()).id, list(form.DISPUTES.rows())[-1].id}
    for sighting, after in itertools.pairwise(sightings):
        if sighting.term.id in last_cells and after.term.id == form.RESULTS.id:
            yield folded.count("\n", sighting.end, after.start)
