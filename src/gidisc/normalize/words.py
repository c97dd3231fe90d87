"""Words where a row has its numbers: 无此类文件, 三, what a scan made of a digit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gidisc.normalize.tokens import SEPARATORS, Token, TokenKind, line_end
from gidisc.source import Span

_NUMERALS = re.compile(r"[〇零一二三四五六七八九十百千两]+")
# What is left of a sign that parts cells.
_LETTERS_BEFORE_NUMBER = re.compile(r"[^\w\s]?[A-Za-z]+[ \u200b]+[0-9][0-9,.]*")


def cells_of_words(
    folded: str, start: int, end: int, width: int, tokens: Sequence[Token], known: Sequence[Span]
) -> list[Token] | None:
    """The cells behind a label where words stand in some of them; None where it is not settled that these are cells.

    They are where separators bound them on the line of the label, from `start` to `end`, and the row has no more. Words
    before the first of these are in the cell of the label. Words of the form, at `known`, are cells only where they are
    numerals.
    """
    end = min(end, line_end(folded, start))
    separator = next((sign for sign in SEPARATORS if sign in folded[start:end]), None)
    if separator is None or any(token.start >= end for token in tokens):
        return None
    first = folded.index(separator, start)
    if any(token.start < first for token in tokens):
        return None
    held = sorted([*tokens, *numerals(folded, start, end, known)], key=lambda token: token.start)
    words = any(token.kind is TokenKind.WORD for token in held)
    cells = list(_cells(folded, start, end, separator, held)) if words else []
    if any(_LETTERS_BEFORE_NUMBER.fullmatch(cell.text) for cell in cells):
        return None
    return cells if 0 < len(cells) <= width else None


def numerals(folded: str, start: int, end: int, known: Sequence[Span]) -> list[Token]:
    """The words of the form between two offsets of a line that are Chinese numerals and nothing else."""
    end = min(end, line_end(folded, start))
    return [
        Token(TokenKind.WORD, span.start, span.end, folded[span.start : span.end])
        for span in known
        if start <= span.start < end and _NUMERALS.fullmatch(folded, span.start, span.end)
    ]


def _cells(folded: str, start: int, end: int, separator: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """The stretches between separators in which tokens stand, each one as one value."""
    at = start
    for cell in folded[start:end].split(separator):
        held = [token for token in tokens if at <= token.start < at + len(cell)]
        if len(held) == 1 and held[0].kind is TokenKind.VALUE:
            yield held[0]
        elif held:
            low, high = held[0].start, held[-1].end
            yield Token(TokenKind.VALUE, low, high, folded[low:high])
        at += len(cell) + len(separator)
