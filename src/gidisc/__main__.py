"""The command `python -m gidisc FILE`: the report in a text file as JSON, without any extra."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence

import gidisc
from gidisc.cli.streams import Ending, Exit, place, printable, quiet_endings, read_input, status_of, write_output
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.reading import read_bytes


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives its exit status."""
    file = _file(arguments)
    try:
        with quiet_endings():
            return _print_report(file)
    except gidisc.ParseError as error:
        _print_diagnostics(file, error.diagnostics, Severity.ERROR)
    except OSError as error:
        print(f"{file}: {error.strerror}", file=sys.stderr)
    except Ending as ending:
        return ending.status
    return Exit.UNUSABLE


def _file(arguments: Sequence[str] | None) -> str:
    parser = argparse.ArgumentParser(
        prog="python -m gidisc",
        description="Print the annual report in a text file as JSON; what is missing or doubtful goes to stderr.",
        epilog="Exit status: 0, or 1 where a diagnostic is an error, or 2 where there is no report to print.",
    )
    parser.add_argument("file", metavar="FILE", help="the text file, or - for standard input")
    file: str = parser.parse_args(arguments).file
    return file


def _print_report(file: str) -> int:
    report = read_bytes(read_input(file), name=file)
    write_output(f"{gidisc.to_json(report, indent=2)}\n")
    _print_diagnostics(file, report.diagnostics, Severity.ERROR, Severity.WARNING)
    return status_of(report.diagnostics)


def _print_diagnostics(file: str, diagnostics: Iterable[Diagnostic], *severities: Severity) -> None:
    for found in diagnostics:
        if found.severity in severities:
            print(f"{place(file, found)}: {found.code}: {printable(found.message)}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
