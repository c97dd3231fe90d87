"""`gidisc check`: whether reports agree with the form, with themselves, and with the year before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import attrs
import click

from gidisc.cli.findings import Finding, findings, is_wanted
from gidisc.cli.inputs import encoding_option, files_argument, known_codes, language_option, load
from gidisc.cli.messages import counts, lines_of
from gidisc.cli.streams import Exit, status_of, write_output
from gidisc.cli.words import WORDS, Language
from gidisc.model import Report
from gidisc.source import Source

_MOST_PLACES = 4  # lines shown under a finding that compares two sides; a sum may have two dozen cells


@click.command(
    epilog="""\
Examples:

\b
  gidisc check report.txt
  gidisc check --lang zh --ignore table-blank report.txt report-2019.txt
  gidisc check --select requests-balance --select requests-outcomes report.txt
  gidisc check --format json report.txt > findings.json
"""
)
@files_argument
@encoding_option
@language_option
@click.option("--select", metavar="CODE", multiple=True, callback=known_codes, help="Show findings of this code alone.")
@click.option("--ignore", metavar="CODE", multiple=True, callback=known_codes, help="Leave findings of this code out.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines for a person, or a JSON array.",
)
def command(
    files: tuple[str, ...],
    encoding: str | None,
    language: Language,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    output_format: str,
) -> int:
    """Check reports.

    Each FILE (- is standard input) is held against the sums of the form and what the form asks for, and its prose
    against its tables. Several years of one office are also held against each other. --select and --ignore may be
    given more than once; what they leave out does not count for the exit status. `gidisc explain CODE` says what a code
    means.
    """
    loaded = [load(file, encoding, language) for file in files]
    reports = [report for report in loaded if report is not None]
    found = [finding for finding in findings(reports) if is_wanted(finding.diagnostic, select, ignore)]
    if output_format == "json":
        write_output(_json(found))
    else:
        write_output("".join(f"{line}\n" for line in _lines(reports, found, language)))
    status = Exit.CLEAN if len(reports) == len(loaded) else Exit.UNUSABLE
    return max(status, status_of(finding.diagnostic for finding in found))


def _json(found: Sequence[Finding]) -> str:
    data = [{"about": finding.about, **attrs.asdict(finding.diagnostic)} for finding in found]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _lines(reports: Sequence[Report], found: Sequence[Finding], language: Language) -> Iterator[str]:
    sources = {report.name: Source(report.source) for report in reports}
    for finding in found:
        places = 1 if finding.diagnostic.expected is None else _MOST_PLACES
        yield from lines_of(finding.about, finding.diagnostic, sources, language, places)
    summary = counts((finding.diagnostic for finding in found), language)
    yield f"{WORDS[language].reports}: {len(reports)}  {summary}"
