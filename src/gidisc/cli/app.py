"""The group of subcommands, and how the command begins and ends."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence
from importlib import metadata
from typing import Any

import click

from gidisc.cli import commands
from gidisc.cli.streams import Ending, Exit, quiet_endings


class Subcommands(click.Group):
    """Every module of `gidisc.cli.commands` is a subcommand, imported when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the modules."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The `command` of a module; None where there is no such module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    # The endings are ours: click would give a broken pipe the status of a report with errors.

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the arguments, which may print the help."""
        with quiet_endings():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a subcommand."""
        with quiet_endings():
            return super().invoke(ctx)


def _print_version(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if not is_wanted:
        return
    try:
        version = metadata.version("gidisc")
    except metadata.PackageNotFoundError:
        version = "(not installed)"
    click.echo(f"gidisc {version}")
    ctx.exit()


@click.command(
    cls=Subcommands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 for reports without errors, 1 with an error in a report, 2 for input that cannot be read or "
    "is no report, and for wrong usage.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
def gidisc() -> None:
    """Read annual reports on government information disclosure (政府信息公开工作年度报告).

    Values that a text does not settle are refused, never guessed.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives its exit status."""
    try:
        status: int | None = gidisc.main(arguments, prog_name="gidisc", standalone_mode=False)
    except click.Abort:
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return Exit.UNUSABLE
    except Ending as ending:
        return ending.status
    except OSError as error:
        print(f"{error.filename or 'gidisc'}: {error.strerror or error}", file=sys.stderr)
        return Exit.UNUSABLE
    return status or Exit.CLEAN
