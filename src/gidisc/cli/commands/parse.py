"""`gidisc parse`: reports as JSON."""

from __future__ import annotations

import click

import gidisc
from gidisc.cli.inputs import encoding_option, files_argument, language_option, load
from gidisc.cli.messages import print_diagnostics
from gidisc.cli.streams import Exit, status_of, write_output
from gidisc.cli.words import Language
from gidisc.diagnostics import Severity


@click.command(
    epilog="""\
Examples:

\b
  gidisc parse report.txt
  gidisc parse report.txt report-2019.txt > reports.jsonl
"""
)
@files_argument
@encoding_option
@language_option
def command(files: tuple[str, ...], encoding: str | None, language: Language) -> int:
    """Print reports as JSON.

    One FILE is printed on indented lines, several a line each; - is standard input. Errors and warnings go to
    standard error.
    """
    indent = 2 if len(files) == 1 else None
    return max(_print(file, encoding, language, indent) for file in files)


def _print(file: str, encoding: str | None, language: Language, indent: int | None) -> Exit:
    report = load(file, encoding, language)
    if report is None:
        return Exit.UNUSABLE
    write_output(f"{gidisc.to_json(report, indent=indent)}\n")
    print_diagnostics(file, report.source, report.diagnostics, language, Severity.ERROR, Severity.WARNING)
    return status_of(report.diagnostics)
