"""Which head stands over which rows, and how the text prints it."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator, Sequence

from gidisc import form
from gidisc.normalize.damage import resembles
from gidisc.normalize.found import HeadText, RowText, TableText
from gidisc.normalize.labels import HAN, han
from gidisc.normalize.tokens import Token, TokenKind

_HAN_RUN = re.compile(rf"{HAN.pattern}{{4,}}")
_UNIT = re.compile(r"[万亿千]?元")
# A head is recognised when this share of what only it has is shown, and when it leads the other by the margin.
_SHOWN = 0.4
_MARGIN = 0.3


def name_heads(folded: str, found: TableText, rows: list[RowText], tokens: list[Token], start: int) -> None:
    """Find the head over each block of rows by the characters between the row before and the row below."""
    starts = [token.start for token in tokens]
    at = start
    head: form.Head | None = None
    under: HeadText | None = None
    repeats: tuple[int, ...] = ()
    for row in rows:
        official = found.form.heads(found.form.row(row.id))
        above = tokens[bisect.bisect_left(starts, at) : bisect.bisect_left(starts, row.start)]
        between = [token for token in above if token.kind in (TokenKind.HEAD, TokenKind.KNOWN)]
        # A head that lost characters may look like another whose columns it has, too.
        misread = [token for token in above if token.kind is TokenKind.WORD and _is_near_column(token, official)]
        shown = "".join(token.text for token in (*between, *misread))
        named = best_head(shown, official) if between else None
        if named is not None:
            head = named
            unit = _UNIT.search(folded, between[0].start, row.start)
            damaged = list(_damaged_columns(head, between, above))
            spans = [token.span for token in between] + [token.span for token, _ in damaged]
            repeats = _repeats(head, "".join(token.text for token in between))
            under = HeadText(head, sorted(spans), unit[0] if unit else None, damaged, repeats)
            found.heads.append(under)
        elif head not in official:
            head, under, repeats = None, None, ()
        row.head = head or (official[0] if len(official) == 1 else None)
        row.under = under
        row.repeats = repeats
        at = max([row.end, *(value.end for value in row.values)])


def _is_near_column(token: Token, heads: Sequence[form.Head]) -> bool:
    """Whether words, or those between signs among them, are close to a column of one of several heads."""
    if len(heads) < 2:
        return False
    labels = {han(column.label) for head in heads for column in head.columns}
    words = [han(token.text), *_HAN_RUN.findall(token.text)]
    return any(resembles(shown, label, len(shown) // 3) for shown in words for label in labels)


def _repeats(head: form.Head, printed: str) -> tuple[int, ...]:
    """How often a head prints each of its columns, where it prints one more than once; else nothing."""
    characters = han(printed)
    counts = []
    for column in head.columns:
        counts.append(characters.count(han(column.label)))
        characters = characters.replace(han(column.label), "、")
    return tuple(counts) if min(counts) > 0 and max(counts) > 1 else ()


def _damaged_columns(
    head: form.Head, known: Sequence[Token], tokens: Sequence[Token]
) -> Iterator[tuple[Token, form.Column]]:
    """Unknown words in a head that are close to one of its columns that is not printed otherwise."""
    printed = han("".join(token.text for token in known))
    missing = [column for column in head.columns if han(column.label) not in printed]
    for token in tokens:
        shown = han(token.text)
        near = [column for column in missing if resembles(shown, han(column.label), len(shown) // 3)]
        if token.kind is TokenKind.WORD and len(near) == 1:
            yield token, near[0]


def best_head(printed: str, heads: Sequence[form.Head]) -> form.Head | None:
    """The head whose columns the printed characters show, broken and shuffled as they may be; None if unclear.

    Only characters that one head has and the others have not can tell them apart. A head without such characters is
    shown where all of its own are there, and nothing of the others.
    """
    shown = set(han(printed))
    scores = {}
    for head in heads:
        characters = _head_characters(head)
        others = [_head_characters(other) for other in heads if other is not head]
        own = characters.difference(*others)
        scores[head] = len((own or characters) & shown) / len(own or characters)
        if not own:
            scores[head] = float(characters <= shown)
            scores[head] -= max(len((other - characters) & shown) for other in others)
    first, *rest = sorted(heads, key=scores.__getitem__, reverse=True)
    if scores[first] < _SHOWN or any(scores[other] > scores[first] - _MARGIN for other in rest):
        return None
    return first


@functools.cache
def _head_characters(head: form.Head) -> frozenset[str]:
    """The characters of a head's columns, those apart that the items of article 20 have too."""
    items = "".join(group.label for group in form.PROACTIVE.groups())
    return frozenset("".join(han(column.label) for column in head.columns)).difference(items)
