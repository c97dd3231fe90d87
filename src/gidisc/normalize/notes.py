"""What is noticed on the way of a text, before its places are those of the source."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field, frozen

from gidisc.diagnostics import Diagnostic, diagnose
from gidisc.normalize.page.order import Reading
from gidisc.source import Source, Span


@frozen
class _Note:
    code: str
    spans: tuple[Span, ...]
    arguments: dict[str, object]


@define
class Notes:
    """Notes on a text in reading order."""

    _notes: list[_Note] = field(factory=list)

    def add(self, code: str, spans: Sequence[Span], **arguments: object) -> None:
        """Note what a code of the catalogue says about some stretches."""
        self._notes.append(_Note(code, tuple(spans), arguments))

    def diagnostics(self, source: Source, reading: Reading) -> tuple[Diagnostic, ...]:
        """The notes as diagnostics about the source."""
        return tuple(
            diagnose(
                source,
                note.code,
                *(
                    Span(start=start, end=end)
                    for span in note.spans
                    for start, end in reading.in_source(span.start, span.end)
                ),
                **note.arguments,  # type: ignore[arg-type]  # none of them is `name` or `cells`
            )
            for note in self._notes
        )
