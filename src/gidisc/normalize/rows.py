"""The rows of a table: each label with the values that stand around it."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from gidisc import form
from gidisc.normalize.damage import resembles
from gidisc.normalize.found import RowText, TableText
from gidisc.normalize.heads import name_heads
from gidisc.normalize.labels import HAN, HanText, Sighting, han, numeral_of, sight_loose
from gidisc.normalize.names import named_values
from gidisc.normalize.numerals import NUMERAL, UNREAD_NUMBER, plain
from gidisc.normalize.tokens import Token, TokenKind, line_start, list_numeral, lone_values, tokenize
from gidisc.normalize.words import cells_of_words, numerals
from gidisc.source import Span

_BRACKETED = re.compile(r"[ \u200b\n]{0,4}\([^()|\t]{1,160}(?:\([^()|\t\n]{0,40}\)[^()|\t]{0,80})?\)")
_LONE_VALUE = re.compile(r"(?:^|\s)[0-9]+(?=\s|$)")
_NUMBER_BEFORE = re.compile(
    rf"[(（]?[ \u200b]*(?P<numeral>{NUMERAL})"
    r"(?P<after>[ \u200b]*[)）]?[ \u200b]*(?:\n[ \u200b]*(?=[.、．]))?\\?[.、．,·:]?[ \u200b*]*[“\"'‘]?)\Z"
)
_BARE_NUMBER = re.compile(r"(?:^[ \u200b|*]*|[一-鿿][ \u200b\t|*]+)(?P<numeral>[0-9])[ \u200b]+\Z", re.MULTILINE)
# Of 无法提供 printed down the page, 无 alone stands before a line of a label, and is no cell.
_GROUP_BESIDE_LABEL = re.compile(r"无 +(?!无)[一-鿿]")
# Data frames have their columns under different names: 总计, 总计.1, 总计.2.
_SUFFIX = re.compile(r"[)'\"]*\.[0-9]{1,2}[)'\"]*,?")

# A fragment of so many characters is of no other label by chance.
_SURE_FRAGMENT = 4
# One of so many characters may be misread.
_LONG_FRAGMENT = 8
# So many labels of the form behind their own numbers, and most of all, are no chance.
_FEWEST_BARE = 3
_MOST_BARE = 0.9


def read_rows(
    text: HanText, table: form.Table, sightings: Sequence[Sighting], start: int, end: int, furniture: Sequence[Span]
) -> TableText:
    """The rows of `sightings` with their values, in the text from `start` (behind what came before) to `end`."""
    folded = text.folded
    rows = [_row_text(folded, sighting) for sighting in sightings]
    _take_bare_numbers(folded, rows)
    _doubt_numbers_of_others(folded, table, rows)
    group = _group_not_row(rows)
    labels = [span for row in rows for span in row.spans]
    loose, brackets = _loose(text, table, labels, start, end)
    if group is not None:
        rows.remove(group)
    found = TableText(form=table, start=start, end=end, rows=rows)
    if group is not None:
        found.groups[group.id] = list(group.spans)
    found.variants = [sighting for sighting in loose if not sighting.wording.endswith(han(sighting.term.label))]
    for sighting in loose:
        if sighting.term.kind == "group":
            found.groups.setdefault(sighting.term.id, []).extend(sighting.spans)
        else:
            found.known.extend(sighting.spans)
    found.columns = [sighting for sighting in loose if sighting.term.kind == "head"]
    found.known.extend(brackets)
    found.known.extend(strokes := list(_strokes_in_heads(folded, found.columns)))
    masks = sorted([*labels, *brackets, *strokes, *furniture, *(span for sighting in loose for span in sighting.spans)])
    tokens = list(tokenize(folded, start, end, masks, table.id))
    ends = {span.end for span in (*brackets, *(span for sighting in loose for span in sighting.spans))}
    tokens = [_of_head(token) if token.start in ends else token for token in tokens]
    named = named_values(folded, [row.end for row in rows], loose, tokens)
    for row in rows:
        row.names = [name.term.label for name, _ in named.get(row.end, [])]
    names = {name.start for pairs in named.values() for name, _ in pairs}
    heads = [sighting for sighting in loose if _is_head_of_block(sighting) and sighting.start not in names]
    tokens += [
        Token(TokenKind.HEAD, span.start, span.end, folded[span.start : span.end]) for s in heads for span in s.spans
    ]
    tokens.sort(key=lambda token: token.start)
    _distribute(folded, found, rows, tokens, start, end)
    opened = {group.id for row in rows for group in table.path(row.id)}
    # A group under which no row is printed is known, and no line of the table.
    found.known += [span for id_, spans in found.groups.items() if id_ not in opened for span in spans]
    return found


def _strokes_in_heads(folded: str, heads: Iterable[Sighting]) -> Iterator[Span]:
    """The strokes that parts of heads on lines of their own leave between them, as in 本年增/减: no marks."""
    for head in heads:
        for before, after in itertools.pairwise(head.spans):
            if folded[before.end : after.start].strip() == "/":
                yield Span(start=before.end, end=after.start)


def _of_head(token: Token) -> Token:
    """What touches a head: a number that tells the same heads apart is no value."""
    return Token(TokenKind.KNOWN, token.start, token.end, token.text) if _SUFFIX.fullmatch(token.text) else token


def _group_not_row(rows: Sequence[RowText]) -> RowText | None:
    """（六）其他处理 where it opens the rows 1 to 3 of the form of 2021, or where nothing follows it."""
    opened = [row for row in rows if row.id == "other_outcomes"]
    nested = any(row.id.startswith("other_outcomes.") for row in rows)
    return opened[0] if opened and nested else None


def _is_head_of_block(sighting: Sighting) -> bool:
    """Whether a sighting ends the values of the row before it, as the heads and items of table 二 do."""
    return sighting.term.table == "proactive"


def _row_text(folded: str, sighting: Sighting) -> RowText:
    spans = list(sighting.spans)
    start = _label_start(folded, sighting)
    if start < spans[0].start:
        spans[0] = Span(start=start, end=spans[0].end)
    return RowText(sighting=sighting, start=start, end=spans[-1].end, until=len(folded), spans=spans)


def _label_start(folded: str, sighting: Sighting) -> int:
    """Where a label begins, its own list number included: `1.`, `（一）`, `一、`, or a bare `1` that touches it."""
    before = folded[max(0, sighting.start - 12) : sighting.start]
    match = _NUMBER_BEFORE.search(before)
    unread = UNREAD_NUMBER.search(before) if match is None else None
    if unread is not None:
        return sighting.start - len(before) + unread.start()
    own = numeral_of(sighting.term.number)
    # A mark on the next line may have lost its number: then the one before it is a value.
    sure = match is not None and "\n" not in match["after"] and re.search(r"[.、)）·:]", match["after"]) is not None
    if match is None or (plain(match["numeral"]) != own and not sure):
        return sighting.start
    if not match["after"].strip() and match["after"]:
        return sighting.start
    # What stands before the numeral is part of the label only where it is a bracket.
    start = sighting.start - len(before) + match.start(0 if match[0][0] in "(（" else "numeral")
    if start > 0 and folded[start].isdigit() and folded[start - 1].isdigit():
        return sighting.start
    return start


def _take_bare_numbers(folded: str, rows: Sequence[RowText]) -> None:
    """Give labels their list numbers where these are bare, and only spaces part the two.

    One such number may be a value of the row before. Where most labels have their own at the beginning of their lines,
    or behind the label of their group, they are none.
    """
    numbered = [row for row in rows if row.sighting.term.number[:1].isdigit()]
    bare = []
    for row in numbered:
        match = _BARE_NUMBER.search(folded, line_start(folded, row.start), row.start)
        if match is not None and match["numeral"] == numeral_of(row.sighting.term.number):
            bare.append((row, match.start("numeral")))
    if len(bare) >= max(_FEWEST_BARE, _MOST_BARE * len(numbered)):
        for row, at in bare:
            row.spans.insert(0, Span(start=at, end=at + 1))
            row.start = at


def _doubt_numbers_of_others(folded: str, table: form.Table, rows: Sequence[RowText]) -> None:
    """Doubt a label behind the list number of another in its group, which lacks it: lines may have traded places."""
    numbered = [(row, table.path(row.id)[-1:], _printed_number(folded, row)) for row in rows]
    own = {(group, number) for row, group, number in numbered if number == _own(row)}
    for row, group, number in numbered:
        if number not in (None, _own(row)) and (group, number) not in own:
            row.misnumbered = True


def _own(row: RowText) -> str:
    return numeral_of(row.sighting.term.number)


def _printed_number(folded: str, row: RowText) -> str | None:
    match = _NUMBER_BEFORE.search(folded[row.start : row.sighting.start]) if row.start < row.sighting.start else None
    return plain(match["numeral"]) if match else None


def _loose(
    text: HanText, table: form.Table, labels: Sequence[Span], start: int, end: int
) -> tuple[list[Sighting], list[Span]]:
    zone = text.between(start, end).without(labels)
    loose = list(sight_loose(zone, table.id))
    ends = [*(span.end for span in labels), *(sighting.end for sighting in loose)]
    brackets = []
    for at in ends:
        match = _BRACKETED.match(text.folded, at, end)
        if match and len(HAN.findall(match[0])) > 1 and not _LONE_VALUE.search(match[0]):
            brackets.append(Span(start=match.end() - len(match[0].lstrip()), end=match.end()))
    brackets = [b for b in brackets if not any(label.start >= b.start and label.end <= b.end for label in labels)]
    loose = [s for s in loose if not any(b.start < s.end and s.start < b.end for b in brackets)]
    return loose, brackets


def _distribute(folded: str, found: TableText, rows: list[RowText], tokens: list[Token], start: int, end: int) -> None:
    starts = [token.start for token in tokens]
    _reach_back(rows, tokens, starts, start)
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        row.until = after.start if after else end
        low, high = bisect.bisect_left(starts, row.start), bisect.bisect_left(starts, row.until)
        _take(folded, found, row, tokens[low:high])
        heads = (token.start for token in tokens[low:high] if token.kind is TokenKind.HEAD and token.start >= row.end)
        follows = next(heads, after.start if after else None)
        row.next_on_line = follows is not None and "\n" not in folded[row.end : follows]
    first = rows[0].start if rows else end
    before = tokens[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, first)]
    found.strays = lone_values(folded, before)
    found.words = [token for token in before if token.kind is TokenKind.WORD]
    found.known += [token.span for token in before if token.kind is TokenKind.KNOWN]
    name_heads(folded, found, rows, tokens, start)
    for row in rows:
        _read_words(folded, found, row)


def _read_words(folded: str, found: TableText, row: RowText) -> None:
    """Take the words among the cells of a row for what its cells say."""
    held = [*row.values, *row.strays, *row.words]
    if row.width and all(token.start >= row.end for token in held) and not row.next_on_line:
        cells = cells_of_words(folded, row.end, row.until, row.width, held, found.known)
        if cells is not None and not any(_is_copy(cell, row) for cell in cells):
            taken = {cell.start for cell in cells}
            row.values, row.strays, row.words, row.broken = cells, [], [], False
            found.known = [span for span in found.known if span.start not in taken]
        elif not row.values:
            row.broken = row.broken or bool(numerals(folded, row.end, row.until, found.known))


def _reach_back(rows: list[RowText], tokens: list[Token], starts: list[int], start: int) -> None:
    """Give a label its list number where values or the end of a cell stand between the two."""
    for index, row in enumerate(rows):
        own = numeral_of(row.sighting.term.number)
        floor = rows[index - 1].end if index else start
        at = bisect.bisect_left(starts, row.start) - 1
        while at >= 0 and tokens[at].start >= floor and tokens[at].kind is TokenKind.VALUE:
            at -= 1
        if own and at >= 0 and tokens[at].start >= floor and list_numeral(tokens[at]) == own:
            row.start = tokens[at].start
            row.spans.insert(0, tokens[at].span)


def _take(folded: str, found: TableText, row: RowText, tokens: Iterable[Token]) -> None:
    ended = numbered = False
    label = han(row.sighting.term.printed)
    for token in tokens:
        fragment = "".join(HAN.findall(token.text))
        if token.kind is TokenKind.HEAD:
            ended = ended or token.start > row.start
        elif token.kind is TokenKind.VALUE and row.start < token.start < row.end and _touches(folded, token):
            # What a scan or a font made of a character of the label.
            row.spans.append(token.span)
        elif row.start < token.start < row.end and _GROUP_BESIDE_LABEL.match(folded, token.start):
            found.known.append(token.span)
        elif token.kind is TokenKind.VALUE:
            row.parted = row.parted or (numbered and not ended)
            (row.strays if ended else row.values).append(token)
        elif token.kind is TokenKind.LIST_NUMBER:
            foreign = list_numeral(token) != numeral_of(row.sighting.term.number)
            row.misnumbered = row.misnumbered or (foreign and token.start >= row.end and not row.values)
            numbered = numbered or bool(row.values)
        elif token.kind is TokenKind.KNOWN:
            found.known.append(token.span)
        elif token.kind is TokenKind.WORD and _is_part(fragment, label, found.form) and not _has_digits(token, row):
            if len(fragment) >= _SURE_FRAGMENT and row.broken and not row.strays:
                # What was misread stands inside the label.
                row.spans += [word.span for word in row.words]
                row.words, row.broken, ended = [], False, False
            row.spans.append(token.span)
            row.end = max(row.end, token.end)
        else:
            row.words.append(token)
            row.broken = row.broken or not (row.values or ended)
            ended = True
    row.spans.sort()


def _is_copy(cell: Token, row: RowText) -> bool:
    """Whether a cell may be a copy of its label that lost characters."""
    characters = han(cell.text)
    return len(characters) > 1 and {*characters} <= {*han(row.sighting.term.printed)}


def _touches(folded: str, token: Token) -> bool:
    """Whether what reads like digits and is none touches a Chinese character behind it."""
    return not any(map(str.isdecimal, token.text)) and HAN.match(folded, token.end) is not None


def _is_part(fragment: str, label: str, table: form.Table) -> bool:
    """Whether characters are a part of a label, or close to one that is long enough to tell, and of no other."""
    if fragment in label:
        return fragment != ""
    if len(fragment) < _LONG_FRAGMENT or not resembles(fragment, label, len(fragment) // _LONG_FRAGMENT):
        return False
    return not any(fragment in han(row.printed) for row in table.rows())


def _has_digits(token: Token, row: RowText) -> bool:
    """Whether words hold digits, apart from the list number of a row whose label is repeated before its values."""
    words = token.text if row.values else token.text.removeprefix(row.sighting.term.number)
    return any(character.isdigit() for character in words)
