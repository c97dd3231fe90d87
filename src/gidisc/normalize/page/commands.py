r"""Commands of typesetters and their settings in brackets, which are no part of what a report says.

`\textbf{1}`, `\startxcell[width=3cm] 3 \stopxcell`, `@tab 3`, `.nr LL 12`, whatever the language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gidisc import form
from gidisc.characters import LEFT_OUT, left_out
from gidisc.normalize.labels import HAN
from gidisc.source import Stretch

COMMAND = re.compile(r"\\[A-Za-z]+\*?|^[@.][A-Za-z]{2,}", re.MULTILINE)
r"""A command: `\textbf` anywhere, `@tab` and `.nr` where a line begins."""

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
_COLUMNS = len(form.APPLICANTS.columns)


def without_lines(text: str, commands: Sequence[re.Match[str]], *, alone: bool) -> str:
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


def without_settings(text: str, commands: Sequence[re.Match[str]]) -> str:
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
    return _BRACES.sub(left_out, _COMMENT.sub(LEFT_OUT, text)) if showing or "{\\" in before else text


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


def without_words(text: str, signs: Sequence[str]) -> str:
    """A text without commands but for signs, and without the digit behind one that has words below it everywhere."""
    commands = [command for command in COMMAND.finditer(text) if command[0] not in signs]
    counted = Counter(command[0] for command in commands if _DIGIT.match(text, command.end()))
    times = Counter(command[0] for command in commands)
    kept: list[Stretch] = []
    at = 0
    for command in commands:
        kept.append((at, command.start()))
        at = text.find("\n", command.end()) if counted[command[0]] == times[command[0]] else command.end()
    return _cleared(text, [*kept, (at, len(text))])


def without_escapes(text: str) -> str:
    r"""A text without the names of characters behind words (`\[rq]`), and strokes that stand for a space."""
    return _NO_BREAK.sub(left_out, _ESCAPED.sub(left_out, text))


def _cleared(text: str, kept: Iterable[Stretch]) -> str:
    """A text with invisible characters for all but the line ends outside of what is kept."""
    pieces: list[str] = []
    at = 0
    for start, end in [*kept, (len(text), len(text))]:
        pieces += [re.sub(r"[^\r\n]", LEFT_OUT, text[at:start]), text[start:end]]
        at = end
    return "".join(pieces)
