"""`gidisc export`: many reports as one table, in a file for spreadsheets and programs."""

from __future__ import annotations

import sys

import click

from gidisc.cli.inputs import encoding_option, language_option
from gidisc.cli.messages import headline
from gidisc.cli.progress import progress_bar
from gidisc.cli.streams import Exit, printable, write_output
from gidisc.cli.words import WORDS, Language
from gidisc.export import SUFFIXES, OptionError, Shape, Summary, export_files, find_files

_KINDS = ", ".join(SUFFIXES)


@click.command(
    epilog="""\
Examples:

\b
  gidisc export report.txt -o report.xlsx
  gidisc export . -o cells.csv --errors errors.csv
  gidisc export "*.txt" -o reports.parquet --shape wide --harmonize --jobs 2
"""
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", required=True, help=f"The file to write: {_KINDS}.")
@click.option(
    "--shape",
    type=click.Choice([shape.value for shape in Shape]),
    help="What a row is: a cell, a report with its cells side by side, or a whole report (.jsonl); form: the tables of "
    "one report as the official form (.xlsx).  [default: report for .jsonl, form for .xlsx of one report, else long]",
)
@click.option("--harmonize", is_flag=True, help="With --shape wide: bring the editions together where the form allows.")
@click.option("--status", is_flag=True, help="With --shape wide: beside each cell, why it has no number.")
@click.option("--pattern", default="*.txt", show_default=True, help="Which files of folders are read.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="How many processes read.")
@click.option("--errors", metavar="FILE", help="A CSV file to write what could not be read to.")
@encoding_option
@language_option
def command(
    paths: tuple[str, ...],
    output: str,
    shape: str | None,
    harmonize: bool,
    status: bool,
    pattern: str,
    jobs: int,
    errors: str | None,
    encoding: str | None,
    language: Language,
) -> int:
    """Write reports to one file.

    Each PATH is a file, a folder with files below it, or a pattern such as "reports/**/2022*.txt" in quotes. A file
    that cannot be read stops nothing: what is wrong with it is told at the end. The order of the files is the order of
    the rows, whatever the number of processes. FILE appears when it is whole, and what stood there before stays until
    then. The exit status is 2 where a file could not be read, else 1 where a report has errors, else 0.
    """
    files = find_files(paths, pattern=pattern)
    if not files:
        raise click.UsageError(f"There are no files {pattern} in {', '.join(paths)}; --pattern names others.")
    try:
        with progress_bar() as progress:
            summary = export_files(
                files,
                output,
                shape=shape,
                harmonize=harmonize,
                status=status,
                encoding=encoding,
                jobs=jobs,
                errors=errors,
                progress=progress,
            )
    except OptionError as error:
        raise click.UsageError(f"{error}.") from None
    except ImportError as error:
        print(f"gidisc: {error}", file=sys.stderr)
        return Exit.UNUSABLE
    for failure in summary.failures:
        print(headline(printable(failure.path), failure.error.diagnostics[0], language), file=sys.stderr)
    write_output(_told(output, summary, language))
    return _status(summary)


def _told(output: str, summary: Summary, language: Language) -> str:
    words = WORDS[language]
    counts = {
        words.reports: summary.exported,
        words.doubtful: summary.doubtful,
        words.failed: len(summary.failures),
    }
    return f"{printable(output)}: {'  '.join(f'{word}: {count}' for word, count in counts.items())}\n"


def _status(summary: Summary) -> Exit:
    if summary.failures:
        return Exit.UNUSABLE
    return Exit.ERRORS if summary.doubtful else Exit.CLEAN
