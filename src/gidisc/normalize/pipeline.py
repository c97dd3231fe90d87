"""What is done to a text, step by step, on its way to the canonical layout."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence

from gidisc import form
from gidisc.canonical import HEADER, Line, Normalized, Writer
from gidisc.characters import fold
from gidisc.normalize.assemble import Outline
from gidisc.normalize.chain import heaviest, weigh, with_headings_apart
from gidisc.normalize.copies import second_copies, take_repeated_labels
from gidisc.normalize.damage import repair, repair_headings
from gidisc.normalize.disputes import DisputesText, Zone, read_disputes
from gidisc.normalize.evidence.columns import Layout
from gidisc.normalize.evidence.counting import settle_by_count
from gidisc.normalize.found import TableText, all_are_full
from gidisc.normalize.labels import HanText, Sighting, sight_ordered
from gidisc.normalize.notes import Notes
from gidisc.normalize.numerals import heading_numeral
from gidisc.normalize.page.borders import without_borders
from gidisc.normalize.page.counted import may_be_pages
from gidisc.normalize.page.escapes import with_line_ends
from gidisc.normalize.page.folds import unfolded
from gidisc.normalize.page.frames import without_frames
from gidisc.normalize.page.furniture import page_furniture
from gidisc.normalize.page.grids import in_reading_order
from gidisc.normalize.page.joints import with_lines_apart
from gidisc.normalize.page.numbering import numbering, without_numbering
from gidisc.normalize.page.order import Reading
from gidisc.normalize.page.references import without_references
from gidisc.normalize.page.separators import with_cells_apart
from gidisc.normalize.page.typeset import without_commands
from gidisc.normalize.rows import read_rows
from gidisc.normalize.tables import TableWriter
from gidisc.source import Source, Span, hull

_STEPS = (with_line_ends, with_lines_apart, without_commands, without_references, without_borders, without_frames)
"""What is done to a page before its lines are put in order; no step changes where a character stands."""


def in_canonical_layout(text: str) -> Normalized:
    """The canonical layout of a text; see `gidisc.normalize`."""
    if text.startswith(HEADER):
        return _canonical(text)
    page = functools.reduce(lambda page, step: step(page), _STEPS, text)
    reading = unfolded(in_reading_order(page))
    folded = _line_ends(fold(reading.text))
    numbers = numbering(folded)
    folded = with_cells_apart(without_numbering(reading.text, numbers), without_numbering(folded, numbers))
    # Tags of a table may hide a line of numbers.
    behind_tags = numbering(folded)
    folded = without_numbering(folded, behind_tags)
    numbers += behind_tags
    notes = Notes()
    canonical = Writer(text)
    lines = _lines(reading, folded, numbers, reading.of_source(may_be_pages(text)), notes)
    canonical.write(lines if reading.offsets is None else (_in_source(line, reading) for line in lines))
    return canonical.normalized(notes.diagnostics(Source(text), reading))


def _lines(reading: Reading, folded: str, numbers: list[Span], pages: frozenset[int], notes: Notes) -> list[Line]:
    """The canonical lines of a text in reading order; `numbers` count lines or columns, and are in none of them.

    At the offsets `pages` numbers of pages may stand.
    """
    text = reading.text
    furniture = list(page_furniture(folded))
    han = HanText.of(folded).without(furniture)
    weighed, chain = _chain(han)
    found, disputes = _tables(han, weighed, chain, furniture, reading.broken)
    layout = Layout(text, folded, found, reading.broken, disputes, pages)
    layout.settle_disputes()

    outline = Outline.of(text, folded, notes)
    outline.leave_out(numbers)
    outline.note_other_reports(weighed)
    tables = list(_written(layout, TableWriter(reading, notes), han, weighed, furniture))
    lines = list(itertools.chain.from_iterable(tables))
    outline.claim(lines)
    heading_lines = [outline.heading(sighting) for sighting in chain if sighting.term.kind == "heading"]
    heading_lines += outline.chapters(heading_lines)
    outline.claim(heading_lines)
    first = min([line.at for line in (*heading_lines, *lines)], default=len(text))
    titles = outline.title(first, furniture)
    outline.claim(titles)
    lines += [*heading_lines, *titles]
    lines += outline.rest(heading_lines, titles, list(map(_zone, tables)), furniture)
    return sorted(lines, key=lambda line: line.at)


def _in_source(line: Line, reading: Reading) -> Line:
    parts = [
        (text, [place for stretch in stretches for place in reading.in_source(*stretch)])
        for text, stretches in line.parts
    ]
    return Line(line.at, parts)


def _canonical(text: str) -> Normalized:
    """A text in the canonical layout: itself, up to empty lines and the end of the last line."""
    writer = Writer(text)
    at = len(HEADER)
    lines = []
    for line in text[at:].split("\n"):
        if line:
            lines.append(Line(at, [(line, [(at, at + len(line))])]))
        at += len(line) + 1
    writer.write(lines)
    return writer.normalized(())


def _line_ends(folded: str) -> str:
    return folded.replace("\r", " ") if "\n" in folded else folded.replace("\r", "\n")


def _chain(han: HanText) -> tuple[list[Sighting], list[Sighting]]:
    """Every sighting that may be a heading or a row, and those that are."""
    weighed = [sighting for sighted in sight_ordered(han) if (sighting := weigh(han.folded, sighted)) is not None]
    chain = heaviest(weighed)
    headings = repair_headings(han, chain)
    if headings:
        weighed += headings
        chain = heaviest(weighed)
    repaired = repair(han, chain)
    if repaired:
        chain = heaviest([*weighed, *repaired])
    return weighed, with_headings_apart(chain, weighed)


def _tables(
    han: HanText, weighed: Sequence[Sighting], chain: list[Sighting], furniture: list[Span], broken: Sequence[Span]
) -> tuple[list[TableText], DisputesText | None]:
    """The tables that a text has: 二 and 三 with their rows, and 四."""
    found: list[TableText] = []
    for official in form.TABLES:
        if official is not form.DISPUTES and (read := _rows(han, official, chain, furniture, found)) is not None:
            found.append(read)
    take_repeated_labels(han.folded, weighed, found)
    disputes = _disputes(han, chain, found, furniture, broken)
    settle_by_count(han.folded, found, disputes)
    return found, disputes


def _rows(
    han: HanText, table: form.Table, chain: list[Sighting], furniture: list[Span], before: Sequence[TableText]
) -> TableText | None:
    sightings = [sighting for sighting in chain if sighting.term.table == table.id]
    if not sightings:
        return None
    first, last = chain.index(sightings[0]), chain.index(sightings[-1])
    start = max([chain[first - 1].end if first else 0, *(other.rows[-1].own_until(han.folded) for other in before)])
    end = heading_numeral(han.folded, chain[last + 1])[0] if last + 1 < len(chain) else len(han.folded)
    found = read_rows(han, table, sightings, start, end, furniture)
    shown = len(found.rows) > 1 or any(row.values or row.under for row in found.rows)
    return found if shown else None


def _disputes(
    han: HanText, chain: list[Sighting], found: list[TableText], furniture: list[Span], broken: Sequence[Span]
) -> DisputesText | None:
    before = [sighting for sighting in chain if sighting.term.kind == "row" or sighting.term.id in "1234"]
    start = max(
        [
            *(sighting.end for sighting in before),
            *(value.end for table in found for row in table.rows for value in row.values),
        ],
        default=0,
    )
    size = len(han.folded)
    after = [(heading_numeral(han.folded, sighting)[0], sighting.end) for sighting in chain if sighting.start >= start]
    (end, begins), (ends, _), *_ = [*after, (size, size), (size, size)]
    is_headed = any(sighting.term.id == "4" for sighting in chain)
    zone = Zone(start, end, is_headed, behind=(begins, ends))
    return read_disputes(han, zone, furniture, broken, others_are_full=all_are_full(found))


def _written(
    layout: Layout, writer: TableWriter, han: HanText, weighed: Sequence[Sighting], furniture: list[Span]
) -> Iterator[list[Line]]:
    """The canonical lines of each table, second copies of them, and the table on disputes."""
    placed = [(table, layout.place(table)) for table in layout.tables]
    for table, placements in placed:
        yield list(writer.table(table, placements))
    disputes = layout.disputes
    known = furniture if disputes is None else sorted([*furniture, *disputes.spans])
    for copy, original in second_copies(han, weighed, placed, known):
        yield list(writer.copy(copy, layout.place(copy), original))
    if disputes is not None:
        yield list(writer.disputes(disputes, disputes.start))


def _zone(lines: list[Line]) -> Span:
    zone = hull([stretch for line in lines for stretch in line.stretches])
    assert zone is not None  # every row has a label
    return zone
