"""`gidisc show`: a report for a person at a terminal."""

from __future__ import annotations

import io
import itertools
import shutil
import sys
from collections.abc import Iterable, Iterator

import click
from rich.console import Console, Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.text import Text

from gidisc.cli.grids import INDENT, SIGNS, STYLES, grid_lines
from gidisc.cli.inputs import encoding_option, file_argument, language_option, load
from gidisc.cli.messages import counts, message
from gidisc.cli.outline import Shown, outline
from gidisc.cli.streams import Exit, printable, status_of, write_output
from gidisc.cli.words import WORDS, Language, Words
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.model import Group as GroupOfRows
from gidisc.model import Paragraph, Report, Row, Section, Status, Subsection

_SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_LEGEND_SIGNS = {**SIGNS, Status.MARK: "/", Status.NOT_A_NUMBER: "!", Status.INFERRED: "()"}
_NARROWEST = 60
# A row is never folded within a number: in a terminal that is too narrow, the terminal itself breaks the line.
_UNBOUNDED = 100_000


@click.command(
    epilog="""\
Examples:

\b
  gidisc show report.txt
  gidisc show --lang zh report.txt
  gidisc show - < report.txt
"""
)
@file_argument
@encoding_option
@language_option
def command(file: str, encoding: str | None, language: Language) -> int:
    """Show the outline and the tables of a report.

    Blank cells, marks, refused cells and 0 are told apart, and diagnostics stand under the lines that they speak of;
    FILE is - for standard input.
    """
    report = load(file, encoding, language)
    if report is None:
        return Exit.UNUSABLE
    write_output(_rendered(report, language))
    return status_of(report.diagnostics)


def _rendered(report: Report, language: Language) -> str:
    width = max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST)
    page = io.StringIO()
    console = Console(file=page, width=_UNBOUNDED, force_terminal=sys.stdout.isatty(), highlight=False, emoji=False)
    console.print(Group(*_page(report, language, width)))
    # Cells are padded to their width; nobody wants the spaces at the ends of lines.
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _page(report: Report, language: Language, width: int) -> Iterator[RenderableType]:
    words = WORDS[language]
    lines, rest = outline(report)
    for is_row, run in itertools.groupby(lines, key=lambda line: isinstance(line.node, Row | GroupOfRows)):
        shown = list(run)
        yield from _grids(report, shown, language, width) if is_row else _prose(shown, language, width)
    yield Text()
    for diagnostic in rest:
        yield Constrain(_diagnostic(diagnostic, language, 0), width)
    yield Text()
    yield from _legend(report, words)
    yield Text(counts(report.diagnostics, language))


def _prose(lines: Iterable[Shown], language: Language, width: int) -> Iterator[RenderableType]:
    for line in lines:
        for shown in _node(line.node, line.depth, WORDS[language]):
            yield Constrain(shown, width)
        for diagnostic in line.diagnostics:
            yield Constrain(_diagnostic(diagnostic, language, line.depth), width)


def _grids(report: Report, lines: list[Shown], language: Language, width: int) -> Iterator[RenderableType]:
    table = next(table for table in report.tables if any(member is lines[0].node for member in table.rows))
    for line, grids in grid_lines(table, lines, width):
        yield from grids
        for diagnostic in line.diagnostics:
            yield Constrain(_diagnostic(diagnostic, language, line.depth), width)


def _node(node: object, depth: int, words: Words) -> Iterator[RenderableType]:
    match node:
        case Report():
            yield _line(node.title or words.no_title, 0, "bold")
            yield _line(" · ".join(_facts(node, words)), 0)
        case Section():
            yield Text()
            yield _line((node.numeral or "") + node.heading, 0, "bold")
        case Subsection():
            yield _line(node.numeral + node.heading, depth)
        case Paragraph():
            yield _line(node.text, depth, "dim")
        case _:  # A table: what it shows are its rows.
            yield Text()


def _facts(report: Report, words: Words) -> Iterator[str]:
    yield report.agency or words.no_agency
    yield str(report.year or words.no_year)
    yield words.editions[report.edition] if report.edition else words.no_edition


def _line(text: str, depth: int, style: str = "") -> RenderableType:
    line = Text(printable(text), style=style, no_wrap=True, overflow="ellipsis")
    return Padding(line, (0, 0, 0, INDENT * depth))


def _diagnostic(diagnostic: Diagnostic, language: Language, depth: int) -> RenderableType:
    style = _SEVERITY_STYLES[diagnostic.severity]
    words = WORDS[language]
    text = Text.assemble("^ ", (words.severities[diagnostic.severity], style), " ")
    if diagnostic.line is not None:
        text.append(words.line.format(diagnostic.line, diagnostic.column) + ": ")
    text.append(f"{message(diagnostic, language)} [{diagnostic.code}]")
    return Padding(text, (0, 0, 0, INDENT * depth))


def _legend(report: Report, words: Words) -> Iterator[RenderableType]:
    used = {cell.status for table in report.tables for cell in table.cells()}
    for status, meaning in words.statuses.items():
        if status in used:
            yield Text.assemble((_LEGEND_SIGNS[status], STYLES[status]), f"  {meaning}")
