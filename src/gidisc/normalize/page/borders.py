"""Signs that stand at the beginning or the end of every line, whatever is on it: bullets, quotation marks, `<br>`."""

from __future__ import annotations

import re

_FIRST = re.compile(r"^[ \t]*(?P<sign>[-*+•·●○■>%]{1,3})(?:(?=[ \t])|$)", re.MULTILINE)
_LAST = re.compile(r"(?P<sign><br ?/?>|[$¶↵⏎])(?=[ \t\r]*$)", re.MULTILINE)
_FILLED = re.compile(r"^[ \t]*\S", re.MULTILINE)
_FEWEST_LINES = 12
_NEARLY_ALL = 0.9
_NOTHING = " "


def without_borders(text: str) -> str:
    """A text without the sign with which nearly all its lines begin or end, of the same length."""
    return _without(_LAST, _without(_FIRST, text))


def _without(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    if match is None:
        return text
    sign = match["sign"]
    found = [match for match in pattern.finditer(text) if match["sign"] == sign]
    if len(found) < _FEWEST_LINES or len(found) < _NEARLY_ALL * len(_FILLED.findall(text)):
        return text
    pieces = []
    at = 0
    for match in found:
        pieces += [text[at : match.start("sign")], _NOTHING * len(sign)]
        at = match.end("sign")
    return "".join([*pieces, text[at:]])
