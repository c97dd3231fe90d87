"""Which of the sightings are the headings and rows of the report: the heaviest chain in the order of text and form.

Labels also occur in prose, in lists of contents and in copies of a table. Each sighting is weighed by what stands
around it, and of all chains that run forward both in the text and in the form, the heaviest is the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gidisc.normalize.labels import Sighting, column_names, han, numeral_of, ordered_terms
from gidisc.normalize.numerals import NUMERAL, UNREAD_NUMBER, odd_numeral, plain

_LEFT_WINDOW = 16
_MARKUP = r"[ \u200b*#>`_\\“\"‘'<>.。]"
_LINE_START = re.compile(rf"(?:^|[\n\f\r\t|]){_MARKUP}*\Z")
_LIST_MARK = re.compile(r"[().、．]")
# What a number or the beginning of a line may end with: nothing else before a label needs a look.
_LEADING = frozenset("0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧(（)）、．,·: \u200b*#>`_\\“\"‘'<.。")
_LINE_STARTS = frozenset(("", *"\n\f\r\t|"))
_SPACE_BEFORE = re.compile(r"[ \u200b]\Z")
_NUMBER_BEFORE = re.compile(
    rf"[(（]?[ \u200b]*(?P<numeral>{NUMERAL})[ \u200b]*(?P<mark>[)）]?[ \u200b]*\\?[.、．,·:]?)[ \u200b*]*[“\"]?\Z"
)
_LINE_END = re.compile(r"[ \u200b*#”\"’'`_\\、:]*(?:\([^()\n]{0,24}\)[ \u200b*#_、:]*)?(?:[\n\f\r\t|]|\Z|<)")
_CLOSED = re.compile(r"[。】\]][ \u200b*]*(?:[\n\f\r]|\Z)")
_VALUE_AFTER = re.compile(rf"[ \u200b*)”\"’']*(?:[0-9+\-—/]|无|减|:(?:{column_names()})[ :])")
_SPACE_AFTER = re.compile(r"[ \u200b]")
_WEAK_LENGTH = 4
_LONG_ENOUGH = 16
# What a chain loses for each sighting that it passes over: a label far behind is rarely worth a table between.
_PASSED_OVER = 0.5


def weigh(folded: str, sighting: Sighting) -> Sighting | None:
    """The sighting with its weight; None where it is no heading or label for certain."""
    term = sighting.term
    length = len(sighting.wording)
    before = folded[max(0, sighting.start - _LEFT_WINDOW) : sighting.start]
    number, at_start = _what_leads(folded, sighting.start, before)
    has_number = number is not None and plain(number["numeral"]) == numeral_of(term.number)
    at_end = _LINE_END.match(folded, sighting.end) is not None
    if term.kind == "heading":
        return _weigh_heading(folded, sighting, before, number, at_start, at_end)
    numeral = numeral_of(term.number)
    own_number = has_number or (numeral != "" and not numeral.isdigit() and sighting.wording.startswith(numeral))
    apart = _SPACE_BEFORE.search(before) or UNREAD_NUMBER.search(before)
    left = 2 if at_start or own_number else 1 if apart else 0
    value_after = _VALUE_AFTER.match(folded, sighting.end) is not None
    right = 2 if at_end or value_after else 1 if _SPACE_AFTER.match(folded, sighting.end) else 0
    if length <= _WEAK_LENGTH and (not left or not right):
        return None
    if term.label in ("其他", "总计", "其他处理") and not own_number and min(left, right) < 2:
        return None
    if term.label == "其他" and number is not None and not has_number and _LIST_MARK.search(number[0]):
        return None
    weight = min(length, _LONG_ENOUGH) + 3 * left + 3 * right + 4 * own_number
    return sighting.weighing(weight, leads=at_start) if weight > _LONG_ENOUGH // 2 else None


def _what_leads(folded: str, start: int, before: str) -> tuple[re.Match[str] | None, bool]:
    """The number before a place, and whether that number, or else the place, begins a line or cell."""
    last = before[-1:]
    if last in _LINE_STARTS:
        return None, True
    if last not in _LEADING:
        return None, False
    number = _NUMBER_BEFORE.search(before)
    if number is None:
        unread = UNREAD_NUMBER.search(before)
        return None, _LINE_START.search(before, 0, unread.start() if unread else len(before)) is not None
    head = folded[max(0, start - 2 * _LEFT_WINDOW) : start - len(before) + number.start()]
    return number, _LINE_START.search(head) is not None or (number.start() == 0 and start <= len(before))


def _weigh_heading(
    folded: str,
    sighting: Sighting,
    before: str,
    number: re.Match[str] | None,
    at_start: bool,
    at_end: bool,
) -> Sighting | None:
    numeral = number is not None and "、" in number["mark"] + "、" and not re.search(r"[(（]", number[0])
    own = numeral and number is not None and number["numeral"] in (numeral_of(sighting.term.number), sighting.term.id)
    own = own and not re.fullmatch(r"[)）].*", number["mark"].strip() if number else "")
    if not own and odd_numeral(folded, sighting) is not None:
        own = at_start = True
    foreign = number is not None and number["mark"].strip() != "" and not own
    follows = _SPACE_AFTER.match(folded, sighting.end) is not None
    official = sighting.wording == han(sighting.term.label)
    at_end = at_end or (own and official and _CLOSED.match(folded, sighting.end) is not None)
    alone = at_start or (official and _SPACE_BEFORE.search(before) is not None)
    if foreign or not (own or alone) or not (at_end or follows) or (follows and not at_end and not (own or official)):
        return None
    if not official and not (own and (at_start or follows)) and not (at_start and at_end and len(sighting.wording) > 8):
        return None
    weight = min(len(sighting.wording), _LONG_ENOUGH) + 8 * own + 5 * at_start + 5 * at_end + 2 * official
    return sighting.weighing(weight, leads=False)


def heaviest(sightings: Iterable[Sighting]) -> list[Sighting]:
    """The heaviest chain of sightings that do not overlap and follow each other in the text and in the form.

    Between two of a chain, each sighting that is passed over lightens it.
    A Fenwick tree over the order of the form keeps this at n log n.
    """
    starts = sorted(sightings, key=lambda s: (s.start, s.end))
    size = len(ordered_terms())
    best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    totals = [0.0] * len(starts)
    previous = [-1] * len(starts)
    by_end = sorted(range(len(starts)), key=lambda i: starts[i].end)
    closed = 0
    for i, sighting in enumerate(starts):
        while closed < len(by_end) and starts[by_end[closed]].end <= sighting.start:
            at = by_end[closed]
            _raise(best, _order(starts[at]) + 1, (totals[at] + _PASSED_OVER * (at + 1), at))
            closed += 1
        reached, before = _highest(best, _order(sighting))
        onward = reached - _PASSED_OVER * i
        previous[i] = before if onward > 0 else -1
        totals[i] = max(onward, 0.0) + sighting.weight
    chain: list[Sighting] = []
    at = max(range(len(starts)), key=totals.__getitem__, default=-1)
    while at >= 0:
        chain.append(starts[at])
        at = previous[at]
    return chain[::-1]


def with_headings_apart(chain: list[Sighting], weighed: Iterable[Sighting]) -> list[Sighting]:
    """A chain with the headings of a text that prints its tables before or behind them all, and not under them."""
    headings = [sighting for sighting in weighed if sighting.term.kind == "heading"]
    shown = {sighting.term.id for sighting in chain if sighting.term.kind == "heading"}
    if {sighting.term.id for sighting in headings} <= shown:
        return chain
    apart = heaviest(headings)
    rows = [sighting for sighting in chain if sighting.term.kind != "heading"]
    among = any(apart[0].start < row.end and row.start < apart[-1].end for row in rows)
    return chain if among or len(apart) <= len(shown) else sorted([*rows, *apart], key=lambda sighting: sighting.start)


def _order(sighting: Sighting) -> int:
    assert sighting.term.order is not None  # only headings and rows are weighed
    return sighting.term.order


def _raise(best: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(best):
        if value[0] > best[at][0]:
            best[at] = value
        at += at & -at


def _highest(best: list[tuple[float, int]], at: int) -> tuple[float, int]:
    highest = (0.0, -1)
    while at > 0:
        if best[at][0] > highest[0]:
            highest = best[at]
        at -= at & -at
    return highest
