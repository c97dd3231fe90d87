"""The command `gidisc`. Its subcommands need the extra `cli`; `python -m gidisc` does without."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from gidisc.cli.streams import Exit

_EXTRA = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives its exit status."""
    try:
        from gidisc.cli.app import run
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        print(
            f"gidisc: the command line needs {error.name}; install it with: pip install 'gidisc[cli]'\n"
            "(without it, python -m gidisc FILE prints a report as JSON)",
            file=sys.stderr,
        )
        return Exit.UNUSABLE
    return run(arguments)
