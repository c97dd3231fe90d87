r"""Texts as a programming language writes them, on one line: `一、总体情况\n公开。\n`."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([nrt])(?![a-z])")
_WRITTEN = {"n": " \n", "r": "  ", "t": " \t"}
# So many line ends are written out, and few are there: no command of a typesetter.
_FEWEST = 10
_TIMES = 3


def with_line_ends(text: str) -> str:
    """A text with its line ends and tabs where they are written out, of the same length; else the same text."""
    if "\\n" not in text:
        return text
    written = sum(match[1] == "n" for match in _ESCAPED.finditer(text))
    if written < max(_FEWEST, _TIMES * text.count("\n")):
        return text
    return _ESCAPED.sub(lambda match: _WRITTEN[match[1]], text)
