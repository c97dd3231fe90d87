"""`gidisc explain`: what a code means, why it matters, and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from gidisc.checks import RULES
from gidisc.cli.inputs import known_codes
from gidisc.cli.messages import marked
from gidisc.cli.streams import Exit, write_output
from gidisc.diagnostics import CATALOGUE
from gidisc.explanations import explanations
from gidisc.source import Source

_WIDTH = 100
_MARGIN = "    "
_HELD = {rule.id: rule for rule in RULES}


@click.command(
    epilog="""\
Examples:

\b
  gidisc explain cell-refused
  gidisc explain requests-balance requests-stated
"""
)
@click.argument("codes", metavar="CODE...", nargs=-1, required=True, callback=known_codes)
def command(codes: tuple[str, ...]) -> int:
    """Explain codes of findings.

    Each CODE is one that stands in square brackets behind a message. Messages are shown in both languages.
    """
    write_output("\n".join("".join(f"{line}\n" for line in _explained(code)) for code in codes))
    return Exit.CLEAN


def _explained(code: str) -> Iterator[str]:
    explained = explanations()[code]
    found = explained.finding(code)
    yield f"{code} ({CATALOGUE[code].severity})"
    if code in _HELD:
        rule = _HELD[code]
        yield from ("", f"{_MARGIN}{rule.title}", f"{_MARGIN}{rule.title_zh}", f"{_MARGIN}{rule.source}")
    for text in (explained.meaning, f"Why it matters: {explained.reason}", f"What to do: {explained.advice}"):
        yield from ("", *textwrap.wrap(text, _WIDTH))
    stored = "" if explained.stored_as == "utf-8" else f" (stored as {explained.stored_as.upper()})"
    if explained.example:
        yield from ("", f"Example{stored}:", "", *_indented(explained.example))
    for what, text in explained.beside:
        yield from ("", f"Beside it, {what}:", "", *_indented(text))
    yield from (
        "",
        "gives:" if explained.example else "Message:",
        "",
        f"{_MARGIN}{found.message}",
        f"{_MARGIN}{found.message_zh}",
    )
    if found.places:
        yield from ("", *_indented("\n".join(marked(Source(explained.example), found.places[0].span))))


def _indented(text: str) -> list[str]:
    return textwrap.indent(text.strip("\n"), _MARGIN).splitlines()
