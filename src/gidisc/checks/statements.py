"""What the prose says of the tables held against the tables.

Precision before recall: a statement about a part (a department, a channel, 其中, another year) is not compared with a
whole, and one that no cell surely answers says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from gidisc.checks.claims import CLAIMS, KINDS, ON_REQUEST, Claim, Reading
from gidisc.checks.clauses import Item, Prose, items, sentences
from gidisc.checks.findings import Subject
from gidisc.checks.numerals import NUMERAL, read_count
from gidisc.diagnostics import Diagnostic
from gidisc.model import Cell, Report, Status

_CLAUSE_MARKS = ",;:()"
_LONGEST = 80  # characters of an item that can be a statement
_COUNTED = re.compile(rf"{NUMERAL}(?:余|多|个)?[件起份宗项次]")
_COMPARED = re.compile(r"(?:同比|环比|[较比与](?:上|去)一?年)")
_CHANNEL = re.compile(
    r"通过|网络|网上|网站|在线|信函|邮寄|邮件|当面|现场|传真|信箱|邮箱|平台|渠道|窗口|来信|其中|半年|季度"
)
_LONGER = re.compile(r"截[至止]目前|以来|历年|累计")
_OF_REQUESTS = re.compile(r"申请|答复|办结|受理")
_ON_REQUEST = re.compile(r"依法?申请公开|公开申请")
_MENTION_REACH = 60  # characters before a statement in which 依申请公开 makes clear what 申请 means
_PLACE = re.compile(r"[我全](?P<place>省|市|县|区|州|旗|镇|乡|街道)")
_TERRITORIAL = re.compile(r"(?:省|市|县|区|州|旗|镇|乡|街道|政府)(?:办公[厅室]|办事处)?$")
_GOVERNMENT = re.compile(r"[省市县区州旗盟](?:人民)?政府(?:办公[厅室])?$")
_OFFICES = re.compile(r"办公[厅室]|本级|局|部门|单位")
PART = "part"


@define
class _Sentence:
    """What a sentence has been about so far.

    `about` is what its last statement was about, or a part of the whole; `kinds` are the kinds of cases counted since
    the last semicolon; `held` is what to return to where brackets end.
    """

    before: str
    about: str | None = None
    kinds: set[str] = field(factory=set)
    held: list[str | None] = field(factory=list)

    def enter(self, item: Item) -> None:
        """Go to the place of the next item; what a bracket says of a part ends with it."""
        while len(self.held) < item.depth:
            self.held.append(self.about)
        while len(self.held) > item.depth:
            self.about = self.held.pop()
        if item.mark == ";":
            self.kinds.clear()

    def note(self, claim: Claim) -> None:
        """Take a statement down."""
        self.about = claim.about
        if claim.about in KINDS:
            self.kinds.add(claim.about)

    def meets(self, claim: Claim, match: re.Match[str]) -> bool:
        """Whether the sentence is about what a statement needs it to be about."""
        if claim.needs == (ON_REQUEST,):
            return _ON_REQUEST.search(self.before[-_MENTION_REACH:] + match.string) is not None
        # 复议4件，诉讼2件，其中维持1件 does not say of which of them.
        is_clear = not (len(claim.needs) == 1 and claim.needs[0] in KINDS) or len(self.kinds) == 1
        return not claim.needs or (self.about in claim.needs and is_clear)

    def note_other(self, item: Item, is_clause: bool) -> None:
        """Take an item down that is no statement: it may narrow those behind it."""
        if _COMPARED.match(item.text):
            return
        if _COUNTED.search(item.text):
            is_of_requests = self.about is not None or _OF_REQUESTS.search(item.text) is not None
            narrows = is_of_requests and not is_clause
        else:
            # What there was none of in a longer time, there was none of in the year.
            is_longer = _LONGER.search(item.text) is not None and not is_clause
            narrows = self.about is None and (is_longer or _CHANNEL.search(item.text) is not None)
        self.about = PART if narrows else self.about


def check_statements(subject: Subject) -> Iterator[Diagnostic]:
    """Where the prose of a report says of a cell what the cell does not say."""
    cells = {cell.key: cell for table in subject.report.tables for cell in table.cells()}
    for before, sentence in sentences(subject.report):
        for is_clause in (True, False):
            for claim, match, prose in _statements(subject.report, before, sentence, is_clause):
                yield from _compared(subject, cells, claim, match, prose)


def _statements(
    report: Report, before: str, sentence: Prose, is_clause: bool
) -> Iterator[tuple[Claim, re.Match[str], Prose]]:
    """The statements of a sentence whose wording runs over 、 (`is_clause`), or the others."""
    state = _Sentence(before)
    previous: Item | None = None
    for item in items(sentence, _CLAUSE_MARKS) if is_clause else items(sentence):
        state.enter(item)
        # 予以公开、部分公开258件 counts both.
        is_listed = item.mark == "、" and previous is not None and not _COUNTED.search(previous.text)
        found = [] if is_listed or state.about == PART else list(_matching(report, state, item, is_clause))
        for claim, match in found:
            yield claim, match, item.prose
            state.note(claim)
        if not found:
            state.note_other(item, is_clause)
        state.before += item.text
        previous = item


def _matching(report: Report, state: _Sentence, item: Item, is_clause: bool) -> Iterator[tuple[Claim, re.Match[str]]]:
    for claim in CLAIMS if len(item.text) <= _LONGEST else ():
        match = claim.wording.fullmatch(item.text) if claim.clause is is_clause else None
        if match and state.meets(claim, match) and _is_whole(report, state, claim, match):
            yield claim, match
            if not is_clause:
                return


def _is_whole(report: Report, state: _Sentence, claim: Claim, match: re.Match[str]) -> bool:
    """Whether a statement is about the year and about all that the report is about."""
    groups = match.groupdict()
    if groups.get("year") and int(groups["year"]) != report.year:
        return False
    who = groups.get("who") or groups.get("who_2") or ""
    place = _PLACE.match(who)
    agency = report.agency or ""
    is_territorial = not agency or _TERRITORIAL.search(agency) is not None
    if place and agency:
        return re.search(rf"{place['place']}(?:人民)?(?:政府)?(?:办公[厅室]|办事处)?$", agency) is not None
    if place or not is_territorial:
        return True
    # In the report of a government 本机关 is its own office, and so may be who is not named.
    paragraph = state.before.rpartition("\n")[2]
    names_office = _GOVERNMENT.search(agency) is not None and _OFFICES.search(paragraph) is not None
    return not who and claim.rule != "documents-stated" and not names_office


def _compared(
    subject: Subject, cells: dict[str, Cell], claim: Claim, match: re.Match[str], prose: Prose
) -> Iterator[Diagnostic]:
    groups = match.groupdict()
    numeral = groups.get("count") or groups.get("count_2")
    stated = read_count(numeral) if numeral else 0
    held = [_held(reading, cells) for reading in claim.readings]
    sums = [_sum(*sides) for sides in held if sides[0]]
    if stated is None or not sums:
        return
    if None in sums or stated in sums:
        return
    arguments = {
        "printed": prose.text,
        "label": claim.label,
        "expected": "/".join(dict.fromkeys(map(str, sums))),
        "found": stated,
    }
    shown = dict.fromkeys(cell for plus, minus in held for cell in (*plus, *minus))
    yield subject.find(claim.rule, arguments, spans=[prose.span], cells=shown)


def _held(reading: Reading, cells: dict[str, Cell]) -> tuple[list[Cell], list[Cell]]:
    plus, minus = ([cells[key] for key in keys if key in cells] for keys in (reading.cells, reading.less))
    return plus, minus


def _sum(plus: list[Cell], minus: list[Cell]) -> int | None:
    """What cells add up to; None where one of them is not known."""
    if any(cell.status is not Status.READ for cell in (*plus, *minus)):
        return None
    return sum(int(cell.value or 0) for cell in plus) - sum(int(cell.value or 0) for cell in minus)
