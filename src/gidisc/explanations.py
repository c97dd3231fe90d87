"""What the codes of the catalogue mean to a reader, each with a text that has it."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any

from attrs import field, frozen

from gidisc.checks import check, check_sum, check_years
from gidisc.diagnostics import Diagnostic, ParseError, diagnose
from gidisc.reading import parse, read_bytes
from gidisc.source import Source


@frozen(kw_only=True)
class Explanation:
    """What a code means, why it matters, what to do, and a text that has it.

    A code that is about files has no such text (`example` is empty), but the `arguments` of a message.
    `stored_as` is the encoding in which the text has it. Where a code is about several reports, `earlier` is that of
    the same office on the year before, or `parts` are the reports that the example is the summary of.
    """

    meaning: str
    reason: str
    advice: str
    example: str = ""
    arguments: dict[str, Any] = field(factory=dict)
    stored_as: str = "utf-8"
    earlier: str | None = None
    parts: tuple[str, ...] = field(default=(), converter=tuple)

    @property
    def beside(self) -> tuple[tuple[str, str], ...]:
        """The texts that the example is held against, each behind the words for what it is."""
        earlier = () if self.earlier is None else (("the report on the year before", self.earlier),)
        return (*earlier, *(("a report that it adds up", part) for part in self.parts))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is noticed about the example: when it is read, and by the checks."""
        try:
            report = read_bytes(self.example.encode(self.stored_as))
        except ParseError as error:
            return error.diagnostics
        across = () if self.earlier is None else check_years([parse(self.earlier), report])
        summed = check_sum(report, [parse(part) for part in self.parts])
        return (*report.diagnostics, *check(report), *across, *summed)

    def finding(self, code: str) -> Diagnostic:
        """The first diagnostic of a code about the example."""
        if not self.example:
            return diagnose(Source(""), code, **self.arguments)
        return next(found for found in self.diagnostics() if found.code == code)


@functools.cache
def explanations() -> dict[str, Explanation]:
    """The explanations of all codes."""
    text = (resources.files("gidisc") / "explanations.toml").read_text("utf-8")
    return {code: Explanation(**entry) for code, entry in tomllib.loads(text).items()}
