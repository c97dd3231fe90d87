"""Labels that are not printed whole: broken by the cell beside them, or with characters lost or misread.

Only headings and rows of the form that the chain lacks are looked for, rows only between those that it has.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from gidisc import form
from gidisc.normalize.chain import weigh
from gidisc.normalize.labels import HanText, Sighting, Term, fragments, han, numeral_of, ordered_terms, sight_ordered
from gidisc.source import Span

_RUN = re.compile(r"[^\s|]+")
_NUMBERED = re.compile(
    r"(?m)^[ \u200b*#>\f]*(?P<numeral>[一二三四五六])[ \u200b]*[、.,][ \u200b]*(?P<title>[^\n]{4,60}?)[ \u200b:*#\t|]*$"
)
# A heading of so many characters and more, or with marks that part sentences, is prose.
_LONG_HEADING = 30
_PARTS_SENTENCES = re.compile(r"[。;,!?|\t]|[0-9]{1,3}[条件项次]")
# Longer stretches than this between two rows are prose, and comparing them would cost more than it finds.
_MAX_STRETCH = 240
_MIN_LENGTH = 6
# A shorter label must have its own number before it.
_MIN_NUMBERED = 4
_NUMBER_REACH = 6
# What is left of a label that was cut, and where: before the edge of its cell, or a sign that more was left out.
_FEWEST_LEFT = 3
_END_OF_CELL = re.compile(r"[ \u200b]*(?:(?P<sign>…|\.{2,3}|\ufffd)[\u200b_…\ufffd]*(?=[\s|])|_*[|\t])")


def repair_headings(text: HanText, chain: Sequence[Sighting]) -> list[Sighting]:
    """Sightings of headings that the chain lacks: lines with their numeral that are close to what they say, or say it.

    A sighting is all of its line behind the numeral.
    """
    present = {sighting.term.id for sighting in chain if sighting.term.kind == "heading"}
    terms = {term.number[:1]: term for term, _ in ordered_terms() if term.kind == "heading" and term.id not in present}
    found = []
    for match in _NUMBERED.finditer(text.folded) if terms else ():
        term = terms.get(match["numeral"])
        if term is None or _PARTS_SENTENCES.search(match["title"]) is not None:
            continue
        start, end = match.span("title")
        low, high = (bisect.bisect_left(text.offsets, at) for at in (start, end))
        shown = text.characters[low:high]
        if _is_close(shown, han(term.label)) or _says(match["title"], term):
            sighting = Sighting(term, text, low, shown, start, end, damaged=True)
            weighed = weigh(text.folded, sighting)
            found += [weighed] if weighed is not None else []
    return found


def _is_close(shown: str, label: str) -> bool:
    allowed = max(1, len(label) // 5)
    return abs(len(shown) - len(label)) <= allowed and closest(label, shown, 0)[0] <= allowed


def _says(title: str, term: Term) -> bool:
    """Whether a short title has the words of a heading."""
    words = form.HEADINGS[int(term.id) - 1].words
    said = all(any(word in title for word in choice) for choice in words)
    return said and len(title) < _LONG_HEADING


def repair(text: HanText, chain: Sequence[Sighting]) -> list[Sighting]:
    """Sightings of rows that the chain lacks between its rows."""
    found: list[Sighting] = []
    for terms, start, end in _shortened(chain):
        zone = text.between(start, end)
        if len(zone.characters) <= _MAX_STRETCH:
            found += _broken(zone, terms, start, end)
    for terms, start, end in _stretches(text, chain):
        zone = text.between(start, end)
        if not 0 < len(zone.characters) <= _MAX_STRETCH:
            continue
        sighted = [*_broken(zone, terms, start, end), *_cut_short(zone, terms)]
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


def _shortened(chain: Sequence[Sighting]) -> Iterator[tuple[list[Term], int, int]]:
    """The rows of which the chain has but a short wording, each with the stretch between its neighbours."""
    for before, sighting, after in zip(chain, chain[1:], chain[2:], strict=False):
        if sighting.term.kind == "row" and len(sighting.wording) < len(han(sighting.term.label)):
            yield [sighting.term], before.end, after.start


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


def _cut_short(zone: HanText, terms: Sequence[Term]) -> Iterator[Sighting]:
    """Labels of which a cell has the beginning alone: behind their number, or before a sign that more was left out."""
    for term, wordings in ordered_terms():
        for label in map(han, wordings if term in terms else ()):
            for match in re.finditer(label[:_FEWEST_LEFT], zone.characters):
                pairs = zip(label, zone.characters[match.start() :], strict=False)
                shown = "".join(a for a, _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
                if _FEWEST_LEFT <= len(shown) < len(label) and _is_all_of_a_cell(zone, term, match.start(), shown):
                    cut = Sighting.of(term, zone, match.start(), shown, damaged=True)
                    yield from filter(None, [weigh(zone.folded, cut)])


def _is_all_of_a_cell(zone: HanText, term: Term, at: int, shown: str) -> bool:
    """Whether a cell ends behind what is left of a label, and no other row with its number, or none, begins so."""
    end = _END_OF_CELL.match(zone.folded, zone.offsets[at + len(shown) - 1] + 1)
    numbered = _has_its_number(zone, term, at)
    if end is None or not (end["sign"] or numbered):
        return False
    alike = {
        other.id
        for other, wordings in ordered_terms()
        if other.table == term.table and (not numbered or other.number == term.number)
        if any(han(wording).startswith(shown) for wording in wordings)
    }
    return alike == {term.id}


def _near(zone: HanText, terms: Sequence[Term]) -> Iterator[Sighting]:
    """Labels with characters lost or misread: close to one label of the form and far from all others."""
    low = 0
    for term in terms:
        label = han(term.label)
        short = len(label) < _MIN_LENGTH
        if len(label) < _MIN_NUMBERED:
            continue
        distance, start, end = closest(label, zone.characters, low)
        if distance > max(1, len(label) // 5) or distance == 0 or end <= start:
            continue
        if short and not _has_its_number(zone, term, start):
            continue
        end += _misread_end(zone, label, start, end, distance)
        # What stands apart from the rest where a character is lost is no character misread.
        start += zone.characters[start] != label[0] and zone.offsets[start + 1] > zone.offsets[start] + 1
        shown = zone.characters[start:end]
        weighed = weigh(zone.folded, Sighting.of(term, zone, start, shown, damaged=True))
        if weighed is None or shown in fragments(term.table) or not _is_far(shown, term, distance):
            continue
        low = end
        yield weighed


def _misread_end(text: HanText, label: str, start: int, end: int, most: int) -> int:
    """How many characters, up to `most`, stand where the last ones of a label should and touch those before."""
    lacking = len(label) - (end - start)
    if not 0 < lacking <= most or text.characters[end - 1] != label[-lacking - 1]:
        return 0
    reach = text.offsets[end - 1 : end + lacking + 1]
    touching = sum(offset == reach[0] + index for index, offset in enumerate(reach)) - 1
    return lacking if touching == lacking else 0


def _has_its_number(text: HanText, term: Term, at: int) -> bool:
    """Whether the number of a label stands before a character."""
    before = text.folded[max(0, text.offsets[at] - _NUMBER_REACH) : text.offsets[at]]
    return re.search(rf"(?<![0-9]){numeral_of(term.number) or 'x'}[ \u200b)）.、．]+\Z", before) is not None


def _is_far(shown: str, term: Term, distance: int) -> bool:
    others = (
        han(wording)
        for other, wordings in ordered_terms()
        if other.id != term.id
        for wording in wordings
        if len(han(wording)) >= len(shown) // 2
    )
    # The number of a short label has said more than its characters can.
    margin = 0 if len(han(term.label)) < _MIN_LENGTH else 1
    return all(_differs(other, shown) > distance + margin for other in others)


def _differs(label: str, shown: str) -> int:
    """How many characters of a label and of what is shown have no counterpart in the other."""
    distance, start, end = closest(label, shown, 0)
    return distance + len(shown) - (end - start)


def resembles(shown: str, label: str, allowed: int) -> bool:
    """Whether a label holds what is shown but for so many characters."""
    if sum(character not in label for character in shown) > allowed or len(shown) - len(label) > allowed:
        return False
    return closest(shown, label, 0)[0] <= allowed


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
