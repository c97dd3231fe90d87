"""Diagnostics as lines of text, with the place that they speak of marked under its line."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.cells import cell_len

from gidisc.cli.streams import place, printable
from gidisc.cli.words import WORDS, Language
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.source import Source, Span

# How much of a line is shown before a marked place and in all, in columns of a terminal.
_BEFORE = 40
_WIDTH = 72


def message(diagnostic: Diagnostic, language: Language) -> str:
    """The message of a diagnostic in a language."""
    return printable(diagnostic.message_zh if language == "zh" else diagnostic.message)


def marked(source: Source, span: Span) -> tuple[str, str]:
    """The line that a span begins in, cut to a readable width, and a line that marks the span under it.

    Both take the same columns in a terminal, where a Chinese character takes two.
    """
    line = source.line(span.start)
    begin, end = max(line.start, span.start - _BEFORE), min(line.end, span.start + _WIDTH)
    before = _cut(printable(source.text[begin : span.start])[::-1], _BEFORE)[::-1]
    room = _WIDTH - cell_len(before)
    stretch = _cut(printable(source.text[span.start : min(span.end, end)]), room)
    after = _cut(printable(source.text[span.end : end]), room - cell_len(stretch))
    return before + stretch + after, " " * cell_len(before) + "^" * max(cell_len(stretch), 1)


def _cut(text: str, width: int) -> str:
    while cell_len(text) > width:
        text = text[:-1]
    return text


def print_diagnostics(
    file: str, text: str, diagnostics: Iterable[Diagnostic], language: Language, *severities: Severity
) -> None:
    """Print diagnostics of some severities to standard error, in the manner of compilers."""
    source = Source(text)
    for found in diagnostics:
        if found.severity not in severities:
            continue
        severity = WORDS[language].severities[found.severity]
        print(f"{place(file, found)}: {severity}: {message(found, language)} [{found.code}]", file=sys.stderr)
        if found.places:
            for line in marked(source, found.places[0].span):
                print(f"    {line}", file=sys.stderr)
