"""From any layout of a report to the canonical one."""

from __future__ import annotations

from gidisc.canonical import HEADER, Line, Normalized, Part, Writer
from gidisc.source import Span


def normalize(text: str) -> Normalized:
    if text.startswith(HEADER):
        return _canonical(text)
    raise NotImplementedError


def _canonical(text: str) -> Normalized:
    """A text that is in the canonical layout already: itself, up to line ends and empty lines."""
    writer = Writer(text)
    at = len(HEADER)
    lines = []
    for line in text[at:].split("\n"):
        if line:
            lines.append(Line(at, (Part(line, (Span(start=at, end=at + len(line)),)),)))
        at += len(line) + 1
    writer.write(lines)
    return writer.normalized(())
