"""The command `python -m gidisc FILE`: the report in a text file as JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence

import gidisc
from gidisc.diagnostics import Diagnostic, Severity
from gidisc.model import Report
from gidisc.parse import read_bytes

_FOUND_ERRORS = 1
_NO_REPORT = 2
# What a shell gives for a command that SIGINT or SIGPIPE ended.
_INTERRUPTED = 130
_BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives its exit status."""
    file = _file(arguments)
    try:
        return _print_report(file)
    except gidisc.ParseError as error:
        _print_diagnostics(file, error.diagnostics, Severity.ERROR)
    except BrokenPipeError:
        return _BROKEN_PIPE
    except OSError as error:
        print(f"{file}: {error.strerror}", file=sys.stderr)
    except KeyboardInterrupt:
        return _INTERRUPTED
    return _NO_REPORT


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
    report = _read(file)
    # The file descriptor, because the text layer of stdout may be set to an encoding that has no Chinese characters,
    # and because it would complain of a broken pipe once more when Python exits.
    with open(1, "wb", closefd=False) as stdout:
        stdout.write(f"{gidisc.to_json(report, indent=2)}\n".encode(errors="backslashreplace"))
    _print_diagnostics(file, report.diagnostics, Severity.ERROR, Severity.WARNING)
    return _FOUND_ERRORS if any(found.severity is Severity.ERROR for found in report.diagnostics) else 0


def _read(file: str) -> Report:
    if file != "-":
        return gidisc.read(file)
    with open(0, "rb", closefd=False) as stdin:
        return read_bytes(stdin.read(), name=file)


def _print_diagnostics(file: str, diagnostics: Iterable[Diagnostic], *severities: Severity) -> None:
    for found in diagnostics:
        if found.severity in severities:
            place = f"{file}:{found.line}:{found.column}" if found.line is not None else file
            print(f"{place}: {found.code}: {found.message}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
