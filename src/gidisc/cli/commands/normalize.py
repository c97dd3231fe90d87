"""`gidisc normalize`: a report in the canonical layout."""

from __future__ import annotations

import click

import gidisc
from gidisc.cli.inputs import encoding_option, file_argument, language_option, load
from gidisc.cli.messages import print_diagnostics
from gidisc.cli.streams import Exit, status_of, write_output
from gidisc.cli.words import Language
from gidisc.diagnostics import Severity


@click.command(
    epilog="""\
Examples:

\b
  gidisc normalize report.txt
  gidisc normalize - < report.txt > canonical.txt
"""
)
@file_argument
@encoding_option
@language_option
def command(file: str, encoding: str | None, language: Language) -> int:
    """Print a report in the canonical layout.

    The layout can be read and corrected by hand, and is read like any other text; FILE is - for standard input. Errors
    and warnings go to standard error.
    """
    report = load(file, encoding, language)
    if report is None:
        return Exit.UNUSABLE
    write_output(gidisc.normalize(report.source).text)
    print_diagnostics(file, report.source, report.diagnostics, language, Severity.ERROR, Severity.WARNING)
    return status_of(report.diagnostics)
