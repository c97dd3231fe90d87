"""The vocabulary of the form, found in the text however it was wrapped, spaced or split.

Labels are compared by their Chinese characters alone, so that a label which is broken over lines, cells or pages, or
stands around its values, is one stretch of characters again.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import field, frozen

from gidisc import form
from gidisc.characters import fold
from gidisc.source import Span

HAN = re.compile(r"[一-鿿]")
_NO_HAN = re.compile(r"[^一-鿿]+")
# What belongs to a number is no part of a label that stands around it: its unit behind it, its sign in words before it.
# Nor is 无 where it stands among the cells of a line.
_HAN_OR_NUMBER = re.compile(
    r"[0-9][ \u200b]?(?:[万亿千]?元|[件条项份个宗次笔])|(?<!增)(?<!增/)[增减](?=[ \u200b]?[0-9])"
    r"|(?<=[ \t|])无(?=[ \t|]{1,64}(?:[0-9/—-](?![0-9]?[.、 ]{0,2}[一-鿿])|无[ \t|\n])|[ \t|]{0,64}\n)"
    r"|(?P<han>[增减无]|[一-凎凐-墝墟-旟旡-鿿]+)"
)
# What may stand inside a label without breaking it: punctuation, brackets and quotes, but no white space and no bar.
_INSIDE = re.compile(r"[、，,。.；;：:（）()〔〕\[\]“”\"'‘’《》<>·*\\_/\-—\u200b]*")
_NUMBER_WHOLE = re.compile(r"[一-鿿] [一-鿿][ \t|\n]{0,4}[0-9]{2}|[0-9]{2}[ \t|\n]{0,4}[一-鿿] [一-鿿]")
_YEAR_APART = re.compile(r"[0-9] +[0-9] +[0-9] +[0-9] *年")
_NUMERALS = "一二三四五六七八九十"
_LABEL_LENGTH = 40
# In a shorter word one misread character leaves too little.
_FEWEST_TOLD = 3


@frozen
class HanText:
    """The Chinese characters of a text (folded), and where each of them stands."""

    folded: str = field(repr=False)
    characters: str = field(repr=False)
    offsets: array[int] = field(repr=False)

    @classmethod
    def of(cls, folded: str) -> HanText:
        """The Chinese characters of a folded text."""
        runs = [match.span() for match in _HAN_OR_NUMBER.finditer(folded) if match.lastindex]
        offsets = array("I", itertools.chain.from_iterable(range(*run) for run in runs))
        return cls(folded, "".join([folded[start:end] for start, end in runs]), offsets)

    def without(self, spans: Iterable[Span]) -> HanText:
        """The same text without the characters in some spans."""
        characters: list[str] = []
        offsets = array("I")
        at = 0
        for span in sorted(spans):
            until = bisect.bisect_left(self.offsets, span.start, at)
            characters.append(self.characters[at:until])
            offsets += self.offsets[at:until]
            at = bisect.bisect_left(self.offsets, span.end, until)
        return HanText(self.folded, "".join([*characters, self.characters[at:]]), offsets + self.offsets[at:])

    def between(self, start: int, end: int) -> HanText:
        """The characters that stand between two offsets."""
        low, high = bisect.bisect_left(self.offsets, start), bisect.bisect_left(self.offsets, end)
        return HanText(self.folded, self.characters[low:high], self.offsets[low:high])

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where the characters `start` to `end` stand: a span for each stretch without white space or values."""
        spans: list[Span] = []
        low = high = self.offsets[start]
        for offset in self.offsets[start + 1 : end]:
            if not _INSIDE.fullmatch(self.folded, high + 1, offset):
                spans.append(Span(start=low, end=high + 1))
                low = offset
            high = offset
        spans.append(Span(start=low, end=high + 1))
        return tuple(spans)


@frozen
class Term:
    """A heading, row label, group or head of the form, with its place in the order of the form.

    `order` counts headings and rows; what may be printed anywhere in its table (groups, heads) has None.
    """

    kind: str
    table: str
    id: str
    label: str
    number: str = ""
    order: int | None = None
    printed: str = ""


