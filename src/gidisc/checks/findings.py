"""Findings: diagnostics of the catalogue about places in one report or in several."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from gidisc.diagnostics import Diagnostic, diagnose
from gidisc.model import Cell, Kind, Report
from gidisc.source import Place, Source, Span


@frozen
class Subject:
    """A report under check, and the way from its offsets to lines."""

    report: Report

    @functools.cached_property
    def source(self) -> Source:
        """The text that the report was read from."""
        return Source(self.report.source)

    @property
    def name(self) -> str:
        """What the report is called in messages: its name, else its office."""
        return self.report.name or self.report.agency or "?"

    @functools.cached_property
    def unread(self) -> str:
        """What of the text was not understood and belongs to no cell or row."""
        unparsed = [piece.span for piece in self.report.pieces if piece.kind is Kind.UNPARSED and not piece.ref]
        return "\n".join(self.report.source[span.start : span.end] for span in unparsed)

    def find(
        self,
        code: str,
        arguments: Mapping[str, object] | None = None,
        *,
        spans: Iterable[Span | None] = (),
        cells: Iterable[Cell] = (),
        elsewhere: Iterable[Place] = (),
    ) -> Diagnostic:
        """A finding about stretches of the report, about cells of it, and about places in other reports, in this order.

        `arguments` fill the message; `expected` and `found` among them are the two sides of a rule.
        """
        held, filled = tuple(cells), dict(arguments or {})
        expected, found = (str(filled[side]) if side in filled else None for side in ("expected", "found"))
        diagnostic = diagnose(
            self.source,
            code,
            *(span for span in (*spans, *(cell.span for cell in held)) if span),
            name=self.report.name,
            cells=tuple(dict.fromkeys(cell.key for cell in held)),
            **filled,
        )
        return evolve(diagnostic, places=(*diagnostic.places, *elsewhere), expected=expected, found=found)

    def places(self, cells: Iterable[Cell]) -> list[Place]:
        """Where cells of the report stand, for a finding about another report."""
        return [Place(name=self.report.name, span=cell.span) for cell in cells if cell.span]
