"""Diagnostics as lines of text, with the place that they speak of marked under its line."""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rich.cells import cell_len

from gidisc.cli.streams import place, printable
from gidisc.cli.words import WORDS, Language
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.source import Place, Source, Span

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


def headline(file: str, diagnostic: Diagnostic, language: Language) -> str:
    """A diagnostic on one line, in the manner of compilers."""
    severity = WORDS[language].severities[diagnostic.severity]
    return f"{place(file, diagnostic)}: {severity}: {message(diagnostic, language)} [{diagnostic.code}]"


def lines_of(
    file: str, diagnostic: Diagnostic, sources: Mapping[str | None, Source], language: Language, places: int = 1
) -> Iterator[str]:
    """The headline of a diagnostic, and under it the first lines that it speaks of, each place marked.

    `sources` are the texts by the names of places, `places` how many lines are shown at most.
    """
    yield headline(file, diagnostic, language)
    shown: dict[tuple[str | None, int], Place] = {}
    for held in diagnostic.places:
        shown.setdefault((held.name, sources[held.name].position(held.span.start)[0]), held)
    for at, held in enumerate(itertools.islice(shown.values(), places)):
        source = sources[held.name]
        if at:
            line, column = source.position(held.span.start)
            yield f"  {held.name}:{line}:{column}:"
        for text in marked(source, held.span):
            yield f"    {text}"


def print_diagnostics(
    file: str, text: str, diagnostics: Iterable[Diagnostic], language: Language, *severities: Severity
) -> None:
    """Print diagnostics of some severities to standard error."""
    sources: dict[str | None, Source] = {file: Source(text)}
    for found in diagnostics:
        if found.severity in severities:
            for line in lines_of(file, found, sources, language):
                print(line, file=sys.stderr)


def counts(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """How many diagnostics there are of each severity."""
    severities = Counter(diagnostic.severity for diagnostic in diagnostics)
    return "  ".join(f"{word}: {severities[severity]}" for severity, word in WORDS[language].severities.items())
