r"""Texts as a programming language writes them, on one line: `一、总体情况\n公开。\n`."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([nrt])(?![a-z])")
# What no text means by itself: white space and characters without width, by their numbers.
_BLANK = re.compile(r"\\+(?:x(?:a0|ad|20|0[9-d])|u(?:00a0|00ad|3000|feff|20[0-2][0-9a-f]))", re.IGNORECASE)
_WRITTEN = {"n": " \n", "r": "  ", "t": " \t"}
# So many line ends are written out, and few are there: no command of a typesetter.
_FEWEST = 10
_TIMES = 3


def with_line_ends(text: str) -> str:
    r"""A text with its line ends and tabs where they are written out, of the same length; else the same text.

    White space that is written by its number is white space in any text: `\xa0` holds no digit.
    """
    if "\\x" in text or "\\u" in text:
        text = _BLANK.sub(lambda match: " " * len(match[0]), text)
    if "\\n" not in text:
        return text
    written = sum(match[1] == "n" for match in _ESCAPED.finditer(text))
    if written < max(_FEWEST, _TIMES * text.count("\n")):
        return text
    return _ESCAPED.sub(lambda match: _WRITTEN[match[1]], text)
