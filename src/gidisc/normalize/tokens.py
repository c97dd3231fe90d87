"""The pieces of a table's text between its row labels: values, list numbers, known words and unknown ones."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from gidisc import form
from gidisc.normalize.labels import HAN, fragments, han, is_close_to_known
from gidisc.source import Span, Stretch
from gidisc.values import is_mark

# White space, bars, emphasis, box drawing and invisible characters separate runs; so does what HTML puts between cells.
_RUN = re.compile(r"</?[A-Za-z][^<>\n]{0,80}>|[^\s|&;*\u200b─-╿<]+|<")
VALUE = re.compile(r"\\?[-+减增]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?(?:[件条项份个宗次笔]|[万亿千]?元)?")
SEPARATORS = ("\t", "|", "&")
"""What separates cells on a line."""
DOUBLE_BAR = "||"
"""What separates cells on the lines of wikis, where those of other tables have a blank cell."""

_RULE = re.compile(r"[-—=_:+.·~]{3,}|:?-+:")
_UNIT = re.compile(r"[万亿千]?元|[件条项份个宗次笔]")
_ADDRESS = re.compile(r"[A-Za-z]{3}")
# The merged label beside most rows is printed down the page, a character a line. What 年 counts is a year.
_DOWN_THE_PAGE = frozenset(han(next(form.REQUESTS.groups()).label)) - {"年"}
# Quotes beside a number close a label, or are specks on the page.
_QUOTED = re.compile(rf"[“”\"]*(?P<number>{VALUE.pattern})[“”\"]*")
_ESCAPE = re.compile(r"\\(?=[-—/])")
# A list number has a mark behind it, or was in brackets of which one may be lost.
_LIST_NUMBER = re.compile(
    r"\(?(?P<numeral>[0-9]{1,2}|[一二三四五六七八九十])(?:\)?\\?[、.,．]|\))|\((?:[0-9]{1,2}|[一二三四五六七八九十])"
)
# On a page that breaks a title, its year may stand on the line before what goes on with 年.
_YEAR = re.compile(r"(?:19|20)[0-9]{2}[ \u200b]*\n?[ \u200b]*年[一-鿿]")
_DIGITS_OF_YEAR = 4
_SEVERAL = re.compile(r"[0-9][、,;:\"]+[0-9]")
_DIGIT = re.compile(r"[0-9²³¹①-⑳]")
# What scans make of digits, and the zero among Chinese numerals: meant as numbers, and no numbers.
_LIKE_DIGITS = re.compile(r"[0-9OoQDIilSsZzBb〇○◯]{1,4}")


class TokenKind(enum.Enum):
    """What a token is."""

    VALUE = enum.auto()
    LIST_NUMBER = enum.auto()
    KNOWN = enum.auto()
    HEAD = enum.auto()
    WORD = enum.auto()


@frozen
class Token:
    """A piece of a table's text: what it is, and where it stands."""

    kind: TokenKind
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(start=self.start, end=self.end)

    @property
    def holds_several(self) -> bool:
        """Whether several numbers stand in it, with something between them that no number has."""
        return not self.text.isdigit() and not VALUE.fullmatch(self.text) and _SEVERAL.search(self.text) is not None