@frozen(eq=False)
class Sighting:
    """A term found in a text: where, and how sure that is.

    `wording` is what was found, from the character `at` of `text` on; `leads` says that it begins its line or cell, its
    own number apart.
    """

    term: Term
    text: HanText = field(repr=False)
    at: int
    wording: str
    start: int
    end: int
    weight: float = 0.0
    damaged: bool = False
    leads: bool = False

    @classmethod
    def of(cls, term: Term, text: HanText, at: int, wording: str, *, damaged: bool = False) -> Sighting:
        """A term whose wording stands from the character `at` of a text on."""
        start, end = text.offsets[at], text.offsets[at + len(wording) - 1] + 1
        # The stroke of 本年增/减 belongs to the label where it ends it.
        stroke = "/" in term.label and text.folded.startswith("/", end)
        return cls(term, text, at, wording, start, end + stroke, damaged=damaged)

    def weighing(self, weight: float, *, leads: bool) -> Sighting:
        """The same sighting with its weight."""
        return Sighting(self.term, self.text, self.at, self.wording, self.start, self.end, weight, self.damaged, leads)

    @functools.cached_property
    def spans(self) -> tuple[Span, ...]:
        """The stretches that hold it, with the stroke of 本年增/减 where it ends one of them."""
        spans = self.text.spans(self.at, self.at + len(self.wording))
        if "/" not in self.term.label:
            return spans
        return tuple(Span(start=s.start, end=s.end + self.text.folded.startswith("/", s.end)) for s in spans)


def han(text: str) -> str:
    """The Chinese characters of a text, folded."""
    return _han_of_label(text) if len(text) <= _LABEL_LENGTH else _NO_HAN.sub("", fold(text))


@functools.lru_cache(maxsize=2048)
def _han_of_label(text: str) -> str:
    """The same of what may be a label: labels come again and again."""
    return _NO_HAN.sub("", fold(text))


@functools.cache
def ordered_terms() -> tuple[tuple[Term, tuple[str, ...]], ...]:
    """The headings and rows of both editions in the order of the form, each with its wordings."""
    terms: list[tuple[str, str, str, str, str, str, tuple[str, ...]]] = []
    tables = {table.section: table for table in form.TABLES}
    for heading in form.HEADINGS:
        wordings = (heading.label, *heading.wordings)
        terms.append(("heading", "", str(heading.number), heading.label, heading.numeral, heading.label, wordings))
        table = tables.get(heading.number)
        if table is not None and table is not form.DISPUTES:
            for row in table.rows():
                wordings = (row.label, *row.wordings)
                terms.append(("row", table.id, row.id, row.label, row.number, row.printed, wordings))
    return tuple(
        (Term(kind, table, id_, label, number, order, printed), wordings)
        for order, (kind, table, id_, label, number, printed, wordings) in enumerate(terms)
    )


@functools.cache
def column_names() -> str:
    """A pattern for the names of columns, the longest first, whatever invisible stands inside."""
    heads = [head for table in form.TABLES for row in table.rows() for head in table.heads(row)]
    names = {column.label for head in (*heads, form.RESULTS) for column in head.columns}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join("\u200b*".join(map(re.escape, name)) for name in ordered)


@functools.cache
def _ordered_vocabulary() -> tuple[dict[str, tuple[Term, tuple[str, ...]]], re.Pattern[str]]:
    """Every wording with its term and the shorter wordings of the same term that it begins with."""
    vocabulary: dict[str, Term] = {}
    for term, wordings in ordered_terms():
        numeral = han(term.number)
        for wording in wordings:
            for prefix in {"", numeral} if term.kind == "row" else {""}:
                vocabulary.setdefault(prefix + han(wording), term)
    nested = {
        wording: (term, tuple(other for other in vocabulary if vocabulary[other] is term and wording.startswith(other)))
        for wording, term in vocabulary.items()
    }
    return nested, _pattern(nested)


