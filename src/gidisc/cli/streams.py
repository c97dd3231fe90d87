"""What every command shares and needs no extra for: input, output, exit statuses, and endings without a traceback."""

from __future__ import annotations

import contextlib
import enum
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from gidisc.diagnostics import Diagnostic, Severity


class Exit(enum.IntEnum):
    """Exit statuses; of several, the greatest counts. The last two are a shell's for SIGINT and SIGPIPE."""

    CLEAN = 0
    ERRORS = 1
    UNUSABLE = 2
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Ending(Exception):  # noqa: N818 -- an ending is no error
    """The command ends here with a status, and whatever there was to say has been said."""

    def __init__(self, status: Exit) -> None:
        super().__init__(status)
        self.status = status


@contextlib.contextmanager
def quiet_endings() -> Iterator[None]:
    """Turn Ctrl-C, and a reader of our output that went away, into an `Ending`."""
    try:
        yield
    except BrokenPipeError:
        raise Ending(Exit.BROKEN_PIPE) from None
    except KeyboardInterrupt:
        raise Ending(Exit.INTERRUPTED) from None


def read_input(file: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; raises `OSError`."""
    if file != "-":
        return Path(file).read_bytes()
    with open(0, "rb", closefd=False) as stdin:
        return stdin.read()


def write_output(text: str) -> None:
    """Print to standard output: UTF-8, or what the terminal takes, with escapes for what it cannot show."""
    if sys.stdout.isatty():
        encoding = sys.stdout.encoding
        print(text.encode(encoding, "backslashreplace").decode(encoding), end="", flush=True)
        return
    # The file descriptor, because the text layer may be set to an encoding that has no Chinese characters, and because
    # it would complain of a broken pipe once more when Python exits.
    with open(1, "wb", closefd=False) as stdout:
        stdout.write(text.encode(errors="backslashreplace"))


def printable(text: str) -> str:
    """`text` on one line, and without the characters that steer a terminal or turn the direction of writing."""
    return "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character.isspace():
        return "\N{IDEOGRAPHIC SPACE}" if character == "\N{IDEOGRAPHIC SPACE}" else " "
    return "" if unicodedata.category(character) in ("Cc", "Cf") else character


def place(file: str, diagnostic: Diagnostic) -> str:
    """`file:line:column` of a diagnostic; the file alone where it has no place."""
    return f"{file}:{diagnostic.line}:{diagnostic.column}" if diagnostic.line is not None else file


def status_of(diagnostics: Iterable[Diagnostic]) -> Exit:
    """The status for a report with these diagnostics."""
    return Exit.ERRORS if any(found.severity is Severity.ERROR for found in diagnostics) else Exit.CLEAN
