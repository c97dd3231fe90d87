"""What the codes of the catalogue mean to a reader, each with a text that has it."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from attrs import frozen

from gidisc.diagnostics import Diagnostic, ParseError
from gidisc.parse import read_bytes


@frozen(kw_only=True)
class Explanation:
    """What a code means, why it matters, what to do, and a text that has it.

    `stored_as` is the encoding in which the text has it.
    """

    meaning: str
    reason: str
    advice: str
    example: str
    stored_as: str = "utf-8"

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is noticed about the example."""
        try:
            return read_bytes(self.example.encode(self.stored_as)).diagnostics
        except ParseError as error:
            return error.diagnostics


@functools.cache
def explanations() -> dict[str, Explanation]:
    """The explanations of all codes."""
    text = (resources.files("gidisc") / "explanations.toml").read_text("utf-8")
    return {code: Explanation(**entry) for code, entry in tomllib.loads(text).items()}
