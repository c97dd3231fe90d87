"""What subcommands have in common: their arguments, and the way from a file to its report."""

from __future__ import annotations

import difflib
import sys

import click

from gidisc.cli.messages import print_diagnostics
from gidisc.cli.streams import read_input
from gidisc.cli.words import LANGUAGES, Language
from gidisc.decode import decode, require_encoding
from gidisc.diagnostics import CATALOGUE, ParseError, Severity
from gidisc.model import Report
from gidisc.reading import parse


def _known_encoding(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    try:
        require_encoding(name or "utf-8")
    except LookupError:
        raise click.BadParameter(f"Python has no text encoding {name!r}.") from None
    return name


def known_codes(_: click.Context, __: click.Parameter, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes that were given; one that is not in the catalogue is wrong usage."""
    for code in codes:
        if code not in CATALOGUE:
            near = difflib.get_close_matches(code, CATALOGUE)
            meant = f" Did you mean {' or '.join(near)}?" if near else ""
            raise click.BadParameter(f"There is no code {code!r}.{meant}")
    return codes


file_argument = click.argument("file", type=click.Path(allow_dash=True))
files_argument = click.argument("files", metavar="FILE...", type=click.Path(allow_dash=True), nargs=-1, required=True)
encoding_option = click.option(
    "--encoding",
    metavar="NAME",
    callback=_known_encoding,
    help="The encoding of the text, such as big5.  [default: the first that fits of UTF-8, UTF-16 with a byte order "
    "mark, and GB18030]",
)
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of diagnostics.",
)


def load(file: str, encoding: str | None, language: Language) -> Report | None:
    """The report in a file (`-`: standard input); None where there is none, once standard error says why."""
    text = ""
    try:
        text, chosen = decode(read_input(file), name=file, encoding=encoding)
        return parse(text, name=file).with_diagnostics(chosen)
    except BrokenPipeError:
        raise
    except OSError as error:
        print(f"{file}: {error.strerror}", file=sys.stderr)
    except ParseError as error:
        print_diagnostics(file, text, error.diagnostics[:1], language, Severity.ERROR)
    return None