def gaps(start: int, end: int, masks: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """The stretches between `start` and `end` that no mask covers; masks in order, without overlap."""
    at = start
    for mask in masks:
        if mask.end <= at:
            continue
        if mask.start >= end:
            break
        if mask.start > at:
            yield at, mask.start
        at = mask.end
    if at < end:
        yield at, end


def tokenize(folded: str, start: int, end: int, masks: Iterable[Span], table_id: str) -> Iterator[Token]:
    """The tokens of a stretch of a table's text, masked stretches (labels, heads, furniture) left out."""
    waiting: Token | None = None
    for low, high in gaps(start, end, masks):
        for begins, ends in _runs(folded, low, high):
            token = _token(folded[begins:ends], begins, ends, table_id)
            if token is None or _breaks_line(folded, token):
                continue
            if ends - begins == _DIGITS_OF_YEAR and _YEAR.match(folded, begins):
                token = Token(TokenKind.WORD, begins, ends, token.text)
            if waiting is not None and (_is_unit_of(folded, waiting, token) or _is_sign_of(folded, waiting, token)):
                waiting = Token(TokenKind.VALUE, waiting.start, token.end, waiting.text + token.text)
                continue
            if waiting is not None:
                yield waiting
            waiting = token
    if waiting is not None:
        yield waiting


def _runs(folded: str, start: int, end: int) -> Iterator[Stretch]:
    """What white space and separators part; a number apart from the character of a merged label that touches it."""
    for match in _RUN.finditer(folded, start, end):
        last = match.end() - 1
        if folded[last] in _DOWN_THE_PAGE and folded[match.start() : last].isdigit():
            yield match.start(), last
            yield last, match.end()
        else:
            yield match.span()


def _is_unit_of(folded: str, value: Token, token: Token) -> bool:
    """Whether a token is the unit of the number before it, split off by spaces, as in `46.5 万元`."""
    if value.kind is not TokenKind.VALUE or not value.text[-1:].isdigit() or not _UNIT.fullmatch(token.text):
        return False
    return folded[value.end : token.start].strip(" \u200b") == ""


def _breaks_line(folded: str, token: Token) -> bool:
    """Whether a token is the sign at the end of words with which Markdown breaks a line in a cell."""
    return token.text == "\\" and HAN.match(folded, token.start - 1) is not None


def _is_sign_of(folded: str, sign: Token, token: Token) -> bool:
    """Whether a token is the number of the sign in words before it, split off by a space or a line end: `减 3`."""
    if sign.text not in ("增", "减") or token.kind is not TokenKind.VALUE or not token.text[:1].isdigit():
        return False
    return folded[sign.end : token.start].strip("\u200b") in ("", " ", "\n")


def _token(run: str, start: int, end: int, table_id: str) -> Token | None:
    if run.isdigit() and run.isascii():
        return Token(TokenKind.VALUE, start, end, run)
    if VALUE.fullmatch(run):
        # Markdown escapes a sign that might begin a list.
        escapes = run.startswith("\\")
        return Token(TokenKind.VALUE, start + escapes, end, run[escapes:])
    if is_mark(_ESCAPE.sub("", run)):
        return Token(TokenKind.VALUE, start, end, run)
    if (quoted := _QUOTED.fullmatch(run)) is not None:
        low, high = quoted.span("number")
        return Token(TokenKind.VALUE, start + low, start + high, quoted["number"])
    if _LIST_NUMBER.fullmatch(run):
        return Token(TokenKind.LIST_NUMBER, start, end, run)
    characters = "".join(HAN.findall(run))
    if characters:
        known = characters in fragments(table_id) or is_close_to_known(table_id, characters)
        known = known and not any(character.isdigit() for character in run)
        return Token(TokenKind.KNOWN if known else TokenKind.WORD, start, end, run)
    if _RULE.fullmatch(run) or run.startswith("<"):
        return None
    if _ADDRESS.search(run):
        return Token(TokenKind.WORD, start, end, run)
    # Whatever has digits or strokes and no words was meant as numbers or marks, legible or not.
    if (
        _LIKE_DIGITS.fullmatch(run)
        or _DIGIT.search(run)
        or ("/" in run and not any(character.isalpha() for character in run))
    ):
        return Token(TokenKind.VALUE, start, end, run)
    return Token(TokenKind.WORD, start, end, run) if any(character.isalnum() for character in run) else None


def list_numeral(token: Token) -> str | None:
    """The numeral of a list number, `1` of `1.`; None of other tokens."""
    match = _LIST_NUMBER.fullmatch(token.text) if token.kind is TokenKind.LIST_NUMBER else None
    return match["numeral"] if match else None


def line_start(folded: str, at: int) -> int:
    """The beginning of the line that an offset stands on; a form feed begins one, too."""
    return max(folded.rfind("\n", 0, at), folded.rfind("\f", 0, at)) + 1


def line_end(folded: str, at: int) -> int:
    """The end of the line that an offset stands on."""
    end = folded.find("\n", at)
    return len(folded) if end < 0 else end


def lone_values(folded: str, tokens: Iterable[Token]) -> list[Token]:
    """The values that stand on lines without unknown words: prose with numbers is no part of a table."""
    lines: dict[int, list[Token]] = {}
    at = line = 0
    for token in tokens:
        line = max(line, folded.rfind("\n", at, token.start) + 1)
        lines.setdefault(line, []).append(token)
        at = token.start
    return [
        token
        for held in lines.values()
        if not any(token.kind is TokenKind.WORD for token in held)
        for token in held
        if token.kind is TokenKind.VALUE
    ]
