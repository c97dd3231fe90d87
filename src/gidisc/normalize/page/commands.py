r"""Texts as typesetters read them: commands, their settings in brackets, and rows whose ends are shown.

`予以公开 & 3 & {0} & \textbf{1} \\`, where a row may go on over lines; `\startxcell 3 \stopxcell`, `@tab 3`. What the
signs between cells and between rows are is learned from the full rows, whatever the language.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from gidisc import form
from gidisc.normalize.labels import HAN
from gidisc.normalize.page.markup import nothing
from gidisc.normalize.page.signs import NUMBER
from gidisc.source import Stretch

_COMMAND = re.compile(r"\\[A-Za-z]+\*?|^[@.][A-Za-z]{2,}", re.MULTILINE)
_FURTHER = re.compile(r"[@\\][A-Za-z]{2,}")
# Every word of these lines has a letter.
_FURTHER_SETTINGS = re.compile(
    r"\n(?![@.\\])(?P<settings>(?:[ \t]*+(?=[^\s一-鿿]*[A-Za-z])[^\s一-鿿]++)++(?:[ \t]++[;.)]++)?[ \t]*+)(?=\n)"
)
# What the columns of a table hold at their widest.
_WIDTHS = re.compile(r"(?: \{[^{}\n]*\}){3,}[ \r]*")
_ESCAPED = re.compile(r"(?<=[一-鿿])\\\[[a-z]{2}\](?=[一-鿿]|\s)")
_NO_BREAK = re.compile(r"(?<=[\t\u200b])\\(?![^\s\u200b])")
_REST = re.compile(r"[^\n]*")
_DIGIT = re.compile(r"[ \t]*[1-9][ \t]*\n[ \t]*[（(]?[一-鿿]")
_COMMENT = re.compile(r"(?<!\\)%(?=[ \r]*$)", re.MULTILINE)
_BRACES = re.compile(r"\{~\}|(?<!\\)[{}]")
_VALUE = re.compile(r"[\s{}]*[-+/—–0-9.,]+[\s{}]*")
_LETTER = re.compile("[A-Za-z]")
_NAMED = re.compile(r"\[\s*[A-Za-z]+\s*=\s*")
_ITEM = re.compile(r"[^,\]]*")
_FEWEST_COMMANDS = 12
_COLUMNS = len(form.APPLICANTS.columns)
_ATOM = re.compile(rf"(?P<value>{NUMBER}|(?<![^\s\u200b])(?:/|[-—–]{{1,3}})(?![^\s\u200b]))|[一-鿿]++")
_WHITE = re.compile(r"(?:[^\S\t]|\u200b)+")
_OPENING = ' (（“"《'
_LISTING = ".,;:-、，；：。()（）"
_FEWEST_ROWS = 3
_MOST = 0.8
_SIGNS = 6
_LONGEST_SIGN = 120
_LONGEST_CELL = 240
# What stands below the number or the label of a cell may be the number of the page.
_NUMBER_BELOW = re.compile(r"[0-9一-鿿）)][^0-9一-鿿]*\n[^0-9一-鿿]*[0-9][0-9,.]*\s*\Z")
_BLANK_LINE = re.compile(r"\n[ \t\r\u200b]*\n")
_INVISIBLE = "\u200b"
_SPACE = " \n\r\f\u3000\u00a0\u200b"


@frozen
class Ends:
    """What stands between two cells and between two rows, the words of each."""

    cell: tuple[str, ...]
    row: tuple[str, ...]

    @classmethod
    def learn(cls, text: str) -> Ends | None:
        """What the full rows of a text have in common; None where nothing but line ends shows where they end."""
        atoms = list(_ATOM.finditer(text))
        between = [_words(text[a.end() : b.start()]) for a, b in itertools.pairwise(atoms)]
        are_values = [atom["value"] is not None for atom in atoms]
        signs = Counter(
            _repeated(words)[0]
            for words, (before, behind) in zip(between, itertools.pairwise(are_values), strict=True)
            if any(words) and before and behind
        )
        return next(filter(None, (cls._with(cell, between, are_values) for cell, _ in signs.most_common(_SIGNS))), None)

    @classmethod
    def _with(
        cls, cell: tuple[str, ...], between: Sequence[tuple[str, ...]], are_values: Sequence[bool]
    ) -> Ends | None:
        rows = list(_rows(between, are_values, cell))
        full = [between[last] for count, before, last in rows if count < _COLUMNS <= count + before]
        if len(full) < _FEWEST_ROWS or len(full) < _MOST * (len(full) + sum(row[0] >= _COLUMNS for row in rows)):
            return None
        row = tuple(_shared(full, cell))
        return cls(cell, row) if row and row != cell[: len(row)] and not {*row[0]} <= {*_LISTING} else None


def without_commands(text: str) -> str:
    """A text without the commands of typesetters, a tab between cells and each row on a line, of the same length."""
    if max(text.count("\\"), text.count("\n@"), text.count("\n.")) < _FEWEST_COMMANDS:
        return text
    commands = list(_COMMAND.finditer(text))
    if len(commands) < _FEWEST_COMMANDS:
        return text
    # A command alone on a line opens a paragraph in a cell, or is what parts cells.
    for alone in (True, False):
        said = _without_settings(_without_lines(text, commands, alone=alone), commands)
        if (ends := Ends.learn(said)) is not None:
            return _with_rows(_without_words(said, (*ends.cell, *ends.row)), ends)
    return _without_words(said, ())


def _cleared(text: str, kept: Iterable[Stretch]) -> str:
    """A text with invisible characters for all but the line ends outside of what is kept."""
    pieces: list[str] = []
    at = 0
    for start, end in [*kept, (len(text), len(text))]:
        pieces += [re.sub(r"[^\r\n]", _INVISIBLE, text[at:start]), text[start:end]]
        at = end
    return "".join(pieces)


def _without_lines(text: str, commands: Sequence[re.Match[str]], *, alone: bool) -> str:
    """A text without lines of commands that say nothing, or that say again what the one before says.

    Where `alone`, without full stops and words that stand alone on lines, too.
    """
    kept: list[Stretch] = []
    lines = Counter(text.split("\n"))
    at = 0
    said = ""
    until = -1
    for command in commands:
        if command[0][0] == "\\" or command.start() < at:
            continue
        rest = _REST.match(text, command.end())
        assert rest is not None  # it may be empty
        words = "".join(HAN.findall(rest[0]))
        goes_on = command.start() == until + 1
        until = rest.end()
        if _FURTHER.search(rest[0]):
            said = ""
        elif _WIDTHS.fullmatch(rest[0]) or (words and goes_on and words == said):
            kept.append((at, command.start()))
            at = until
        elif not words and (_LETTER.search(rest[0]) or (alone and command[0][0] == "." and not rest[0].strip())):
            kept.append((at, command.start()))
            at = until
            while (further := _FURTHER_SETTINGS.match(text, at)) and lines[further["settings"]] < 2 * _COLUMNS:
                at = further.end()
        else:
            said = words
    return _cleared(text, [*kept, (at, len(text))])


def _without_settings(text: str, commands: Sequence[re.Match[str]]) -> str:
    """A text without what stands in brackets behind commands but for what the last shows, and without braces.

    A command that never has words or numbers in its last braces shows nothing.
    """
    before = text
    ends = _ends_of_groups(text)
    behind = [(command, list(_groups(ends, command.end()))) for command in commands]
    showing = {
        command[0]
        for command, groups in behind
        if groups and text[groups[-1][0]] == "{" and _is_said(text[slice(*groups[-1])])
    }
    kept: list[Stretch] = []
    at = 0
    for command, groups in behind:
        if command.start() < at or not groups:
            continue
        start, end = groups[-1]
        # One that begins a group in braces says how the rest of it looks.
        is_named = all(text[low] == "[" for low, _ in groups) and text[command.start() - 1 : command.start()] != "{"
        kept.append((at, command.end() if is_named else command.start()))
        at = end
        if text[start] == "{" and command[0] in showing:
            at = start
        elif text[start] == "[" and HAN.search(text[start:at]):
            kept.append(_first_item(text, ends, start, at))
    text = _cleared(text, [*kept, (at, len(text))])
    return _BRACES.sub(nothing, _COMMENT.sub(_INVISIBLE, text)) if showing or "{\\" in before else text


def _is_said(group: str) -> bool:
    return HAN.search(group) is not None or _VALUE.fullmatch(group) is not None


def _first_item(text: str, ends: Mapping[int, int], start: int, end: int) -> Stretch:
    """What the first of several settings says, without its name."""
    named = _NAMED.match(text, start, end)
    low = named.end() if named else start + 1
    group = next(_groups(ends, low), None)
    if group is not None:
        return group[0] + 1, group[1] - 1
    item = _ITEM.match(text, low, end)
    return low, item.end() if item else low


def _groups(ends: Mapping[int, int], at: int) -> Iterator[Stretch]:
    """The groups in brackets that follow each other from an offset on."""
    while at in ends:
        yield at, ends[at]
        at = ends[at]


def _ends_of_groups(text: str) -> dict[int, int]:
    """Where the group ends that each bracket opens, if one closes it."""
    ends: dict[int, int] = {}
    for opening, closing in ("{}", "[]"):
        opened: list[int] = []
        for match in re.finditer(rf"(?<!\\)[{re.escape(opening + closing)}]", text):
            if match[0] == opening:
                opened.append(match.start())
            elif opened:
                ends[opened.pop()] = match.end()
    return ends


def _words(between: str) -> tuple[str, ...]:
    """What stands between two words or values, without what belongs to a label there."""
    sign = _WHITE.sub(" ", between.rstrip(_OPENING)).strip(" ")
    return tuple(sign.split(" ")) if len(sign) <= _LONGEST_SIGN else ()


def _repeated(words: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The fewest words that make others when they are repeated, and how often they are."""
    for size in range(1, len(words) // 2 + 1):
        if words == words[:size] * (len(words) // size):
            return words[:size], len(words) // size
    return words, 1


def _rows(
    between: Sequence[tuple[str, ...]], are_values: Sequence[bool], cell: tuple[str, ...]
) -> Iterator[tuple[int, int, int]]:
    """For each label before values: how far these are apart in cells, how many cells stand before them, and where.

    Before the first value may stand blank cells, and cells that the label covers.
    """
    before = count = 0
    for at, words in enumerate(between):
        if not are_values[at]:
            before = count = _times_last(words, cell) if are_values[at + 1] else 0
        elif count:
            steps = _times_last(words, cell)
            if are_values[at + 1] and steps * len(cell) == len(words):
                count += steps
            else:
                yield count - before, before, at
                count = 0


def _times_last(words: tuple[str, ...], cell: tuple[str, ...]) -> int:
    """How often words end with those that part cells."""
    times = 0
    while words[len(words) - len(cell) :] == cell:
        words = words[: len(words) - len(cell)]
        times += 1
    return times


def _shared(tails: Sequence[tuple[str, ...]], cell: tuple[str, ...]) -> Iterator[str]:
    """The words with which most of `tails` begin, before the sign of another cell."""
    place = 0
    while True:
        kept = [tail for tail in tails if len(tail) > place]
        (word, times), *_ = Counter(tail[place] for tail in kept).most_common(1) or [("", 0)]
        tails = [tail for tail in kept if tail[place] == word]
        following = [tail[place : place + len(cell)] == cell for tail in tails]
        if not word or times < _FEWEST_ROWS or 2 * sum(following) >= times:
            return
        yield word
        place += 1


def _pattern(words: Sequence[str]) -> str:
    return rf"(?:[^\S\t]|{_INVISIBLE})+".join(re.escape(word) + "(?![A-Za-z])" * word[-1].isalpha() for word in words)


def _with_rows(text: str, ends: Ends) -> str:
    """A text with a tab for what stands between cells, and each row on a line."""
    white = rf"(?:[^\S\t]|{_INVISIBLE})*+"
    # It begins where white space does: from within it nothing more is found.
    sign = re.compile(
        rf"(?:(?<![^\S\t])(?<!{_INVISIBLE}){white})?(?:(?P<row>{_pattern(ends.row)})|{_pattern(ends.cell)}){white}"
    )
    signs = list(sign.finditer(text))
    stray = _alone_on_lines(text, signs)
    pieces: list[str] = []
    at = 0
    in_row = False
    for index, match in enumerate(signs):
        cell = text[at : match.start()]
        joined = (
            pieces
            and len(cell) <= _LONGEST_CELL
            and not (_BLANK_LINE.search(cell) and (_COMMAND.search(cell) or not in_row))
            and not (_NUMBER_BELOW.search(cell) or set(ends.cell).intersection(cell.split()))
        )
        pieces.append(cell.replace("\n", " ") if joined else cell)
        shown = "\n" if match["row"] else "\n\t" if index in stray else "\t"
        filled = shown.ljust(len(match[0]), _INVISIBLE)
        pieces.append(f"{filled[:-1]}\n" if index + 1 in stray else filled)
        at = match.end()
        in_row = match["row"] is None
    text = "".join([*pieces, text[at:]])
    rest = "|".join({re.escape(word) for word in (*ends.cell, *ends.row)})
    text = _NO_BREAK.sub(nothing, _ESCAPED.sub(nothing, text))
    return re.sub(rf"(?<![^\s{_INVISIBLE}])(?:{rest})(?![^\s{_INVISIBLE}])", nothing, text)


def _alone_on_lines(text: str, signs: Sequence[re.Match[str]]) -> set[int]:
    """The signs behind numbers that stand alone on their lines, if most do not: those may be the numbers of pages."""
    numbers = [
        (index, "\n" in before[0][len(before[0].rstrip(_SPACE)) :] and "\n" in sign[0][: -len(sign[0].lstrip(_SPACE))])
        for index, (before, sign) in enumerate(itertools.pairwise(signs), 1)
        if text[before.end() : sign.start()].isdigit()
    ]
    alone = {index for index, is_alone in numbers if is_alone}
    return alone if 2 * len(alone) < len(numbers) else set()


def _without_words(text: str, signs: Sequence[str]) -> str:
    """A text without commands but for signs, and without the digit behind one that has words below it everywhere."""
    commands = [command for command in _COMMAND.finditer(text) if command[0] not in signs]
    counted = Counter(command[0] for command in commands if _DIGIT.match(text, command.end()))
    times = Counter(command[0] for command in commands)
    kept: list[Stretch] = []
    at = 0
    for command in commands:
        kept.append((at, command.start()))
        at = text.find("\n", command.end()) if counted[command[0]] == times[command[0]] else command.end()
    return _cleared(text, [*kept, (at, len(text))])
