"""Where the table stands in a text, and which of its ways to be printed tells its cells."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from attrs import frozen

from gidisc import form
from gidisc.normalize.disputes.one_row import bare_row, may_be_broken, place, runs_on, values_behind
from gidisc.normalize.disputes.row_by_row import row_by_row
from gidisc.normalize.disputes.steps import by_steps, has_whole_head
from gidisc.normalize.disputes.text import WIDTH, DisputesText
from gidisc.normalize.disputes.turns import by_turns
from gidisc.normalize.labels import HanText, Sighting, han, is_close_to_known, sight_loose
from gidisc.normalize.tokens import Token, TokenKind, line_end, line_start, lone_values, tokenize
from gidisc.source import Span, Stretch

# Prose names a kind of case now and then; a head names results over and over.
_HEAD_SIGNS = 4
_COLUMNS = len(form.RESULTS.columns)
_KINDS = WIDTH // _COLUMNS


@frozen
class Zone:
    """Where the table may stand, and whether its heading is printed above.

    `behind` is the section that follows, where the last of its values may stand before the prose.
    """

    start: int
    end: int
    is_headed: bool
    behind: Stretch


def read_disputes(
    text: HanText, zone: Zone, furniture: Sequence[Span], broken: Sequence[Span], *, others_are_full: bool
) -> DisputesText | None:
    """The table in a zone; None where neither its heads nor, under its heading, fifteen cells are there.

    `broken` are stretches of drawn grids whose edges do not meet: no cell is certain there. Where `others_are_full`,
    the rows of the other tables, no number is broken in two.
    """
    start, end = zone.start, zone.end
    sightings = [
        sighting
        for sighting in sight_loose(text.between(start, end), form.DISPUTES.id)
        if not _is_in_sentence(text.folded, sighting, start)
    ]
    tokens = _tokens(text, start, end, sightings, furniture)
    cells = row_by_row(text.folded, sightings, tokens) or by_turns(sightings, tokens)
    cells = cells or (bare_row(text.folded, sightings, tokens) if zone.is_headed else None)
    printed = [cell for cell in cells or () if cell]
    if cells is not None and not _meet(printed, broken):
        last = max((cell.start for cell in printed), default=end)
        return DisputesText(heads=_heads(sightings, tokens, last), values=printed, cells=cells)
    known = [token for token in tokens if token.kind is TokenKind.KNOWN]
    named = any(sighting.term.id == form.RESULTS.id for sighting in sightings)
    if len(sightings) + len(known) < (_HEAD_SIGNS if named else 2 * _HEAD_SIGNS):
        return None
    found = _under_heads(text.folded, sightings, tokens)
    values, strays = found.values, found.strays
    if _goes_on(text.folded, values, tokens) or _meet(values, broken):
        return found
    if any(value.holds_several for value in values):
        return found
    if values and _come_by_turns(text.folded, sightings, known, values):
        _take_tail(found, text, *zone.behind, furniture)
        return found
    if _are_out_of_order(text.folded, sightings, values):
        return found
    if not others_are_full and runs_on(text.folded, values, end):
        return found
    last = found.heads_end
    if not values and not strays:
        found.words = _words_for_values(text.folded, tokens, last, end)
        found.cells = None if found.words else [None] * WIDTH
    elif len(values) == WIDTH and strays and not may_be_broken(text.folded, sightings, values):
        found.likely = place(text.folded, sightings, values, last, end, others_are_full)
    elif values and not strays and not may_be_broken(text.folded, sightings, values):
        found.cells = place(text.folded, sightings, values, last, end, others_are_full)
        found.cells = found.cells or by_steps(text.folded, sightings, values, last)
    if found.cells is None:
        _take_tail(found, text, *zone.behind, furniture)
    return found


def _tokens(
    text: HanText, start: int, end: int, sightings: Sequence[Sighting], furniture: Sequence[Span]
) -> list[Token]:
    masks = sorted([*furniture, *(span for sighting in sightings for span in sighting.spans)])
    return list(tokenize(text.folded, start, end, masks, form.DISPUTES.id))


def _under_heads(folded: str, sightings: Sequence[Sighting], tokens: Sequence[Token]) -> DisputesText:
    """The heads and what stands behind the last of them, cells not settled."""
    heads = _heads(sightings, tokens, len(folded))
    last = max(span.end for spans in heads.values() for span in spans)
    values = values_behind(folded, [token for token in tokens if token.start >= last])
    strays = [
        token for token in lone_values(folded, tokens) if token not in values and (not values or token.start < last)
    ]
    first = min(span.start for spans in heads.values() for span in spans)
    shown, is_pure = _shown(folded, tokens, first)
    return DisputesText(heads=heads, values=values, strays=strays, shown=shown, is_pure=is_pure)


def _come_by_turns(folded: str, sightings: Sequence[Sighting], known: Sequence[Token], values: Sequence[Token]) -> bool:
    """Whether the parts of several heads are printed by turns: cells on lines of their own need not be in order."""
    parts = [token for token in known if not is_close_to_known(form.DISPUTES.id, han(token.text))]
    by_turns = not has_whole_head(sightings) and len(parts) > len(form.RESULTS.columns)
    return by_turns and "\n" in folded[values[0].start : values[-1].end]


def _are_out_of_order(folded: str, sightings: Sequence[Sighting], values: Sequence[Token]) -> bool:
    """Whether names of results are out of their order, and values stand on several lines: these may be, too."""
    if not values or "\n" not in folded[values[0].start : values[-1].end]:
        return False
    named = [sighting.term.label for sighting in sightings if sighting.term.id == form.RESULTS.id]
    official = iter([column.label for column in form.RESULTS.columns] * max(_KINDS, len(named) // _COLUMNS))
    return not all(label in official for label in named)


def _is_in_sentence(folded: str, sighting: Sighting, start: int) -> bool:
    """Whether a name stands on a line of prose; `start` is where the section begins."""
    low = line_start(folded, sighting.start)
    return start <= low and "。" in folded[low : line_end(folded, sighting.end)]


def _shown(folded: str, tokens: Sequence[Token], start: int) -> tuple[list[Token], bool]:
    """The values that are no prose, and whether no unknown words stand among them and the heads, from `start` on."""
    shown = lone_values(folded, tokens)
    last = max((value.end for value in shown), default=start)
    return shown, not any(token.kind is TokenKind.WORD and start < token.start < last for token in tokens)


def _take_tail(found: DisputesText, text: HanText, start: int, end: int, furniture: Sequence[Span]) -> None:
    """Give the table what stands of it behind the next heading: heads and numbers before the first line of prose."""
    sightings = list(sight_loose(text.between(start, end), form.DISPUTES.id))
    tokens = _tokens(text, start, end, sightings, furniture)
    of_table = list(itertools.takewhile(lambda token: token.kind is TokenKind.KNOWN or token.text.isdigit(), tokens))
    prose = next((token.start for token in tokens[len(of_table) :]), end)
    until = prose if prose == end else text.folded.rfind("\n", 0, prose)
    found.tail = [token for token in of_table if token.kind is TokenKind.VALUE and token.end <= until]
    found.shown += found.tail
    last = max((value.end for value in found.tail), default=start)
    for sighting in sightings:
        if sighting.end <= last:
            found.heads.setdefault(sighting.term.id, []).extend(sighting.spans)
    known = [token.span for token in of_table if token.kind is TokenKind.KNOWN and token.end <= last]
    found.heads[form.RESULTS.id] += known


def _heads(sightings: Sequence[Sighting], tokens: Sequence[Token], last: int) -> dict[str, list[Span]]:
    """The heads by what they name; what the form knows before `last` is a part of the names of results."""
    heads: dict[str, list[Span]] = {}
    for sighting in sightings:
        heads.setdefault(sighting.term.id, []).extend(sighting.spans)
    known = [token.span for token in tokens if token.kind is TokenKind.KNOWN and token.start < last]
    heads.setdefault(form.RESULTS.id, []).extend(known)
    return heads


def _meet(values: Sequence[Token], broken: Sequence[Span]) -> bool:
    """Whether some values stand where the edges of a drawn grid do not meet."""
    return any(span.start <= value.start < span.end for span in broken for value in values)


def _words_for_values(folded: str, tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """The words in place of a row without values behind heads that end at `start`, as scans make them of numbers.

    A paragraph with a whole sentence is prose behind a blank row.
    """
    words = list(itertools.dropwhile(lambda token: token.start < start, tokens))
    if not words:
        return []
    paragraph = folded.find("\n\n", words[0].start, end)
    until = paragraph if paragraph >= 0 else end
    is_prose = "。" in folded[words[0].start : until]
    return [] if is_prose else [word for word in words if word.start < until]


def _goes_on(folded: str, values: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether pieces of numbers stand behind the last value on its line."""
    last = values[-1].end if values else len(folded)
    end = line_end(folded, last)
    return any(token.kind is TokenKind.LIST_NUMBER and last <= token.start < end for token in tokens)
