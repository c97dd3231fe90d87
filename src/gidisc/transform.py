"""From the tree of the grammar to the report: one method a rule, and the tables put together from their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, evolve, field, frozen
from lark import Token, Transformer

from gidisc import canonical, facts, form
from gidisc.canonical import Normalized
from gidisc.diagnostics import Diagnostic, diagnose
from gidisc.form import Edition
from gidisc.model import (
    Cell,
    ExtraRow,
    Group,
    Kind,
    Paragraph,
    Piece,
    Report,
    Row,
    Section,
    Status,
    Subsection,
    Table,
)
from gidisc.source import Source, Span, hull
from gidisc.values import read_value, squeeze

_NUMERAL = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(]? ?[一二三四五六七八九十]{1,3} ?[）)]|[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|[①-⑳]"
    r"|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、]"
)
_RUN_IN_HEADING = re.compile(r"[^。]{1,60}。(?=.)")
_UNIT = re.compile(r"[万亿]?元")
_HEADS = {
    head.id.upper(): head
    for table in form.TABLES
    for group in (*table.groups(), table)
    for head in (group.heads if isinstance(group, form.Group) else (group.head,) if group.head else ())
}


@frozen
class _Stretch:
    """A stretch of the canonical text."""

    start: int
    end: int


@define
class _Prose:
    """Blocks of prose, the same as lines, and where they stand."""

    blocks: list[Subsection | Paragraph] = field(factory=list)
    lines: list[str] = field(factory=list)
    stretches: list[_Stretch] = field(factory=list)

    def add(self, other: _Prose) -> None:
        self.blocks += other.blocks
        self.lines += other.lines
        self.stretches += other.stretches


@frozen
class _Head:
    """A head line of a table."""

    head: form.Head
    token: Token


@frozen
class _Row:
    """A row line: its id, its token, and the head that it stands under in its item."""

    id: str
    token: Token
    head: _Head | None = None


@frozen
class _Group:
    """A group line and the lines below it."""

    id: str
    token: Token
    lines: tuple[Any, ...]


class ReportTransformer(Transformer[Token, Report]):
    """Builds the report of one normalized text."""

    def __init__(self, normalized: Normalized, name: str | None = None) -> None:
        super().__init__(visit_tokens=False)
        self._normalized = normalized
        self._source = Source(normalized.source)
        self._name = name
        self._pieces: list[Piece] = []
        self._diagnostics: list[Diagnostic] = []

    # prose

    def paragraph(self, children: list[Token]) -> _Prose:
        token = children[0]
        text = canonical.unescape_paragraph(token.rstrip("\n"))
        start = token.end_pos - 1 - len(text)
        self._asides(children[1:])
        paragraph = Paragraph(text=text, span=self._span(start, token.end_pos))
        return _Prose([paragraph], [text], [_Stretch(start, token.end_pos)])

    def subsection_1(self, children: list[Any]) -> _Prose:
        token, *below = children
        line = token.rstrip("\n")
        match = _NUMERAL.match(line)
        assert match is not None  # the terminal begins with one
        rest = line[match.end() :]
        run_in = _RUN_IN_HEADING.match(rest)
        heading = rest[: run_in.end()] if run_in else rest
        blocks: list[Subsection | Paragraph] = []
        if run_in:
            start = token.start_pos + match.end() + run_in.end()
            blocks.append(Paragraph(text=rest[run_in.end() :], span=self._span(start, token.end_pos)))
        inner = self._body(below)
        stretches = [_Stretch(token.start_pos, token.end_pos), *inner.stretches]
        subsection = Subsection(
            numeral=match[0],
            heading=heading.strip(),
            blocks=(*blocks, *inner.blocks),
            span=hull(span for stretch in stretches for span in self._origin(stretch)),
        )
        return _Prose([subsection], [line, *inner.lines], stretches)

    subsection_2 = subsection_3 = subsection_4 = subsection_5 = subsection_6 = subsection_1

    def body(self, children: list[Any]) -> _Prose:
        return self._body(children)

    def _body(self, children: Iterable[Any]) -> _Prose:
        prose = _Prose()
        for child in children:
            if isinstance(child, _Prose):
                prose.add(child)
            else:
                self._asides([child])
        return prose

    def _asides(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            kind = Kind.FURNITURE if token.type == "FURNITURE" else Kind.UNPARSED
            spans = self._piece(token.start_pos, token.end_pos, kind, None)
            if kind is Kind.UNPARSED and spans:
                self._diagnose("unparsed", *spans, printed=token.strip().removeprefix("? ")[:40])

    # tables

    def item_1(self, children: list[Any]) -> _Group:
        group = self._group("item_1", children)
        head: _Head | None = None
        lines = []
        for line in group.lines:
            if isinstance(line, _Head):
                head = line
            lines.append(evolve(line, head=head) if isinstance(line, _Row) else line)
        return evolve(group, id=children[0].type.lower(), lines=tuple(lines))

    item_5 = item_6 = item_8 = item_9 = item_1

    def denied(self, children: list[Any]) -> _Group:
        group = children[0].type.lower()
        return self._group(group, children, prefix=f"{group}.")

    unavailable = not_processed = other_outcomes = denied

    def outcomes(self, children: list[Any]) -> _Group:
        return self._group(children[0].type.lower(), children)

    litigation = requests = disputes = outcomes

    def _group(self, group_id: str, children: list[Any], prefix: str = "") -> _Group:
        token, *below = children
        lines: list[Any] = []
        for child in below:
            if isinstance(child, _Group):
                lines.append(child)
            elif child.type in ("FURNITURE", "UNPARSED"):
                self._asides([child])
            elif child.type == "EXTRA_ROW":
                lines.append(child)
            elif child.type in _HEADS:
                lines.append(_Head(_HEADS[child.type], child))
            else:
                lines.append(_Row(prefix + child.type.lower(), child))
        return _Group(group_id, token, tuple(lines))

    # the outline

    def section(self, children: list[Any]) -> tuple[Section, list[Any]]:
        token, *below = children
        others: list[Any] = []
        prose = _Prose()
        for child in below:
            if isinstance(child, _Prose):
                prose.add(child)
            elif isinstance(child, _Group) or child.type in ("TITLE", "OFFICE", "SIGNATURE"):
                others.append(child)
            else:
                self._asides([child])
        return self._section(token, prose), others

    def _section(self, token: Token, prose: _Prose) -> Section:
        number = None if token.type == "CHAPTER" else int(token.type.removeprefix("SECTION_"))
        start = token.start_pos + len(canonical.CHAPTER if number is None else canonical.SECTION)
        match = _NUMERAL.match(token, start - token.start_pos)
        split = token.start_pos + match.end() if match else start
        ref = f"section.{number}" if number else None
        self._piece(start, token.end_pos, Kind.HEADING, ref)
        for stretch in prose.stretches:
            self._piece(stretch.start, stretch.end, Kind.PROSE, ref)
        return Section(
            number=number,
            numeral=self._printed(start, split) or None,
            heading=self._printed(split, token.end_pos),
            text="\n".join(prose.lines),
            blocks=tuple(prose.blocks),
            span=self._span(token.start_pos, token.end_pos),
        )

    def report(self, children: list[Any]) -> Report:
        version, *below = children
        self._piece(version.start_pos, version.end_pos, Kind.MARKUP, None)
        prose = _Prose()
        sections: list[Section] = []
        lines: list[Any] = []
        for child in below:
            if isinstance(child, tuple):
                sections.append(child[0])
                lines += child[1]
            elif isinstance(child, _Prose):
                prose.add(child)
            elif isinstance(child, _Group) or child.type in ("TITLE", "OFFICE", "SIGNATURE"):
                lines.append(child)
            else:
                self._asides([child])
        for stretch in prose.stretches:
            self._piece(stretch.start, stretch.end, Kind.PROSE, "preface")
        titles = self._texts(lines, "TITLE", Kind.HEADING, "title")
        offices = self._texts(lines, "OFFICE", Kind.HEADING, "agency")
        signature = self._texts(lines, "SIGNATURE", Kind.PROSE, "signature")
        groups = [line for line in lines if isinstance(line, _Group)]
        everything = "\n".join([*prose.lines, *(section.text for section in sections)])
        edition = self._edition(groups, everything)
        report = Report(
            name=self._name,
            title=titles[0] if titles else None,
            agency=self._agency(titles, offices, "\n".join(prose.lines), signature),
            year=self._year(titles, "\n".join(prose.lines), everything),
            edition=edition,
            preface="\n".join(prose.lines),
            sections=tuple(sections),
            proactive=self._table(form.PROACTIVE, [g for g in groups if g.id.startswith("item_")], edition),
            requests=self._table(form.REQUESTS, [g for g in groups if g.id == "applicants"], edition),
            disputes=self._table(form.DISPUTES, [g for g in groups if g.id == "results"], edition),
            signature="\n".join(signature) or None,
            source=self._normalized.source,
        )
        self._report_missing(report)
        return evolve(
            report,
            diagnostics=(*self._normalized.diagnostics, *self._diagnostics),
            pieces=tuple(_covering(self._pieces, self._normalized.source)),
        )

    def _texts(self, lines: Iterable[Any], kind: str, piece: Kind, ref: str) -> list[str]:
        tokens = [line for line in lines if isinstance(line, Token) and line.type == kind]
        for token in tokens:
            self._piece(token.start_pos, token.end_pos, piece, ref)
        return [token.split(" ", 1)[1].rstrip("\n") for token in tokens]

    # facts

    def _agency(self, titles: list[str], offices: list[str], preface: str, signature: list[str]) -> str | None:
        furniture = "\n".join(
            self._normalized.source[piece.span.start : piece.span.end]
            for piece in self._pieces
            if piece.kind is Kind.FURNITURE
        )
        read = [title for title in map(facts.read_title, titles) if title]
        candidates = (
            [title.agency for title in read],
            [squeeze(office) for office in offices],
            [title.agency for title in facts.quoted_titles(preface)],
            facts.fields(furniture),
            [squeeze(line) for line in signature if facts.is_office_line(line)],
        )
        for named in candidates:
            agencies = list(dict.fromkeys(agency for agency in named if agency))
            if len(agencies) == 1:
                return agencies[0]
            if agencies:
                self._diagnose("agency-ambiguous", first=agencies[0], second=agencies[1])
                return None
        return None

    def _year(self, titles: list[str], preface: str, everything: str) -> int | None:
        read = [title for title in map(facts.read_title, titles) if title]
        candidates = (
            [title.year for title in read],
            [title.year for title in facts.quoted_titles(preface)],
            facts.period_years(everything),
        )
        for named in candidates:
            years = {year for year in named if year}
            if years:
                return years.pop() if len(years) == 1 else None
        return None

    def _edition(self, groups: list[_Group], prose: str) -> Edition | None:
        signs: dict[str, Edition] = {}
        for line in _lines(groups):
            if isinstance(line, Token):
                continue
            token = line.token
            if not self._normalized.origin(token.start_pos, token.end_pos):
                continue
            if isinstance(line, _Head) and line.head.edition:
                signs[self._shown(token)] = line.head.edition
            elif isinstance(line, _Row) and len(_row(line.id).editions) == 1:
                signs[_row(line.id).printed] = _row(line.id).editions[0]
            elif line.id == "item_9":
                signs[self._shown(token)] = Edition.FORM_2019
            elif _has_cells(line):
                signs[self._shown(token)] = Edition.FORM_2019
        signs |= {f"notice of {edition}": edition for edition in facts.cited_editions(prose)}
        edition = facts.majority(signs.values())
        if len(set(signs.values())) > 1:
            code = "edition-mixed" if edition else "edition-undecided"
            self._diagnose(code, signs="; ".join(f"{edition}: {sign}" for sign, edition in signs.items()))
        return edition

    # tables from their lines

    def _table(self, official: form.Table, groups: list[_Group], edition: Edition | None) -> Table | None:
        if not groups:
            return None
        printed: dict[str, list[_Row]] = {}
        labels: dict[str, Token] = {}
        heads: dict[str, _Head] = {}
        extra: list[ExtraRow] = []
        for line in _lines(groups):
            if isinstance(line, Token):
                extra.append(self._extra_row(official, line))
            elif isinstance(line, _Row):
                printed.setdefault(line.id, []).append(line)
            elif isinstance(line, _Head):
                self._piece(line.token.start_pos, line.token.end_pos, Kind.LABEL, official.id)
            elif _has_cells(line):
                printed.setdefault(line.id, []).append(_Row(line.id, line.token))
            else:
                labels.setdefault(line.id, line.token)
                self._piece(line.token.start_pos, line.token.end_pos, Kind.LABEL, f"{official.id}.{line.id}")
            if isinstance(line, _Group):
                heads |= {line.id: inner for inner in line.lines if isinstance(inner, _Head)}
        if official is form.REQUESTS:
            nested = any(row_id.startswith("other_outcomes.") for row_id in printed)
            edition = Edition.FORM_2021 if nested else Edition.FORM_2019 if "other_outcomes" in printed else edition
            if nested:
                printed.pop("other_outcomes", None)
        builder = _TableBuilder(self, official, edition, printed, labels, heads)
        rows = builder.members(official.members)
        return Table(
            id=official.id,
            rows=rows,
            extra_rows=tuple(extra),
            span=hull(row.span for row in rows if row.span),
        )

    def _extra_row(self, official: form.Table, token: Token) -> ExtraRow:
        start = token.find(canonical.CELL, len(canonical.EXTRA_ROW))
        label = canonical.unescape_cell(token[len(canonical.EXTRA_ROW) : start if start >= 0 else -1])
        cells = canonical.split_cells(token, start) if start >= 0 else []
        spans = self._piece(token.start_pos, token.end_pos, Kind.LABEL, f"{official.id}.extra_rows")
        if spans:
            self._diagnose("extra-row", *spans[:1], label=label)
        return ExtraRow(
            label=label,
            values=tuple(canonical.unescape_cell(cell) for cell, _, _ in cells),
            span=hull(spans),
        )

    def _report_missing(self, report: Report) -> None:
        for heading in form.HEADINGS:
            if report.section(heading.number) is None:
                self._diagnose("section-missing", number=heading.number, label=heading.label)
        for official, table in zip(form.TABLES, (report.proactive, report.requests, report.disputes), strict=True):
            if table is None:
                label = form.HEADINGS[official.section - 1].label
                self._diagnose("table-missing", number=official.section, label=label)
                continue
            rows = {row.id: row.printed for row in official.rows()}
            absent = [rows[row.id] for row in table.iter_rows() if all(c.status is Status.ABSENT for c in row.cells)]
            if absent:
                self._diagnose("rows-missing", labels="、".join(absent))

    # the way back to the source

    def _origin(self, stretch: _Stretch) -> tuple[Span, ...]:
        return self._normalized.origin(stretch.start, stretch.end)

    def _span(self, start: int, end: int) -> Span | None:
        return hull(self._normalized.origin(start, end))

    def _printed(self, start: int, end: int) -> str:
        spans = self._normalized.origin(start, end)
        return re.sub(r"\s+", "", "".join(self._normalized.source[span.start : span.end] for span in spans))

    def _shown(self, token: Token) -> str:
        return token.strip("|\n ").replace(" | ", " ")

    def _piece(self, start: int, end: int, kind: Kind, ref: str | None) -> tuple[Span, ...]:
        spans = self._normalized.origin(start, end)
        self._pieces.extend(Piece(span=span, kind=kind, ref=ref) for span in spans)
        return spans

    def _diagnose(self, code: str, *spans: Span, cells: tuple[str, ...] = (), **arguments: object) -> None:
        self._diagnostics.append(diagnose(self._source, code, *spans, name=self._name, cells=cells, **arguments))


@define
class _TableBuilder:
    """Puts one table together: every row of the form, filled where it is printed."""

    _transformer: ReportTransformer
    _official: form.Table
    _edition: Edition | None
    _printed: dict[str, list[_Row]]
    _labels: dict[str, Token]
    _heads: dict[str, _Head]

    def members(self, members: tuple[form.Row | form.Group, ...]) -> tuple[Row | Group, ...]:
        built = []
        for member in members:
            if isinstance(member, form.Row):
                built.append(self._row(member))
            elif self._edition in (None, *member.editions) or member.id in self._labels:
                built.append(self._group(member))
        return tuple(row for row in built if row is not None)

    def _group(self, group: form.Group) -> Group | None:
        rows = self.members(group.members)
        token = self._labels.get(group.id)
        if not rows and token is None:
            return None
        spans = [row.span for row in rows if row.span]
        label = None
        if token is not None:
            label = self._transformer._printed(token.start_pos, token.end_pos) or None
            spans += self._transformer._normalized.origin(token.start_pos, token.end_pos)
        return Group(id=group.id, path=group.path, label=label, rows=rows, span=hull(spans))

    def _row(self, row: form.Row) -> Row | None:
        lines = self._printed.get(row.id, [])
        if not lines:
            return self._absent(row)
        first = lines[0]
        columns = self._columns(row, first)
        if not columns:
            return self._nameless(row, first)
        rows = [self._filled(row, line, columns) for line in lines]
        if len({tuple((cell.value, cell.status) for cell in built.cells) for built in rows}) > 1:
            spans = [built.span for built in rows if built.span]
            self._transformer._diagnose("row-repeated", *spans, label=row.printed)
            return evolve(rows[0], cells=tuple(_refused(cell) for cell in rows[0].cells))
        return rows[0]

    def _columns(self, row: form.Row, line: _Row) -> tuple[form.Column, ...]:
        if line.head is not None:
            return line.head.head.columns
        return self._official.columns(row, self._edition) if self._edition else self._shared_columns(row)

    def _shared_columns(self, row: form.Row) -> tuple[form.Column, ...]:
        """The columns of a row that has the same in every edition."""
        heads = self._official.heads(row)
        return heads[0].columns if len(heads) == 1 else ()

    def _absent(self, row: form.Row) -> Row | None:
        group = next((g for g in self._official.groups() if row in g.members), None)
        head = self._heads.get(group.id) if group else None
        if head is not None:
            columns = head.head.columns if head.head.edition in (None, *row.editions) else ()
        elif self._edition:
            columns = self._official.columns(row, self._edition)
        else:
            columns = self._shared_columns(row) if len(row.editions) == 2 else ()
        if not columns:
            return None
        cells = tuple(
            Cell(table=self._official.id, row=row.id, column=column.id, path=row.path) for column in columns
        )
        return Row(id=row.id, path=row.path, cells=cells)

    def _nameless(self, row: form.Row, line: _Row) -> None:
        token = line.token
        spans = self._transformer._piece(token.start_pos, token.end_pos, Kind.UNPARSED, f"{self._official.id}.{row.id}")
        printed = " ".join(cell or "□" for cell, _, _ in canonical.split_cells(token, token.find(canonical.CELL)))
        self._transformer._diagnose("columns-unknown", *spans, label=row.printed, printed=printed)

    def _filled(self, row: form.Row, line: _Row, columns: tuple[form.Column, ...]) -> Row:
        token = line.token
        start = token.find(canonical.CELL, len(canonical.TABLE))
        start = start if start >= 0 else len(token) - 1
        ref = f"{self._official.id}.{row.id}"
        label_at = token.start_pos + len(canonical.TABLE)
        label_spans = self._transformer._piece(label_at, token.start_pos + start, Kind.LABEL, ref)
        label = self._transformer._printed(label_at, token.start_pos + start) or None
        printed = canonical.split_cells(token, start)
        crowded = len(printed) > len(columns)
        cells = []
        for column, (text, low, high) in zip(columns, [*printed, *[(canonical.ABSENT, 0, 0)] * len(columns)], strict=False):
            cell = Cell(table=self._official.id, row=row.id, column=column.id, path=row.path, label=label)
            cells.append(self._cell(cell, column, text, token.start_pos + low, token.start_pos + high, line.head))
        if crowded:
            self._transformer._diagnose(
                "row-crowded", *label_spans, label=row.printed, printed=" ".join(text for text, _, _ in printed)
            )
            cells = [_refused(cell) for cell in cells]
        spans = [*label_spans, *(cell.span for cell in cells if cell.span)]
        return Row(id=row.id, path=row.path, label=label, cells=tuple(cells), span=hull(spans))

    def _cell(self, cell: Cell, column: form.Column, text: str, low: int, high: int, head: _Head | None) -> Cell:
        if text == canonical.ABSENT:
            return cell
        if text == canonical.REFUSED:
            self._transformer._piece(low, high, Kind.UNPARSED, cell.key)
            return _refused(cell)
        raw = canonical.unescape_cell(text)
        value = read_value(raw, column)
        spans = self._transformer._piece(low, high, Kind.VALUE, cell.key)
        if value.status is Status.NOT_A_NUMBER:
            self._transformer._diagnose("not-a-number", *spans, cells=(cell.key,), printed=raw, key=cell.key)
        unit = value.unit or (_head_unit(head) if column.money else None)
        return evolve(cell, value=value.number, status=value.status, unit=unit, raw=raw, span=hull(spans))


def _refused(cell: Cell) -> Cell:
    return evolve(cell, value=None, status=Status.REFUSED, raw="", span=None, unit=None)


def _head_unit(head: _Head | None) -> str | None:
    match = _UNIT.search(head.token.partition("（单位：")[2]) if head else None
    return match[0] if match else None


def _has_cells(group: _Group) -> bool:
    """Whether a group line is a row of values itself, as （六）其他处理 is in the form of 2019."""
    return canonical.CELL in group.token and group.id == "other_outcomes"


def _row(row_id: str) -> form.Row:
    return next(row for table in form.TABLES for row in table.rows() if row.id == row_id)


def _lines(groups: Iterable[_Group]) -> Iterator[Any]:
    for group in groups:
        yield group
        for line in group.lines:
            if isinstance(line, _Group):
                yield from _lines([line])
            else:
                yield line


def _covering(pieces: Iterable[Piece], text: str) -> Iterator[Piece]:
    """The pieces in order, and between them what the canonical text does not show: bars, rules, emphasis."""
    at = 0
    for piece in sorted(pieces, key=lambda piece: piece.span):
        yield from _markup(text, at, piece.span.start)
        if piece.span.start >= at:
            yield piece
        at = max(at, piece.span.end)
    yield from _markup(text, at, len(text))


def _markup(text: str, start: int, end: int) -> Iterator[Piece]:
    for match in re.finditer(r"\S+", text[start:end]):
        yield Piece(span=Span(start=start + match.start(), end=start + match.end()), kind=Kind.MARKUP)
