"""Labels that are not printed whole: broken by the cell beside them, or with characters lost or misread.

Only rows of the form that the chain lacks are looked for, and only between the rows that it has.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from gidisc import form
from gidisc.normalize.chain import weigh
from gidisc.normalize.labels import HanText, Sighting, Term, fragments, han, ordered_terms, sight_ordered
from gidisc.source import Span

_RUN = re.compile(r"[^\s|]+")
# Longer stretches than this between two rows are prose, and comparing them would cost more than it finds.
_MAX_STRETCH = 240
_MIN_LENGTH = 6


def repair(text: HanText, chain: Sequence[Sighting]) -> list[Sighting]:
    """Sightings of rows that the chain lacks between its rows."""
    found = []
    for terms, start, end in _stretches(text, chain):
        low, high = bisect.bisect_left(text.offsets, start), bisect.bisect_left(text.offsets, end)
        if not 0 < high - low <= _MAX_STRETCH:
            continue
        zone = HanText(text.folded, text.characters[low:high], text.offsets[low:high])
        sighted = list(_broken(zone, terms, start, end))
        seen = {sighting.term.id for sighting in sighted}
        found += sighted
        found += _near(zone, [term for term in terms if term.id not in seen])
    return found


def _stretches(text: HanText, chain: Sequence[Sighting]) -> Iterator[tuple[list[Term], int, int]]:
    """The stretches between neighbours of the chain where rows are missing, with those rows."""
    terms = [term for term, _ in ordered_terms()]
    for before, after in itertools.pairwise(chain):
        assert before.term.order is not None
        assert after.term.order is not None
        missing = terms[before.term.order + 1 : after.term.order]
        tables = {term.table for term in (before.term, after.term) if term.kind == "row"}
        rows = [term for term in missing if term.kind == "row" and term.table in tables]
        if rows:
            yield rows, before.end, after.start


def _broken(zone: HanText, terms: Sequence[Term], start: int, end: int) -> Iterator[Sighting]:
    """Labels whole but for fragments of a group's label that stand between their lines."""
    table = terms[0].table
    groups = "\n".join(han(group.printed) for t in form.TABLES if t.id == table for group in t.groups())
    hidden = [
        Span(start=match.start(), end=match.end())
        for match in _RUN.finditer(zone.folded, start, end)
        if 0 < len(han(match[0])) <= 6 and han(match[0]) in groups and not re.search(r"[0-9]", match[0])
    ]
    if hidden:
        wanted = {term.id for term in terms}
        for sighting in sight_ordered(zone.without(hidden)):
            if sighting.term.id in wanted and len(sighting.wording) >= _MIN_LENGTH:
                yield from filter(None, [weigh(zone.folded, sighting)])


def _near(zone: HanText, terms: Sequence[Term]) -> Iterator[Sighting]:
    """Labels with characters lost or misread: close to one label of the form and far from all others."""
    low = 0
    for term in terms:
        label = han(term.label)
        if len(label) < _MIN_LENGTH:
            continue
        distance, start, end = closest(label, zone.characters, low)
        if distance > len(label) // 5 or distance == 0 or end <= start:
            continue
        shown = zone.characters[start:end]
        weighed = weigh(zone.folded, Sighting.of(term, zone, start, shown, damaged=True))
        if weighed is None or shown in fragments(term.table) or not _is_far(shown, term, distance):
            continue
        low = end
        yield weighed


def _is_far(shown: str, term: Term, distance: int) -> bool:
    others = (
        han(wording)
        for other, wordings in ordered_terms()
        if other.id != term.id
        for wording in wordings
        if len(han(wording)) >= len(shown) // 2
    )
    return all(closest(other, shown, 0)[0] > distance + 1 for other in others)


def closest(label: str, characters: str, low: int) -> tuple[int, int, int]:
    """The stretch of `characters` from `low` on that is closest to `label`: (edit distance, start, end).

    Sellers' algorithm: one row of distances, with the start of each alignment carried along.
    """
    column = [(i, low) for i in range(len(label) + 1)]
    best = (len(label), low, low)
    for at in range(low, len(characters)):
        diagonal = column[0]
        column[0] = (0, at + 1)
        for i, character in enumerate(label, 1):
            above, left = column[i - 1], column[i]
            nearest = diagonal[0] + (character != characters[at]), diagonal[1] if i > 1 else at
            diagonal = left
            if left[0] + 1 < nearest[0]:
                nearest = left[0] + 1, left[1]
            if above[0] + 1 < nearest[0]:
                nearest = above[0] + 1, above[1]
            column[i] = nearest
        if column[-1][0] < best[0]:
            best = (column[-1][0], column[-1][1], at + 1)
    return best