@functools.cache
def _loose_vocabulary(table_id: str) -> tuple[dict[str, Term], re.Pattern[str]]:
    """Groups, heads and notes of a table: what is known there and is no row of values."""
    table = form.table_of(table_id)
    vocabulary: dict[str, Term] = {}

    def add(kind: str, id_: str, wording: str, number: str = "", printed: str = "", label: str = "") -> None:
        for prefix in ("", han(number)):
            term = Term(kind, table_id, id_, label or wording, number, None, printed)
            vocabulary.setdefault(prefix + han(wording), term)

    for group in table.groups():
        add("group", group.id, group.label, group.number, group.printed)
        for head in group.heads:
            for column in head.columns:
                for wording in (column.label, *column.wordings):
                    add("head", head.id, wording, label=column.label)
            add("head", head.id, head.corner)
    if table.head is not None:
        for column in table.head.columns:
            for wording in (column.label, *column.wordings):
                add("head", table.head.id, wording, label=column.label)
        if table is form.REQUESTS:
            for label in (form.BALANCE_NOTE, form.APPLICANT_GROUP, table.head.corner):
                add("head", table.head.id, label)
        else:
            for row in table.rows():
                add("head", row.id, row.label)
    if table is form.PROACTIVE:
        for note in form.UNIT_NOTES:
            if len(han(note)) > 2:
                add("head", form.FEES_2021.id, note)
    return vocabulary, _pattern(vocabulary)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the longest of some words at a place, by their common beginnings: one way for every character."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return re.compile(_branches(tree))


def _branches(tree: dict[str, Any]) -> str:
    """The pattern of a tree of characters, in which an empty one ends a word."""
    branches = [character + _branches(below) for character, below in tree.items() if character]
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + "?" * ("" in tree) if branches else ""


def sight_ordered(text: HanText) -> Iterator[Sighting]:
    """Every place where the characters of a heading or row label stand, however unlikely."""
    vocabulary, pattern = _ordered_vocabulary()
    found = pattern.search(text.characters)
    while found is not None:
        term, wordings = vocabulary[found[0]]
        for wording in wordings:
            yield Sighting.of(term, text, found.start(), wording)
        found = pattern.search(text.characters, found.start() + 1)


def sight_loose(text: HanText, table_id: str) -> Iterator[Sighting]:
    """Groups and heads of a table, from left to right, the longest first, none over another."""
    vocabulary, pattern = _loose_vocabulary(table_id)
    for match in pattern.finditer(text.characters):
        yield Sighting.of(vocabulary[match[0]], text, match.start(), match[0])


@functools.cache
def fragments(table_id: str) -> str:
    """The groups, heads and notes of a table in one string: a fragment of any of them is a part of it."""
    return "\n".join(_loose_vocabulary(table_id)[0])


@functools.lru_cache(maxsize=1024)
def is_close_to_known(table_id: str, characters: str) -> bool:
    """Whether characters are a group, head or note of a table, but for one of them that was misread."""
    if len(characters) < _FEWEST_TOLD:
        return False
    return any(
        len(word) == len(characters) and sum(map(str.__ne__, word, characters)) == 1
        for word in _loose_vocabulary(table_id)[0]
    )


def in_single_characters(folded: str, sightings: Sequence[Sighting]) -> bool:
    """Whether most labels stand in single characters, as numbers then may too.

    Where white space within lines parts them, as it does in texts read from pictures, numbers of several digits among
    such characters show that it parts no numbers.
    """
    broken = [sighting for sighting in sightings if all(span.end - span.start == 1 for span in sighting.spans)]
    if 2 * len(broken) <= len(sightings):
        return False
    between = [folded[a.end : b.start] for sighting in broken for a, b in itertools.pairwise(sighting.spans)]
    if 2 * sum("\n" in gap for gap in between) > len(between):
        return True
    return _YEAR_APART.search(folded) is not None or _NUMBER_WHOLE.search(folded) is None


@functools.cache
def numeral_of(number: str) -> str:
    """The bare numeral of a printed number: `1` of `1.`, `三` of `（三）`."""
    return "".join(character for character in number if character.isdigit() or character in _NUMERALS)
