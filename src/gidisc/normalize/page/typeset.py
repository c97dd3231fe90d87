r"""Texts as typesetters read them: commands are left out, rows are put on lines, and tabs stand between their cells.

`予以公开 & 3 & {0} & \textbf{1} \\`, where a row may go on over lines; `\startxcell 3 \stopxcell`, `@tab 3`.
"""

from __future__ import annotations

from gidisc.normalize.page.commands import COMMAND, without_escapes, without_lines, without_settings, without_words
from gidisc.normalize.page.ends import Ends
from gidisc.normalize.page.numbering import numbering, without_numbering

_FEWEST_COMMANDS = 12


def without_commands(text: str) -> str:
    """A text without the commands of typesetters, a tab between cells and each row on a line, of the same length."""
    if max(text.count("\\"), text.count("\n@"), text.count("\n.")) < _FEWEST_COMMANDS:
        return text
    # A row that goes on on the next line must not take the number of that.
    unnumbered = without_numbering(text, numbering(text))
    commands = list(COMMAND.finditer(unnumbered))
    if len(commands) < _FEWEST_COMMANDS:
        return text
    # A command alone on a line opens a paragraph in a cell, or is what parts cells.
    for alone in (True, False):
        said = without_settings(without_lines(unnumbered, commands, alone=alone), commands)
        if (ends := Ends.learn(said)) is not None:
            return ends.without_rest(without_escapes(ends.with_rows(without_words(said, ends.words))))
    return without_words(said, ())
