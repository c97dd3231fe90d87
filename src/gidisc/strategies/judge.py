"""Whether a report says what the content behind its text says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from attrs import field, frozen

import gidisc
from gidisc.model import Report
from gidisc.strategies.content import Content
from gidisc.strategies.filled import filled
from gidisc.strategies.sheet import Sheet, number


@frozen
class Difference:
    """A cell that says something else: its key, what the content prints there, and what the report gives."""

    key: str
    printed: str | None
    found: tuple[Decimal, ...]


@frozen(kw_only=True)
class Verdict:
    """The cells of a report by how they agree with the content.

    `right` have the value of the content (None where it prints a blank or a mark); `missing` lack a number; `excused`
    have another number, but one that stands in the damaged text in place of the cell's own; `wrong` have a number that
    the content does not have there, or several values. `claims` are facts (agency, year, edition) that the report gives
    and that are not so.
    """

    right: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    excused: frozenset[str] = frozenset()
    wrong: tuple[Difference, ...] = field(default=())
    claims: tuple[str, ...] = ()


def compare(
    content: Content, report: Report | None, laid: Sheet | None = None, damaged: Sheet | None = None
) -> Verdict:
    """How a report (None: parsing was refused) agrees with the content of its text.

    With `laid` and `damaged`, the text before and after damage, a cell whose value the damage altered may have any
    number that holds a character of that value: `12` and `34` glued to `1234` may be read as 1234 in either cell, and
    the halves of `1 2` as 1 or 2. So may the cells of a row that damage filled have what is printed in their place (see
    `gidisc.strategies.filled`). All other numbers must stand in their own cell or nowhere.
    """
    found: dict[str, list[Decimal | None]] = defaultdict(list)
    for cell in gidisc.cells(report) if report else ():
        found[cell.key].append(None if cell.value is None else Decimal(cell.value))
    excuses = _excuses(content, laid, damaged)
    sorted_keys: dict[str, set[str]] = defaultdict(set)
    wrong = []
    for key in dict.fromkeys([*content.cells, *found]):
        if key not in content.cells and found[key] == [None]:
            continue
        verdict = _judge(content.cells.get(key), found.get(key, [None]), excuses.get(key, set()))
        sorted_keys[verdict].add(key)
        if verdict == "wrong":
            numbers = tuple(value for value in found[key] if value is not None)
            wrong.append(Difference(key, content.cells.get(key), numbers))
    return Verdict(
        right=frozenset(sorted_keys["right"]),
        missing=frozenset(sorted_keys["missing"]),
        excused=frozenset(sorted_keys["excused"]),
        wrong=tuple(wrong),
        claims=tuple(_claims(content, report, laid, damaged)) if report else (),
    )


def _judge(printed: str | None, found: list[Decimal | None], excuses: set[Decimal]) -> str:
    expected = number(printed or "")
    if len(found) != 1:
        return "wrong"
    value = found[0]
    if value == expected:
        return "right"
    if value is None:
        return "missing"
    return "excused" if value in excuses else "wrong"


def _excuses(content: Content, laid: Sheet | None, damaged: Sheet | None) -> dict[str, set[Decimal]]:
    """The numbers in the text that each altered cell may have, and those of rows that were filled."""
    if laid is None or damaged is None:
        return {}
    before, after = laid.runs(), damaged.runs()
    excuses = {key: numbers for key, numbers in damaged.stands().items() if before.get(key) != after[key]}
    for key, numbers in filled(content.cells, damaged).items():
        excuses.setdefault(key, set()).update(numbers)
    return excuses


def _claims(content: Content, report: Report, laid: Sheet | None, damaged: Sheet | None) -> Iterator[str]:
    """The facts that the report gives and that are not so, unless damage spoilt what says them or put them there.

    The first place that names an office settles which it is, and it may be any that prints the name.
    """
    facts = {"agency": content.agency, "year": content.year, "edition": content.edition}
    for name, fact in facts.items():
        claim = getattr(report, name)
        if claim not in (None, fact) and not (laid and damaged and _made_so(content, claim, laid, damaged)):
            yield name


def _made_so(content: Content, claim: object, laid: Sheet, damaged: Sheet) -> bool:
    """Whether after damage the text itself claims this, or no longer shows a title or an office that it showed."""
    before, after = ("".join(sheet.text.split()) for sheet in (laid, damaged))
    spoilt = any(after.count(shown) < before.count(shown) for shown in (content.title, content.agency))
    return spoilt or (str(claim) in after and str(claim) not in before)


def gaps(report: Report) -> list[str]:
    """What the accounting of a report leaves out, counts twice, or gives out of order."""
    found = []
    at = 0
    for piece in report.accounting():
        if piece.span.start < at:
            found.append(report.source[piece.span.start : at])
        found += report.source[at : piece.span.start].split()
        at = max(at, piece.span.end)
    return found + report.source[at:].split()
